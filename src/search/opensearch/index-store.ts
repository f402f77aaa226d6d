import { z } from "zod";
import type { Article } from "../../corpus/article.ts";
import { groupBy } from "../../corpus/passage-groups.ts";
import type { Lexicon } from "../lexicon.ts";
import { createOpenSearchIndex } from "../opensearch.ts";
import type { PassageStore } from "../passage-store.ts";
import type { ArticleReader } from "./article-reader.ts";
import { collectionOf, type IndexedArticle, rankedTexts } from "./article-texts.ts";
import type { OpenSearchCluster } from "./cluster.ts";

/** Passages that repeat those of an answer. */
const MOST_COPIES = 50;

const ownersSchema = z.object({
  hits: z.object({ hits: z.array(z.object({ _source: z.object({ article: z.string() }) })) }),
});

export interface IndexParts {
  readonly cluster: OpenSearchCluster;
  /** The index of a version, whose contents never change. */
  readonly index: string;
  readonly lexicon: Lexicon;
  readonly reader: ArticleReader;
  /** Some article lists questions; some passage repeats another. */
  readonly hasListings: boolean;
  readonly hasCopies: boolean;
}

/** The passages of an index on OpenSearch: it finds candidates, and keeps the articles that are read. */
export function createOpenSearchStore(parts: IndexParts): PassageStore {
  const { cluster, index, lexicon, reader } = parts;
  const engine = createOpenSearchIndex(cluster, index);

  /** The articles that hold copies of passages. */
  const withCopiesOf = async (keys: readonly string[]): Promise<readonly IndexedArticle[]> => {
    if (!parts.hasCopies || keys.length === 0) return [];
    const answer = await cluster.search(index, {
      size: MOST_COPIES,
      track_total_hits: false,
      _source: ["article"],
      query: { bool: { filter: [{ terms: { copyOf: keys } }] } },
    });
    return reader.withIds(ownersSchema.parse(answer).hits.hits.map(({ _source }) => _source.article));
  };

  return {
    lexicon,
    async candidates(terms, limit) {
      const found = await engine.find(terms, limit);
      const texts = rankedTexts(
        found.map(({ words }) => words),
        lexicon,
      );
      return {
        texts,
        places: found.map((_, place) => place),
        async read(places, further) {
          const chosen = places.flatMap((place) => found[place] ?? []);
          const [read, copying] = await Promise.all([
            reader.withIds(chosen.map(({ article }) => article)),
            withCopiesOf(chosen.map(({ key }) => key)),
          ]);
          const articles = inOrder([...further.map((article) => reader.of(article)), ...read]);
          const collection = collectionOf(articles, lexicon);
          const placeOf = new Map(collection.passages.map(({ key }, place) => [key, place]));
          return {
            collection,
            placeOf: (candidate) => placeOf.get(found[candidate]?.key ?? ""),
            passagesOf: new Map(articles.map(({ article, passages }) => [article, passages])),
            copiesOf: groupBy(
              inOrder(copying).flatMap(({ passages }) => passages),
              (passage) => passage.copyOf,
            ),
          };
        },
      };
    },
    async listing(key) {
      if (!parts.hasListings) return undefined;
      const answer = await cluster.search(index, {
        size: 2,
        track_total_hits: false,
        _source: ["article"],
        query: { bool: { filter: [{ term: { questions: key } }] } },
      });
      const [one, another] = ownersSchema.parse(answer).hits.hits;
      return another === undefined ? one?._source.article : undefined;
    },
  };
}

/** Each once, of those with the same id the first, in the order of the list. */
function inOrder(articles: readonly IndexedArticle[]): IndexedArticle[] {
  const byId = new Map<Article["id"], IndexedArticle>();
  for (const one of articles) if (!byId.has(one.article.id)) byId.set(one.article.id, one);
  return [...byId.values()].sort((a, b) => a.order - b.order);
}
