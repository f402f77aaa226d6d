import { charGrams } from "../arabic/grams.ts";
import { deepStem, lightStem } from "../arabic/stems.ts";
import { isQuestionWord, isStopWord } from "../arabic/stop-words.ts";
import { createListsBuilder, invert, type Lists } from "./lists.ts";
import { NumberList } from "./number-list.ts";
import { TermNumbers } from "./term-numbers.ts";

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
  /** The analyses of a word that has a number. */
  isStop(word: number): boolean;
  lightStem(word: number): string;
  deepStem(word: number): string;
  finish(): Vocabulary;
}

export function createVocabularyBuilder(): VocabularyBuilder {
  const words = new TermNumbers();
  const lights = new TermNumbers();
  const deeps = new TermNumbers();
  const grams = new TermNumbers();
  const lightOf = new NumberList();
  const deepOf = new NumberList();
  const isStop = new NumberList();
  const gramsOf = createListsBuilder();

  return {
    intern(word) {
      const number = words.number(word);
      if (number < lightOf.length) return number;
      const stop = isStopWord(word) || isQuestionWord(word);
      lightOf.push(lights.number(lightStem(word)));
      deepOf.push(deeps.number(deepStem(word)));
      isStop.push(stop ? 1 : 0);
      // n:2500 is no relative of n:2501: a number matches as a whole or not at all.
      const whole = stop || word.includes(":");
      if (!whole) for (const gram of charGrams(word)) gramsOf.push(grams.number(gram));
      gramsOf.end();
      return number;
    },
    isStop: (word) => isStop.at(word) === 1,
    lightStem: (word) => lights.terms[lightOf.at(word)] ?? "",
    deepStem: (word) => deeps.terms[deepOf.at(word)] ?? "",
    finish() {
      const gramLists = gramsOf.finish();
      const [light, deep] = [lightOf.toArray(), deepOf.toArray()];
      return {
        words: words.terms,
        lightStems: lights.terms,
        deepStems: deeps.terms,
        lightOf: light,
        deepOf: deep,
        isStop: Uint8Array.from(isStop.toArray()),
        grams: gramLists,
        ofLight: invert(oneEach(light), lights.terms.length),
        ofDeep: invert(oneEach(deep), deeps.terms.length),
        ofGram: invert(gramLists, grams.terms.length),
        find: (word) => words.find(word),
        findLight: (stem) => lights.find(stem),
        findDeep: (stem) => deeps.find(stem),
        findGram: (gram) => grams.find(gram),
      };
    },
  };
}

/** Each item as a list of one. */
function oneEach(items: Int32Array): Lists {
  return { start: Int32Array.from({ length: items.length + 1 }, (_, i) => i), items };
}
