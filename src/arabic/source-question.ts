import { readDataFile } from "./data-file.ts";
import { compilePatterns, LISTS } from "./phrase-patterns.ts";

const FIELDS = ["author", "source", "date", "title"] as const;

/** The field of an article's citation that a question asks for. */
export type SourceField = (typeof FIELDS)[number];

const file = readDataFile("source-questions.tsv", {
  lists: LISTS,
  questions: { columns: [FIELDS, "text"], once: "row" },
  "source words": { columns: ["text"], once: "row" },
});
const questions = compilePatterns(file, "questions").map(({ row, pattern }) => ({
  field: FIELDS.find((field) => field === row[0]?.[0]),
  pattern,
}));
const sourceWords = compilePatterns(file, "source words");

/** Longer questions are read up to here, in UTF-16 units. */
const LONGEST = 2000;

/** What a question about an article itself asks for («كاتب مقال …», «وش مصدره»), from its folded terms. */
export function sourceFieldOf(terms: readonly string[]): SourceField | undefined {
  const text = terms.join(" ").slice(0, LONGEST);
  return questions.find(({ pattern }) => pattern.test(text))?.field;
}

/** The folded term names an article or a field of its citation: no word to search for in a question about a source. */
export function isSourceWord(term: string): boolean {
  return sourceWords.some(({ pattern }) => pattern.test(term));
}
