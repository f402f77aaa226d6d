import { isCommonWord } from "./common-words.ts";
import { readRows } from "./data-file.ts";
import { lightStem } from "./stems.ts";
import { isQuestionWord } from "./stop-words.ts";
import type { Token } from "./token.ts";
import { unitOf } from "./units.ts";

const rows = readRows("measured-things.tsv", { columns: ["name", "words"], once: "entry" });
const kinds = new Map(
  rows.flatMap(([kind = [], words = []]) => words.map((word) => [lightStem(word), kind[0] ?? ""] as const)),
);

/**
 * The noun whose number or whose name is asked for: the دولة of «كم دولة …؟», «كم عدد الدول …؟» and «في أي دولة …؟». `content`: the
 * words of the question that name something.
 */
export function askedNoun(tokens: readonly Token[], content: readonly Token[]): Token | undefined {
  const asking = tokens.find(({ term }) => isQuestionWord(term));
  return asking && content.find(({ start, term }) => start >= asking.end && !isCommonWord(term));
}

/** The unit, or the kind of units, that a measure is told in: `duration` for عمر, `length:km` for كيلومتر. */
export function unitAskedBy(term: string): string | undefined {
  return unitOf(term) ?? kinds.get(lightStem(term));
}
