/**
 * A set of words that texts are held against: most words are not in it, and that is told by their first letter, last letter and length, before a
 * hash of them is needed.
 */
export class WordSet {
  readonly #words: ReadonlySet<string>;
  /** 1 where a word of the set has these letters and this length. */
  readonly #kinds = new Uint8Array(1 << 15);

  constructor(words: Iterable<string>) {
    this.#words = new Set(words);
    for (const word of this.#words) this.#kinds[kindOf(word)] = 1;
  }

  has(word: string): boolean {
    return this.#kinds[kindOf(word)] === 1 && this.#words.has(word);
  }
}

function kindOf(word: string): number {
  const { length } = word;
  return (word.charCodeAt(0) & 31) | ((word.charCodeAt(length - 1) & 31) << 5) | ((length & 31) << 10);
}
