import { LRUCache } from "lru-cache";
import { RateLimiterMemory } from "rate-limiter-flexible";
import type { Limits } from "./adapter.ts";
import type { RateLimit } from "./rate-limit.ts";

/** A press costs less than a question, and pages are leafed through fast. */
const PRESSES_PER_QUESTION = 10;
/** People remembered at once; whoever was silent longest is forgotten first, and starts afresh. */
const PEOPLE_LIMIT = 50_000;

/**
 * Limits by person, in memory, whatever the platform: `person` is any string that tells people apart
 * (an adapter puts its own name in front). No window at all: everything is allowed and nothing is remembered.
 */
export function createLimits(setting: RateLimit, peopleLimit = PEOPLE_LIMIT): Limits {
  if (setting.length === 0) return { question: async () => "ok", press: async () => true };
  const questions = bucket(setting, 1, peopleLimit);
  const presses = bucket(setting, PRESSES_PER_QUESTION, peopleLimit);
  /** People whose last question was refused. */
  const inExcess = new LRUCache<string, true>({ max: peopleLimit });
  return {
    async question(person) {
      if (await questions(person)) {
        inExcess.delete(person);
        return "ok";
      }
      if (inExcess.get(person)) return "excess";
      inExcess.set(person, true);
      return "first";
    },
    press: presses,
  };
}

/** Shortest window first, so that what a short one refuses is not counted by the long ones. */
function bucket(
  setting: RateLimit,
  factor: number,
  peopleLimit: number,
): (person: string) => Promise<boolean> {
  const windows = setting.map(
    ({ count, seconds }) => new RateLimiterMemory({ points: count * factor, duration: seconds }),
  );
  const known = new LRUCache<string, true>({
    max: peopleLimit,
    dispose: (_value, person, reason) => {
      if (reason === "evict") for (const window of windows) void window.delete(person);
    },
  });
  return async (person) => {
    known.set(person, true);
    for (const window of windows) {
      if (!(await consumes(window, person))) return false;
    }
    return true;
  };
}

async function consumes(window: RateLimiterMemory, person: string): Promise<boolean> {
  try {
    await window.consume(person);
    return true;
  } catch (refusal) {
    if (refusal instanceof Error) throw refusal;
    return false;
  }
}
