import { ECONOMY, TECHNOLOGY } from "./lexicon-entries.ts";
import { LIFE } from "./lexicon-life.ts";
import { MORE } from "./lexicon-more.ts";
import { SOCIETY } from "./lexicon-society.ts";

const entries = new Map<string, string[]>();
for (const entry of [...ECONOMY, ...TECHNOLOGY, ...SOCIETY, ...LIFE, ...MORE]) {
  const [english = "", arabic = ""] = entry.split("|");
  for (const word of english.split(" ")) {
    entries.set(word, [...new Set([...(entries.get(word) ?? []), ...arabic.split(" ")])]);
  }
}

/**
 * Folded Arabic terms that an English term may stand for, the most usual first; empty when none are known. English inflection is
 * undone (prices, founded, mining); the vocabulary is general and holds no names.
 */
export function translationsOf(term: string): string[] {
  if (!/^[a-z]+$/.test(term)) return [];
  for (const form of baseForms(term)) {
    const found = entries.get(form);
    if (found !== undefined) return found;
  }
  return [];
}

/** All entries, English to Arabic: for tests. */
export function lexiconEntries(): ReadonlyMap<string, readonly string[]> {
  return entries;
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
