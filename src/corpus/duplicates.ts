import { tokenize } from "../arabic/tokens.ts";

/** A text's words in the order it has them, folded; punctuation, marks and white space do not count. */
export function wordsOf(text: string): string[] {
  return tokenize(text).map(({ term }) => term);
}

const LEAST_WORDS = 25;
const LEAST_OVERLAP = 0.9;
const SHINGLE = 3;
/** A text is remembered by its smallest hashes: two that share nine tenths of their runs share one of these. */
const SIGNATURE = 8;
/** A hash that so many texts share tells none of them. */
const MOST_SHARING = 32;

/** A text as it is compared with others. What it is compared by is counted once, whether it is looked for, added or both. */
export class ComparedText {
  readonly words: readonly string[];
  readonly joined: string;
  #shingles: ReadonlySet<number> | undefined;
  #numbers: string | undefined;
  #signature: readonly number[] | undefined;

  constructor(words: readonly string[]) {
    this.words = words;
    this.joined = words.join(" ");
  }

  get shingles(): ReadonlySet<number> {
    this.#shingles ??= shinglesOf(this.words);
    return this.#shingles;
  }

  get signature(): readonly number[] {
    this.#signature ??= signatureOf(this.shingles);
    return this.#signature;
  }

  get numbers(): string {
    this.#numbers ??= DIGIT.test(this.joined) ? this.words.filter((word) => DIGIT.test(word)).join(" ") : "";
    return this.#numbers;
  }
}

const DIGIT = /\p{Nd}/u;

interface Known<T> {
  readonly text: string;
  readonly numbers: string;
  readonly value: T;
}

/**
 * Texts that were met, to find a copy: one with the same words, or, from 25 words on, one that shares nine tenths of
 * its runs of three words and has the same numbers (the price of another day is another text). Each text is compared
 * with the few that share a hash of their signature, so that time and memory grow with the length of all.
 */
export class CopyFinder<T> {
  readonly #exact = new Map<string, T>();
  /** Most hashes are one text's: a list for each would take more than the texts. */
  readonly #near = new Map<number, Known<T> | Known<T>[]>();

  /** What `add` was given with the first text of which this is a copy. */
  find(text: ComparedText): T | undefined {
    const exact = this.#exact.get(text.joined);
    if (exact !== undefined || text.words.length < LEAST_WORDS) return exact;
    const candidates = new Set(text.signature.flatMap((hash) => this.#near.get(hash) ?? []));
    for (const known of candidates)
      if (
        known.numbers === text.numbers &&
        overlap(text.shingles, shinglesOf(known.text.split(" "))) >= LEAST_OVERLAP
      )
        return known.value;
    return undefined;
  }

  add(text: ComparedText, value: T): void {
    if (text.joined === "" || this.#exact.has(text.joined)) return;
    this.#exact.set(text.joined, value);
    if (text.words.length < LEAST_WORDS) return;
    const known = { text: text.joined, numbers: text.numbers, value };
    for (const hash of text.signature) {
      const sharing = this.#near.get(hash);
      if (sharing === undefined) this.#near.set(hash, known);
      else if (!Array.isArray(sharing)) this.#near.set(hash, [sharing, known]);
      else if (sharing.length < MOST_SHARING) sharing.push(known);
    }
  }
}

/** The runs of three words, each as a hash. */
function shinglesOf(words: readonly string[]): Set<number> {
  const hashes = words.map(hashOf);
  const shingles = new Set<number>();
  for (let i = 0; i + SHINGLE <= hashes.length; i += 1) {
    let hash = 0;
    for (let word = i; word < i + SHINGLE; word += 1)
      hash = Math.imul(hash ^ (hashes[word] ?? 0), 0x9e3779b1);
    shingles.add((hash ^ (hash >>> 15)) >>> 0);
  }
  return shingles;
}

/** The smallest hashes, in order. */
function signatureOf(shingles: ReadonlySet<number>): number[] {
  const least: number[] = [];
  for (const hash of shingles) {
    if (least.length === SIGNATURE && hash > (least[SIGNATURE - 1] ?? 0)) continue;
    let at = least.length;
    while (at > 0 && (least[at - 1] ?? 0) > hash) at -= 1;
    least.splice(at, 0, hash);
    if (least.length > SIGNATURE) least.pop();
  }
  return least;
}

/** A hash of 32 bits, FNV-1a: any even spread does. */
export function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i += 1) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash >>> 0;
}

function overlap(a: ReadonlySet<number>, b: ReadonlySet<number>): number {
  let shared = 0;
  for (const shingle of a) if (b.has(shingle)) shared += 1;
  return shared / (a.size + b.size - shared);
}
