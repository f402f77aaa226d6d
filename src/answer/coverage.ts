import { numberTerms } from "../arabic/numbers.ts";
import { type Collection, joinedTerms } from "../search/collection.ts";
import type { Vocabulary } from "../search/vocabulary.ts";
import type { Query, QueryWord } from "./query.ts";
import type { TokenizedText } from "./read-text.ts";

/** Word of the question → how well the best word of a text matches it, 0 to 1. */
export type Coverage = Float32Array;

/** The summed weight of the words that are covered. */
export function weigh({ words }: Query, coverage: Coverage): number {
  let sum = 0;
  words.forEach(({ weight }, i) => {
    sum += weight * (coverage[i] ?? 0);
  });
  return sum;
}

/** Raises one coverage to another where that is greater. */
export function cover(coverage: Coverage, other: Coverage): void {
  other.forEach((strength, i) => {
    coverage[i] = Math.max(coverage[i] ?? 0, strength);
  });
}

/** How well a word of the collection matches a word of the question, 0 to 1. */
export function strengthOf({ matches }: QueryWord, word: number, vocabulary: Vocabulary): number {
  return Math.max(
    matches.words.get(word) ?? 0,
    matches.light.get(vocabulary.lightOf[word] ?? -1) ?? 0,
    matches.deep.get(vocabulary.deepOf[word] ?? -1) ?? 0,
  );
}

/** The coverage by any text. */
export function coverageOf(read: TokenizedText, query: Query, { vocabulary, aliases }: Collection): Coverage {
  const coverage = new Float32Array(query.words.length);
  const see = (term: string): void => {
    const word = vocabulary.find(term);
    if (word !== undefined) raiseBy(word, coverage, query);
  };
  read.terms.forEach(see);
  if (query.asksFigures) for (const figure of read.figures) numberTerms(figure).forEach(see);
  joinedTerms(read.text, read.tokens, aliases).forEach(see);
  return coverage;
}

/** Reads the coverage of the collection's sentences for one query, each sentence once. */
export interface CoverageReader {
  /** By the sentence itself. */
  bySentence(id: number): Coverage;
  /** By the heading above it and the article's title. */
  bySubject(id: number): Coverage;
}

export function createCoverageReader(collection: Collection, query: Query): CoverageReader {
  const sentences = new Map<number, Coverage>();
  const subjects = new Map<Int32Array, Coverage>();
  const { words, sentenceStart } = collection;

  const read = (text: Int32Array, from: number, to: number): Coverage => {
    const coverage = new Float32Array(query.words.length);
    for (let at = from; at < to; at++) raiseBy(text[at] ?? -1, coverage, query);
    return coverage;
  };

  return {
    bySentence(id) {
      let coverage = sentences.get(id);
      if (coverage === undefined) {
        coverage = read(words, sentenceStart[id] ?? 0, sentenceStart[id + 1] ?? 0);
        sentences.set(id, coverage);
      }
      return coverage;
    },
    bySubject(id) {
      const subject = collection.subjects[id] ?? NO_WORDS;
      let coverage = subjects.get(subject);
      if (coverage === undefined) {
        coverage = read(subject, 0, subject.length);
        subjects.set(subject, coverage);
      }
      return coverage;
    },
  };
}

const NO_WORDS = new Int32Array(0);

/** Raises a coverage by what a word of the collection stands for. */
function raiseBy(word: number, coverage: Coverage, { wordMatches }: Query): void {
  const matches = wordMatches.get(word);
  if (matches === undefined) return;
  for (const [place, strength] of matches) if ((coverage[place] ?? 0) < strength) coverage[place] = strength;
}
