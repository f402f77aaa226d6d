import { LRUCache } from "lru-cache";

/** The most updates that Telegram gives at once, and so the most that are under way before the lowest of them is confirmed. */
export const WINDOW_SIZE = 100;
/** Finished updates remembered, so that one delivered again is not answered again. */
const REMEMBERED = 10_000;
/** A chat in which nothing was finished for so long is stuck. */
const STUCK_MS = 2_000;
/** So few stuck chats are no sign of a platform that is slow for all. */
const FEW_CHATS = 10;

/**
 * The low-water mark: which updates are new, and up to where Telegram may forget them. Asking for updates from `offset`
 * confirms all below it, and everything below it is finished, so that a killed process gets the rest again.
 * Identifiers need not follow on each other, and may start afresh anywhere after a week of silence.
 */
export interface Window {
  /** True for an update that was never seen; it counts as under way from now on, in `lane` where order matters. */
  admit(id: number, lane: string | undefined, now: number): boolean;
  finish(id: number, now: number): void;
  /** What to ask for next; undefined as long as nothing was seen. */
  readonly offset: number | undefined;
  /** How many are under way below which nothing may be confirmed. */
  readonly open: number;
  /**
   * Lets go of what holds up all others, when Telegram gives nothing but what is under way: a few stuck chats, which wait
   * out a 429, must not keep everybody else from being read. Only where nothing but them is left and somebody else was
   * answered meanwhile; a platform that is slow for all slows us down instead. What is let go of goes on, but a killed
   * process would lose it. Gives how many.
   */
  letGo(now: number): number;
}

export function createWindow(): Window {
  const open = new Map<number, string>();
  /** Chats with something under way: how much, and when something of theirs was finished last, or begun. */
  const lanes = new Map<string, { count: number; progress: number }>();
  const known = new LRUCache<number, true>({ max: REMEMBERED });
  let next: number | undefined;
  /** When the last chat was done with all that it had. */
  let lastDone = Number.NEGATIVE_INFINITY;
  return {
    admit(id, lane = `update ${id}`, now) {
      if (known.has(id)) return false;
      known.set(id, true);
      open.set(id, lane);
      const state = lanes.get(lane) ?? { count: 0, progress: now };
      state.count++;
      lanes.set(lane, state);
      next = id + 1;
      return true;
    },
    finish(id, now) {
      const lane = open.get(id);
      const state = lane === undefined ? undefined : lanes.get(lane);
      if (lane === undefined || state === undefined) return;
      open.delete(id);
      state.count--;
      state.progress = now;
      if (state.count > 0) return;
      lanes.delete(lane);
      lastDone = now;
    },
    get offset() {
      return open.size === 0 ? next : Math.min(...open.keys());
    },
    get open() {
      return open.size;
    },
    letGo(now) {
      const progress = [...lanes.values()].map((lane) => lane.progress);
      const areStuck = progress.every((at) => now - at >= STUCK_MS);
      if (!areStuck || lanes.size > FEW_CHATS || lastDone < Math.min(...progress)) return 0;
      const count = open.size;
      open.clear();
      lanes.clear();
      return count;
    },
  };
}
