import type { Article, Passage } from "../../corpus/article.ts";
import { legibleText } from "../../corpus/inline-marks.ts";
import type { AliasReader } from "../alias-reader.ts";
import { type Figure, readTerms } from "../collection.ts";

/** A sentence as an index keeps it. */
interface AnalysedSentence {
  /** The numbers of its words, and of what stands for several of them: see `Texts.words`. */
  readonly words: Int32Array;
  readonly figures: readonly Figure[];
}

/** An article with all that answering reads of it, so that nothing is analysed again. */
export interface AnalysedArticle {
  readonly article: Article;
  /** Copies too. */
  readonly passages: readonly Passage[];
  /** One for each of the article's sentences; of copies nothing is read. */
  readonly sentences: readonly AnalysedSentence[];
  /** The words of the title; those of the title and a heading together, by the heading. */
  readonly title: Int32Array;
  readonly subjects: ReadonlyMap<string, Int32Array>;
}

/** Analyses an article as `collect` does, `intern` giving each word its number. Linear in its length. */
export function analyse(
  article: Article,
  passages: readonly Passage[],
  aliases: AliasReader,
  intern: (word: string) => number,
): AnalysedArticle {
  const text = legibleText(article);
  const read = (part: string): AnalysedSentence => {
    const { terms, figures } = readTerms(part, aliases);
    return { words: Int32Array.from(terms, intern), figures };
  };
  const sentences: AnalysedSentence[] = article.sentences.map(() => UNREAD);
  const subjects = new Map<string, Int32Array>();
  for (const { copyOf, firstSentence, sentenceCount } of passages) {
    if (copyOf !== undefined) continue;
    for (let index = firstSentence; index < firstSentence + sentenceCount; index++) {
      const sentence = article.sentences[index];
      if (sentence === undefined) break;
      sentences[index] = read(text.slice(sentence.start, sentence.end));
      const heading = article.paragraphs[sentence.paragraph]?.heading;
      if (heading !== undefined && !subjects.has(heading))
        subjects.set(heading, read(`${article.title}\n${heading}`).words);
    }
  }
  return { article, passages, sentences, title: read(article.title).words, subjects };
}

const UNREAD: AnalysedSentence = { words: new Int32Array(0), figures: [] };
