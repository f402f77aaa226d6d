import { charGrams } from "../arabic/grams.ts";
import { deepStem, lightStem } from "../arabic/stems.ts";
import { isQuestionWord, isStopWord } from "../arabic/words.ts";

/**
 * Every word form of a collection, once, with its analyses as small numbers: a text becomes a run of word numbers,
 * and each analysis of it is a look-up. Numbers are dense, from 0, in order of first appearance.
 */
export class Lexicon {
  readonly words: string[] = [];
  /** Word → class of words with the same light stem; likewise for the deeper stem. */
  readonly lightOf: number[] = [];
  readonly deepOf: number[] = [];
  readonly lightStems: string[] = [];
  readonly deepStems: string[] = [];
  /** Word → function word, which carries no topic. */
  readonly isStop: boolean[] = [];
  readonly #gramStart: number[] = [0];
  readonly #grams: number[] = [];
  readonly #wordIds = new Map<string, number>();
  readonly #lightIds = new Map<string, number>();
  readonly #deepIds = new Map<string, number>();
  readonly #gramIds = new Map<string, number>();

  /** The number of a word, a new one when it is seen for the first time. */
  intern(word: string): number {
    const known = this.#wordIds.get(word);
    if (known !== undefined) return known;
    const id = this.words.length;
    this.words.push(word);
    this.#wordIds.set(word, id);
    this.lightOf.push(internIn(this.#lightIds, lightStem(word), this.lightStems));
    this.deepOf.push(internIn(this.#deepIds, deepStem(word), this.deepStems));
    const stop = isStopWord(word) || isQuestionWord(word);
    this.isStop.push(stop);
    if (!stop) for (const gram of charGrams(word)) this.#grams.push(internIn(this.#gramIds, gram));
    this.#gramStart.push(this.#grams.length);
    return id;
  }

  find(word: string): number | undefined {
    return this.#wordIds.get(word);
  }

  findLight(stem: string): number | undefined {
    return this.#lightIds.get(stem);
  }

  findDeep(stem: string): number | undefined {
    return this.#deepIds.get(stem);
  }

  findGram(gram: string): number | undefined {
    return this.#gramIds.get(gram);
  }

  get gramCount(): number {
    return this.#gramIds.size;
  }

  /** Where the 4-grams of a word begin and end in `gramAt`; a function word has none. */
  gramRange(word: number): readonly [number, number] {
    return [this.#gramStart[word] ?? 0, this.#gramStart[word + 1] ?? 0];
  }

  gramAt(index: number): number {
    return this.#grams[index] ?? -1;
  }
}

function internIn(ids: Map<string, number>, term: string, terms?: string[]): number {
  const known = ids.get(term);
  if (known !== undefined) return known;
  const id = ids.size;
  ids.set(term, id);
  terms?.push(term);
  return id;
}
