import { readDataFile } from "./data-file.ts";
import { compilePatterns, LISTS } from "./phrase-patterns.ts";

const SIGNS = [
  "place",
  "asks-place",
  "asks-identity",
  "asks-difference",
  "difference",
  "life",
  "era",
  "time",
  "agent",
  "cause",
  "copula",
  "opener",
  "reported",
  "stand",
] as const;

/** What a phrase of a text is a sign of; the head of `data/answer-cues.tsv` tells of each. */
export type AnswerCue = (typeof SIGNS)[number];

const file = readDataFile("answer-cues.tsv", {
  lists: LISTS,
  cues: { columns: [SIGNS, "text"], once: "row" },
});
const cues = compilePatterns(file, "cues");
const patterns = new Map(
  SIGNS.map((sign) => [sign, cues.flatMap(({ row, pattern }) => (row[0]?.[0] === sign ? [pattern] : []))]),
);

/** The text, its folded terms with one space between two, holds such a sign. */
export function hasCue(cue: AnswerCue, text: string): boolean {
  return patterns.get(cue)?.some((pattern) => pattern.test(text)) ?? false;
}
