import { charGrams } from "../arabic/grams.ts";
import { deepStem, lightStem } from "../arabic/stems.ts";
import { isQuestionWord, isStopWord } from "../arabic/stop-words.ts";
import { invert, type Lists, listsOf } from "./lists.ts";

/**
 * Every word form of a collection, once, with its analyses as numbers: a text becomes a run of word numbers, and
 * each analysis of it is a look-up. Numbers are dense, from 0, in the order of first appearance.
 */
export interface Vocabulary {
  readonly words: readonly string[];
  readonly lightStems: readonly string[];
  readonly deepStems: readonly string[];
  /** Word → its light stem; its deeper stem. */
  readonly lightOf: Int32Array;
  readonly deepOf: Int32Array;
  /** Word → 1 for a function word, which carries no topic. */
  readonly isStop: Uint8Array;
  /** Word → its 4-grams; a function word has none. */
  readonly grams: Lists;
  /** Light stem, deeper stem, 4-gram → the words that have it. */
  readonly ofLight: Lists;
  readonly ofDeep: Lists;
  readonly ofGram: Lists;
  find(word: string): number | undefined;
  findLight(stem: string): number | undefined;
  findDeep(stem: string): number | undefined;
  findGram(gram: string): number | undefined;
}

/** Takes words one by one and numbers them. */
export interface VocabularyBuilder {
  /** The number of a word: a new one when the word is seen for the first time. */
  intern(word: string): number;
  finish(): Vocabulary;
}

export function createVocabularyBuilder(): VocabularyBuilder {
  const words = createNumbering();
  const lights = createNumbering();
  const deeps = createNumbering();
  const grams = createNumbering();
  const lightOf: number[] = [];
  const deepOf: number[] = [];
  const isStop: number[] = [];
  const gramsOf: number[][] = [];

  return {
    intern(word) {
      const known = words.find(word);
      if (known !== undefined) return known;
      const stop = isStopWord(word) || isQuestionWord(word);
      lightOf.push(lights.number(lightStem(word)));
      deepOf.push(deeps.number(deepStem(word)));
      isStop.push(stop ? 1 : 0);
      // n:2500 is no relative of n:2501: a number matches as a whole or not at all.
      const whole = stop || word.includes(":");
      gramsOf.push(whole ? [] : charGrams(word).map((gram) => grams.number(gram)));
      return words.number(word);
    },
    finish() {
      const gramLists = listsOf(gramsOf);
      return {
        words: words.terms,
        lightStems: lights.terms,
        deepStems: deeps.terms,
        lightOf: Int32Array.from(lightOf),
        deepOf: Int32Array.from(deepOf),
        isStop: Uint8Array.from(isStop),
        grams: gramLists,
        ofLight: invert(listsOf(lightOf.map((light) => [light])), lights.terms.length),
        ofDeep: invert(listsOf(deepOf.map((deep) => [deep])), deeps.terms.length),
        ofGram: invert(gramLists, grams.terms.length),
        find: words.find,
        findLight: lights.find,
        findDeep: deeps.find,
        findGram: grams.find,
      };
    },
  };
}

function createNumbering() {
  const numbers = new Map<string, number>();
  const terms: string[] = [];
  return {
    terms,
    find: (term: string): number | undefined => numbers.get(term),
    number(term: string): number {
      const known = numbers.get(term);
      if (known !== undefined) return known;
      numbers.set(term, terms.length);
      return terms.push(term) - 1;
    },
  };
}
