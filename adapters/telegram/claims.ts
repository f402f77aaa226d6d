import type { Middleware } from "grammy";
import type { SharedStore } from "../runtime/shared-store.ts";

/** A replica that was killed is taken over from after this long; one that works renews its claims three times as often. */
const LEASE_MS = 3_000;
/** Telegram keeps an update for a day at most, and repeats it as long. */
const KEPT_S = 86_400;
/** An answer that begins to go out a second time may be the first that arrives; a third would be one too many. */
const MOST_ANSWERS = 2;

/** `ours`: to be answered here. `elsewhere`: another replica is at it. `answered`: nothing is left to do. */
export type Claim = "ours" | "elsewhere" | "answered";

/**
 * Which replica answers an update. A claim is a lease: a replica that is killed at work stops renewing it, and the next request
 * of Telegram's for the same update takes over. Counted is how often an answer began to go out: a replica that was killed before that
 * leaves nothing behind, so the update is not lost; one that was killed behind it may have answered, so the update is answered once
 * more and no more. A store that fails leaves every update to the replica that gets it.
 */
export interface Claims {
  claim(update: number): Promise<Claim>;
  /** Says before an answer goes out that it does. False when it was answered often enough. */
  answering(update: number): Promise<boolean>;
  /** The update is finished, answered or not; nobody has to look at it again. */
  finish(update: number): Promise<void>;
  /** Gives back, at the end of the process, what is claimed and not finished. */
  release(): Promise<void>;
}

export function createClaims(store: SharedStore, leaseMs = LEASE_MS): Claims {
  /** Updates that are claimed here, by the timers that renew the leases. */
  const claimed = new Map<number, NodeJS.Timeout>();
  const leaseOf = (update: number) => store.keyOf("lease", String(update));
  const answersOf = (update: number) => store.keyOf("answers", String(update));

  function renewing(update: number): NodeJS.Timeout {
    const renew = () => store.attempt((client) => client.set(leaseOf(update), "1", "PX", leaseMs));
    return setInterval(() => void renew(), leaseMs / 3).unref();
  }

  return {
    async claim(update) {
      if (claimed.has(update)) return "elsewhere";
      // The lease first: who gets it after it was given back then sees the answer that went out before.
      const results = await store.attempt((client) =>
        client.multi().set(leaseOf(update), "1", "PX", leaseMs, "NX").get(answersOf(update)).exec(),
      );
      const [lease, answers] = results ?? [];
      if (Number(answers?.[1] ?? 0) >= MOST_ANSWERS) return "answered";
      if (lease && !lease[0] && lease[1] !== "OK") return "elsewhere";
      claimed.set(update, renewing(update));
      return "ours";
    },
    async answering(update) {
      // A line that nobody waits for may go out when its update is finished.
      if (!claimed.has(update)) return true;
      const key = answersOf(update);
      const results = await store.attempt((client) => client.multi().incr(key).expire(key, KEPT_S).exec());
      return Number(results?.[0]?.[1] ?? 0) <= MOST_ANSWERS;
    },
    async finish(update) {
      const timer = claimed.get(update);
      if (!timer) return;
      clearInterval(timer);
      claimed.delete(update);
      await store.attempt((client) => client.set(answersOf(update), MOST_ANSWERS, "EX", KEPT_S));
    },
    async release() {
      const updates = [...claimed.keys()];
      for (const timer of claimed.values()) clearInterval(timer);
      claimed.clear();
      if (updates.length > 0) await store.attempt((client) => client.del(updates.map(leaseOf)));
    },
  };
}

/** Messages, which a person sees twice; a press or a query has one answer on Telegram's side too. */
const SENDS = /^(send|forward|copy)/;

/** Lets no third answer to an update go out, over all replicas. */
export function answeringTwiceAtMost(claims: Claims): Middleware {
  return (ctx, next) => {
    let allowed: Promise<boolean> | undefined;
    ctx.api.config.use(async (call, method, payload, signal) => {
      if (!SENDS.test(method)) return call(method, payload, signal);
      allowed ??= claims.answering(ctx.update.update_id);
      return (await allowed) ? call(method, payload, signal) : ANSWERED;
    });
    return next();
  };
}

const ANSWERED = {
  ok: false,
  error_code: 409,
  description: "Conflict: another replica has answered this update",
} as const;
