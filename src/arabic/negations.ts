import { readRows } from "./data-file.ts";

const rows = readRows("negations.tsv", { columns: ["words"], once: "entry" });
const words = new Set(rows.flatMap(([entries = []]) => entries));

/** The folded term denies; a conjunction or the alef of a question may be attached (ولم, أليس). */
export function isNegation(term: string): boolean {
  return words.has(term) || (/^[\u0648\u0641\u0627]/.test(term) && words.has(term.slice(1)));
}
