import type { Action, Reply } from "../../src/index.ts";
import { choicesOf } from "./choices.ts";

/** What a line that was typed into the chat means. */
export type Typed =
  | { readonly kind: "nothing" | "quit" | "help" | "sources" | "examples" | "privacy" | "no-such-choice" }
  | { readonly kind: "cite"; readonly text: string }
  | { readonly kind: "take"; readonly action: Action }
  | { readonly kind: "question"; readonly text: string };

type Role = Extract<Action, { type: "press" }>["role"];

/** Words that stand for an action of the last reply, where it has one; else they are a question like any other. */
const ROLES: ReadonlyMap<string, Role> = new Map([
  ["n", "next"],
  ["next", "next"],
  ["التالي", "next"],
  ["p", "previous"],
  ["previous", "previous"],
  ["السابق", "previous"],
  ["c", "context"],
  ["context", "context"],
  ["السياق", "context"],
  ["b", "answer"],
  ["back", "answer"],
  ["العودة", "answer"],
]);

const WORDS: ReadonlyMap<string, "quit" | "help" | "sources" | "examples" | "privacy"> = new Map([
  ["q", "quit"],
  ["quit", "quit"],
  ["exit", "quit"],
  ["خروج", "quit"],
  ["?", "help"],
  ["؟", "help"],
  ["help", "help"],
  ["مساعدة", "help"],
  ["المساعدة", "help"],
  ["sources", "sources"],
  ["articles", "sources"],
  ["المقالات", "sources"],
  ["المصادر", "sources"],
  ["examples", "examples"],
  ["أمثلة", "examples"],
  ["privacy", "privacy"],
  ["الخصوصية", "privacy"],
]);

/** Reads a line; `last` is the reply above it, whose choices a number or a word may take. */
export function readTyped(line: string, last: Reply | undefined): Typed {
  const text = line.trim();
  if (text === "") return { kind: "nothing" };
  const word = text.replace(/^\//, "").toLowerCase();
  const named = WORDS.get(word);
  if (named) return { kind: named };
  if (text.startsWith("#")) return { kind: "cite", text };
  if (/^\p{Nd}{1,2}$/u.test(text)) return chosen(Number(westernDigits(text)), last);
  const role = ROLES.get(word);
  if (role === undefined) return { kind: "question", text };
  const action = last?.actions
    .flat()
    .find((candidate) => candidate.type === "press" && candidate.role === role);
  return action ? { kind: "take", action } : { kind: "no-such-choice" };
}

function chosen(number: number, last: Reply | undefined): Typed {
  const choices = last ? choicesOf(last).flat() : [];
  const action = choices.find((choice) => choice.number === number)?.action;
  return action ? { kind: "take", action } : { kind: "no-such-choice" };
}

/** Arabic-Indic and Persian digits as well: their code points count up from a zero that is a multiple of 16. */
function westernDigits(digits: string): string {
  return [...digits].map((digit) => ((digit.codePointAt(0) ?? 0) & 0xf).toString()).join("");
}
