import { latinReadingsOfArabizi } from "./arabizi.ts";
import { arabicSounds, latinSounds, type Sounds } from "./sounds.ts";
import { withoutArticle } from "./stems.ts";
import { isStopWord } from "./stop-words.ts";
import { translationsOf } from "./translations.ts";
import { transliterationCost } from "./transliteration.ts";

/**
 * The consonants of a name as one key for both scripts: غوغل, جوجل, قوقل and google give the same. Empty where it says
 * nothing: fewer than two consonants, digits, other scripts. Many ordinary Arabic words share a key (كتاب, كاتب): it finds
 * candidates, `sameName` decides.
 */
export function skeleton(term: string): string {
  const key = soundsOfTerm(term)?.consonants ?? "";
  return key.length >= 2 ? key : "";
}

/**
 * Two different folded terms are spellings of one name. Between the scripts: the consonants agree, at least two, and each letter
 * is written as Arabic writes it in names, with the fewer exceptions the shorter the name is (`transliterationCost`). An English
 * word with a known meaning is no name. Between two Arabic spellings: the consonants agree and the word looks foreign, since ordinary words of one root
 * share them too.
 */
export function sameName(a: string, b: string): boolean {
  const key = soundsOfTerm(a)?.consonants;
  return key !== undefined && key === soundsOfTerm(b)?.consonants && sameNameByKey(key, a, b);
}

/** The same for two terms that are known to share the consonants `key`, as those of one `skeleton` do. */
export function sameNameByKey(key: string, a: string, b: string): boolean {
  if (a === b) return false;
  const [latinA, latinB] = [isLatin(a), isLatin(b)];
  if (latinA && latinB) return false;
  if (!latinA && !latinB) return bothArabic(withoutArticle(a), withoutArticle(b), key);
  const [latin, arabic] = latinA ? [a, b] : [b, a];
  return acrossScripts(latin, arabic, key.length);
}

/** A Latin term and an Arabic one, or two of them written together, are spellings of one name: «كور ويف» for CoreWeave. */
export function isSpelledAs(latin: string, arabic: string): boolean {
  const key = skeleton(latin);
  return key !== "" && key === skeleton(arabic) && isWrittenAs(latin, arabic, key.length);
}

/**
 * The consonants by which a word of Arabizi is found: without digits, as `skeleton` has them; in every reading of its ends. The usual
 * reading of its digits first, then the other one, without what the first has.
 */
export function arabiziSkeletons(term: string): readonly (readonly string[])[] {
  const [usual = [], other = []] = latinReadingsOfArabizi(term).map(keysOfArabizi);
  return [usual, other.filter((key) => !usual.includes(key))];
}

function keysOfArabizi(latin: string): string[] {
  if (!isLatin(latin)) return [];
  // elsharika, lfar9, sherket: an article and the t of the construct state may stand there.
  const bare = latin.replace(/^(?:[aei]l(?=...)|l(?=[^aeiou]..))/, "");
  const forms = [latin, bare, latin.replace(/[ae]t$/, ""), bare.replace(/[ae]t$/, "")];
  const keys = forms.map((form) => latinSounds(form).consonants).filter((key) => key.length >= 2);
  return [...new Set(keys)];
}

function soundsOfTerm(term: string): Sounds | undefined {
  if (isLatin(term)) return latinSounds(term);
  return isArabic(term) ? arabicSounds(withoutArticle(term)) : undefined;
}

function isArabic(term: string): boolean {
  return /^[\u0621-\u064a]+$/.test(term);
}

function isLatin(term: string): boolean {
  return /^[a-z]+$/.test(term);
}

/** What a spelling may cost, by the number of consonants: short names share theirs with many a word. */
const MOST_COSTS = [0, 0, 0.4, 1, 1.9];
const MOST_COST_OF_EACH = 0.5;

function acrossScripts(word: string, arabic: string, consonants: number): boolean {
  return (
    consonants >= 2 &&
    !isStopWord(word) &&
    translationsOf(word).length === 0 &&
    isWrittenAs(word, arabic, consonants)
  );
}

function isWrittenAs(word: string, arabic: string, consonants: number): boolean {
  const most = MOST_COSTS[consonants] ?? MOST_COST_OF_EACH * consonants;
  return transliterationCost(word, withoutArticle(arabic), most) <= most;
}

function bothArabic(a: string, b: string, consonants: string): boolean {
  if (consonants.length >= 5) return true;
  if (consonants.length === 4) return !looksInflected(a) || !looksInflected(b);
  if (consonants.length < 3) return false;
  return (FOREIGN_END.test(a) && FOREIGN_END.test(b)) || alternations(a, b) >= 2;
}

/** Prefixes and endings of Arabic inflection: such a word shares its consonants with its relatives. */
function looksInflected(word: string): boolean {
  return (
    /^(?:[\u0645\u064a\u0646\u0627\u0644\u0648\u0641]|\u0633[\u064a\u062a\u0646]|\u0628(?!\u064a)|\u062a(?!\u0634))/.test(
      word,
    ) || /(?:ات|ون|ته|تها|تهم|ها|هم|نا|يه|ه)$/.test(word)
  );
}

/** Endings that Arabic roots do not have: -ng, -ium, -ia after a consonant. */
const FOREIGN_END = /(?:\u0646[\u063a\u062c\u0642\u0643]|يوم|[^\u0627\u0648\u064a]يا)$/;

/** In how many places the two write a foreign g by different letters; 0 when anything else differs. */
function alternations(a: string, b: string): number {
  if (a.length !== b.length) return 0;
  let count = 0;
  for (let at = 0; at < a.length; at++) {
    if (a[at] === b[at]) continue;
    if (!FOREIGN_G.test(a.charAt(at)) || !FOREIGN_G.test(b.charAt(at))) return 0;
    count++;
  }
  return count;
}

const FOREIGN_G = /[\u062c\u063a\u0642\u0643]/;
