import MiniSearch from "minisearch";
import { FIELDS, type SearchDocument, type SearchIndex, type SearchTerm } from "./search-index.ts";
import { createShortlistBuilder } from "./shortlist.ts";

interface IndexedDocument {
  readonly id: number;
  readonly light: string;
  readonly deep: string;
  readonly title: string;
}

/** MiniSearch's own constants. */
const BM25 = { k: 1.2, b: 0.7, d: 0.5 };

/** From so many documents on a search is spared those that cannot be among the best; below, to find them costs what it saves. */
const SHORTLISTED = 10_000;

/**
 * The engine inside the process. It takes terms as they are: tokenising, stemming, fuzzy and prefix search of its own
 * would each cost seconds on hostile input. It builds a result of several objects for each document that matches, so from
 * `shortlisted` documents on it scores those of a `Shortlist` alone, which changes no hit.
 */
export async function createMiniSearchIndex(
  documents: Iterable<SearchDocument>,
  shortlisted: number = SHORTLISTED,
): Promise<SearchIndex> {
  const index = new MiniSearch<IndexedDocument>({
    fields: [...FIELDS],
    storeFields: [],
    tokenize: (text) => (text === "" ? [] : text.split(" ")),
    processTerm: (term) => term,
    searchOptions: { combineWith: "OR", bm25: BM25 },
    autoVacuum: false,
  });
  const bounds = createShortlistBuilder(BM25);
  let id = 0;
  for (const document of documents) {
    const { light, deep, title } = document;
    index.add({ id: id++, light: light.join(" "), deep: deep.join(" "), title: title.join(" ") });
    bounds.add(document);
  }
  const shortlist = bounds.finish((field, terms) => {
    const holding = new Map(terms.map((term): [string, number[]] => [term, []]));
    // A document with a factor of 0 is passed over, before anything is made for it.
    const collectAlone = (document: number, term: string): number => {
      holding.get(term)?.push(document);
      return 0;
    };
    index.search(terms.join(" "), { fields: [field], boostDocument: collectAlone });
    return holding;
  });

  return {
    async search(terms: readonly SearchTerm[], limit: number): Promise<readonly number[]> {
      const listed = id < shortlisted ? undefined : shortlist(terms, limit);
      const queries = FIELDS.flatMap((field) => {
        const weights = new Map<string, number>();
        for (const term of terms) if (term.field === field) weights.set(term.term, term.weight);
        if (weights.size === 0) return [];
        return [
          {
            queries: [[...weights.keys()].join(" ")],
            fields: [field],
            boostTerm: (term: string) => weights.get(term) ?? 1,
            ...(listed && { boostDocument: (document: number) => (listed.has(document) ? 1 : 0) }),
          },
        ];
      });
      if (queries.length === 0) return [];
      const hits = index.search({ combineWith: "OR", queries });
      return hits.slice(0, limit).map((hit) => Number(hit.id));
    },
  };
}
