import { type Collection, termsOf, wordsOf } from "../search/collection.ts";
import { listAt } from "../search/lists.ts";
import type { Vocabulary } from "../search/vocabulary.ts";
import type { Query, QueryWord } from "./query.ts";

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
export function coverageOf(text: string, query: Query, collection: Collection): Coverage {
  const { vocabulary, aliases } = collection;
  const coverage = new Float32Array(query.words.length);
  const terms = query.asksFigures ? termsOf(text, aliases) : wordsOf(text, aliases);
  const matches = matchesByWord(query, vocabulary);
  for (const term of terms) {
    const word = vocabulary.find(term);
    if (word === undefined) continue;
    for (const [i, strength] of matches.get(word) ?? []) {
      if ((coverage[i] ?? 0) < strength) coverage[i] = strength;
    }
  }
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
  const matches = matchesByWord(query, collection.vocabulary);
  const sentences = new Map<number, Coverage>();
  const subjects = new Map<Int32Array, Coverage>();

  const read = (words: Int32Array): Coverage => {
    const coverage = new Float32Array(query.words.length);
    for (const word of words) {
      for (const [i, strength] of matches.get(word) ?? []) {
        if ((coverage[i] ?? 0) < strength) coverage[i] = strength;
      }
    }
    return coverage;
  };

  return {
    bySentence(id) {
      let coverage = sentences.get(id);
      if (coverage === undefined) {
        const { words, sentenceStart } = collection;
        coverage = read(words.subarray(sentenceStart[id] ?? 0, sentenceStart[id + 1] ?? 0));
        sentences.set(id, coverage);
      }
      return coverage;
    },
    bySubject(id) {
      const words = collection.subjects[id] ?? NO_WORDS;
      let coverage = subjects.get(words);
      if (coverage === undefined) {
        coverage = read(words);
        subjects.set(words, coverage);
      }
      return coverage;
    },
  };
}

const NO_WORDS = new Int32Array(0);

/** Word of the collection → the words of the question that it matches, and how well. */
type MatchesByWord = Map<number, (readonly [index: number, strength: number])[]>;

/** Those of each question that is being answered: they are looked up for every sentence and clause. */
const known = new WeakMap<Query, MatchesByWord>();

/** Function words match nothing. */
function matchesByWord(query: Query, vocabulary: Vocabulary): MatchesByWord {
  const before = known.get(query);
  if (before !== undefined) return before;
  const byWord: MatchesByWord = new Map();
  const add = (word: number, index: number, strength: number): void => {
    if (vocabulary.isStop[word] === 1) return;
    const matches = byWord.get(word);
    if (matches === undefined) byWord.set(word, [[index, strength]]);
    else matches.push([index, strength]);
  };
  query.words.forEach(({ matches: { words, light, deep } }, index) => {
    for (const [word, strength] of words) add(word, index, strength);
    for (const [stem, strength] of light)
      for (const word of listAt(vocabulary.ofLight, stem)) add(word, index, strength);
    for (const [stem, strength] of deep)
      for (const word of listAt(vocabulary.ofDeep, stem)) add(word, index, strength);
  });
  known.set(query, byWord);
  return byWord;
}
