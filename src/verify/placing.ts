import type { Alignment } from "./alignment.ts";
import type { Piece } from "./pieces.ts";
import type { ShingleIndex } from "./shingles.ts";

/** What it costs that a piece does not go on where the one before it ends. */
const APART = { adjacent: 0, later: 1, sameArticle: 2, elsewhere: 3 };

/**
 * For each piece the best of its placements: a sentence that stands in several articles is taken from the one that has its
 * neighbours too. Of equal ways the first. Undefined for a piece that is not found.
 */
export function placed(index: ShingleIndex, pieces: readonly Piece[]): (Alignment | undefined)[] {
  /** For each placement of each piece: the cost of the best way to it, and the placement before it on that way. */
  const ways: { cost: number; before: number }[][] = [];
  for (const [i, { isFound, placements }] of pieces.entries()) {
    const earlier = pieces[i - 1];
    ways.push(
      placements.map((placement) => {
        let best = { cost: 0, before: -1 };
        if (!isFound || earlier === undefined) return best;
        best = { cost: Number.POSITIVE_INFINITY, before: -1 };
        const before = earlier.isFound ? earlier.placements : [];
        for (const [k, other] of before.entries()) {
          const cost = (ways[i - 1]?.[k]?.cost ?? 0) + apart(index, other, placement);
          if (cost < best.cost) best = { cost, before: k };
        }
        return best.before < 0 ? { cost: 0, before: -1 } : best;
      }),
    );
  }
  const chosen: (Alignment | undefined)[] = pieces.map(() => undefined);
  let next = -1;
  for (let i = pieces.length - 1; i >= 0; i--) {
    const piece = pieces[i];
    const own = ways[i] ?? [];
    if (!piece?.isFound) {
      next = -1;
      continue;
    }
    const at = next >= 0 ? next : cheapest(own);
    chosen[i] = piece.placements[at];
    next = own[at]?.before ?? -1;
  }
  return chosen;
}

function cheapest(ways: readonly { cost: number }[]): number {
  return ways.reduce((best, { cost }, i) => (cost < (ways[best]?.cost ?? 0) ? i : best), 0);
}

function apart(index: ShingleIndex, before: Alignment, after: Alignment): number {
  const end = before.findLast((position) => position >= 0) ?? -1;
  const start = after.find((position) => position >= 0) ?? -1;
  const [left, right] = [index.stretchAt(end), index.stretchAt(start)];
  if (left?.article !== right?.article) return APART.elsewhere;
  if (start === end + 1) return APART.adjacent;
  return start > end ? APART.later : APART.sameArticle;
}
