import { lightStem } from "./stems.ts";
import { SYNONYMS } from "./synonym-groups.ts";

const byStem = new Map<string, Set<string>>();
for (const group of SYNONYMS) {
  const words = group.split(" ");
  for (const word of words) {
    const stem = lightStem(word);
    const others = byStem.get(stem) ?? new Set<string>();
    for (const other of words) if (lightStem(other) !== stem) others.add(other);
    byStem.set(stem, others);
  }
}

/** Words of Arabic in general that say the same as a folded term or nearly so, folded; empty when none are known. */
export function synonymsOf(term: string): string[] {
  return [...(byStem.get(lightStem(term)) ?? [])];
}
