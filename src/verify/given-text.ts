import type { Span, Token } from "../arabic/token.ts";
import { clausesIn } from "../corpus/clauses.ts";
import { hashOf } from "../corpus/duplicates.ts";
import { sentencesIn } from "../corpus/sentence-boundaries.ts";
import { linesOf } from "../corpus/text-lines.ts";
import { legibleSlice, legibleWords, type MarkedText } from "./legible-words.ts";
import { LEAST_WORDS } from "./verification.ts";

/** The text that is to be checked, by its words. */
export interface GivenText extends MarkedText {
  readonly words: readonly Token[];
  /** The hashes of the folded words. */
  readonly hashes: Uint32Array;
}

/** Words from `from` up to `to`. */
export interface WordRange {
  readonly from: number;
  readonly to: number;
}

/** Longer sentences are checked in parts, so that time grows with the length of the text alone. */
const LONGEST_UNIT = 48;

/**
 * The ways to read a text, each other than those before it: as Markdown where it has its signs, since what was copied out of a
 * file holds its marks; as it stands, since «{نص}» may be a mark or a word; and without the numbers of list items, which belong
 * to no sentence.
 */
export function readGiven(text: string): GivenText[] {
  const file = MARKUP.test(text) ? "given.md" : "given.txt";
  const readings = [readAs(text, text, file)];
  const add = (read: string, file: string) => {
    const reading = readAs(text, read, file);
    if (!readings.some((other) => sameWords(reading, other))) readings.push(reading);
  };
  if (file === "given.md") add(text, "given.txt");
  const unnumbered = text.replace(ITEM_NUMBER, (number) => " ".repeat(number.length));
  if (unnumbered !== text) add(unnumbered, file);
  return readings;
}

/** Signs of which every mark of Markdown has one. */
const MARKUP = /[*_`~=<>&[\]{}|\\#^%]/u;
const ITEM_NUMBER = /^[ \t]*\p{Nd}{1,3}[.)-](?=\s)/gmu;

function sameWords(a: GivenText, b: GivenText): boolean {
  return a.words.length === b.words.length && a.words.every(({ term }, i) => term === b.words[i]?.term);
}

function readAs(text: string, read: string, file: string): GivenText {
  const words = legibleWords({ text: read, file }, 0, read.length);
  return { text, file, words, hashes: Uint32Array.from(words, ({ term }) => hashOf(term)) };
}

/** A word as a reader sees it. */
export function legibleWord(given: GivenText, at: number): string {
  const word = given.words[at];
  return word === undefined ? "" : legibleSlice(given, word.start, word.end);
}

/** What a reader sees between a word and the next. */
export function gapAfter(given: GivenText, at: number): string {
  return legibleSlice(given, given.words[at]?.end ?? 0, given.words[at + 1]?.start ?? 0);
}

/**
 * The parts that are checked one by one: sentences, lines, and of a sentence of more than 48 words its clauses. A part of
 * fewer than three words tells nothing and belongs to the one beside it.
 */
export function unitsOf({ text, words }: GivenText, from: number, to: number): WordRange[] {
  const start = words[from]?.start ?? 0;
  const end = words[to - 1]?.end ?? start;
  const spans = linesOf(text)
    .filter((line) => line.end > start && line.start < end)
    .flatMap((line) => sentencesIn(text, Math.max(start, line.start), Math.min(end, line.end)));
  const units: WordRange[] = [];
  let at = from;
  for (const span of spans) {
    const next = firstFrom(words, span.end, at, to);
    for (const unit of partsOf({ text, words }, span, at, next)) units.push(unit);
    at = next;
  }
  if (at < to) units.push({ from: at, to });
  return joined(units);
}

function partsOf({ text, words }: Pick<GivenText, "text" | "words">, span: Span, from: number, to: number) {
  if (to - from <= LONGEST_UNIT) return to > from ? [{ from, to }] : [];
  const parts: WordRange[] = [];
  let start = from;
  let at = from;
  for (const clause of [...clausesIn(text, span.start, span.end), span]) {
    const next = firstFrom(words, clause.end, at, to);
    if (next - start > LONGEST_UNIT && at > start) {
      parts.push({ from: start, to: at });
      start = at;
    }
    for (; next - start > LONGEST_UNIT; start += LONGEST_UNIT)
      parts.push({ from: start, to: start + LONGEST_UNIT });
    at = next;
  }
  if (start < to) parts.push({ from: start, to });
  return parts;
}

/** The first word, from `at` on, that begins at an offset or behind it. */
function firstFrom(words: readonly Token[], offset: number, at: number, to: number): number {
  let next = at;
  while (next < to && (words[next]?.start ?? offset) < offset) next += 1;
  return next;
}

function joined(units: readonly WordRange[]): WordRange[] {
  const long: WordRange[] = [];
  for (const unit of units) {
    const last = long.at(-1);
    const isShort = (one: WordRange) => one.to - one.from < LEAST_WORDS;
    if (last !== undefined && isShort(last)) long[long.length - 1] = { from: last.from, to: unit.to };
    else long.push(unit);
  }
  const [before, last] = [long.at(-2), long.at(-1)];
  if (before !== undefined && last !== undefined && last.to - last.from < LEAST_WORDS)
    long.splice(-2, 2, { from: before.from, to: last.to });
  return long;
}
