import type { Selection } from "../answer/answer.ts";

/** The highest of the 18 bits that three characters of base64url hold. */
const PART_MODE = 1 << 17;

/** Every mark that lies inside a part of up to eight clauses: `[clauses, from, count]`, 120 in all. */
const PART_MARKS: readonly (readonly [clauses: number, from: number, count: number])[] = Array.from(
  { length: 8 },
  (_, i) => i + 1,
).flatMap((clauses) =>
  Array.from({ length: clauses }, (_, from) => from).flatMap((from) =>
    Array.from({ length: clauses - from }, (_, i) => [clauses, from, i + 1] as const),
  ),
);

/**
 * A selection as a number of 18 bits. `undefined` for one that is out of the ranges that `Selection` promises.
 *
 * Sentences: a zero, first (4), count less one (3), mark from (6), mark count (4).
 * A part: a one, first (4), first clause (5), place in the table of marks (8).
 * A list of more than 8 sentences: a one, first (4), then from 120 on in the low 8 bits, with the 5 bits above as the lower
 * digit, one number: count less 9 (5), mark from (6), whether one clause is marked (1).
 */
export function encodeSelection({ first, count, part, mark }: Selection): number | undefined {
  if (!within(first, 0, 15)) return undefined;
  if (part === undefined) {
    if (!within(mark.from, 0, 63)) return undefined;
    if (count > 8) {
      if (!within(count, 9, 40) || !within(mark.count, 0, 1)) return undefined;
      const list = ((count - 9) << 7) | (mark.from << 1) | mark.count;
      return PART_MODE | (first << 13) | ((list & 31) << 8) | (PART_MARKS.length + (list >> 5));
    }
    const fits = within(count, 1, 8) && within(mark.count, 0, 15);
    return fits ? (first << 13) | ((count - 1) << 10) | (mark.from << 4) | mark.count : undefined;
  }
  const place = PART_MARKS.findIndex(
    ([clauses, from, marked]) => clauses === part.count && from === mark.from && marked === mark.count,
  );
  if (count !== 1 || !within(part.from, 0, 31) || place < 0) return undefined;
  return PART_MODE | (first << 13) | (part.from << 8) | place;
}

/** The selection that a number of 18 bits stands for; `undefined` when it stands for none. */
export function decodeSelection(bits: number): Selection | undefined {
  const first = (bits >> 13) & 15;
  if ((bits & PART_MODE) === 0) {
    return { first, count: ((bits >> 10) & 7) + 1, mark: { from: (bits >> 4) & 63, count: bits & 15 } };
  }
  const list = (((bits & 255) - PART_MARKS.length) << 5) | ((bits >> 8) & 31);
  if (within(list, 0, (1 << 12) - 1))
    return { first, count: (list >> 7) + 9, mark: { from: (list >> 1) & 63, count: list & 1 } };
  const [clauses, from, marked] = PART_MARKS[bits & 255] ?? [];
  if (clauses === undefined || from === undefined || marked === undefined) return undefined;
  return { first, count: 1, part: { from: (bits >> 8) & 31, count: clauses }, mark: { from, count: marked } };
}

function within(value: number, low: number, high: number): boolean {
  return Number.isInteger(value) && value >= low && value <= high;
}
