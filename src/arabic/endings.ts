import { readDataFile, type SectionForm } from "./data-file.ts";

const list: SectionForm = { columns: ["words"], once: "entry" };
const file = readDataFile("own-endings.tsv", { letters: list, feminine: list });
const own = new Set(file.entries("letters"));
const feminine = new Set(file.entries("feminine"));

const PRONOUNS = ["هما", "تها", "تهم", "هم", "هن", "نا", "ها", "كم", "ته"];
const ENDINGS = [
  "يات",
  "تين",
  "تان",
  "ات",
  "ون",
  "ين",
  "ان",
  "يه",
  "يا",
  "وا",
  "\u0647",
  "\u062a",
  "\u064a",
  "\u0627",
];
/** What the ة of a noun becomes. */
const FEMININE_ENDINGS = ["تين", "تان", "ات", "\u0647"];
const SHORTEST = 3;

/**
 * Words that end in letters of the root as if in an ending: تفعيل (تخزين), أفعال (أوطان), افتعال and استفعال (امتحان, استيطان), مفعول (مخزون), ن after a
 * long ا (تعاون, متباين), ت after another long vowel (بيوت, تصويت).
 */
const OWN_ENDING =
  /^(?:\u062a..\u064a\u0646|\u0627..\u0627\u0646|\u0627.\u062a.\u0627\u0646|\u0627\u0633\u062a..\u0627\u0646|\u0645..\u0648\u0646)$|\u0627[\u0648\u064a]\u0646$|[\u0648\u064a]\u062a$/;

/** The word without one attached pronoun, while three letters stay. */
export function withoutPronoun(word: string): string {
  if (keepsEnding(word)) return word;
  for (const pronoun of PRONOUNS) {
    if (!word.endsWith(pronoun) || word.length - pronoun.length < 2) continue;
    const bare = word.slice(0, -pronoun.length);
    const isTa = pronoun.startsWith("\u062a");
    // بيوتهم: the ت is of the noun.
    if (isTa && keepsEnding(`${bare}\u062a`)) return `${bare}\u062a`;
    // Before a pronoun ة is written ت: شبكتها, شبكتنا.
    const noun = isTa ? bare : bare.replace(/\u062a$/, "");
    if ((isTa || noun !== bare) && isFeminine(noun)) return `${noun}\u0647`;
    if (bare.length >= SHORTEST) return bare;
  }
  return word;
}

/** The word without one ending, while three letters stay. */
export function withoutEnding(word: string): string {
  if (keepsEnding(word)) return word;
  for (const ending of FEMININE_ENDINGS) {
    if (word.endsWith(ending) && isFeminine(word.slice(0, -ending.length)))
      return `${word.slice(0, -ending.length)}\u0647`;
  }
  // سنوي, سنوات: nouns of two letters have a و there.
  const ofTwo = /^(..)\u0648(?:ات|ي|يه|يا)$/.exec(word)?.[1];
  if (ofTwo !== undefined && isFeminine(ofTwo)) return `${ofTwo}\u0647`;
  for (const ending of ENDINGS) {
    if (word.endsWith(ending) && word.length - ending.length >= SHORTEST)
      return word.slice(0, -ending.length);
  }
  return word;
}

/** The word without the ة of a noun that `withoutEnding` keeps, where three letters stay: شبكة as شبك, the stem of شبكي. */
export function withoutFeminine(word: string): string {
  return word.length > SHORTEST && feminine.has(word) ? word.slice(0, -1) : word;
}

/** With or without a particle of one letter. Words that end in none of these letters have nothing to keep. */
function keepsEnding(word: string): boolean {
  return (
    !LAST.has(word.charCodeAt(word.length - 1)) ||
    own.has(word) ||
    (PARTICLES.has(word.charCodeAt(0)) && own.has(word.slice(1))) ||
    OWN_ENDING.test(word)
  );
}

const LAST = lettersOf([...PRONOUNS, ...ENDINGS].map((ending) => ending.slice(-1)));
const PARTICLES = lettersOf(["\u0628", "\u0644", "\u0641", "\u0643", "\u0648"]);

function lettersOf(letters: readonly string[]): ReadonlySet<number> {
  return new Set(letters.map((letter) => letter.charCodeAt(0)));
}

function isFeminine(bare: string): boolean {
  return feminine.has(`${bare}\u0647`);
}
