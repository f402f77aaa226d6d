import type { Passage } from "../corpus/article.ts";
import { type Collection, collect, documentsOf } from "../search/collection.ts";
import { createMiniSearchIndex } from "../search/minisearch.ts";
import { planOf } from "./plan.ts";
import { createRanker, type RankedPassage } from "./ranking.ts";
import { createVariants } from "./variants.ts";

/** How many candidates the engine gives: ranking all passages instead finds a gold one in the first 200 for .8 % more questions. */
export const CANDIDATES = 200;

/** Ranks passages alone, without choosing sentences: what ranking is measured by. */
export interface PassageSearch {
  readonly collection: Collection;
  /** The best passages for a question, at most `limit`. */
  rank(question: string, limit: number): Promise<readonly RankedPassage[]>;
}

export async function openPassageSearch(passages: readonly Passage[]): Promise<PassageSearch> {
  const collection = collect(passages);
  const index = await createMiniSearchIndex(documentsOf(collection));
  const ranker = createRanker(collection);
  const variants = createVariants(collection);
  return {
    collection,
    async rank(question, limit) {
      const plan = planOf(question, collection, variants);
      const hits = await index.search(plan.terms, CANDIDATES);
      return ranker
        .rank(
          plan.weights,
          hits.map((hit) => hit.passage),
        )
        .slice(0, limit);
    },
  };
}
