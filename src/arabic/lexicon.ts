import { ENGLISH_TO_ARABIC } from "./lexicon-entries.ts";

const entries = new Map(Object.entries(ENGLISH_TO_ARABIC).map(([word, arabic]) => [word, arabic.split(" ")]));

/** Folded Arabic terms that an English term may stand for, most usual first; empty when none are known. */
export function translationsOf(term: string): string[] {
  for (const form of baseForms(term)) {
    const found = entries.get(form);
    if (found !== undefined) return found;
  }
  return [];
}

/** The term and what it may be an inflection of. */
function baseForms(term: string): string[] {
  const forms = [term];
  const ending = /(?:s|es|ed|d|ing|er|r)$/.exec(term);
  if (ending !== null) {
    const stem = term.slice(0, ending.index);
    forms.push(stem, `${stem}e`);
  }
  return forms;
}
