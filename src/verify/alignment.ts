/**
 * Which word of a part of the given text is which word of the articles: for each given word a position, or -1. Positions
 * ascend.
 */
export type Alignment = Int32Array;

/** What an edit costs. A word left out is the cheapest: a quotation is shortened more often than it is lengthened. */
export interface EditCosts {
  readonly insert: number;
  readonly delete: number;
  readonly replace: number;
}

/** To show what differs: words that replace each other stand beside each other. */
export const CLOSE: EditCosts = { insert: 10, delete: 6, replace: 12 };
/** To count how many words stand in the same order, however far apart. */
export const IN_ORDER: EditCosts = { insert: 1000, delete: 1, replace: 2000 };

export interface Aligned {
  readonly alignment: Alignment;
  readonly cost: number;
  /** Given words that have a position. */
  readonly matched: number;
}

const MATCH = 0;
const REPLACE = 1;
const INSERT = 2;
const DELETE = 3;

/** Room for one alignment, used again by the next: making it anew took longer than to fill it. */
const scratch = { steps: new Uint8Array(0), above: new Int32Array(0), row: new Int32Array(0) };

/**
 * The cheapest way to edit some words of `source`, from `low` up to `high`, into all words of `given` from `from` up to
 * `to` (Needleman and Wunsch; what stands before and behind in the source is free). Time grows with the product of both
 * lengths, which their callers bound.
 */
export function align(
  given: Uint32Array,
  from: number,
  to: number,
  source: Uint32Array,
  low: number,
  high: number,
  costs: EditCosts,
): Aligned {
  const [rows, columns] = [to - from, high - low];
  if (scratch.steps.length < rows * (columns + 1)) scratch.steps = new Uint8Array(2 * rows * (columns + 1));
  if (scratch.above.length <= columns) {
    scratch.above = new Int32Array(2 * columns + 2);
    scratch.row = new Int32Array(2 * columns + 2);
  }
  const { steps } = scratch;
  let { above, row } = scratch;
  above.fill(0, 0, columns + 1);
  for (let i = 0; i < rows; i++) {
    const word = given[from + i];
    let left = (i + 1) * costs.insert;
    let diagonal = above[0] ?? 0;
    row[0] = left;
    steps[i * (columns + 1)] = INSERT;
    for (let j = 1; j <= columns; j++) {
      const over = above[j] ?? 0;
      let cost = diagonal;
      let step = MATCH;
      if (source[low + j - 1] !== word) {
        cost += costs.replace;
        step = REPLACE;
      }
      if (over + costs.insert < cost) {
        cost = over + costs.insert;
        step = INSERT;
      }
      if (left + costs.delete < cost) {
        cost = left + costs.delete;
        step = DELETE;
      }
      row[j] = cost;
      steps[i * (columns + 1) + j] = step;
      left = cost;
      diagonal = over;
    }
    [above, row] = [row, above];
  }
  let end = 0;
  for (let j = 1; j <= columns; j++) if ((above[j] ?? 0) < (above[end] ?? 0)) end = j;

  const alignment = new Int32Array(rows).fill(-1);
  let matched = 0;
  for (let [i, j] = [rows - 1, end]; i >= 0; ) {
    const step = steps[i * (columns + 1) + j];
    if (step === MATCH) {
      alignment[i] = low + j - 1;
      matched += 1;
    }
    if (step !== DELETE) i -= 1;
    if (step !== INSERT) j -= 1;
  }
  return { alignment, cost: above[end] ?? 0, matched };
}
