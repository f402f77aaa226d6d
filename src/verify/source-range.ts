import { isWithinEdits } from "../arabic/edit-distance.ts";
import type { Alignment } from "./alignment.ts";
import type { GivenText, WordRange } from "./given-text.ts";
import type { ShingleIndex, Stretch } from "./shingles.ts";
import { sentenceRange, termAt } from "./source-text.ts";

/** Positions from `from` up to `to`. */
export interface PositionRange {
  readonly from: number;
  readonly to: number;
}

/** The positions that a segment covers in its source; undefined where none of its words stands there. */
export function sourceRange(
  index: ShingleIndex,
  given: GivenText,
  from: number,
  alignment: Alignment,
): PositionRange | undefined {
  const first = alignment.find((position) => position >= 0);
  const last = alignment.findLast((position) => position >= 0);
  const stretch = first === undefined ? undefined : index.stretchAt(first);
  if (first === undefined || last === undefined || stretch === undefined) return undefined;
  const range = withMovedEnds(index, given, from, alignment, stretch, { from: first, to: last + 1 });
  const head = alignment.findIndex((position) => position >= 0);
  const tail = alignment.length - 1 - alignment.findLastIndex((position) => position >= 0);
  return {
    from: range.from - (range.from < first ? 0 : replacedBefore(index, given, from, head, first)),
    to:
      range.to + (range.to > last + 1 ? 0 : replacedAfter(index, given, from + alignment.length, tail, last)),
  };
}

/** «العام الماضي ارتفع السعر» for «ارتفع السعر العام الماضي»: what was moved out of the middle stands at an end. */
function withMovedEnds(
  index: ShingleIndex,
  given: GivenText,
  from: number,
  alignment: Alignment,
  stretch: Stretch,
  range: PositionRange,
): PositionRange {
  let { from: first, to: end } = range;
  const free = new Set<number>();
  for (const [i, position] of alignment.entries()) if (position < 0) free.add(given.hashes[from + i] ?? 0);
  while (first > stretch.from && free.delete(index.words[first - 1] ?? 0)) first -= 1;
  while (end < stretch.to && free.delete(index.words[end] ?? 0)) end += 1;
  return { from: first, to: end };
}

/**
 * How many words of the source stand in the place of the `count` words before those that both have: all that are left of the
 * sentence, if these are few; else those that are alike, one by one; or what is written together on one side.
 */
function replacedBefore(
  index: ShingleIndex,
  given: GivenText,
  from: number,
  count: number,
  first: number,
): number {
  if (count === 0) return 0;
  const room = first - sentenceRange(index, first).from;
  if (room <= count + 1) return room;
  const alike = countWhile(count, (i) => areAlike(index, given, from + count - 1 - i, first - 1 - i));
  return alike > 0 ? alike : joinedWords(index, given, { from, to: from + count }, first - 2);
}

function replacedAfter(
  index: ShingleIndex,
  given: GivenText,
  to: number,
  count: number,
  last: number,
): number {
  if (count === 0) return 0;
  const room = sentenceRange(index, last).to - last - 1;
  if (room <= count + 1) return room;
  const alike = countWhile(count, (i) => areAlike(index, given, to - count + i, last + 1 + i));
  return alike > 0 ? alike : joinedWords(index, given, { from: to - count, to }, last + 1);
}

function countWhile(most: number, holds: (i: number) => boolean): number {
  let count = 0;
  while (count < most && holds(count)) count += 1;
  return count;
}

/** Two, where the two words from a position on are written as one in the given text. */
function joinedWords(
  index: ShingleIndex,
  given: GivenText,
  { from, to }: WordRange,
  position: number,
): number {
  const written = termAt(index, position) + termAt(index, position + 1);
  return to - from === 1 && given.words[from]?.term === written ? 2 : 0;
}

/** One word may stand for the other: a slip, another form, or another figure. */
function areAlike(index: ShingleIndex, given: GivenText, at: number, position: number): boolean {
  const [a, b] = [given.words[at]?.term ?? "", termAt(index, position)];
  if (/^\d/.test(a) && /^\d/.test(b)) return true;
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  // «ولاسيما» is no other form of «سيما».
  if (long.length > short.length + 2) return false;
  return a.endsWith(b) || b.endsWith(a) || a.startsWith(b) || b.startsWith(a) || isWithinEdits(a, b, 2);
}
