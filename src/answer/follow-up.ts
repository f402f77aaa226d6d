import type { Passage } from "../corpus/article.ts";
import type { Collection } from "../search/collection.ts";
import type { Verdict } from "./answer.ts";
import { type Choice, chooseIn } from "./choice.ts";
import type { Plan } from "./plan.ts";
import type { Ranker } from "./ranking.ts";

/** A sentence this far from the earlier answer counts half as near. */
const HALF_WAY = 4;

/**
 * The sentences of the article that an earlier answer came from, for a question that names nothing of its own: first
 * those that hold the kind of thing that is asked for, the nearest to that answer before the others; then the rest.
 */
export function followUp(
  context: Passage,
  collection: Collection,
  ranker: Ranker,
  plan: Plan,
  others: readonly Choice[],
): Choice[] {
  const middle = context.firstSentence + context.sentenceCount / 2;
  const own = chooseIn(context.article, collection, ranker, plan)
    .map((choice) => {
      const distance = Math.abs(choice.evidence.index - middle);
      const { fit, share, aside, short } = choice.features;
      return {
        ...choice,
        score: 1 + fit + share + HALF_WAY / (HALF_WAY + distance) - 0.5 * aside - 0.5 * short,
      };
    })
    .sort((a, b) => b.score - a.score || a.evidence.id - b.evidence.id);
  return [...own, ...others.filter(({ evidence }) => evidence.article !== context.article)];
}

/**
 * The outcome for such a question, `own` being that of its words. They name little that a sentence could cover, so it is
 * also claimed when the earlier answer's own passage holds the kind of thing that is asked for; and the article at hand
 * is always worth showing.
 */
export function followUpVerdict(context: Passage, choices: readonly Choice[], own: Verdict): Verdict {
  const best = choices[0];
  if (own === "answered" || best === undefined) return own;
  const { evidence, features } = best;
  const beside = evidence.index - context.firstSentence;
  const inside = evidence.article === context.article && beside >= 0 && beside < context.sentenceCount;
  return inside && features.fit > 0 ? "answered" : "uncertain";
}
