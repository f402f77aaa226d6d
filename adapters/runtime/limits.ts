import { LRUCache } from "lru-cache";
import { RateLimiterMemory, type RateLimiterRes } from "rate-limiter-flexible";
import type { RateLimit } from "./rate-limit.ts";

/** Counts the questions and presses of people. Questions and presses (type-ahead too) have buckets of their own. */
export interface Limits {
  admit(kind: "question" | "press", person: string): Promise<Admission>;
}

/** May a person ask now? */
export type Admission =
  | { readonly allowed: true }
  | {
      readonly allowed: false;
      /** Until the person may ask again. */
      readonly seconds: number;
      /** The first refusal of a run: one courteous line is due, and silence after it. */
      readonly isFirst: boolean;
    };

/** A press costs less than a question, and pages are leafed through fast. */
const PRESSES_PER_QUESTION = 10;
/** People remembered at once. The person who was silent longest is forgotten first, and starts afresh. */
const PEOPLE_LIMIT = 50_000;

/**
 * Limits by person, in memory, for all platforms: `person` is any string that tells people apart
 * (an adapter puts its own name in front). No window at all: everything is allowed and nothing is remembered.
 */
export function createLimits(setting: RateLimit, peopleLimit = PEOPLE_LIMIT): Limits {
  if (setting.length === 0) return { admit: async () => ({ allowed: true }) };
  const waits = {
    question: bucket(setting, 1, peopleLimit),
    press: bucket(setting, PRESSES_PER_QUESTION, peopleLimit),
  };
  /** People whose last question or press was refused. */
  const inExcess = new LRUCache<string, true>({ max: 2 * peopleLimit, ...forgettingAfter(setting) });
  return {
    async admit(kind, person) {
      const wait = await waits[kind](person);
      const run = `${kind} ${person}`;
      if (wait === 0) {
        inExcess.delete(run);
        return { allowed: true };
      }
      const isFirst = !inExcess.has(run);
      inExcess.set(run, true);
      return { allowed: false, seconds: Math.ceil(wait / 1000), isFirst };
    },
  };
}

/** Nobody's id stays in memory when the longest window has passed since the last question: `/privacy` promises it. */
function forgettingAfter(setting: RateLimit) {
  return { ttl: 1000 * Math.max(...setting.map(({ seconds }) => seconds)), ttlAutopurge: true };
}

/**
 * Gives the milliseconds that a person must wait, 0 for one who may go on.
 * Shortest window first, so that a question that a short one refuses is not counted by the long ones.
 */
function bucket(
  setting: RateLimit,
  factor: number,
  peopleLimit: number,
): (person: string) => Promise<number> {
  const windows = setting.map(
    ({ count, seconds }) => new RateLimiterMemory({ points: count * factor, duration: seconds }),
  );
  const known = new LRUCache<string, true>({
    max: peopleLimit,
    ...forgettingAfter(setting),
    dispose: (_value, person, reason) => {
      if (reason === "evict") for (const window of windows) void window.delete(person);
    },
  });
  return async (person) => {
    known.set(person, true);
    for (const window of windows) {
      const wait = await consume(window, person);
      if (wait > 0) return wait;
    }
    return 0;
  };
}

async function consume(window: RateLimiterMemory, person: string): Promise<number> {
  try {
    await window.consume(person);
    return 0;
  } catch (refusal) {
    if (!isRefusal(refusal)) throw refusal;
    return Math.max(1, refusal.msBeforeNext);
  }
}

/** The library rejects with a plain object where the points are used up. */
function isRefusal(value: unknown): value is RateLimiterRes {
  return typeof value === "object" && value !== null && "msBeforeNext" in value;
}
