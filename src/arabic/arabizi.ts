import { type DataFile, readDataFile, type SectionForm } from "./data-file.ts";
import { fold } from "./folding.ts";
import { isQuestionWord, isStopWord } from "./stop-words.ts";
import type { Token } from "./token.ts";
import { tokenize } from "./tokens.ts";
import { translationsOf } from "./translations.ts";

const form: SectionForm = { columns: ["text", "word"], once: "row" };
const file = readDataFile("arabizi.tsv", { "arabic alone": form, shared: form, "asked nouns": form });
const alone = wordsOf(file, "arabic alone");
const shared = wordsOf(file, "shared");
const nouns = wordsOf(file, "asked nouns");

/** A longer text is no question in Arabizi; in UTF-16 units. */
const LONGEST = 2000;

/**
 * The words of a text that is Arabic in Latin letters and digits («kam nezel sahm nvidia fel esboo3»): its function words become
 * Arabic ones, and a word with digits for letters is one. `undefined` for any other text. Linear.
 */
export function arabiziTokens(text: string): Token[] | undefined {
  if (text.length > LONGEST || /\p{Script=Arabic}/u.test(text)) return undefined;
  const words = [...text.matchAll(/[\p{L}\p{N}\p{M}]+/gu)].map((match) => ({
    written: match[0].toLowerCase(),
    start: match.index,
  }));
  if (!isArabic(words.map(({ written }) => written))) return undefined;
  return words.flatMap(({ written, start }): Token[] => {
    const end = start + written.length;
    const word = arabiziWord(written);
    if (word !== undefined) return [{ term: word, start, end }];
    if (hasDigitForLetter(written)) return [{ term: written, start, end }];
    return tokenize(text.slice(start, end)).map((token) => ({
      ...token,
      start: token.start + start,
      end: token.end + start,
    }));
  });
}

/**
 * Two function words, or one and a word with digits, of which one is of no other language; or three such words with digits in one; or one that asks,
 * before words that are none of English or French; or alone («emta?»).
 */
function isArabic(words: readonly string[]): boolean {
  const [first = ""] = words;
  const sure = words.filter((word) => alone.has(word)).length;
  const others = words.filter((word) => !alone.has(word));
  const withDigits = others.filter((word) => hasDigitForLetter(word) || (nouns.has(word) && /\d/.test(word)));
  const likely = withDigits.length + others.filter((word) => shared.has(word) || isPlainNoun(word)).length;
  if (sure === 0) return withDigits.length > 0 && likely >= 3;
  if (sure + likely >= 2) return true;
  const asks = isQuestionWord(alone.get(first) ?? "");
  return asks && (words.length === 1 || (words.length > 2 && !words.some(isForeign)));
}

function isPlainNoun(word: string): boolean {
  return nouns.has(word) && !/\d/.test(word);
}

/** An English or a French word, and no mere name. */
function isForeign(word: string): boolean {
  return !alone.has(word) && (isStopWord(word) || isQuestionWord(word) || translationsOf(word).length > 0);
}

/** The Arabic function word, or noun that is asked for, that a word in Latin letters and digits stands for, where it may: «kam», «3ala», «men». */
export function arabiziWord(written: string): string | undefined {
  return alone.get(written) ?? shared.get(written) ?? nouns.get(written);
}

/**
 * In Latin letters: digits become the letters that they are typed for; those that no Latin letter is written for vanish. 2 is a hamza
 * and, as Cairo and Beirut say it, ق (`far2`); 9 is ق in the Maghreb and ص in the Gulf.
 */
export function latinReadingsOfArabizi(term: string): string[] {
  return READINGS.map((digits) => term.replace(/\d/g, (digit) => digits.get(digit) ?? digit));
}

const USUAL: readonly (readonly [string, string])[] = [
  ["2", ""],
  ["3", ""],
  ["5", "kh"],
  ["6", "t"],
  ["7", "h"],
  ["8", "gh"],
  ["9", "q"],
];
const READINGS: readonly ReadonlyMap<string, string>[] = [
  new Map(USUAL),
  new Map([...USUAL, ["2", "q"], ["9", "s"]]),
];

/** `wa2a3`, `5sara`, `s3r`: but R1, h100 and mp3 are names. */
function hasDigitForLetter(word: string): boolean {
  return (
    /^[a-z2356789]+$/.test(word) &&
    /[2356789]/.test(word) &&
    !/\d\d/.test(word) &&
    word.replace(/\d/g, "").length >= (/^[a-z]+[37][a-z]+$/.test(word) ? 2 : 3)
  );
}

function wordsOf<Section extends string>(
  { rows }: DataFile<Section>,
  section: Section,
): ReadonlyMap<string, string> {
  return new Map(
    rows(section).flatMap(([[written = ""] = [], [word = ""] = []]) =>
      written.split(" ").map((one): [string, string] => [one, fold(word)]),
    ),
  );
}
