import { setImmediate } from "node:timers/promises";

/** Milliseconds that a slice of work takes: with what else the program does, well below the 50 that people feel. */
const SLICE_MS = 10;

/**
 * Work that is done in slices: each step of `work` is small, and between two slices whatever else waits has its turn. The outcome is that of the
 * work done at once.
 */
export async function inSlices<Outcome>(work: Iterator<void, Outcome>): Promise<Outcome> {
  let begun = performance.now();
  for (;;) {
    const step = work.next();
    if (step.done === true) return step.value;
    if (performance.now() - begun < SLICE_MS) continue;
    await setImmediate();
    begun = performance.now();
  }
}
