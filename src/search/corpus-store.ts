import type { Corpus } from "../corpus/article.ts";
import { groupBy } from "../corpus/passage-groups.ts";
import { collect, documentsOf } from "./collection.ts";
import { listingsOf } from "./listed-questions.ts";
import type { ArticlesRead, PassageStore } from "./passage-store.ts";
import type { CreateIndex } from "./search-index.ts";

/** Analyses a corpus in this process, and has `createIndex` make the engine that finds candidates in it. Linear in its length. */
export async function openCorpusStore(
  { articles, passages, aliases }: Pick<Corpus, "articles" | "passages" | "aliases">,
  createIndex: CreateIndex,
): Promise<PassageStore & Required<Pick<PassageStore, "whole">>> {
  const collection = collect(passages, aliases);
  const index = await createIndex(documentsOf(collection));
  const listings = listingsOf(articles);
  const read: ArticlesRead = {
    collection,
    placeOf: (candidate) => candidate,
    passagesOf: groupBy(passages, (passage) => passage.article),
    copiesOf: groupBy(passages, (passage) => passage.copyOf),
  };
  return {
    lexicon: collection,
    whole: collection,
    async candidates(terms, limit) {
      const places = await index.search(terms, limit);
      return { texts: collection, places, read: async () => read };
    },
    listing: async (key) => listings.get(key),
  };
}
