import type { SharedStore } from "../runtime/shared-store.ts";

/** A replica that was killed is taken over from after this long; one that works renews its claims three times as often. */
const LEASE_MS = 3_000;
/** Telegram keeps an update for a day at most, and repeats it as long. */
const KEPT_S = 86_400;
/** An answer that is sent a second time may be the first that arrives; a third would be one too many. */
const MOST_ANSWERS = 2;

/** `ours`: to be answered here. `elsewhere`: another replica is at it. `answered`: nothing is left to do. */
export type Claim = "ours" | "elsewhere" | "answered";

/**
 * Which replica answers an update. A claim is a lease: a replica that is killed at work stops renewing it, and the next request
 * of Telegram's for the same update takes over. Counted is how often an answer left a process: a replica that was killed before that
 * leaves nothing behind, so the update is not lost; one that was killed behind it may have answered, so the update is answered once
 * more and no more. A store that fails leaves every update to the replica that gets it.
 */
export interface Claims {
  claim(update: number): Promise<Claim>;
  /** False for an answer that comes too late: this process was held up, and others have answered meanwhile. */
  mayAnswer(update: number): Promise<boolean>;
  /** Counts an answer that leaves the process. */
  sent(update: number): Promise<void>;
  /** The update is finished, answered or not; nobody has to look at it again. */
  finish(update: number): Promise<void>;
  /** Gives back, at the end of the process, what is claimed and not finished. */
  release(): Promise<void>;
}

interface Lease {
  readonly timer: NodeJS.Timeout;
  renewedAt: number;
  /** It was once renewed too late, so that another replica may have had it meanwhile. */
  hasLapsed: boolean;
}

export function createClaims(store: SharedStore, leaseMs = LEASE_MS): Claims {
  const claimed = new Map<number, Lease>();
  const leaseOf = (update: number) => store.keyOf("lease", String(update));
  const answersOf = (update: number) => store.keyOf("answers", String(update));

  async function renew(update: number): Promise<void> {
    const at = performance.now();
    const done = await store.attempt((client) => client.set(leaseOf(update), "1", "PX", leaseMs));
    const lease = claimed.get(update);
    if (!done || !lease) return;
    lease.hasLapsed ||= isOver(lease, at);
    lease.renewedAt = at;
  }

  function isOver({ renewedAt, hasLapsed }: Lease, now: number): boolean {
    return hasLapsed || now - renewedAt >= leaseMs;
  }

  return {
    async claim(update) {
      if (claimed.has(update)) return "elsewhere";
      const at = performance.now();
      // The lease first: who gets it after it was given back then sees the answer that went out before.
      const results = await store.attempt((client) =>
        client.multi().set(leaseOf(update), "1", "PX", leaseMs, "NX").get(answersOf(update)).exec(),
      );
      const [lease, answers] = results ?? [];
      if (Number(answers?.[1] ?? 0) >= MOST_ANSWERS) return "answered";
      if (lease && !lease[0] && lease[1] !== "OK") return "elsewhere";
      const timer = setInterval(() => void renew(update), leaseMs / 3).unref();
      claimed.set(update, { timer, renewedAt: at, hasLapsed: false });
      return "ours";
    },
    async mayAnswer(update) {
      const lease = claimed.get(update);
      // A line that nobody waits for may go out when its update is finished.
      if (!lease || !isOver(lease, performance.now())) return true;
      const answers = await store.attempt((client) => client.get(answersOf(update)));
      return Number(answers ?? 0) < MOST_ANSWERS;
    },
    async sent(update) {
      if (!claimed.has(update)) return;
      const key = answersOf(update);
      await store.attempt((client) => client.pipeline().incr(key).expire(key, KEPT_S).exec());
    },
    async finish(update) {
      const lease = claimed.get(update);
      if (!lease) return;
      clearInterval(lease.timer);
      claimed.delete(update);
      await store.attempt((client) => client.set(answersOf(update), MOST_ANSWERS, "EX", KEPT_S));
    },
    async release() {
      const updates = [...claimed.keys()];
      for (const { timer } of claimed.values()) clearInterval(timer);
      claimed.clear();
      if (updates.length > 0) await store.attempt((client) => client.del(updates.map(leaseOf)));
    },
  };
}
