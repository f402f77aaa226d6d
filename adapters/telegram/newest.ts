import { LRUCache } from "lru-cache";

/** For a thing that only shows the newest of what is asked of it, like a message that is edited by presses. */
export interface Newest {
  /**
   * Runs `work` for `key` when the work before it is done, unless something newer has come by then. The same `token` as
   * what is running or waiting is not run again. Resolves when its own turn is over, or will never come.
   */
  run(key: string, token: string, work: () => Promise<void>): Promise<void>;
}

/** Somebody who leafs fast is followed at once; from then on once a second, as Telegram takes edits. */
const AT_ONCE = 5;
const EACH_MS = 1_000;
const REMEMBERED = { max: 10_000, ttl: 60_000 };

interface Turn {
  readonly token: string;
  readonly work: () => Promise<void>;
}

export function createNewest(pause: (ms: number) => Promise<void>): Newest {
  const running = new Map<string, { now: Turn; next?: Turn }>();
  /** When the next edit would be due if all came once a second. */
  const due = new LRUCache<string, number>(REMEMBERED);

  async function paced(key: string, work: () => Promise<void>): Promise<void> {
    const now = performance.now();
    const at = Math.max(due.get(key) ?? 0, now);
    due.set(key, at + EACH_MS);
    const wait = at - now - (AT_ONCE - 1) * EACH_MS;
    if (wait > 0) await pause(wait);
    await work();
  }

  return {
    async run(key, token, work) {
      const turn = { token, work };
      const mine = running.get(key);
      if (mine) {
        if ((mine.next ?? mine.now).token !== token) mine.next = turn;
        return;
      }
      const state: { now: Turn; next?: Turn } = { now: turn };
      running.set(key, state);
      try {
        for (let current: Turn | undefined = turn; current; current = state.next) {
          state.now = current;
          delete state.next;
          await paced(key, current.work);
        }
      } finally {
        running.delete(key);
      }
    },
  };
}
