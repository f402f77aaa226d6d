import { readDataFile, type SectionForm } from "./data-file.ts";

const list: SectionForm = { columns: ["words"], once: "entry" };
const form = {
  today: list,
  what: list,
  gulf: list,
  "measures after how": list,
  "measures of time": list,
  events: list,
  "asked events": list,
  which: list,
  "how many": list,
  prepositions: list,
  "asked after a preposition": list,
  alone: list,
  pointers: list,
  persons: list,
  pronouns: list,
  general: list,
  dialect: list,
};

/** What a word tells of how a question is to be read; `data/question-cues.tsv` says what each means. */
export type Cue = keyof typeof form;

const file = readDataFile("question-cues.tsv", form);

/** The folded term is such a cue. */
export function isCue(cue: Cue, term: string): boolean {
  return file.has(cue, term);
}

/** The folded term, with or without و or ف attached, is such a cue. */
export function isCueWithConjunction(cue: Cue, term: string): boolean {
  return isCue(cue, term) || (/^[\u0648\u0641]/.test(term) && isCue(cue, term.slice(1)));
}
