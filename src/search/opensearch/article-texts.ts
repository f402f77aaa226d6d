import type { Collection, Figure, Texts } from "../collection.ts";
import type { Lexicon } from "../lexicon.ts";
import type { AnalysedArticle } from "./analysed-article.ts";
import { decodeNumbers } from "./number-code.ts";

/** An article as questions read it: what is the same for every question. */
export interface IndexedArticle extends AnalysedArticle {
  /** Its place in the list of articles. */
  readonly order: number;
  /** Sentence → its content words; the words of the title and of the heading above it. */
  readonly lengths: Int32Array;
  readonly subjectOf: readonly Int32Array[];
}

export function indexedArticle(analysed: AnalysedArticle, order: number, lexicon: Lexicon): IndexedArticle {
  const { article, sentences, title, subjects } = analysed;
  const headingOf = (paragraph: number) => article.paragraphs[paragraph]?.heading;
  return {
    ...analysed,
    order,
    lengths: Int32Array.from(sentences, ({ words }) => contentIn(words, lexicon)),
    subjectOf: article.sentences.map(({ paragraph }) => subjects.get(headingOf(paragraph) ?? "") ?? title),
  };
}

/** Articles in the order of their list as a collection: what a question reads of them. */
export function collectionOf(articles: readonly IndexedArticle[], lexicon: Lexicon): Collection {
  const read = articles.flatMap((article) =>
    article.passages
      .filter(({ copyOf }) => copyOf === undefined)
      .map((passage) => ({
        ...{ article, passage },
        sentences: Array.from({ length: passage.sentenceCount }, (_, i) => passage.firstSentence + i),
      })),
  );
  const sentences = read.flatMap(({ article, sentences }, passage) =>
    sentences.map((index) => ({ article, index, passage })),
  );
  const figures = new Map<number, readonly Figure[]>();
  sentences.forEach(({ article, index }, id) => {
    const { figures: found = [] } = article.sentences[index] ?? {};
    if (found.length > 0) figures.set(id, found);
  });
  const lengthOf = (article: IndexedArticle, index: number) => article.lengths[index] ?? 0;
  return {
    ...lexicon,
    passages: read.map(({ passage }) => passage),
    ...wordsAndStarts(sentences.map(({ article, index }) => article.sentences[index]?.words ?? NO_WORDS)),
    sentencePassage: Int32Array.from(sentences, ({ passage }) => passage),
    passageStart: startsOf(read.map((one) => one.sentences.length)),
    titles: read.map(({ article }) => article.title),
    subjects: sentences.map(({ article, index }) => article.subjectOf[index] ?? NO_WORDS),
    figures,
    sentenceLength: Int32Array.from(sentences, ({ article, index }) => lengthOf(article, index)),
    passageLength: Int32Array.from(read, ({ article, sentences }) =>
      sentences.reduce((sum, index) => sum + lengthOf(article, index), 0),
    ),
  };
}

/** Passages as an index keeps them for ranking, each as one sentence. `stored`: see `StoredPassage.words`. */
export function rankedTexts(stored: readonly string[], lexicon: Lexicon): Texts {
  const read = stored.map((code) => {
    const [title = "", words = ""] = code.split(" ");
    return { title: decodeNumbers(title), words: decodeNumbers(words) };
  });
  const lengths = Int32Array.from(read, ({ words }) => contentIn(words, lexicon));
  return {
    ...wordsAndStarts(read.map(({ words }) => words)),
    sentencePassage: Int32Array.from(read.keys()),
    passageStart: Int32Array.from({ length: read.length + 1 }, (_, i) => i),
    titles: read.map(({ title }) => title),
    subjects: read.map(({ title }) => title),
    figures: new Map(),
    sentenceLength: lengths,
    passageLength: lengths,
  };
}

const NO_WORDS = new Int32Array(0);

function contentIn(words: Int32Array, { vocabulary }: Lexicon): number {
  let count = 0;
  for (const word of words) if (vocabulary.isStop[word] !== 1) count++;
  return count;
}

function wordsAndStarts(sentences: readonly Int32Array[]): Pick<Texts, "words" | "sentenceStart"> {
  const sentenceStart = startsOf(sentences.map(({ length }) => length));
  const words = new Int32Array(sentenceStart.at(-1) ?? 0);
  sentences.forEach((own, i) => {
    words.set(own, sentenceStart[i]);
  });
  return { words, sentenceStart };
}

/** Where lists of such lengths begin when they follow each other, and where the last one ends. */
function startsOf(lengths: readonly number[]): Int32Array {
  const starts = new Int32Array(lengths.length + 1);
  lengths.forEach((length, i) => {
    starts[i + 1] = (starts[i] ?? 0) + length;
  });
  return starts;
}
