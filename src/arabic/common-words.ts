import { readRows } from "./data-file.ts";
import { lightStem } from "./stems.ts";

const rows = readRows("common-words.tsv", { columns: ["words"], once: "entry" });
const stems = new Set(rows.flatMap(([words = []]) => words.map(lightStem)));

/**
 * A folded term that says little of a question's subject, though it is no function word: it stands in questions of every
 * subject (حدث, عدد, كبير).
 */
export function isCommonWord(term: string): boolean {
  return isCommonStem(lightStem(term));
}

/** The same by the light stem of the term, where that is known. */
export function isCommonStem(stem: string): boolean {
  return stems.has(stem);
}
