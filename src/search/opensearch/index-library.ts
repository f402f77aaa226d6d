import { z } from "zod";
import { tokenize } from "../../arabic/tokens.ts";
import type { Article } from "../../corpus/article.ts";
import type { Library } from "../../corpus/library.ts";
import type { ArticleReader, StoredQuery } from "./article-reader.ts";
import type { IndexedArticle } from "./article-texts.ts";
import type { OpenSearchCluster } from "./cluster.ts";
import type { IndexParts } from "./index-store.ts";
import { searchedName } from "./stored-corpus.ts";

const ownersSchema = z.object({
  hits: z.object({
    hits: z.array(z.object({ _source: z.object({ key: z.string(), article: z.string() }) })),
  }),
});

/** The articles of an index on OpenSearch, of which there are `size`. */
export function createOpenSearchLibrary(parts: IndexParts, size: number): Library {
  const { lexicon, reader } = parts;
  const first = async (query: StoredQuery) => (await reader.find(query, 1))[0]?.article;
  const holding = (word: string): StoredQuery => ({
    bool: { should: [containing("name", word), containing("about", word)] },
  });

  const named = async (name: string): Promise<Article | undefined> => {
    const written = name.trim();
    if (written === "") return undefined;
    const isNamed = { bool: { should: [termOf("key", written), termOf("article", written)] } };
    const known = (await first(isNamed)) ?? (await passagesWith([written], parts))[0]?.article.article;
    if (known !== undefined) return known;
    const files = await reader.find(
      { bool: { should: [termOf("file", written), { prefix: { file: { value: `${written}.` } } }] } },
      10,
    );
    const file = files.find(({ article }) => isFile(article.file, written));
    if (file !== undefined) return file.article;
    const words = searchedName(written);
    const same = words === "" ? undefined : await first(termOf("name", words));
    if (same !== undefined || words === "") return same;
    const [one, another] = await reader.find(containing("name", words), 2);
    return another === undefined ? one?.article : undefined;
  };

  return {
    size,
    named,
    async passages(keys) {
      const kept = keys.flatMap((key) => reader.keptPassage(key) ?? []);
      const missing = keys.filter((key) => !kept.some((passage) => passage.key === key));
      const found = missing.length === 0 ? [] : await passagesWith(missing, parts);
      const passages = [...kept, ...found.map(({ passage }) => passage)];
      return new Map(passages.map((passage) => [passage.key, passage]));
    },
    passagesOf: async (article) => reader.of(article).passages,
    articles: async (from, count) =>
      articlesOf(await reader.find({ range: { order: { gte: from, lt: from + count } } }, count)),
    placeOf: async (article) => reader.of(article).order,
    async withQuestions(count) {
      const asking = await reader.find({ term: { asks: true } }, count);
      const others = await reader.find({ range: { order: { lt: count } } }, count);
      return articlesOf([...new Set([...asking, ...others])].sort((a, b) => a.order - b.order));
    },
    withKey: (key) => first(termOf("key", key)),
    async holding(words, limit) {
      const wanted = searchedName(words).split(" ").filter(Boolean);
      const [start] = wanted;
      const query = {
        bool: {
          filter: wanted.map(holding),
          should: start === undefined ? [] : [{ prefix: { name: { value: start } } }],
        },
      };
      return articlesOf(await reader.find(query, limit, [{ _score: "desc" }, { order: "asc" }]));
    },
    async holdsWord(word) {
      const tokens = tokenize(word);
      return tokens.length > 0 && tokens.every(({ term }) => lexicon.vocabulary.find(term) !== undefined);
    },
  };
}

/** The passages with these keys; of two with one key the first. */
async function passagesWith(keys: readonly string[], { cluster, index, reader }: Searched) {
  const answer = await cluster.search(index, {
    size: 2 * keys.length,
    sort: [{ place: "asc" }],
    track_total_hits: false,
    _source: ["key", "article"],
    query: { bool: { filter: [{ term: { kind: "passage" } }, { terms: { key: keys } }] } },
  });
  const owners = ownersSchema.parse(answer).hits.hits.map(({ _source }) => _source);
  const articles = await reader.withIds(owners.map(({ article }) => article));
  return keys.flatMap((key) => {
    const owner = owners.find((one) => one.key === key);
    const article = articles.find((one) => one.article.id === owner?.article);
    const passage = article?.passages.find((one) => one.key === key);
    return article === undefined || passage === undefined ? [] : [{ article, passage }];
  });
}

interface Searched {
  readonly cluster: OpenSearchCluster;
  readonly index: string;
  readonly reader: ArticleReader;
}

function articlesOf(read: readonly IndexedArticle[]): Article[] {
  return read.map(({ article }) => article);
}

function termOf(field: string, value: string): StoredQuery {
  return { term: { [field]: { value } } };
}

/** Words of a title without signs hold none of the engine's own signs. */
function containing(field: string, words: string): StoredQuery {
  return { wildcard: { [field]: { value: `*${words}*` } } };
}

/** With its ending or without. */
function isFile(file: string, written: string): boolean {
  return file === written || file.slice(0, file.lastIndexOf(".")) === written;
}
