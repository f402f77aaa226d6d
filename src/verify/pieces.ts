import { isCommonWord } from "../arabic/common-words.ts";
import { isStopWord } from "../arabic/stop-words.ts";
import type { Alignment } from "./alignment.ts";
import { type GivenText, unitsOf, type WordRange } from "./given-text.ts";
import { createPlacer } from "./placer.ts";
import { createRunFinder, type Run } from "./runs.ts";
import type { ShingleIndex } from "./shingles.ts";
import { beginsClause, endsClause, sentencesBetween } from "./source-text.ts";
import { LEAST_WORDS } from "./verification.ts";

/** A part of the given text and where it stands. */
export interface Piece extends WordRange {
  readonly isFound: boolean;
  /**
   * Ways to place it that are equally good, for each word from `from` on a position or -1. Of a piece that is not found
   * the nearest, if one shares enough.
   */
  readonly placements: readonly Alignment[];
}

/** A run of so many words is a quotation wherever it begins and ends; a shorter one where it is whole clauses. */
const LEAST_RUN = 6;
/** A run elsewhere must explain so many words more than the best single place does. */
const LEAST_GAIN = 3;
/** Cuts the words of a given text from `from` up to `to` into pieces, each with its places. */
export function findPieces(index: ShingleIndex, given: GivenText, from: number, to: number): Piece[] {
  const { hashes } = given;
  const runs = createRunFinder(index, hashes);
  const place = createPlacer(index, given);
  const pieces: Piece[] = [];

  const whole = ({ from, to }: WordRange): Piece | undefined => {
    const places = to - from < 2 ? [] : runs.whole(from, to);
    return places.length === 0 ? undefined : runPiece({ from, length: to - from, places });
  };

  /** The place where the piece before it ends. */
  const following = (): number | undefined => {
    const last = pieces.at(-1)?.placements[0]?.findLast((position) => position >= 0);
    return last === undefined ? undefined : last + 1;
  };

  /** As one piece, or as what it is nearest to. */
  const single = (unit: WordRange): Piece => {
    const { found, nearest } = place(unit, following());
    if (found.length > 0) return { ...unit, isFound: true, placements: found };
    return { ...unit, isFound: false, placements: nearest === undefined ? [] : [nearest] };
  };

  /** The runs that a unit is made of, where it is made of several; whole clauses, or six words. */
  const runsIn = ({ from, to }: WordRange): Run[] => {
    const found: Run[] = [];
    let longest: Run | undefined;
    let at = from;
    /** What a run gave up for the next one it gets back where that one does not need it. */
    const restore = (): void => {
      if (longest === undefined || longest.from + longest.length > at) return;
      found[found.length - 1] = longest;
    };
    while (at + 1 < to) {
      const here = runs.longest(at, to);
      const run = here && trimmedRun(index, here, from, to);
      if (here === undefined || run === undefined) {
        at += 1;
        continue;
      }
      restore();
      found.push(run);
      longest = here;
      at += run.length;
    }
    at = to;
    restore();
    return found;
  };

  /** Six words, or whole clauses of the source with two content words. */
  const standsAlone = ({ from, length, places }: Run): boolean => {
    if (length >= LEAST_RUN) return true;
    const content = given.words
      .slice(from, from + length)
      .filter(({ term }) => !isStopWord(term) && !isCommonWord(term));
    const isClause = (place: number) => beginsClause(index, place) && endsClause(index, place + length - 1);
    return content.length >= 2 && places.some(isClause);
  };

  const add = (unit: WordRange): void => {
    const run = whole(unit);
    if (run !== undefined) {
      pieces.push(run);
      return;
    }
    const piece = single(unit);
    const matched = piece.isFound
      ? (piece.placements[0]?.filter((position) => position >= 0).length ?? 0)
      : 0;
    const length = unit.to - unit.from;
    const all = matched > length - LEAST_GAIN ? [] : runsIn(unit);
    // «في الوقت نفسه» stands in most articles: among words of another origin it is no quotation.
    const parts = lengthOf(all) === length ? all : all.filter(standsAlone);
    const covered = lengthOf(parts);
    if (covered < matched + LEAST_GAIN) {
      pieces.push(...(piece.isFound ? cutAtLeftOut(index, piece) : [piece]));
      return;
    }
    for (const part of withRests(parts, unit))
      pieces.push("placements" in part ? part : (whole(part) ?? single(part)));
  };

  const all = whole({ from, to });
  if (all !== undefined) return [all];
  for (const unit of unitsOf(given, from, to)) add(unit);
  return pieces;
}

