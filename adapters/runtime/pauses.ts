import { setTimeout } from "node:timers/promises";

/** Pauses that double from `firstMs` to `longestMs`, each shortened at random by up to a half, so that many do not knock at once. */
export function growingPauses(
  firstMs: number,
  longestMs: number,
  random: () => number = Math.random,
): { next(): number; reset(): void } {
  let base = firstMs;
  return {
    next() {
      const pause = base * (1 - random() / 2);
      base = Math.min(base * 2, longestMs);
      return pause;
    },
    reset() {
      base = firstMs;
    },
  };
}

/** Resolves after `ms`, or as soon as `signal` is aborted: the caller looks at the signal next. */
export async function pause(ms: number, signal?: AbortSignal): Promise<void> {
  await setTimeout(ms, undefined, signal && { signal }).catch(() => {});
}

/** Time as it passes, in milliseconds that never jump back. */
export interface Clock {
  now(): number;
  wait(ms: number, signal?: AbortSignal): Promise<void>;
}

export const realClock: Clock = { now: () => performance.now(), wait: pause };
