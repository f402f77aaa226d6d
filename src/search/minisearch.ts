import MiniSearch from "minisearch";
import { createBestDocuments } from "./best-documents.ts";
import { FIELDS, type SearchDocument, type SearchIndex, type SearchTerm } from "./search-index.ts";

interface IndexedDocument {
  readonly id: number;
  readonly light: string;
  readonly deep: string;
  readonly title: string;
}

/** MiniSearch's own constants. */
const BM25 = { k: 1.2, b: 0.7, d: 0.5 };

/**
 * The engine inside the process. It takes terms as they are: tokenising, stemming, fuzzy and prefix search of its own
 * would each cost seconds on hostile input. MiniSearch keeps the index and finds who holds a term; the scores are those that it
 * would give, counted in flat arrays: see `createBestDocuments`.
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
  const builder = createBestDocuments(BM25);
  let id = 0;
  for (const document of documents) {
    const { light, deep, title } = document;
    index.add({ id: id++, light: light.join(" "), deep: deep.join(" "), title: title.join(" ") });
    builder.add(document);
  }
  const bestOf = builder.finish((field, terms) => {
    const holding = new Map(terms.map((term): [string, number[]] => [term, []]));
    // A document with a factor of 0 is passed over, before any result is made for it.
    const passOver = (document: number, term: string): number => {
      holding.get(term)?.push(document);
      return 0;
    };
    index.search(terms.join(" "), { fields: [field], boostDocument: passOver });
    return holding;
  });

  return {
    search: async (terms: readonly SearchTerm[], limit: number): Promise<readonly number[]> =>
      bestOf(terms, limit),
  };
}
