import type { Article } from "../corpus/article.ts";
import { hashOf } from "../corpus/duplicates.ts";
import { legibleWords } from "./legible-words.ts";

/** Words of an article that follow each other with nothing left out between them: positions from `from` to `to`. */
export interface Stretch {
  readonly article: Article;
  readonly from: number;
  readonly to: number;
}

/**
 * All quotable words of all articles in a row, and where each word and each shingle of two words stands. A position is a
 * word's place in that row. Words are compared by a hash of 32 bits: what it finds is compared with the text itself later.
 */
export interface ShingleIndex {
  /** Position → hash of the folded word, and its place in its article. */
  readonly words: Uint32Array;
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  readonly stretches: readonly Stretch[];
  /** The stretch that holds a position. */
  stretchAt(position: number): Stretch | undefined;
  /** Positions, ascending, among which are all of a word, or all at which two words begin. */
  wordPlaces(word: number): Int32Array;
  pairPlaces(first: number, second: number): Int32Array;
}

/** What is done between two steps, in words: a fraction of a millisecond. */
const STEP = 1000;
/** The same where a word takes next to nothing. */
const LONG_STEP = 100_000;

/** Reads the articles into an index, step by step. Linear. About 30 bytes a word. */
export function* indexShingles(articles: readonly Article[]): Generator<void, ShingleIndex> {
  const row = createRow(articles);
  const stretches: Stretch[] = [];
  let paused = 0;
  for (const article of articles) {
    let from = row.length;
    for (const { firstSentence, sentenceCount, afterGap } of article.paragraphs) {
      if (afterGap && row.length > from) {
        stretches.push({ article, from, to: row.length });
        from = row.length;
      }
      for (const { start, end } of article.sentences.slice(firstSentence, firstSentence + sentenceCount))
        for (const word of legibleWords(article, start, end))
          row.add(hashOf(word.term), word.start, word.end);
      if (row.length - paused < STEP) continue;
      paused = row.length;
      yield;
    }
    if (row.length > from) stretches.push({ article, from, to: row.length });
    yield;
  }
  const { words, starts, ends } = row.finish();
  yield;
  const pairs = new Uint32Array(words.length);
  for (const { from, to } of stretches) {
    for (let at = from; at < to; at++) pairs[at] = at + 1 < to ? pairHash(words[at], words[at + 1]) : 0;
    yield;
  }
  const ofWord = yield* bucketsOf(words);
  const ofPair = yield* bucketsOf(pairs);
  return {
    words,
    starts,
    ends,
    stretches,
    stretchAt: (position) => stretchAt(stretches, position),
    wordPlaces: (word) => ofWord(word),
    pairPlaces: (first, second) => ofPair(pairHash(first, second)),
  };
}

/** A shingle's hash, of the hashes of its words. */
function pairHash(first = 0, second = 0): number {
  const mixed = Math.imul(first ^ (second >>> 15), 0x9e3779b1) ^ Math.imul(second, 0x85ebca6b);
  return Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35) >>> 0;
}

function stretchAt(stretches: readonly Stretch[], position: number): Stretch | undefined {
  let low = 0;
  let high = stretches.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((stretches[middle]?.to ?? 0) <= position) low = middle + 1;
    else high = middle;
  }
  return stretches[low];
}

/** Positions by their hashes: those whose hashes begin with the same bits are one bucket, in order. */
function* bucketsOf(hashes: Uint32Array): Generator<void, (hash: number) => Int32Array> {
  const bits = Math.max(1, Math.ceil(Math.log2(hashes.length + 1)));
  const shift = 32 - bits;
  const spread = (hash: number) => Math.imul(hash, 0x9e3779b1) >>> shift;
  // How many a bucket has, then where it ends, then where it begins: one column, since each large one may cost a pause of the collector.
  const start = new Int32Array(2 ** bits + 1);
  for (let at = 0; at < hashes.length; at++) {
    const bucket = spread(hashes[at] ?? 0);
    start[bucket] = (start[bucket] ?? 0) + 1;
    if (at % LONG_STEP === 0) yield;
  }
  for (let bucket = 1; bucket < start.length; bucket++) {
    start[bucket] = (start[bucket] ?? 0) + (start[bucket - 1] ?? 0);
    if (bucket % LONG_STEP === 0) yield;
  }
  const positions = new Int32Array(hashes.length);
  for (let position = hashes.length - 1; position >= 0; position--) {
    const bucket = spread(hashes[position] ?? 0);
    const place = (start[bucket] ?? 0) - 1;
    start[bucket] = place;
    positions[place] = position;
    if (position % LONG_STEP === 0) yield;
  }
  return (hash) => positions.subarray(start[spread(hash)], start[spread(hash) + 1]);
}

/** Three columns of numbers that grow; a word has about five letters and a space. */
function createRow(articles: readonly Article[]) {
  const characters = articles.reduce((sum, { text }) => sum + text.length, 0);
  let capacity = Math.ceil(characters / 5) + 1024;
  let length = 0;
  let words = new Uint32Array(capacity);
  let starts = new Int32Array(capacity);
  let ends = new Int32Array(capacity);
  return {
    get length() {
      return length;
    },
    add(word: number, start: number, end: number): void {
      if (length === capacity) {
        capacity = Math.ceil(capacity * 1.5);
        words = grown(words, new Uint32Array(capacity));
        starts = grown(starts, new Int32Array(capacity));
        ends = grown(ends, new Int32Array(capacity));
      }
      words[length] = word;
      starts[length] = start;
      ends[length] = end;
      length += 1;
    },
    finish: () => ({
      words: words.subarray(0, length),
      starts: starts.subarray(0, length),
      ends: ends.subarray(0, length),
    }),
  };
}

function grown<Column extends Uint32Array | Int32Array>(from: Column, to: Column): Column {
  to.set(from);
  return to;
}
