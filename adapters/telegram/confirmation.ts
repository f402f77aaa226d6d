import { LRUCache } from "lru-cache";

/** The most updates that Telegram gives at once, and so the most that it keeps in front of others while they are unfinished. */
export const BATCH_LIMIT = 100;
/** Updates remembered, so that one delivered again is not answered again. */
const REMEMBERED = 10_000;
/** In a full batch a chat keeps this many places: Telegram takes one message a second in a chat, and nobody else should wait for more than five seconds. */
const PLACES_A_CHAT = 5;
/** A chat with an update that is unfinished for two seconds waits out a pause of the platform, or a call that hangs. */
const STUCK_MS = 2_000;
/** So few stuck chats are no sign of a platform that is slow for all. */
const FEW_CHATS = 10;

/**
 * Which updates Telegram may forget. Asking for updates from `offset` confirms all below it, and everything below it is
 * finished, so that a killed process gets the rest again. Ids need not follow on each other, and may start afresh
 * anywhere after a week of silence.
 */
export interface Confirmation {
  /** True for an update that was never seen; it is unfinished from now on, and `source` (a chat, or a person) causes it. */
  begin(id: number, source: string | undefined, now: number): boolean;
  finish(id: number): void;
  /** It was begun here, be it finished or not. */
  knows(id: number): boolean;
  /** Resolves when Telegram may forget the update: at once for one that is not unfinished. */
  confirmed(id: number): Promise<void>;
  /** The id to ask from next; undefined as long as nothing was seen. */
  readonly offset: number | undefined;
  /** Unfinished updates that Telegram keeps. */
  readonly unfinished: number;
  /**
   * For when Telegram gives nothing but these: confirms the updates that one chat with many questions, or a few stuck chats, have
   * unfinished, so that everybody else is read. It is answered all the same, but a killed process would lose it.
   * A platform that is slow for all slows us down instead. Gives how many.
   */
  confirmEarly(now: number): number;
}

interface Unfinished {
  readonly source: string;
  readonly since: number;
  /** Called when Telegram may forget it. */
  readonly waiting: (() => void)[];
}

export function createConfirmation(): Confirmation {
  const unfinished = new Map<number, Unfinished>();
  const known = new LRUCache<number, true>({ max: REMEMBERED });
  let next: number | undefined;

  function bySource(): Map<string, { ids: number[]; since: number }> {
    const sources = new Map<string, { ids: number[]; since: number }>();
    for (const [id, { source, since }] of unfinished) {
      const one = sources.get(source) ?? { ids: [], since };
      one.ids.push(id);
      one.since = Math.max(one.since, since);
      sources.set(source, one);
    }
    return sources;
  }

  function confirm(id: number): void {
    const { waiting = [] } = unfinished.get(id) ?? {};
    unfinished.delete(id);
    for (const wake of waiting) wake();
  }

  return {
    begin(id, source = `update ${id}`, now) {
      if (known.has(id)) return false;
      known.set(id, true);
      unfinished.set(id, { source, since: now, waiting: [] });
      next = id + 1;
      return true;
    },
    finish: confirm,
    knows: (id) => known.has(id),
    async confirmed(id) {
      const update = unfinished.get(id);
      if (update) await new Promise<void>((resolve) => update.waiting.push(resolve));
    },
    get offset() {
      return unfinished.size === 0 ? next : Math.min(...unfinished.keys());
    },
    get unfinished() {
      return unfinished.size;
    },
    confirmEarly(now) {
      const before = unfinished.size;
      const sources = bySource();
      for (const { ids, since } of sources.values()) {
        const isStuck = sources.size <= FEW_CHATS && now - since >= STUCK_MS;
        if (ids.length > PLACES_A_CHAT || isStuck) for (const id of ids) confirm(id);
      }
      return before - unfinished.size;
    },
  };
}
