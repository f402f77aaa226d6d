import type { Alignment } from "./alignment.ts";
import type { WordRange } from "./given-text.ts";
import type { ShingleIndex } from "./shingles.ts";

/** A piece at one of its places, or without any. */
export interface PlacedPiece extends WordRange {
  /** For each word a position or -1; undefined for a piece that is not found. */
  readonly alignment: Alignment | undefined;
  /** The other ways to place it; of a piece that is not found the nearest. */
  readonly others: readonly Alignment[];
}

/** Words at a border that are looked at. */
const MOST_SHIFTED = 8;

/**
 * The pieces with the borders that their sources have. A quotation that breaks off behind the first word of a sentence was cut
 * before that word, which stands unmatched at the head of the next piece: it goes back to where it is from. The same the other
 * way round.
 */
export function withBorders(
  index: ShingleIndex,
  hashes: Uint32Array,
  pieces: readonly PlacedPiece[],
): PlacedPiece[] {
  const settled: PlacedPiece[] = [];
  for (const piece of pieces) {
    const before = settled.pop();
    if (before !== undefined) settled.push(...shifted(index, hashes, before, piece));
    else settled.push(piece);
  }
  return settled;
}

function shifted(
  index: ShingleIndex,
  hashes: Uint32Array,
  before: PlacedPiece,
  after: PlacedPiece,
): PlacedPiece[] {
  const onward = furthest(before, (alignment) => wordsAfter(index, hashes, alignment, before.to, after));
  if (onward !== undefined)
    return known([lengthened(onward.piece, 0, onward.words), shortened(after, onward.words, 0)]);
  const back = furthest(after, (alignment) => wordsBefore(index, hashes, alignment, after.from, before));
  if (back !== undefined)
    return known([shortened(before, 0, back.words), lengthened(back.piece, back.words, 0)]);
  return [before, after];
}

function known(pieces: readonly (PlacedPiece | undefined)[]): PlacedPiece[] {
  return pieces.flatMap((piece) => piece ?? []);
}

/** The piece at that of its places where it goes on for the most words; undefined where it does nowhere. */
function furthest(
  piece: PlacedPiece,
  wordsBeside: (alignment: Alignment) => number,
): { readonly piece: PlacedPiece; readonly words: number } | undefined {
  if (piece.alignment === undefined) return undefined;
  const ways = [piece.alignment, ...piece.others].map((alignment) => ({
    piece: { ...piece, alignment },
    words: wordsBeside(alignment),
  }));
  const best = ways.reduce((a, b) => (b.words > a.words ? b : a));
  return best.words > 0 ? best : undefined;
}

/** With how many words of the next piece, some of them unmatched there, a piece goes on. */
function wordsAfter(
  index: ShingleIndex,
  hashes: Uint32Array,
  alignment: Alignment,
  to: number,
  after: PlacedPiece,
): number {
  const end = alignment.at(-1) ?? -1;
  const last = index.stretchAt(end)?.to ?? 0;
  if (end < 0) return 0;
  let count = 0;
  const most = Math.min(MOST_SHIFTED, after.to - after.from, last - end - 1);
  while (count < most && index.words[end + 1 + count] === hashes[to + count]) count += 1;
  return unmatched(after, 0, count) > 0 ? count : 0;
}

function wordsBefore(
  index: ShingleIndex,
  hashes: Uint32Array,
  alignment: Alignment,
  from: number,
  before: PlacedPiece,
): number {
  const start = alignment[0] ?? -1;
  const first = index.stretchAt(start)?.from ?? 0;
  if (start < 0) return 0;
  let count = 0;
  const length = before.to - before.from;
  const most = Math.min(MOST_SHIFTED, length, start - first);
  while (count < most && index.words[start - 1 - count] === hashes[from - 1 - count]) count += 1;
  return unmatched(before, length - count, length) > 0 ? count : 0;
}

function unmatched({ alignment }: PlacedPiece, from: number, to: number): number {
  if (alignment === undefined) return to - from;
  return alignment.subarray(from, to).filter((position) => position < 0).length;
}

/** The piece with words before and behind it that stand beside it in its source. */
function lengthened(piece: PlacedPiece, before: number, after: number): PlacedPiece {
  const { from, to, alignment = new Int32Array() } = piece;
  const start = alignment[0] ?? 0;
  const end = alignment.at(-1) ?? 0;
  const longer = [
    ...Array.from({ length: before }, (_, i) => start - before + i),
    ...alignment,
    ...Array.from({ length: after }, (_, i) => end + 1 + i),
  ];
  return { from: from - before, to: to + after, alignment: Int32Array.from(longer), others: [] };
}

/** Without words at its ends; undefined where none is left. */
function shortened(piece: PlacedPiece, before: number, after: number): PlacedPiece | undefined {
  const [from, to] = [piece.from + before, piece.to - after];
  const cut = (alignment: Alignment) => alignment.subarray(before, alignment.length - after);
  if (from >= to) return undefined;
  const alignment = piece.alignment && cut(piece.alignment);
  const isEmpty = alignment?.every((position) => position < 0) === true;
  return { from, to, alignment: isEmpty ? undefined : alignment, others: piece.others.map(cut) };
}
