import systemPath, { type PlatformPath } from "node:path";

/**
 * Is `path` the folder, or below it? Both are absolute. A root such as `C:\` or `/` counts as any other folder, although
 * it alone ends in a separator. `rules` are the paths of another system, for tests.
 */
export function isWithin(path: string, folder: string, rules: PlatformPath = systemPath): boolean {
  const way = rules.relative(folder, path);
  return way !== ".." && !way.startsWith(`..${rules.sep}`) && !rules.isAbsolute(way);
}
