import { z } from "zod";
import type { OpenSearchCluster } from "./opensearch/cluster.ts";
import type { SearchIndex, SearchTerm } from "./search-index.ts";

/** Of one search: OpenSearch refuses more clauses than 1,024. */
const MOST_TERMS = 1000;

const foundSchema = z.object({
  hits: z.object({
    hits: z.array(
      z.object({
        _source: z.object({
          place: z.number().int(),
          key: z.string(),
          article: z.string(),
          words: z.string(),
        }),
      }),
    ),
  }),
});

/** What an index keeps of a passage that was found: see `StoredPassage`. */
export type FoundPassage = z.infer<typeof foundSchema>["hits"]["hits"][number]["_source"];

/** The engine of a cluster. Terms are what was sent to it, so nothing is analysed there but parted at blanks. */
export interface OpenSearchIndex extends SearchIndex {
  /** As `search`, with what the index keeps of each passage. */
  find(terms: readonly SearchTerm[], limit: number): Promise<readonly FoundPassage[]>;
}

/** Searches an index whose contents do not change. Of equal scores the passage that comes first in the corpus is the better one. */
export function createOpenSearchIndex(cluster: OpenSearchCluster, index: string): OpenSearchIndex {
  const find: OpenSearchIndex["find"] = async (terms, limit) => {
    if (terms.length === 0) return [];
    const should = terms
      .slice(0, MOST_TERMS)
      .map(({ field, term, weight }) => ({ term: { [field]: { value: term, boost: weight } } }));
    const body = {
      size: limit,
      track_total_hits: false,
      _source: ["place", "key", "article", "words"],
      sort: [{ _score: "desc" }, { place: "asc" }],
      query: { bool: { should } },
    };
    const answer = await cluster.search(index, body, { isScored: true });
    return foundSchema.parse(answer).hits.hits.map(({ _source }) => _source);
  };
  return {
    find,
    search: async (terms, limit) => (await find(terms, limit)).map(({ place }) => place),
  };
}
