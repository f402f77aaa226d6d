import { deepStem, lightStem } from "./stems.ts";
import { DIALECT_SYNONYMS } from "./synonyms-dialect.ts";
import { GENERAL_SYNONYMS } from "./synonyms-general.ts";
import { LIFE_SYNONYMS } from "./synonyms-life.ts";
import { NEWS_SYNONYMS } from "./synonyms-news.ts";

const GROUPS = [...NEWS_SYNONYMS, ...LIFE_SYNONYMS, ...GENERAL_SYNONYMS, ...DIALECT_SYNONYMS];
const byLight = indexed(lightStem);
const byDeep = indexed(deepStem);

/**
 * Folded words of Arabic in general that can stand for a folded term, of the standard language for a word of a dialect; empty when
 * none are known. Looked up by the light stem, else by the deep one, so that a verb finds its group in any person
 * (تستعمل: استخدم). They say nearly the same, not the same: weigh them low.
 */
export function synonymsOf(term: string): string[] {
  return [...(byLight.get(lightStem(term)) ?? byDeep.get(deepStem(term)) ?? [])];
}

/** All groups, as they are listed: for tests. */
export function synonymGroups(): readonly string[] {
  return GROUPS;
}

/** By the stem of a word the other words of its groups whose stems differ. */
function indexed(stemOf: (term: string) => string): ReadonlyMap<string, ReadonlySet<string>> {
  const byStem = new Map<string, Set<string>>();
  for (const group of GROUPS) {
    const words = group.split(" ");
    for (const word of words) {
      const stem = stemOf(word);
      const others = byStem.get(stem) ?? new Set<string>();
      for (const other of words) if (stemOf(other) !== stem) others.add(other);
      byStem.set(stem, others);
    }
  }
  return byStem;
}
