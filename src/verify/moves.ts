import { isStopWord } from "../arabic/stop-words.ts";
import type { Alignment } from "./alignment.ts";
import { type GivenText, legibleWord, type WordRange } from "./given-text.ts";
import { sameLetters } from "./letters.ts";
import type { ShingleIndex } from "./shingles.ts";
import type { PositionRange } from "./source-range.ts";
import { writtenAt } from "./source-text.ts";

/** Words that both texts have at different places. */
export interface MovedWords {
  /** Given word → position, and the other way round. */
  readonly toSource: ReadonlyMap<number, number>;
  readonly toGiven: ReadonlyMap<number, number>;
}

/**
 * Words without a partner at their place that have one elsewhere, letter for letter. A function word alone is moved only
 * where it is the only one of its kind: «في» stands here and there anyway.
 */
export function movedWords(
  index: ShingleIndex,
  given: GivenText,
  from: number,
  alignment: Alignment,
  range: PositionRange,
): MovedWords {
  const used = new Set(alignment);
  const bySource = new Map<number, number[]>();
  for (let position = range.from; position < range.to; position++) {
    if (used.has(position)) continue;
    const word = index.words[position] ?? 0;
    const places = bySource.get(word);
    if (places === undefined) bySource.set(word, [position]);
    else places.push(position);
  }
  const toSource = new Map<number, number>();
  const toGiven = new Map<number, number>();
  if (bySource.size === 0) return { toSource, toGiven };
  const free = [...alignment.entries()].flatMap(([i, position]) => (position < 0 ? [from + i] : []));
  const times = new Map<number, number>();
  for (const at of free) times.set(given.hashes[at] ?? 0, (times.get(given.hashes[at] ?? 0) ?? 0) + 1);
  for (const at of free) {
    const word = given.hashes[at] ?? 0;
    const places = bySource.get(word) ?? [];
    const before = toSource.get(at - 1);
    const isOnly = places.length === 1 && times.get(word) === 1;
    const next = before === undefined ? -1 : places.indexOf(before + 1);
    if (isStopWord(given.words[at]?.term ?? "") && !isOnly && next < 0) continue;
    const place = places[Math.max(0, next)];
    if (place === undefined || !sameLetters(legibleWord(given, at), writtenAt(index, place))) continue;
    places.splice(Math.max(0, next), 1);
    toSource.set(at, place);
    toGiven.set(place, at);
  }
  return { toSource, toGiven };
}

/** Moved words that follow each other on both sides are moved together. */
export function movedRuns({ from, to }: WordRange, toSource: ReadonlyMap<number, number>) {
  const parts: { from: number; to: number; source: number }[] = [];
  for (let at = from; at < to; at++) {
    const source = toSource.get(at) ?? -1;
    const last = parts.at(-1);
    if (last !== undefined && source === last.source + at - last.from) last.to = at + 1;
    else parts.push({ from: at, to: at + 1, source });
  }
  return parts;
}
