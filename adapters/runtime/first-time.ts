import { LRUCache } from "lru-cache";

/**
 * Tells of each key whether it comes for the first time: for messages that a platform delivers twice. Remembers the last `max`
 * keys, each for `ttl` milliseconds.
 */
export function createFirstTime(bounds: {
  readonly max: number;
  readonly ttl: number;
}): (key: string) => boolean {
  const seen = new LRUCache<string, true>(bounds);
  return (key) => {
    const isFirst = !seen.has(key);
    if (isFirst) seen.set(key, true);
    return isFirst;
  };
}
