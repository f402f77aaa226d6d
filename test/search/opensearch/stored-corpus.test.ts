import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { createRankers } from "../../../src/answer/rank.ts";
import type { Corpus, Passage } from "../../../src/corpus/article.ts";
import { articlesNear } from "../../../src/search/articles-near.ts";
import { type Collection, collect } from "../../../src/search/collection.ts";
import { openCorpusStore } from "../../../src/search/corpus-store.ts";
import { createMiniSearchIndex } from "../../../src/search/minisearch.ts";
import {
  collectionOf,
  type IndexedArticle,
  indexedArticle,
  rankedTexts,
} from "../../../src/search/opensearch/article-texts.ts";
import { decodeNumbers, encodeNumbers } from "../../../src/search/opensearch/number-code.ts";
import { decodeArticle } from "../../../src/search/opensearch/stored-article.ts";
import { articlesOf, storedDocuments } from "../../../src/search/opensearch/stored-corpus.ts";
import type {
  NewArticle,
  NewDocument,
  StoredPassage,
} from "../../../src/search/opensearch/stored-documents.ts";
import {
  decodeLexicon,
  encodeLexicon,
  OtherAnalysisError,
} from "../../../src/search/opensearch/stored-lexicon.ts";
import { createSearchingVerifier, createVerifier } from "../../../src/verify/verifier.ts";
import { corpusFrom, GAPPED, LIBRARY, shippedCorpus } from "../../answer/library.ts";

const COPIED = { "first.md": LIBRARY["bridge.md"] ?? "", "second.md": LIBRARY["bridge.md"] ?? "" };
let corpora: readonly Corpus[];

beforeAll(async () => {
  corpora = [corpusFrom({ ...LIBRARY, "gapped.md": GAPPED, ...COPIED }), await shippedCorpus()];
});

describe("the documents of a corpus", () => {
  it("are read back as what the corpus is in this process", () => {
    for (const corpus of corpora) {
      const kept = readBack([...storedDocuments(articlesOf(corpus), corpus.aliases)]);
      const own = collect(corpus.passages, corpus.aliases);
      expect(inWords(collectionOf(kept.articles, kept.lexicon))).toEqual(inWords(own));
      expect(kept.articles.flatMap(({ passages }) => passages.map(written))).toEqual(
        corpus.passages.map(written),
      );
    }
  });

  it("rank as the corpus does, copies left out", () => {
    for (const corpus of corpora) {
      const { lexicon, passages } = readBack([...storedDocuments(articlesOf(corpus), corpus.aliases)]);
      const own = collect(corpus.passages, corpus.aliases);
      const originals = passages.filter(({ copyOf }) => copyOf === undefined);
      expect(originals.map(({ key }) => key)).toEqual(own.passages.map(({ key }) => key));
      const texts = rankedTexts(
        originals.map(({ words }) => words),
        lexicon,
      );
      const light = Array.from({ length: 40 }, (_, term) => ({ term, word: term % 7, weight: 1 }));
      const asked = { light, deep: [], gram: [] };
      const there = createRankers(lexicon)(texts).rank(asked, originals.keys());
      const stems = light.map(({ term }) =>
        own.vocabulary.findLight(lexicon.vocabulary.lightStems[term] ?? ""),
      );
      const sameTerms = light.map((term, i) => ({ ...term, term: stems[i] ?? -1 }));
      const here = createRankers(own)(own).rank({ ...asked, light: sameTerms }, own.passages.keys());
      expect(there).toEqual(here);
    }
  });

  it("keep the numbers of words that an index has", () => {
    const [corpus] = corpora;
    if (corpus === undefined) throw new Error("There is a corpus");
    const before = readBack([...storedDocuments(articlesOf(corpus))]).lexicon.vocabulary.words;
    const more = corpusFrom({
      ...LIBRARY,
      "a-new.md": "---\ntitle: سوق الجمعة\n---\n\nتباع الطيور في سوق الجمعة.\n",
    });
    const after = readBack([...storedDocuments(articlesOf(more), [], before)]).lexicon.vocabulary.words;
    expect(after.slice(0, before.length)).toEqual(before);
    expect(after.length).toBeGreaterThan(before.length);
  });
});

describe("a lexicon of other stems", () => {
  it("is refused", () => {
    const [corpus] = corpora;
    const [head = "", ...parts] = encodeLexicon(collect(corpus?.passages ?? []));
    const other = JSON.stringify({ ...JSON.parse(head), stems: "other" });
    expect(() => decodeLexicon([other, ...parts])).toThrow(OtherAnalysisError);
  });
});

describe("encodeNumbers", () => {
  it("gives what decodeNumbers reads", () => {
    fc.assert(
      fc.property(fc.array(fc.nat(2 ** 31 - 1)), (numbers) => {
        expect(Array.from(decodeNumbers(encodeNumbers(numbers)))).toEqual(numbers);
      }),
    );
  });
});

describe("createSearchingVerifier", () => {
  it("finds each sentence where the verifier over all articles does", async () => {
    for (const corpus of corpora) {
      const store = await openCorpusStore(corpus, createMiniSearchIndex);
      const searching = createSearchingVerifier((text) => articlesNear(store, text));
      const whole = createVerifier(corpus);
      for (const { article, start, end } of corpus.passages.filter((_, i) => i % 5 === 0)) {
        const text = article.text.slice(start, end);
        const [near, all] = [await searching.verify(text), await whole.verify(text)];
        expect(typeof near === "string" ? near : near.state).toBe(typeof all === "string" ? all : all.state);
      }
    }
  });
});

/** What an index gives back of its documents. */
function readBack(documents: readonly NewDocument[]) {
  const lexicon = decodeLexicon(documents.flatMap((one) => (one.kind === "lexicon" ? [one.data] : [])));
  const articles = documents.filter((one): one is NewArticle => one.kind === "article");
  const passages = documents.filter((one): one is StoredPassage => one.kind === "passage");
  return {
    lexicon,
    passages,
    articles: articles.map(
      ({ data, order }): IndexedArticle => indexedArticle(decodeArticle(data), order, lexicon),
    ),
  };
}

/** A passage with all of its article as plain data. */
function written({ article, ...passage }: Passage) {
  const sentences = article.sentences.map(({ start, end, paragraph, clauses }) => [
    ...[start, end, paragraph],
    ...clauses.map((clause) => [clause.start, clause.end]),
  ]);
  return { ...passage, article: { ...article, sentences } };
}

/** A collection without the numbers of its words, which depend on the order in which words are seen. */
function inWords(collection: Collection) {
  const { vocabulary, frequency, neighbours, aliases: _aliases, aliasGroups: _groups, ...rest } = collection;
  const wordOf = (word: number) => vocabulary.words[word];
  const named = (words: Int32Array) => Array.from(words, wordOf);
  const byTerm = (terms: readonly string[], counts: Int32Array) =>
    new Map(terms.map((term, i) => [term, counts[i]] as const).filter(([, count]) => count !== 0));
  return {
    ...rest,
    passages: collection.passages.map(({ key }) => key),
    words: named(collection.words),
    titles: collection.titles.map(named),
    subjects: collection.subjects.map(named),
    light: byTerm(vocabulary.lightStems, frequency.light),
    deep: byTerm(vocabulary.deepStems, frequency.deep),
    grams: frequency.gram.toSorted(),
    next: new Map(vocabulary.words.map((word, i) => [word, wordOf(neighbours.next[i] ?? -1)])),
    previous: new Map(vocabulary.words.map((word, i) => [word, wordOf(neighbours.previous[i] ?? -1)])),
  };
}
