import { readDataFile } from "./data-file.ts";
import { compilePatterns, LISTS } from "./phrase-patterns.ts";
import type { Token } from "./token.ts";

const file = readDataFile("advice.tsv", {
  lists: LISTS,
  questions: { columns: ["text"], once: "row" },
  "like the past": { columns: ["words"], once: "entry" },
});
const questions = compilePatterns(file, "questions");

/** Longer questions are read up to here, in UTF-16 units. */
const LONGEST = 2000;

/** A question asks what the person who asks should do: «هل أشتري …؟». Linear. */
export function asksForAdvice(text: string, tokens: readonly Token[]): boolean {
  const terms = tokens.map((token) => (isPast(text, token) ? "-" : token.term));
  const read = terms.join(" ").slice(0, LONGEST);
  return questions.some(({ pattern }) => pattern.test(read));
}

/** «هل اختار الملك …؟», «هل اشترى …؟»: folded, such a verb is the first person's. */
function isPast(text: string, { term, start, end }: Token): boolean {
  const written = text.slice(start, end);
  return written.endsWith("\u0649") || (file.has("like the past", term) && !/^[\u0622\u0623]/.test(written));
}
