import type { Article, Sentence } from "../corpus/article.ts";
import type { Collection } from "../search/collection.ts";
import { coveredBy, weigh } from "./coverage.ts";
import { fitOf } from "./expected.ts";
import type { Plan } from "./plan.ts";
import { MARK_MAX, SELECTION } from "./quotation.ts";

/** What a clause that holds the kind of thing asked for is worth, against the weight of the words that it covers. */
const FIT = 4;
/** A sentence that is quoted alone is marked whole up to this length, else by its clauses. */
const LONG_ALONE = 160;

/** What each clause of a sentence covers of the question, and whether it holds the kind of thing asked for. */
export interface ClauseEvidence {
  readonly covered: Float32Array;
  readonly fit: number;
}

export function clauseEvidence(
  collection: Collection,
  plan: Plan,
  article: Article,
  sentence: Sentence,
): ClauseEvidence[] {
  return sentence.clauses.map(({ start, end }) => {
    const text = article.text.slice(start, end);
    return { covered: coveredBy(collection, plan, text), fit: fitOf(plan, text, undefined) };
  });
}

/** How much a clause, or several together, speak for being the answer. */
export function clauseScore(plan: Plan, { covered, fit }: ClauseEvidence): number {
  return weigh(plan, covered) + FIT * fit;
}

/** Which clauses of a sentence are marked: all of a short one, else the run that holds most of what is asked. */
export function answeringRun(
  collection: Collection,
  plan: Plan,
  article: Article,
  sentence: Sentence,
  alone: boolean,
): { from: number; count: number } {
  const { clauses } = sentence;
  const length = sentence.end - sentence.start;
  const short =
    length <= MARK_MAX && clauses.length <= SELECTION.markCount && !(alone && length > LONG_ALONE);
  if (clauses.length === 1 || short) return { from: 0, count: Math.min(clauses.length, SELECTION.markCount) };
  const evidence = clauseEvidence(collection, plan, article, sentence);
  let best = { from: 0, count: 1, score: Number.NEGATIVE_INFINITY };
  for (let from = 0; from < clauses.length; from++) {
    const covered = new Float32Array(plan.probes.length);
    let fit = 0;
    for (let to = from; to < clauses.length && to - from < SELECTION.markCount; to++) {
      const size = (clauses[to]?.end ?? 0) - (clauses[from]?.start ?? 0);
      if (size > MARK_MAX && to > from) break;
      evidence[to]?.covered.forEach((strength, p) => {
        covered[p] = Math.max(covered[p] ?? 0, strength);
      });
      fit = Math.max(fit, evidence[to]?.fit ?? 0);
      const score = clauseScore(plan, { covered, fit });
      if (score > best.score) best = { from, count: to - from + 1, score };
    }
  }
  return { from: best.from, count: best.count };
}
