import { type Action, type Reply, wordingOf } from "../../src/index.ts";
import { numberedActions } from "./numbered-actions.ts";

/** The meaning of a line that was typed into the chat. */
export type TypedLine =
  | { readonly kind: ChatCommand | "nothing" | "no-such-choice" | "not-utf8" }
  | { readonly kind: "cite" | "verify" | "question-in-article"; readonly text: string }
  | { readonly kind: "take"; readonly action: Action }
  | { readonly kind: "question"; readonly text: string };

type ChatCommand = "quit" | "start" | "help" | "sources" | "examples" | "privacy";

const COMMANDS: ReadonlyMap<string, ChatCommand> = new Map([
  ["q", "quit"],
  ["quit", "quit"],
  ["exit", "quit"],
  ["خروج", "quit"],
  ["start", "start"],
  ["?", "help"],
  ["؟", "help"],
  ["help", "help"],
  ["مساعدة", "help"],
  ["المساعدة", "help"],
  ["list", "sources"],
  ["sources", "sources"],
  ["articles", "sources"],
  ["قائمة", "sources"],
  ["القائمة", "sources"],
  ["المقالات", "sources"],
  ["المصادر", "sources"],
  ["examples", "examples"],
  ["أمثلة", "examples"],
  ["privacy", "privacy"],
  ["الخصوصية", "privacy"],
]);

/** The wish that a word states for the reply above: the first of these that the reply offers. */
type Wish = "next" | "previous" | "context" | "answer" | "article" | "list" | "sources" | "copy";

const NEXT: readonly Wish[] = ["next"];
const PREVIOUS: readonly Wish[] = ["previous"];
const CONTEXT: readonly Wish[] = ["context"];
const BACK: readonly Wish[] = ["answer", "article", "list", "previous"];
const ARTICLE: readonly Wish[] = ["article"];
const SOURCE: readonly Wish[] = ["copy"];
const OTHER_SOURCES: readonly Wish[] = ["sources"];

const WISHES: ReadonlyMap<string, readonly Wish[]> = new Map([
  ["n", NEXT],
  ["next", NEXT],
  ["التالي", NEXT],
  ["p", PREVIOUS],
  ["previous", PREVIOUS],
  ["السابق", PREVIOUS],
  ["c", CONTEXT],
  ["context", CONTEXT],
  ["السياق", CONTEXT],
  ["b", BACK],
  ["back", BACK],
  ["رجوع", BACK],
  ["العودة", BACK],
  ["article", ARTICLE],
  ["المقال", ARTICLE],
  ["source", SOURCE],
  ["مصدر", SOURCE],
  ["المصدر", SOURCE],
  ["other sources", OTHER_SOURCES],
  ["مصادر أخرى", OTHER_SOURCES],
]);

/** «تحقّق: …», `verify …`. */
const CHECKED = /^(?:\/?verify(?=\s)|\u062a\u062d\u0642\u0651?\u0642\s*(?::|(?=[\u00ab\u201c"])))(.+)$/isu;

/** «في المقال: متى …؟», `in article: when …?`. */
const IN_ARTICLE =
  /^(?:\u0641\u064a (?:\u0647\u0630\u0627 )?\u0627\u0644\u0645\u0642\u0627\u0644|in (?:this |the )?article)\s*:\s*(.+)$/isu;

/**
 * Reads a line. A number takes a choice of the last reply, the first of `replies`; a word takes one of the first of them
 * that offers its action.
 */
export function readTypedLine(line: string, replies: readonly (Reply | undefined)[]): TypedLine {
  const text = line.trim();
  if (text === "") return { kind: "nothing" };
  if (text.includes("\ufffd")) return { kind: "not-utf8" };
  const word = text.replace(/^\//, "").toLowerCase();
  const command = COMMANDS.get(word);
  if (command) return { kind: command };
  if (text.startsWith("#")) return { kind: "cite", text };
  const checked = CHECKED.exec(text)?.[1]?.trim() ?? "";
  if (checked !== "") return { kind: "verify", text: checked };
  const restricted = IN_ARTICLE.exec(text)?.[1];
  if (restricted !== undefined) return { kind: "question-in-article", text: restricted };
  if (/^\p{Nd}{1,2}$/u.test(text)) return taken(actionAt(Number(westernDigits(text)), replies[0]));
  const wishes = WISHES.get(word);
  if (wishes === undefined) return { kind: "question", text };
  const offers = replies.flatMap((reply) => wishes.map((wish) => reply && actionFor(wish, reply)));
  return taken(offers.find((action) => action !== undefined));
}

function taken(action: Action | undefined): TypedLine {
  return action ? { kind: "take", action } : { kind: "no-such-choice" };
}

function actionAt(number: number, reply: Reply | undefined): Action | undefined {
  const choices = reply ? numberedActions(reply).flat() : [];
  return choices.find((choice) => choice.number === number)?.action;
}

function actionFor(wish: Wish, { actions, language }: Reply): Action | undefined {
  const { pageAfter } = wordingOf(language).labels;
  return actions.flat().find((action) => {
    if (action.type === "copy") return wish === "copy";
    if (action.type !== "press") return false;
    // The pages of a list are turned by the words that turn answers.
    if (action.role === "page") return wish === (action.label === pageAfter ? "next" : "previous");
    return action.role === wish;
  });
}

/** Arabic-Indic and Persian digits as well: their code points count up from a zero that is a multiple of 16. */
function westernDigits(digits: string): string {
  return [...digits].map((digit) => ((digit.codePointAt(0) ?? 0) & 0xf).toString()).join("");
}
