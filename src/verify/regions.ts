import type { ShingleIndex } from "./shingles.ts";

/** Positions that are counted together. */
const BLOCK = 64;
/** A shingle that stands in more places tells little of where a text is from, unless it is one of the rarest. */
const FREQUENT = { pair: 96, word: 32 };
const ALWAYS_COUNTED = 3;
/** Of a shingle that is counted for want of a rarer one, no more places than these are. */
const MOST_PLACES = 4096;
/** Regions that are looked at. */
const MOST_REGIONS = 6;
/** Two words in a row are worth more than a rare word. */
const WORTH = { pair: 3, word: 2 };
/** With less than this a region shares nothing but a word. */
const LEAST_WORTH = 3;

/** Positions of one stretch among which a text may stand. */
export interface Region {
  readonly from: number;
  readonly to: number;
}

/** Tells in which regions most shingles of a part of the given text stand, best first. */
export type RegionFinder = (from: number, to: number) => readonly Region[];

export function createRegionFinder(index: ShingleIndex, given: Uint32Array): RegionFinder {
  const { words } = index;
  /** By block; all zero between two calls. */
  const votes = new Uint16Array(Math.ceil(words.length / BLOCK) + 1);
  const touched: number[] = [];

  /** A vote for each block in which a word stands, with the word `next` behind it if there is one. */
  const vote = (places: Int32Array, word: number, next: number | undefined): void => {
    const most = Math.min(places.length, MOST_PLACES);
    let last = -1;
    for (let i = 0; i < most; i++) {
      const place = places[i] ?? 0;
      const block = (place / BLOCK) | 0;
      // A word that a block repeats is shared once.
      if (block === last || words[place] !== word || (next !== undefined && words[place + 1] !== next))
        continue;
      last = block;
      if (votes[block] === 0) touched.push(block);
      votes[block] = (votes[block] ?? 0) + (next === undefined ? WORTH.word : WORTH.pair);
    }
  };

  const voteForWords = (from: number, to: number): void => {
    const seen = new Set<number>();
    for (let at = from; at < to; at++) {
      const word = given[at] ?? 0;
      if (seen.has(word)) continue;
      seen.add(word);
      const places = index.wordPlaces(word);
      if (places.length <= FREQUENT.word) vote(places, word, undefined);
    }
  };
  const voteForPairs = (from: number, to: number): void => {
    const pairs: { at: number; places: Int32Array }[] = [];
    for (let at = from; at + 1 < to; at++) {
      const places = index.pairPlaces(given[at] ?? 0, given[at + 1] ?? 0);
      if (places.length > 0) pairs.push({ at, places });
    }
    pairs.sort((a, b) => a.places.length - b.places.length);
    for (const [i, { at, places }] of pairs.entries()) {
      if (i >= ALWAYS_COUNTED && places.length > FREQUENT.pair) break;
      vote(places, given[at] ?? 0, given[at + 1] ?? 0);
    }
  };

  const worthOf = (block: number) => (votes[block] ?? 0) + (votes[block + 1] ?? 0);
  /** The blocks that are worth most together with the next one, of neighbours the best. */
  const bestBlocks = (): number[] => {
    const best: number[] = [];
    const consider = (block: number): void => {
      const worth = worthOf(block);
      const last = best.length < 2 * MOST_REGIONS ? LEAST_WORTH - 1 : worthOf(best.at(-1) ?? 0);
      if (worth <= last || best.includes(block)) return;
      let at = best.length;
      while (at > 0 && worthOf(best[at - 1] ?? 0) < worth) at -= 1;
      best.splice(at, 0, block);
      if (best.length > 2 * MOST_REGIONS) best.pop();
    };
    for (const block of touched) {
      consider(block);
      if (block > 0) consider(block - 1);
    }
    return best.filter((block, i) => !best.slice(0, i).some((other) => Math.abs(other - block) < 2));
  };

  return (from, to) => {
    voteForWords(from, to);
    voteForPairs(from, to);
    const best = bestBlocks().slice(0, MOST_REGIONS);
    for (const block of touched) votes[block] = 0;
    touched.length = 0;
    return best.flatMap((block) => regionsOf(index, block * BLOCK, (block + 2) * BLOCK));
  };
}

/** The parts of a range of positions in each stretch. */
function regionsOf(index: ShingleIndex, from: number, to: number): Region[] {
  const regions: Region[] = [];
  for (let at = Math.max(0, from); at < Math.min(to, index.words.length); ) {
    const end = Math.min(to, index.stretchAt(at)?.to ?? to);
    regions.push({ from: at, to: end });
    at = end;
  }
  return regions;
}
