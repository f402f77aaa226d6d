import type { ShingleIndex } from "./shingles.ts";
import { LEAST_WORDS } from "./verification.ts";

/**
 * Steps that the searches in one text may take: a text of the most frequent shingles, or a folder that repeats one word for
 * ever, must not hold up the program. An ordinary text of 4,000 characters takes a tenth.
 */
const MOST_STEPS = { whole: 2_000_000, longest: 150_000 };
/** Places that are kept of a run that stands in many. */
export const MOST_PLACES = 20;

/** A shingle that stands in more places is looked up only for want of a rarer one. */
const FREQUENT = 256;

/** Words of the given text, from `from` on, that stand in a row at each of the places; folded they are equal. */
export interface Run {
  readonly from: number;
  readonly length: number;
  /** Positions of its first word, ascending, at most twenty. */
  readonly places: readonly number[];
}

/** Finds where words of a given text stand in a row. `given` are the hashes of its folded words. */
export interface RunFinder {
  /** All places at which the words from `from` up to `to`, at least two, stand. */
  whole(from: number, to: number): readonly number[];
  /**
   * The longest run that begins at `from` and ends at `to` at the latest; undefined where not even three words are one, or six
   * where their shingles stand everywhere.
   */
  longest(from: number, to: number): Run | undefined;
}

export function createRunFinder(index: ShingleIndex, given: Uint32Array): RunFinder {
  const left = { ...MOST_STEPS };

  /**
   * How many words from `from` on stand at a place, at most up to `to`. Zero where it is no more than `least`: a stretch's end
   * is looked up for the few that are longer.
   */
  const lengthAt = (
    search: keyof typeof left,
    place: number,
    from: number,
    to: number,
    least: number,
  ): number => {
    const most = to - from;
    let length = 0;
    while (length < most && index.words[place + length] === given[from + length]) length += 1;
    left[search] -= length + 1;
    if (length <= least) return 0;
    return Math.min(length, (index.stretchAt(place)?.to ?? 0) - place);
  };
  const pairAt = (at: number) => index.pairPlaces(given[at] ?? 0, given[at + 1] ?? 0);

  /**
   * The rarest shingle that a run from `from` on has: of three words both are in it, of six all five. So of «في عام ١٩٩٣» the places of
   * «عام ١٩٩٣» are looked at, and not the many more of «في عام».
   */
  const anchorOf = (from: number, to: number): { at: number; places: Int32Array } => {
    let best = { at: from, places: pairAt(from) };
    for (let at = from + 1; at < Math.min(from + 5, to - 1); at++) {
      if (at > from + 1 && best.places.length <= FREQUENT) break;
      const places = pairAt(at);
      if (places.length < best.places.length) best = { at, places };
    }
    return best;
  };

  return {
    whole(from, to) {
      let rarest = from;
      let shingle = pairAt(from);
      for (let at = from + 1; at + 1 < to && shingle.length > 0; at++) {
        const places = pairAt(at);
        if (places.length < shingle.length) [rarest, shingle] = [at, places];
      }
      const found: number[] = [];
      for (const place of shingle) {
        const start = place - (rarest - from);
        if (found.length >= MOST_PLACES || left.whole <= 0) break;
        if (start >= 0 && lengthAt("whole", start, from, to, to - from - 1) === to - from) found.push(start);
      }
      return found;
    },

    longest(from, to) {
      const anchor = anchorOf(from, to);
      let length = LEAST_WORDS - 1;
      let places: number[] = [];
      for (let i = 0; i < anchor.places.length && left.longest > 0; i++) {
        const place = (anchor.places[i] ?? 0) - anchor.at + from;
        if (place < 0) continue;
        const own = lengthAt("longest", place, from, to, length - 1);
        if (own > length) [length, places] = [own, [place]];
        else if (own === length && places.length > 0 && places.length < MOST_PLACES) places.push(place);
      }
      return places.length === 0 ? undefined : { from, length, places };
    },
  };
}
