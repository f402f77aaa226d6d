import { readRows, type SectionForm } from "./data-file.ts";

const form: SectionForm = { columns: ["words", "words"], once: "pair" };
const rows = [...readRows("english.tsv", form), ...readRows("french.tsv", form)];
const translations = new Map<string, string[]>();
for (const [foreign = [], arabic = []] of rows) {
  for (const word of foreign) {
    translations.set(word, [...new Set([...(translations.get(word) ?? []), ...arabic])]);
  }
}

/**
 * Folded Arabic terms that an English or a French term may stand for, the most usual first; empty when none are known.
 * Inflection is undone (prices, founded, mining, fondée). The vocabulary is general; of names it holds those of nations and
 * religions alone.
 */
export function translationsOf(term: string): string[] {
  if (!/^[a-z]+$/.test(term)) return [];
  for (const form of baseForms(term)) {
    const found = translations.get(form);
    if (found !== undefined) return found;
  }
  return [];
}

/** All translations to Arabic: for tests. */
export function allTranslations(): ReadonlyMap<string, readonly string[]> {
  return translations;
}

/** The term and what it may be an inflection of, likeliest first. */
function baseForms(term: string): string[] {
  const forms = [term];
  for (const [pattern, replacements] of INFLECTIONS) {
    if (!pattern.test(term)) continue;
    for (const replacement of replacements) {
      const base = term.replace(pattern, replacement);
      if (base.length >= 3) forms.push(base);
    }
  }
  return forms;
}

const INFLECTIONS: readonly (readonly [RegExp, readonly string[]])[] = [
  [/ees?$/, ["e"]],
  [/ies$/, ["y"]],
  [/ied$/, ["y"]],
  [/es$/, ["", "e"]],
  [/s$/, [""]],
  [/([bdglmnprt])\1(?:ed|ing|er)$/, ["$1", "$1$1"]],
  [/ed$/, ["", "e"]],
  [/ing$/, ["", "e"]],
  [/(?:ers?|ors?)$/, ["", "e"]],
  [/ly$/, [""]],
  [/(?:ment|ments)$/, [""]],
];
