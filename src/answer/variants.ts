import { isWithinEdits } from "../arabic/edit-distance.ts";
import { foldHamza } from "../arabic/folding.ts";
import { arabiziSkeletons, sameNameByKey, skeleton } from "../arabic/names.ts";
import { deepStem, lightStem } from "../arabic/stems.ts";
import { synonymsOf } from "../arabic/synonyms.ts";
import { translationsOf } from "../arabic/translations.ts";
import type { Lexicon } from "../search/lexicon.ts";
import { createNamesInParts } from "./names-in-parts.ts";
import { MATCH, VARIANTS } from "./weights.ts";

/** What in the collection matches a word of a question, and how well: above 0, 1 for the word itself. */
export interface Matches {
  /** By the number of a word, of a light stem, of a deeper stem: a stem matches with all its words. */
  readonly words: Map<number, number>;
  readonly light: Map<number, number>;
  readonly deep: Map<number, number>;
  /** Nothing else matched, and these are taken for the same word with a slip of the keyboard. */
  readonly bySlip?: boolean;
}

/** The words of a collection that may stand for a word of a question. */
export interface Variants {
  /** Matches of a folded word; `prefix` while it may still be growing. Empty maps where there are none. */
  matchesOf(term: string, prefix: boolean): Matches;
  /** The folded word as it is written, and no other. */
  exactly(term: string): Matches;
  /** «ديب سيك» finds DeepSeek: matches of a name in several words that the collection writes in one. */
  joined(terms: readonly string[]): Matches;
  /** «esboo3» finds أسبوع: adds the Arabic words with the consonants of a word in Latin letters and digits. */
  addArabizi(term: string, found: Matches): void;
}