function lengthOf(runs: readonly Run[]): number {
  return runs.reduce((sum, { length }) => sum + length, 0);
}

function runPiece({ from, length, places }: Run): Piece {
  const placements = places.map((place) => Int32Array.from({ length }, (_, i) => place + i));
  return { from, to: from + length, isFound: true, placements };
}

/**
 * A run as a part of its own: as long as it is whole clauses, where the unit goes on before or behind it. Its first words may
 * also be the last of the clause before it in another place, so one or two words more are given up for that.
 */
function trimmedRun(index: ShingleIndex, run: Run, from: number, to: number): Run | undefined {
  if (run.length < LEAST_WORDS) return undefined;
  const isFirst = run.from === from;
  const clausal = run.places.flatMap((place) => {
    if (!isFirst && !beginsClause(index, place)) return [];
    for (let length = run.length; length >= LEAST_WORDS; length--)
      if (run.from + length === to || endsClause(index, place + length - 1)) return [{ place, length }];
    return [];
  });
  const length = Math.max(0, ...clausal.map((one) => one.length));
  const places = clausal.filter((one) => one.length === length).map(({ place }) => place);
  if (length > 0 && (length >= run.length - 2 || run.length < LEAST_RUN)) return { ...run, length, places };
  return run.length >= LEAST_RUN ? run : undefined;
}

/** The runs and what stands between them. A rest of one or two words belongs to the run beside it, as words of another place. */
function withRests(runs: readonly Run[], unit: WordRange): (Piece | WordRange)[] {
  const parts: (Piece | WordRange)[] = [];
  let at = unit.from;
  for (const run of [...runs, undefined]) {
    const next = run?.from ?? unit.to;
    const last = parts.at(-1);
    const isShort = next - at < LEAST_WORDS;
    let from = next;
    if (!isShort) parts.push({ from: at, to: next });
    else if (last !== undefined && "placements" in last)
      parts[parts.length - 1] = padded(last, last.from, next);
    else from = at;
    if (run === undefined) break;
    parts.push(padded(runPiece(run), from, run.from + run.length));
    at = run.from + run.length;
  }
  return parts;
}

/** The piece with words before and behind it that have no position. */
function padded(piece: Piece, from: number, to: number): Piece {
  const placements = piece.placements.map((alignment) => {
    const longer = new Int32Array(to - from).fill(-1);
    longer.set(alignment, piece.from - from);
    return longer;
  });
  return { ...piece, from, to, placements };
}

/** A piece in whose place whole sentences are left out is two pieces, if each has enough words to be one. */
function cutAtLeftOut(index: ShingleIndex, piece: Piece): Piece[] {
  const [first] = piece.placements;
  if (first === undefined) return [piece];
  let before = -1;
  for (const [at, position] of first.entries()) {
    if (position < 0) continue;
    const left = before < 0 ? -1 : (first[before] ?? -1);
    const article = index.stretchAt(position)?.article;
    if (left >= 0 && position > left + 1 && article !== undefined) {
      const count = sentencesBetween(article, index.ends[left] ?? 0, index.starts[position] ?? 0);
      if (count > 0) {
        const cut = piece.from + at;
        const parts = [
          { ...piece, to: cut, placements: piece.placements.map((one) => one.subarray(0, at)) },
          { ...piece, from: cut, placements: piece.placements.map((one) => one.subarray(at)) },
        ];
        const words = parts.map(({ placements }) => placements[0]?.filter((one) => one >= 0).length ?? 0);
        if (words.every((count) => count >= LEAST_WORDS)) {
          const [head, tail] = parts;
          return head && tail ? [head, ...cutAtLeftOut(index, tail)] : parts;
        }
      }
    }
    before = at;
  }
  return [piece];
}
