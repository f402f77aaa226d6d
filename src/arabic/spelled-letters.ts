import { readDataFile, type SectionForm } from "./data-file.ts";
import { fold } from "./folding.ts";
import type { Span, Token } from "./token.ts";
import { WordSet } from "./word-set.ts";

const form: SectionForm = { columns: ["name", "text"], once: "row" };
const file = readDataFile("letter-names.tsv", { letters: form, words: form });
const sure = lettersOf(file.rows("letters"));
const doubtful = lettersOf(file.rows("words"));
const names = new WordSet([...sure.keys(), ...doubtful.keys()].map(fold));

/** Latin letters that are spelled out in Arabic, and what they may read as: «جي بي يو» as gbu and gpu. */
export interface SpelledLetters extends Span {
  readonly readings: readonly string[];
}

/** An abbreviation has so many letters. */
const LEAST = 2;
const MOST = 6;
/** So many names that are all words of the language are letters, where an abbreviation is known that they spell: «اس ام اي». */
const LEAST_DOUBTFUL = 3;
/** Readings of one run, at most. */
const MOST_READINGS = 16;

/**
 * The abbreviations that a text spells out, not overlapping: runs of names of letters, which begin and end in one that is no word of the
 * language. With `isWanted` only what has such a reading counts, and a run may begin and end in a word (سي في is CV). Linear.
 */
export function spelledLetters(
  text: string,
  tokens: readonly Token[],
  isWanted?: (reading: string) => boolean,
): SpelledLetters[] {
  const found: SpelledLetters[] = [];
  for (let at = 0; at < tokens.length; at++) {
    // Cheap: most words of a text are followed by no name of a letter.
    if (!names.has(tokens[at + 1]?.term ?? "")) continue;
    const run = runFrom(text, tokens, at);
    for (let count = run.length; count >= LEAST; count--) {
      const spelled = readRun(run.slice(0, count), isWanted);
      if (spelled === undefined) continue;
      found.push(spelled);
      at += count - 1;
      break;
    }
  }
  return found;
}

/** A word and the letters that are spelled out right behind it as one term for each reading: «شات جي بي تي» is `شات:gpt`. */
export function wordsWithLetters(
  text: string,
  tokens: readonly Token[],
  letters: readonly SpelledLetters[],
): Token[] {
  return letters.flatMap(({ start, end, readings }) => {
    const before = tokens.find(
      (token, at) => tokens[at + 1]?.start === start && /^[\u0621-\u064a]+$/.test(token.term),
    );
    if (before === undefined || !/^[\s\p{Cf}-]+$/u.test(text.slice(before.end, start))) return [];
    return readings.map((reading) => ({ term: `${before.term}:${reading}`, start: before.start, end }));
  });
}

interface Letter extends Span {
  readonly readings: readonly string[];
  readonly isSure: boolean;
}

/** The names of letters that stand side by side from a token on; the first may have a particle and the article before it. */
function runFrom(text: string, tokens: readonly Token[], first: number): Letter[] {
  const run: Letter[] = [];
  for (let at = first; at < tokens.length && run.length < MOST; at++) {
    const token = tokens[at];
    const previous = tokens[at - 1];
    if (token === undefined) break;
    if (run.length > 0 && !/^[\s.\p{Cf}-]*$/u.test(text.slice(previous?.end ?? 0, token.start))) break;
    const written = text.slice(token.start, token.end).replace(/[\p{M}\p{Cf}\u0640]/gu, "");
    const letter = letterOf(written) ?? (run.length === 0 ? letterOf(withoutPrefix(written)) : undefined);
    if (letter === undefined) break;
    run.push({ ...letter, start: token.start, end: token.end });
  }
  return run;
}

function letterOf(written: string): Pick<Letter, "readings" | "isSure"> | undefined {
  const readings = sure.get(written);
  if (readings !== undefined) return { readings, isSure: true };
  const guessed = doubtful.get(written);
  return guessed && { readings: guessed, isSure: false };
}

/** «الجي بي يو», «للجي بي يو», «بجي بي يو». */
function withoutPrefix(written: string): string {
  return written.replace(/^(?:[\u0648\u0641\u0628\u0643]?ال|لل|[\u0648\u0641\u0628\u0644])(?=..)/, "");
}

function readRun(
  run: readonly Letter[],
  isWanted?: (reading: string) => boolean,
): SpelledLetters | undefined {
  const [first, last] = [run[0], run.at(-1)];
  if (first === undefined || last === undefined) return undefined;
  const isSure =
    isWanted === undefined
      ? first.isSure && last.isSure
      : run.length >= LEAST_DOUBTFUL || run.some((letter) => letter.isSure);
  if (!isSure) return undefined;
  const all = run.reduce<readonly string[]>(
    (begun, { readings }) =>
      begun.flatMap((reading) => readings.map((letter) => reading + letter)).slice(0, MOST_READINGS),
    [""],
  );
  const readings = isWanted === undefined ? all : all.filter(isWanted);
  return readings.length === 0 ? undefined : { start: first.start, end: last.end, readings };
}

function lettersOf(
  rows: readonly (readonly (readonly string[])[])[],
): ReadonlyMap<string, readonly string[]> {
  const letters = new Map<string, readonly string[]>();
  for (const [[letter = ""] = [], [names = ""] = []] of rows) {
    for (const name of names.split(" ")) letters.set(name, [...(letters.get(name) ?? []), letter]);
  }
  return letters;
}
