import { isCommonWord } from "./common-words.ts";
import { readRows } from "./data-file.ts";
import { isCueWithConjunction } from "./question-cues.ts";
import { lightStem, withoutArticle } from "./stems.ts";
import { isQuestionWord, isStopWord } from "./stop-words.ts";
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
  const counted = countedNoun(tokens);
  if (counted !== undefined) return content.find(({ start }) => start === counted.start);
  const asking = tokens.find(({ term }) => isQuestionWord(term));
  return asking && content.find(({ start, term }) => start >= asking.end && !isCommonWord(term));
}

/**
 * The unit, or the kind of units, in which the answer is told: `duration` for «كم عمر …؟» and «كم استغرق …؟», `duration:year` for «كم سنة …؟».
 * It is asked for by the first telling word behind the question word.
 */
export function askedUnit(tokens: readonly Token[]): string | undefined {
  const asking = tokens.findIndex(({ term }) => isQuestionWord(term));
  for (const { term } of asking < 0 ? [] : tokens.slice(asking + 1)) {
    const unit = unitOf(withoutArticle(term)) ?? kinds.get(lightStem(term));
    if (unit !== undefined) return unit;
    if (!isStopWord(term) && !isCommonWord(term)) return undefined;
  }
  return undefined;
}

/** The noun behind كم in the form in which things are counted: the هدفًا of «كم هدفًا سجل …؟», the مرة of «كم مرة …؟». */
export function countedNoun(tokens: readonly Token[]): Token | undefined {
  const at = tokens.findIndex(({ term }) => isCueWithConjunction("how many", term));
  const noun = at < 0 ? undefined : tokens[at + 1];
  return noun !== undefined && /.{2}[\u0627\u0647]$/.test(noun.term) ? noun : undefined;
}
