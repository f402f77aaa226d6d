import { LRUCache } from "lru-cache";

/** The most updates that Telegram gives at once, and so the most that are under way before the lowest of them is confirmed. */
export const WINDOW_SIZE = 100;
/** Finished updates remembered, so that one delivered again is not answered again. */
const REMEMBERED = 10_000;
/** After this long an update that alone holds up the others is confirmed although it is unfinished. */
const STRAGGLER_MS = 2_000;

/**
 * The low-water mark: which updates are new, and up to where Telegram may forget them. Asking for updates from `offset`
 * confirms all below it, and everything below it is finished, so that a killed process gets the rest again.
 * Identifiers need not follow on each other, and may start afresh anywhere after a week of silence.
 */
export interface Window {
  /** The ids among `ids` that were never seen, each once; they count as under way from now on. */
  admit(ids: readonly number[], now: number): number[];
  finish(id: number): void;
  /** What to ask for next; undefined as long as nothing was seen. */
  readonly offset: number | undefined;
  /** How many are under way below which nothing may be confirmed. */
  readonly open: number;
  /**
   * Lets go of the few that hold up the many, when Telegram gives nothing but what is under way: a chat that waits out a
   * 429 must not keep all others from being read. Only where at least half of the window is finished (a slow platform
   * slows us down instead), and only what has waited {@link STRAGGLER_MS}. They go on, but a killed process would lose them.
   */
  letGo(now: number): number;
}

export function createWindow(size: number = WINDOW_SIZE): Window {
  const open = new Map<number, number>();
  const known = new LRUCache<number, true>({ max: REMEMBERED });
  let next: number | undefined;
  return {
    admit(ids, now) {
      const fresh = [...new Set(ids)].filter((id) => !known.has(id));
      for (const id of fresh) {
        known.set(id, true);
        open.set(id, now);
      }
      if (fresh.length > 0) next = Math.max(...fresh) + 1;
      return fresh;
    },
    finish(id) {
      open.delete(id);
    },
    get offset() {
      return open.size === 0 ? next : Math.min(...open.keys());
    },
    get open() {
      return open.size;
    },
    letGo(now) {
      if (open.size === 0 || open.size > size / 2) return 0;
      const stuck = [...open].filter(([, since]) => now - since >= STRAGGLER_MS);
      for (const [id] of stuck) open.delete(id);
      return stuck.length;
    },
  };
}
