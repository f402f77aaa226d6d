import { readRows } from "./data-file.ts";
import { deepStem, lightStem } from "./stems.ts";

const groups = readRows("synonyms.tsv", { columns: ["words"], once: "row" }).map(([words = []]) => words);
const byLight = indexed(lightStem);
const byDeep = indexed(deepStem);

/**
 * Folded words of Arabic in general that can stand for a folded term, of the standard language for a word of a dialect; empty when
 * none are known. Looked up by the light stem, else by the deep one, so that a verb finds its group in any person
 * (تستعمل: استخدم); a word with the article is no verb, and shares
 * a root with groups of another meaning (العالمية: عرف). They say nearly the same, not the same: weigh them low.
 */
export function synonymsOf(term: string): string[] {
  const isNoun = /^(?:[\u0648\u0641\u0628\u0643]?\u0627\u0644|\u0644\u0644)/.test(term);
  return [...(byLight.get(lightStem(term)) ?? (isNoun ? undefined : byDeep.get(deepStem(term))) ?? [])];
}

/** The term stands in a group in some form of the same word, and not by its root alone. */
export function hasOwnSynonyms(term: string): boolean {
  return byLight.has(lightStem(term));
}

/** All groups, in the order of the list: for tests. */
export function synonymGroups(): readonly (readonly string[])[] {
  return groups;
}

/** By the stem of a word the other words of its groups whose stems differ. */
function indexed(stemOf: (term: string) => string): ReadonlyMap<string, ReadonlySet<string>> {
  const byStem = new Map<string, Set<string>>();
  for (const words of groups) {
    const stems = words.map(stemOf);
    for (const stem of stems) {
      const others = byStem.get(stem) ?? new Set<string>();
      words.forEach((word, at) => {
        if (stems[at] !== stem) others.add(word);
      });
      byStem.set(stem, others);
    }
  }
  return byStem;
}
