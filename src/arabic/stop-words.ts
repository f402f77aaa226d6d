import { readDataFile, type SectionForm } from "./data-file.ts";

const list: SectionForm = { columns: ["words"], once: "entry" };
const stopWords = readDataFile("stop-words.tsv", {
  arabic: list,
  english: list,
  french: list,
  "short words with a conjunction": list,
});
const questionWords = readDataFile("question-words.tsv", { arabic: list, english: list, french: list });

const stop = new Set([
  ...withConjunction(stopWords.entries("arabic")),
  ...stopWords.entries("english"),
  ...stopWords.entries("french"),
]);
const question = new Set([
  ...withConjunction(questionWords.entries("arabic")),
  ...questionWords.entries("english"),
  ...questionWords.entries("french"),
]);

/** The folded term says nothing of a text's subject: function words of Modern Standard Arabic, of the large dialects, of English and of French. */
export function isStopWord(term: string): boolean {
  return stop.has(term);
}

/** The folded term asks, in Modern Standard Arabic, in one of the large dialects, in English or in French. */
export function isQuestionWord(term: string): boolean {
  return question.has(term);
}

/** All stop words and question words, folded: for tests. */
export function allWords(): { readonly stop: ReadonlySet<string>; readonly question: ReadonlySet<string> } {
  return { stop, question };
}

/** The words and, from three letters on and of the short ones listed, the same with و or ف attached. */
function withConjunction(words: readonly string[]): string[] {
  const joined = words.filter(
    (word) => word.length >= 3 || stopWords.has("short words with a conjunction", word),
  );
  return [...words, ...joined.map((word) => `\u0648${word}`), ...joined.map((word) => `\u0641${word}`)];
}
