import { LRUCache } from "lru-cache";
import {
  type RateLimiterAbstract,
  RateLimiterMemory,
  RateLimiterRedis,
  type RateLimiterRes,
} from "rate-limiter-flexible";
import type { RateLimit, RateWindow } from "./rate-limit.ts";
import type { SharedStore } from "./shared-store.ts";

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

export interface LimitsOptions {
  /** People remembered at once. The person who was silent longest is forgotten first, and starts afresh. */
  readonly peopleLimit?: number;
  /** Where replicas count together; each counts alone while it fails. Absent: in memory. */
  readonly store?: SharedStore | undefined;
}

/** A press costs less than a question, and pages are leafed through fast. */
const PRESSES_PER_QUESTION = 10;
const PEOPLE_LIMIT = 50_000;

/**
 * Limits by person, for all platforms: `person` is any string that tells people apart (an adapter puts its own name in
 * front). No window at all: everything is allowed and nothing is remembered.
 */
export function createLimits(
  setting: RateLimit,
  { peopleLimit = PEOPLE_LIMIT, store }: LimitsOptions = {},
): Limits {
  if (setting.length === 0) return { admit: async () => ({ allowed: true }) };
  const presses = setting.map(({ count, seconds }) => ({ count: count * PRESSES_PER_QUESTION, seconds }));
  const consume = {
    question: bucket("question", setting, peopleLimit, store),
    press: bucket("press", presses, peopleLimit, store),
  };
  /** People whose last question or press was refused. */
  const inExcess = new LRUCache<string, true>({ max: 2 * peopleLimit, ...forgettingAfter(setting) });
  return {
    async admit(kind, person) {
      const refusal = await consume[kind](person);
      const run = `${kind} ${person}`;
      if (!refusal) {
        inExcess.delete(run);
        return { allowed: true };
      }
      // Another replica may have been the first to refuse.
      const isFirst = refusal.isFirst && !inExcess.has(run);
      inExcess.set(run, true);
      return { allowed: false, seconds: Math.ceil(refusal.ms / 1000), isFirst };
    },
  };
}

/** Nobody's id stays in memory when the longest window has passed since the last question: `/privacy` promises it. */
function forgettingAfter(setting: RateLimit) {
  return { ttl: 1000 * Math.max(...setting.map(({ seconds }) => seconds)), ttlAutopurge: true };
}

interface Refusal {
  /** Milliseconds to wait. */
  readonly ms: number;
  /** The window refuses for the first time since it began. */
  readonly isFirst: boolean;
}

/**
 * Counts one question of a person, and gives the refusal of the first window that is full. Shortest window first, so that a
 * question that a short one refuses is not counted by the long ones.
 */
function bucket(
  kind: string,
  setting: RateLimit,
  peopleLimit: number,
  store: SharedStore | undefined,
): (person: string) => Promise<Refusal | undefined> {
  const windows = setting.map((window) => openWindow(kind, window, store));
  const known = new LRUCache<string, true>({
    max: peopleLimit,
    ...forgettingAfter(setting),
    dispose: (_value, person, reason) => {
      if (reason === "evict") for (const { forget } of windows) forget(person);
    },
  });
  return async (person) => {
    known.set(person, true);
    for (const { consume } of windows) {
      const refusal = await consume(person);
      if (refusal) return refusal;
    }
    return undefined;
  };
}

/** One window: of the store, and of this process where there is none or it fails. */
function openWindow(kind: string, { count, seconds }: RateWindow, store: SharedStore | undefined) {
  const window = { points: count, duration: seconds };
  const own = new RateLimiterMemory(window);
  // A key is whole already.
  const shared = store && new RateLimiterRedis({ ...window, storeClient: store.client, keyPrefix: "" });
  const sharedCount = (person: string) =>
    shared && store?.attempt(() => countIn(shared, store.keyOf(`${kind}-${seconds}`, person)));
  return {
    async consume(person: string): Promise<Refusal | undefined> {
      const { consumedPoints, msBeforeNext } = (await sharedCount(person)) ?? (await countIn(own, person));
      if (consumedPoints <= count) return undefined;
      return { ms: Math.max(1, msBeforeNext), isFirst: consumedPoints === count + 1 };
    },
    forget: (person: string) => void own.delete(person),
  };
}

/** Where the points are used up the library rejects with the count. */
async function countIn(limiter: RateLimiterAbstract, key: string): Promise<RateLimiterRes> {
  try {
    return await limiter.consume(key);
  } catch (refusal) {
    if (isRefusal(refusal)) return refusal;
    throw refusal;
  }
}

function isRefusal(value: unknown): value is RateLimiterRes {
  return typeof value === "object" && value !== null && "msBeforeNext" in value;
}
