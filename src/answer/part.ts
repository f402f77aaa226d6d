import type { Passage } from "../corpus/article.ts";
import type { Collection } from "../search/collection.ts";
import type { Quotation } from "./answer.ts";
import type { Evidence } from "./evidence.ts";
import { GROWN } from "./growth.ts";
import { clauseEvidence, clauseScore } from "./marking.ts";
import type { Plan } from "./plan.ts";
import { quotationOf, SELECTION } from "./quotation.ts";

/** The marked clause is at most so many clauses from the part's first: what a button can say. */
const MOST_BEFORE = 7;

/** A sentence that is too long to quote whole: the clause that answers, marked, with those around it that fit. */
export function quotePart(
  collection: Collection,
  plan: Plan,
  passage: Passage,
  { article, index, sentence }: Evidence,
): Quotation | undefined {
  const { clauses } = sentence;
  const scores = clauseEvidence(collection, plan, article, sentence).map((clause) =>
    clauseScore(plan, clause),
  );
  const best = scores
    .slice(0, SELECTION.partFrom + 1)
    .reduce((top, score, i) => (score > (scores[top] ?? 0) ? i : top), 0);
  let [from, to] = [best, best];
  const fits = (a: number, b: number): boolean =>
    a >= 0 &&
    b < clauses.length &&
    b - a < SELECTION.partCount &&
    best - a <= MOST_BEFORE &&
    (clauses[b]?.end ?? 0) - (clauses[a]?.start ?? 0) <= GROWN;
  while (fits(from - 1, to) || fits(from, to + 1)) {
    if (fits(from, to + 1) && (!fits(from - 1, to) || (scores[to + 1] ?? 0) >= (scores[from - 1] ?? 0))) to++;
    else from--;
  }
  return quotationOf(passage, {
    first: index - passage.firstSentence,
    count: 1,
    part: { from, count: to - from + 1 },
    mark: { from: best - from, count: 1 },
  });
}
