import { LRUCache } from "lru-cache";

/** For a thing that only shows the newest of what is asked of it, like a message that is edited by presses. */
export interface Newest {
  /**
   * Runs `work` for `key` when the work before it is done, unless something newer has come by then; `work` says whether
   * it is shown now. What is running, waiting, or was shown a moment ago (the same `token`) is not run again.
   * Resolves when its own turn is over, or will never come.
   */
  run(key: string, token: string, work: () => Promise<boolean>): Promise<void>;
}

/** Somebody who leafs fast is followed at once; from then on once a second, as Telegram takes edits. */
const AT_ONCE = 5;
const EACH_MS = 1_000;
const REMEMBERED = { max: 10_000, ttl: 60_000 };
/** A second press within this time is a double press: by then the buttons have changed. */
const DOUBLE = { max: 10_000, ttl: 3_000 };

interface Turn {
  readonly token: string;
  readonly work: () => Promise<boolean>;
}

export function createNewest(pause: (ms: number) => Promise<void>): Newest {
  const running = new Map<string, { now: Turn; next?: Turn }>();
  /** When the next edit would be due if all came once a second. */
  const due = new LRUCache<string, number>(REMEMBERED);

  const shown = new LRUCache<string, string>(DOUBLE);

  async function paced(key: string, { token, work }: Turn): Promise<void> {
    const now = performance.now();
    const at = Math.max(due.get(key) ?? 0, now);
    due.set(key, at + EACH_MS);
    const wait = at - now - (AT_ONCE - 1) * EACH_MS;
    if (wait > 0) await pause(wait);
    if (await work()) shown.set(key, token);
    else shown.delete(key);
  }

  return {
    async run(key, token, work) {
      const turn = { token, work };
      const mine = running.get(key);
      if (mine) {
        if ((mine.next ?? mine.now).token !== token) mine.next = turn;
        return;
      }
      if (shown.get(key) === token) return;
      const state: { now: Turn; next?: Turn } = { now: turn };
      running.set(key, state);
      try {
        for (let current: Turn | undefined = turn; current; current = state.next) {
          state.now = current;
          delete state.next;
          await paced(key, current);
        }
      } finally {
        running.delete(key);
      }
    },
  };
}
