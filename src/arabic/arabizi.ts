import { type DataFile, readDataFile, type SectionForm } from "./data-file.ts";
import { fold } from "./folding.ts";
import type { Token } from "./token.ts";
import { tokenize } from "./tokens.ts";

const form: SectionForm = { columns: ["text", "word"], once: "row" };
const file = readDataFile("arabizi.tsv", { "arabic alone": form, shared: form });
const alone = wordsOf(file, "arabic alone");
const shared = wordsOf(file, "shared");

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
  const sure = words.filter(({ written }) => alone.has(written)).length;
  const likely = words.filter(({ written }) => shared.has(written) || hasDigitForLetter(written)).length;
  if (sure === 0 || sure + likely < 2) return undefined;
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

/** The Arabic function word that a word in Latin letters and digits stands for, where it may: «kam», «3ala», «men». */
export function arabiziWord(written: string): string | undefined {
  return alone.get(written) ?? shared.get(written);
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

/** `wa2a3`, `5sara`: but R1, h100 and mp3 are names. */
function hasDigitForLetter(word: string): boolean {
  return (
    /^[a-z2356789]+$/.test(word) &&
    /[2356789]/.test(word) &&
    !/\d\d/.test(word) &&
    word.replace(/\d/g, "").length >= 3
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
