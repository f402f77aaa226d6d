import type { Passage } from "../corpus/article.ts";
import type { Collection } from "../search/collection.ts";
import type { Choice } from "./choice.ts";
import { chooseFrom } from "./choice.ts";
import { evidenceIn } from "./evidence.ts";
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
  const passages = collection.passages.flatMap((passage, i) =>
    passage.article === context.article ? [{ passage: i, score: 1 }] : [],
  );
  const middle = context.firstSentence + context.sentenceCount / 2;
  const own = chooseFrom(evidenceIn(collection, ranker, plan, passages), plan)
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
