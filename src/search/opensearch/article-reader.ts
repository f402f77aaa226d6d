import { LRUCache } from "lru-cache";
import { z } from "zod";
import type { Article, Passage } from "../../corpus/article.ts";
import type { Lexicon } from "../lexicon.ts";
import { type IndexedArticle, indexedArticle } from "./article-texts.ts";
import type { OpenSearchCluster } from "./cluster.ts";
import { decodeArticle } from "./stored-article.ts";

/** Characters of the articles that are kept: those that people ask of again and again. In memory each takes some ten bytes. */
const KEPT = 1_500_000;

/** A query of OpenSearch. */
export type StoredQuery = Readonly<Record<string, unknown>>;

/** Reads articles of an index whole. */
export interface ArticleReader {
  /** Those with these ids. */
  withIds(ids: readonly string[]): Promise<readonly IndexedArticle[]>;
  /** Those that a query finds, at most `limit`, in the order of the list if nothing else is said. */
  find(query: StoredQuery, limit: number, sort?: readonly unknown[]): Promise<readonly IndexedArticle[]>;
  /** All that was read of an article that was given out. */
  of(article: Article): IndexedArticle;
  /** A passage of an article that is kept. */
  keptPassage(key: string): Passage | undefined;
}

const hitsSchema = z.object({
  hits: z.object({
    hits: z.array(
      z.object({ _source: z.object({ article: z.string(), order: z.number().int(), data: z.string() }) }),
    ),
  }),
});

export function createArticleReader(
  cluster: OpenSearchCluster,
  index: string,
  lexicon: Lexicon,
): ArticleReader {
  const passages = new Map<string, Passage>();
  const kept = new LRUCache<string, IndexedArticle>({
    maxSize: KEPT,
    sizeCalculation: ({ article }) => article.text.length + 1,
    dispose: (one) => {
      for (const passage of one.passages)
        if (passages.get(passage.key) === passage) passages.delete(passage.key);
    },
  });
  const all = new WeakMap<Article, IndexedArticle>();

  const read = (id: string, order: number, data: string): IndexedArticle => {
    const known = kept.get(id);
    if (known !== undefined) return known;
    const article = indexedArticle(decodeArticle(data), order, lexicon);
    all.set(article.article, article);
    for (const passage of article.passages) passages.set(passage.key, passage);
    kept.set(id, article);
    return article;
  };

  const find: ArticleReader["find"] = async (query, limit, sort = [{ order: "asc" }]) => {
    const answer = await cluster.search(index, {
      size: limit,
      sort,
      track_total_hits: false,
      _source: ["article", "order", "data"],
      query: { bool: { filter: [{ term: { kind: "article" } }], must: [query] } },
    });
    const { hits } = hitsSchema.parse(answer).hits;
    return hits.map(({ _source: { article, order, data } }) => read(article, order, data));
  };

  return {
    find,
    async withIds(ids) {
      const wanted = [...new Set(ids)];
      const known = wanted.flatMap((id) => kept.get(id) ?? []);
      const missing = wanted.filter((id) => !known.some(({ article }) => article.id === id));
      if (missing.length === 0) return known;
      return [...known, ...(await find({ terms: { article: missing } }, missing.length))];
    },
    of(article) {
      const known = all.get(article);
      if (known === undefined) throw new RangeError("The article was read from another index");
      return known;
    },
    keptPassage: (key) => passages.get(key),
  };
}
