import MiniSearch from "minisearch";
import { FIELDS, type SearchDocument, type SearchIndex, type SearchTerm } from "./search-index.ts";

interface IndexedDocument {
  readonly id: number;
  readonly light: string;
  readonly deep: string;
  readonly title: string;
}

/**
 * The engine inside the process. It takes terms as they are: tokenising, stemming, fuzzy and prefix search of its own
 * would each cost seconds on hostile input.
 */
export async function createMiniSearchIndex(documents: Iterable<SearchDocument>): Promise<SearchIndex> {
  const index = new MiniSearch<IndexedDocument>({
    fields: [...FIELDS],
    storeFields: [],
    tokenize: (text) => (text === "" ? [] : text.split(" ")),
    processTerm: (term) => term,
    searchOptions: { combineWith: "OR" },
    autoVacuum: false,
  });
  let id = 0;
  for (const { light, deep, title } of documents) {
    index.add({ id: id++, light: light.join(" "), deep: deep.join(" "), title: title.join(" ") });
  }

  return {
    async search(terms: readonly SearchTerm[], limit: number): Promise<readonly number[]> {
      const queries = FIELDS.flatMap((field) => {
        const weights = new Map<string, number>();
        for (const term of terms) if (term.field === field) weights.set(term.term, term.weight);
        if (weights.size === 0) return [];
        return [
          {
            queries: [[...weights.keys()].join(" ")],
            fields: [field],
            boostTerm: (term: string) => weights.get(term) ?? 1,
          },
        ];
      });
      if (queries.length === 0) return [];
      const hits = index.search({ combineWith: "OR", queries });
      return hits.slice(0, limit).map((hit) => Number(hit.id));
    },
  };
}
