import { foldHamza } from "../arabic/folding.ts";
import { translationsOf } from "../arabic/lexicon.ts";
import { sameName, skeleton, skeletonOfRun } from "../arabic/names.ts";
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

export function createVariants(collection: Collection): Variants {
  const { lexicon } = collection;
  const byName = namesOf(lexicon.words);
  const masks = Uint32Array.from(lexicon.words, letterMask);

  const matchesOf = (term: string, prefix: boolean): Matches => {
    const found: Matches = { words: new Map(), light: new Map(), deep: new Map() };
    put(found.words, lexicon.find(term), STRENGTH.same);
    put(found.light, lexicon.findLight(lightStem(term)), STRENGTH.light);
    put(found.deep, lexicon.findDeep(deepStem(term)), STRENGTH.deep);
    for (const word of byName.get(skeleton(term)) ?? []) {
      if (sameName(term, lexicon.words[word] ?? "")) put(found.words, word, STRENGTH.name);
    }
    for (const other of translationsOf(term))
      put(found.light, lexicon.findLight(lightStem(other)), STRENGTH.translation);
    for (const other of synonymsOf(term))
      put(found.light, lexicon.findLight(lightStem(other)), STRENGTH.synonym);
    if (prefix && term.length >= SHORTEST_PREFIX) {
      for (const word of beginningWith(term)) put(found.words, word, STRENGTH.prefix);
    }
    if (found.words.size + found.light.size + found.deep.size === 0) {
      for (const word of near(term)) put(found.words, word, STRENGTH.typo);
    }
    return found;
  };

  const beginningWith = (term: string): number[] => {
    const words: number[] = [];
    for (let word = 0; word < lexicon.words.length && words.length < MOST_PREFIXED; word++) {
      if (lexicon.words[word]?.startsWith(term)) words.push(word);
    }
    return words;
  };

  const near = (term: string): number[] => {
    const edits = term.length >= TWO_EDITS ? 2 : term.length >= ONE_EDIT ? 1 : 0;
    if (edits === 0 || /\d/.test(term)) return [];
    const mask = letterMask(term);
    const loose = foldHamza(term);
    const words: number[] = [];
    for (let word = 0; word < masks.length; word++) {
      if (bits((masks[word] ?? 0) ^ mask) > 2 * edits) continue;
      const other = lexicon.words[word] ?? "";
      if (Math.abs(other.length - term.length) > edits || lexicon.isStop[word]) continue;
      if (foldHamza(other) === loose || within(term, other, edits)) words.push(word);
    }
    return words;
  };

  return {
    matchesOf,
    joined(terms) {
      const found: Matches = { words: new Map(), light: new Map(), deep: new Map() };
      for (const word of byName.get(skeletonOfRun(terms)) ?? []) {
        if (sameName(terms.join(""), lexicon.words[word] ?? "")) put(found.words, word, STRENGTH.name);
      }
      return found;
    },
  };
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
