import { createBestDocuments, type FindHolding } from "./best-documents.ts";
import { createFieldPostings } from "./field-postings.ts";
import { PostedMiniSearch } from "./posted-minisearch.ts";
import { FIELDS, type SearchDocument, type SearchIndex, type SearchTerm } from "./search-index.ts";

/** MiniSearch's own constants. */
const BM25 = { k: 1.2, b: 0.7, d: 0.5 };

/**
 * The engine inside the process. It takes terms as they are: tokenising, stemming, fuzzy and prefix search of its own
 * would each cost seconds on hostile input. MiniSearch keeps the index and finds who holds a term; the scores are those that it
 * would give, counted in flat arrays: see `createBestDocuments`.
 */
export async function createMiniSearchIndex(documents: Iterable<SearchDocument>): Promise<SearchIndex> {
  const fields = { light: createFieldPostings(), deep: createFieldPostings(), title: createFieldPostings() };
  for (const document of documents) for (const field of FIELDS) fields[field].add(document[field]);
  const postings = {
    light: fields.light.finish(),
    deep: fields.deep.finish(),
    title: fields.title.finish(),
  };
  const index = new PostedMiniSearch(postings, {
    fields: [...FIELDS],
    tokenize: (text) => (text === "" ? [] : text.split(" ")),
    processTerm: (term) => term,
    searchOptions: { combineWith: "OR" },
  });
  const find: FindHolding = (field, terms) => {
    const holding = new Map(terms.map((term): [string, number[]] => [term, []]));
    // A document with a factor of 0 is passed over, before any result is made for it.
    const passOver = (document: number, term: string): number => {
      holding.get(term)?.push(document);
      return 0;
    };
    index.search(terms.join(" "), { fields: [field], boostDocument: passOver });
    return holding;
  };
  const bestOf = createBestDocuments(postings, find, BM25);

  return {
    search: async (terms: readonly SearchTerm[], limit: number): Promise<readonly number[]> =>
      bestOf(terms, limit),
  };
}
