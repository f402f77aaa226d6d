import { setTimeout as pause } from "node:timers/promises";
import { ModelServerError } from "./model-server.ts";

/** Does a task again until it succeeds. */
export type Patiently = <Result>(task: () => Promise<Result>) => Promise<Result>;

export interface PatienceParts {
  /** Called with each failure. */
  onFailure(error: ModelServerError): void;
  /** Called when a task has failed so often that nobody should wait for it any longer, though it is tried further. */
  giveUp(): void;
}

/** Failures in a row after which nobody should wait. */
const ENOUGH = 3;
/** Milliseconds between two tries: the first, doubled with each failure, and the longest. */
const PAUSE = 1_000;
const LONGEST_PAUSE = 60_000;

/**
 * Tries again what a server may do later, with growing pauses or those that it asks for. What it refuses for the texts' sake is thrown at
 * once, and so is the signal's reason.
 */
export function createPatience({ onFailure, giveUp }: PatienceParts, signal: AbortSignal): Patiently {
  return async (task) => {
    for (let failures = 1; ; failures++) {
      try {
        return await task();
      } catch (error) {
        signal.throwIfAborted();
        if (!(error instanceof ModelServerError) || error.fault === "refused") throw error;
        onFailure(error);
        if (failures >= ENOUGH || error.fault === "denied") giveUp();
        const own = PAUSE * 2 ** Math.min(failures - 1, 20);
        await pause(Math.min(LONGEST_PAUSE, error.retryAfter ?? own), undefined, { signal });
      }
    }
  };
}
