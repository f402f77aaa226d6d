import { translationsOf } from "../arabic/english.ts";
import { foldHamza } from "../arabic/folding.ts";
import { sameNameByKey, skeleton } from "../arabic/names.ts";
import { deepStem, lightStem } from "../arabic/stems.ts";
import { synonymsOf } from "../arabic/synonyms.ts";
import type { Collection } from "../search/collection.ts";

/** How well a match of each kind stands for the word itself. */
export const STRENGTH = {
  same: 1,
  light: 0.95,
  name: 0.9,
  translation: 0.75,
  deep: 0.7,
  typo: 0.65,
  prefix: 0.6,
  synonym: 0.55,
};

/** What in the collection counts as a match of one word of a question. */
export interface Matches {
  readonly words: Map<number, number>;
  readonly light: Map<number, number>;
  readonly deep: Map<number, number>;
}

/** The words of a collection that may stand for a word of a question. */
export interface Variants {
  /** Matches of a folded word; `prefix` while it may still be growing. Empty maps when the collection has none. */
  matchesOf(term: string, prefix: boolean): Matches;
  /** Matches of a name that the question writes in several words and the collection in one: ديب سيك, DeepSeek. */
  joined(terms: readonly string[]): Matches;
}

/** Fuzzy matching only for words that the collection lacks: one edit from 4 letters, two from 8. */
const ONE_EDIT = 4;
const TWO_EDITS = 8;
const SHORTEST_PREFIX = 3;
const MOST_PREFIXED = 40;
const MOST_SPELLINGS = 12;
/** A slip in a stem of so many letters is told from another word; in a shorter one it is half as sure. */
const SURE_TYPO = 6;
const WITHOUT_PROCLITIC = 0.9;

export function createVariants(collection: Collection): Variants {
  const { lexicon } = collection;
  const byName = namesOf(lexicon.words);
  const masks = Uint32Array.from(lexicon.lightStems, letterMask);

  const none = (): Matches => ({ words: new Map(), light: new Map(), deep: new Map() });

  /** The spellings of each word of the collection that has been asked for. */
  const cache = new Map<string, readonly number[]>();

  /** Words that spell the same name, and words that spell theirs: نفيديا, nvidia, انفيديا. */
  const spellings = (term: string): readonly number[] => {
    const cached = cache.get(term);
    if (cached !== undefined) return cached;
    const found: number[] = [];
    const seen = new Set([term]);
    for (let round = [term]; round.length > 0 && seen.size < MOST_SPELLINGS; ) {
      const next: string[] = [];
      for (const name of round) {
        const key = skeleton(name);
        for (const id of byName.get(key) ?? []) {
          const other = lexicon.words[id] ?? "";
          if (seen.has(other) || !sameNameByKey(key, name, other)) continue;
          seen.add(other);
          next.push(other);
          found.push(id);
        }
      }
      round = next;
    }
    if (lexicon.find(term) !== undefined) cache.set(term, found);
    return found;
  };

  const literal = (term: string, share: number, found: Matches): void => {
    put(found.words, lexicon.find(term), STRENGTH.same * share);
    put(found.light, lexicon.findLight(lightStem(term)), STRENGTH.light * share);
    put(found.deep, lexicon.findDeep(deepStem(term)), STRENGTH.deep * share);
    for (const word of spellings(term)) put(found.words, word, STRENGTH.name);
  };

  const matchesOf = (term: string, prefix: boolean): Matches => {
    const found = none();
    literal(term, 1, found);
    for (const other of translationsOf(term))
      put(found.light, lexicon.findLight(lightStem(other)), STRENGTH.translation);
    for (const other of synonymsOf(term))
      put(found.light, lexicon.findLight(lightStem(other)), STRENGTH.synonym);
    if (prefix && term.length >= SHORTEST_PREFIX) {
      for (const word of beginningWith(term)) put(found.words, word, STRENGTH.prefix);
    }
    if (size(found) > 0) return found;
    const bare = withoutProclitic(term);
    if (bare !== term) literal(bare, WITHOUT_PROCLITIC, found);
    if (size(found) > 0) return found;
    const stem = lightStem(term);
    for (const light of near(stem))
      put(found.light, light, stem.length >= SURE_TYPO ? STRENGTH.typo : STRENGTH.typo / 2);
    return found;
  };

  const beginningWith = (term: string): number[] => {
    const words: number[] = [];
    for (let word = 0; word < lexicon.words.length && words.length < MOST_PREFIXED; word++) {
      if (lexicon.words[word]?.startsWith(term)) words.push(word);
    }
    return words;
  };

  /** Light stems that differ by a slip of the keyboard. */
  const near = (stem: string): number[] => {
    const edits = stem.length >= TWO_EDITS ? 2 : stem.length >= ONE_EDIT ? 1 : 0;
    if (edits === 0 || /\d/.test(stem)) return [];
    const mask = letterMask(stem);
    const loose = foldHamza(stem);
    const stems: number[] = [];
    for (let id = 0; id < masks.length; id++) {
      if (bits((masks[id] ?? 0) ^ mask) > 2 * edits) continue;
      const other = lexicon.lightStems[id] ?? "";
      if (Math.abs(other.length - stem.length) > edits) continue;
      if (foldHamza(other) === loose || within(stem, other, edits)) stems.push(id);
    }
    return stems;
  };

  return {
    matchesOf,
    joined(terms) {
      const found = none();
      const name = terms.join("");
      for (const word of spellings(name)) put(found.words, word, STRENGTH.name);
      put(found.words, lexicon.find(name), STRENGTH.name);
      return found;
    },
  };
}

/** The word without a one-letter particle, where it has one: لإنفيديا, بالمنزل. */
function withoutProclitic(term: string): string {
  return /^[\u0648\u0641\u0628\u0644\u0643][\u0621-\u064a]{3,}$/.test(term) ? term.slice(1) : term;
}

function size({ words, light, deep }: Matches): number {
  return words.size + light.size + deep.size;
}

function put(matches: Map<number, number>, id: number | undefined, strength: number): void {
  if (id !== undefined && (matches.get(id) ?? 0) < strength) matches.set(id, strength);
}

function namesOf(words: readonly string[]): Map<string, number[]> {
  const byName = new Map<string, number[]>();
  words.forEach((word, id) => {
    const key = skeleton(word);
    if (key === "") return;
    const same = byName.get(key);
    if (same === undefined) byName.set(key, [id]);
    else same.push(id);
  });
  return byName;
}

/** One bit for each of 32 kinds of letters: two words whose masks differ in many bits cannot be near. */
function letterMask(word: string): number {
  let mask = 0;
  for (let i = 0; i < word.length; i++) mask |= 1 << (word.charCodeAt(i) & 31);
  return mask >>> 0;
}

function bits(value: number): number {
  let count = 0;
  for (let rest = value >>> 0; rest !== 0; rest &= rest - 1) count++;
  return count;
}

/** Is the edit distance (one of insertion, deletion, substitution, transposition each) at most `most`? */
function within(a: string, b: string, most: number): boolean {
  let before: number[] = [];
  let previous = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    let best = i;
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      let cost = Math.min((previous[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (previous[j - 1] ?? 0) + same);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        cost = Math.min(cost, (before[j - 2] ?? 0) + 1);
      row.push(cost);
      best = Math.min(best, cost);
    }
    if (best > most) return false;
    [before, previous] = [previous, row];
  }
  return (previous[b.length] ?? 0) <= most;
}
