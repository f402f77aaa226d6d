import { LRUCache } from "lru-cache";

/** The most updates that Telegram gives at once, and so the most that are under way before the lowest of them is confirmed. */
export const WINDOW_SIZE = 100;
/** Finished updates remembered, so that one delivered again is not answered again. */
const REMEMBERED = 10_000;
/** After this long an update may be let go of, see {@link Window.letGo}. */
const STRAGGLER_MS = 2_000;
/** So few chats that wait are no sign of a platform that is slow for all. */
const FEW_CHATS = 10;

/**
 * The low-water mark: which updates are new, and up to where Telegram may forget them. Asking for updates from `offset`
 * confirms all below it, and everything below it is finished, so that a killed process gets the rest again.
 * Identifiers need not follow on each other, and may start afresh anywhere after a week of silence.
 */
export interface Window {
  /** True for an update that was never seen; it counts as under way from now on, in `lane` where order matters. */
  admit(id: number, lane: string | undefined, now: number): boolean;
  finish(id: number): void;
  /** What to ask for next; undefined as long as nothing was seen. */
  readonly offset: number | undefined;
  /** How many are under way below which nothing may be confirmed. */
  readonly open: number;
  /**
   * Lets go of what holds up all others, when Telegram gives nothing but what is under way: a few chats that wait out a
   * 429 must not keep everybody else from being read. Where many chats wait the platform is slow, and slows us down
   * instead. What is let go of goes on, but a killed process would lose it. Gives how many.
   */
  letGo(now: number): number;
}

export function createWindow(): Window {
  const open = new Map<number, { readonly since: number; readonly lane: string }>();
  const known = new LRUCache<number, true>({ max: REMEMBERED });
  let next: number | undefined;
  return {
    admit(id, lane, now) {
      if (known.has(id)) return false;
      known.set(id, true);
      open.set(id, { since: now, lane: lane ?? `update ${id}` });
      next = id + 1;
      return true;
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
      if (new Set([...open.values()].map(({ lane }) => lane)).size > FEW_CHATS) return 0;
      const stuck = [...open].filter(([, { since }]) => now - since >= STRAGGLER_MS);
      for (const [id] of stuck) open.delete(id);
      return stuck.length;
    },
  };
}