/** Reads the vocabulary once; a look-up takes a pass over its stems at most. */
export function createVariants(lexicon: Lexicon): Variants {
  const { vocabulary } = lexicon;
  const byName = namesOf(vocabulary.words);
  const namesInParts = createNamesInParts(lexicon);
  const masks = Uint32Array.from(vocabulary.lightStems, letterMask);
  const looseStems = vocabulary.lightStems.map(foldHamza);
  const stemsOfLength = byLength(vocabulary.lightStems);

  const none = (): Matches => ({ words: new Map(), light: new Map(), deep: new Map() });

  /** The spellings of each word of the collection that has been asked for. */
  const cache = new Map<string, readonly number[]>();

  /** نفيديا → nvidia → انفيديا: words that spell the same name, then words that spell the name as those do. */
  const spellings = (term: string): readonly number[] => {
    const cached = cache.get(term);
    if (cached !== undefined) return cached;
    const found: number[] = [];
    const seen = new Set([term]);
    for (let round = [term]; round.length > 0 && seen.size < VARIANTS.mostSpellings; ) {
      const next: string[] = [];
      for (const name of round) {
        const key = skeleton(name);
        for (const id of byName.get(key) ?? []) {
          const other = vocabulary.words[id] ?? "";
          if (seen.has(other) || !sameNameByKey(key, name, other)) continue;
          seen.add(other);
          next.push(other);
          found.push(id);
        }
      }
      round = next;
    }
    if (vocabulary.find(term) !== undefined) cache.set(term, found);
    return found;
  };

  const literal = (term: string, found: Matches): void => {
    raise(found.words, vocabulary.find(term), MATCH.same);
    raise(found.light, vocabulary.findLight(lightStem(term)), MATCH.light);
    raise(found.deep, vocabulary.findDeep(deepStem(term)), MATCH.deep);
    for (const word of spellings(term)) raise(found.words, word, MATCH.name);
    for (const word of namesInParts.spellingsOf(term)) raise(found.words, word, MATCH.name);
  };

  const relatives = (term: string, found: Matches): void => {
    for (const other of translationsOf(term))
      raise(found.light, vocabulary.findLight(lightStem(other)), MATCH.translation);
    for (const other of synonymsOf(term))
      raise(found.light, vocabulary.findLight(lightStem(other)), MATCH.synonym);
  };

  const matchesOf = (term: string, prefix: boolean): Matches => {
    const found = none();
    literal(term, found);
    relatives(term, found);
    // بكروت: where the collection has no such word, what may stand for كروت stands for it.
    const bare = withoutProclitic(term);
    const isUnknown = bare !== term && vocabulary.findLight(lightStem(term)) === undefined;
    if (isUnknown) relatives(bare, found);
    if (prefix && term.length >= VARIANTS.shortestPrefix) {
      for (const word of beginningWith(term)) raise(found.words, word, MATCH.prefix);
    }
    if (isUnknown && found.words.size + found.light.size === 0) literal(bare, found);
    if (size(found) > 0) return found;
    const stem = lightStem(term);
    for (const light of near(stem))
      raise(found.light, light, stem.length >= VARIANTS.sureTypo ? MATCH.typo : MATCH.typo * MATCH.shortTypo);
    return { ...found, bySlip: true };
  };

  const beginningWith = (term: string): number[] => {
    const words: number[] = [];
    for (let word = 0; word < vocabulary.words.length && words.length < VARIANTS.mostPrefixed; word++) {
      if (vocabulary.words[word]?.startsWith(term)) words.push(word);
    }
    return words;
  };

  /** Light stems that a slip of the keyboard makes of this one. */
  const near = (stem: string): number[] => {
    const edits = stem.length >= VARIANTS.twoEdits ? 2 : stem.length >= VARIANTS.oneEdit ? 1 : 0;
    if (edits === 0 || /\d/.test(stem)) return [];
    const mask = letterMask(stem);
    const loose = foldHamza(stem);
    const stems: number[] = [];
    for (let length = stem.length - edits; length <= stem.length + edits; length++)
      for (const id of stemsOfLength[length] ?? []) {
        if (bits((masks[id] ?? 0) ^ mask) > 2 * edits) continue;
        const other = vocabulary.lightStems[id] ?? "";
        if (looseStems[id] === loose || isWithinEdits(stem, other, edits)) stems.push(id);
      }
    return stems.sort((a, b) => a - b);
  };

  return {
    matchesOf,
    exactly(term) {
      const found = none();
      raise(found.words, vocabulary.find(term), MATCH.same);
      return found;
    },
    addArabizi(term, found) {
      arabiziSkeletons(term).forEach((keys, reading) => {
        for (const key of keys) {
          const isSure = key.length > 2 && reading === 0;
          for (const word of byName.get(key) ?? []) {
            if (/^[\u0621-\u064a]/.test(vocabulary.words[word] ?? ""))
              raise(found.light, vocabulary.lightOf[word], MATCH.consonants * (isSure ? 1 : MATCH.shortTypo));
          }
        }
      });
    },
    joined(terms) {
      const found = none();
      const [first = "", ...rest] = terms;
      // لديب سيك: a particle stands before the whole name.
      const bare = vocabulary.findLight(lightStem(first)) === undefined ? withoutProclitic(first) : first;
      for (const name of new Set([terms.join(""), bare + rest.join("")])) {
        for (const word of spellings(name)) raise(found.words, word, MATCH.name);
        for (const word of namesInParts.spellingsOf(name)) raise(found.words, word, MATCH.name);
        // Where both sides have it apart, its words find themselves.
        if (!name.includes(":")) raise(found.words, vocabulary.find(name), MATCH.name);
      }
      return found;
    },
  };
}

/** لإنفيديا → إنفيديا: the word without a particle of one letter, where it may have one. */
function withoutProclitic(term: string): string {
  return /^[\u0648\u0641\u0628\u0644\u0643][\u0621-\u064a]{3,}$/.test(term) ? term.slice(1) : term;
}

function size({ words, light, deep }: Matches): number {
  return words.size + light.size + deep.size;
}

/** Keeps the greater of a number's strengths; does nothing without a number. */
export function raise(strengths: Map<number, number>, id: number | undefined, strength: number): void {
  if (id !== undefined && (strengths.get(id) ?? 0) < strength) strengths.set(id, strength);
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

/** How many bits are set: pairs, fours and bytes are summed side by side. */
function bits(value: number): number {
  const pairs = value - ((value >>> 1) & 0x55555555);
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333);
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

/** The numbers of the stems of each length. */
function byLength(stems: readonly string[]): readonly (readonly number[])[] {
  const lists: number[][] = [];
  stems.forEach((stem, id) => {
    lists[stem.length] ??= [];
    lists[stem.length]?.push(id);
  });
  return lists;
}
