import { lightStem } from "./stems.ts";
import { DIALECT_SYNONYMS } from "./synonyms-dialect.ts";
import { LIFE_SYNONYMS } from "./synonyms-life.ts";
import { NEWS_SYNONYMS } from "./synonyms-news.ts";

const byStem = new Map<string, Set<string>>();
for (const group of [...NEWS_SYNONYMS, ...LIFE_SYNONYMS, ...DIALECT_SYNONYMS]) {
  const words = group.split(" ");
  for (const word of words) {
    const stem = lightStem(word);
    const others = byStem.get(stem) ?? new Set<string>();
    for (const other of words) if (lightStem(other) !== stem) others.add(other);
    byStem.set(stem, others);
  }
}

/**
 * Folded words of Arabic in general that can stand for a folded term, of the standard language for a word of a dialect; empty when
 * none are known. Looked up by the light stem, so that الأسعار finds what سعر does where their stems agree. They say nearly the
 * same, not the same: weigh them low.
 */
export function synonymsOf(term: string): string[] {
  return [...(byStem.get(lightStem(term)) ?? [])];
}

/** All groups, as they are listed: for tests. */
export function synonymGroups(): readonly string[] {
  return [...NEWS_SYNONYMS, ...LIFE_SYNONYMS, ...DIALECT_SYNONYMS];
}
