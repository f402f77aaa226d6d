import { QUESTION_WORDS, STOP_WORDS } from "./words-arabic.ts";
import { ENGLISH_QUESTION_WORDS, ENGLISH_STOP_WORDS } from "./words-english.ts";

/** Two-letter words that stand often enough with an attached و or ف; from three letters on every word may. */
const JOINED = "من في عن مع ما لا ان هل كم لم لن قد او به له هو هي".split(" ");

const stop = new Set([...withConjunction(split(STOP_WORDS)), ...split(ENGLISH_STOP_WORDS)]);
const question = new Set([...withConjunction(split(QUESTION_WORDS)), ...split(ENGLISH_QUESTION_WORDS)]);

/** The folded term says nothing of a text's subject: function words of MSA, of the large dialects and of English. */
export function isStopWord(term: string): boolean {
  return stop.has(term);
}

/** The folded term asks, in MSA, in one of the large dialects or in English. */
export function isQuestionWord(term: string): boolean {
  return question.has(term);
}

/** All stop words and question words, folded: for tests and for whoever must list them. */
export function allWords(): { readonly stop: ReadonlySet<string>; readonly question: ReadonlySet<string> } {
  return { stop, question };
}

function split(words: Readonly<Record<string, string>>): string[] {
  return Object.values(words).flatMap((line) => line.split(" "));
}

function withConjunction(words: readonly string[]): string[] {
  const joined = words.filter((word) => word.length >= 3 || JOINED.includes(word));
  return [...words, ...joined.map((word) => `\u0648${word}`), ...joined.map((word) => `\u0641${word}`)];
}
