import { settingNames } from "./settings-schema.ts";

/** Variables that begin so are ours or meant to be. */
const OURS = /^(TELEGRAM|DISCORD|CORPUS)_/;
/** A name of another program may be this near to one of ours and mean nothing. */
const NEAR = 2;

/** One warning for each key that looks like a setting of Isnad and is none. */
export function misspeltKeys(keys: readonly string[]): string[] {
  return keys.flatMap((key) => {
    if (settingNames.includes(key) || !couldBeOurs(key)) return [];
    const [nearest, distance] = nearestName(key);
    if (!OURS.test(key) && distance > NEAR) return [];
    return [`${key} is not a setting of Isnad and has no effect: did you mean ${nearest}?`];
  });
}

/** Spares the many variables of an environment the comparison: a slip seldom changes the first letter. */
function couldBeOurs(key: string): boolean {
  const isNear = (name: string) => name[0] === key[0] && Math.abs(name.length - key.length) <= NEAR;
  return OURS.test(key) || settingNames.some(isNear);
}

function nearestName(key: string): readonly [name: string, distance: number] {
  return settingNames
    .map((name) => [name, editDistance(key, name)] as const)
    .reduce((best, next) => (next[1] < best[1] ? next : best));
}

/** Letters to insert, leave out or replace. */
function editDistance(from: string, to: string): number {
  let row = Array.from({ length: to.length + 1 }, (_, i) => i);
  for (const [i, letter] of [...from].entries()) {
    const next = [i + 1];
    for (const [j, other] of [...to].entries()) {
      const replaced = (row[j] ?? 0) + (letter === other ? 0 : 1);
      next.push(Math.min(replaced, (row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1));
    }
    row = next;
  }
  return row[to.length] ?? 0;
}
