import type { Passage } from "./article.ts";

/** Passages by key; those without a key are left out. */
export function groupBy<Key>(
  passages: readonly Passage[],
  keyOf: (passage: Passage) => Key | undefined,
): Map<Key, Passage[]> {
  const groups = new Map<Key, Passage[]>();
  for (const passage of passages) {
    const key = keyOf(passage);
    if (key === undefined) continue;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [passage]);
    else group.push(passage);
  }
  return groups;
}
