import type {
  LexiconPart,
  NewArticle,
  NewDocument,
  StoredPassage,
} from "../../src/search/opensearch/stored-documents.ts";

/** An article of a made-up corpus: what its passages say, one text each. */
export interface SmallArticle {
  readonly id: string;
  readonly texts: readonly string[];
}

/** So many articles, each with one to four passages that no other has. */
export function smallCorpus(articles: number): SmallArticle[] {
  return Array.from({ length: articles }, (_, i) => ({
    id: `article-${i}`,
    texts: Array.from({ length: 1 + (i % 4) }, (_, n) => `نحل كلمة${i} فقرة${n}`),
  }));
}

/** The documents of articles, in the order in which an index is built. */
export function* smallDocuments(articles: readonly SmallArticle[], lexicon = "نحل"): Generator<NewDocument> {
  let place = 0;
  for (const [order, { id, texts }] of articles.entries()) {
    const article: NewArticle = {
      kind: "article",
      article: id,
      order,
      key: "cccccccc",
      file: "a.md",
      name: id,
      about: "",
      asks: false,
      questions: [],
      data: JSON.stringify(texts),
    };
    yield article;
    for (const [n, text] of texts.entries()) {
      const passage: StoredPassage = {
        kind: "passage",
        place: place++,
        key: `${id}-${n}`,
        article: id,
        light: text,
        deep: "",
        title: id,
        words: text,
      };
      yield passage;
    }
  }
  const part: LexiconPart = { kind: "lexicon", part: 0, data: lexicon };
  yield part;
}
