import { runInNewContext } from "node:vm";
import { expect } from "vitest";

/** Below this many milliseconds nothing can be told, and nothing is slow. */
const NOTHING = 25;
const TIMES = 4;
/** Work that grows with the square of the length grows 16 times, with its logarithm beside it about 4.5 times. */
const MOST = 10;
const ATTEMPTS = 6;

/**
 * Expects work on a text four times as long to take about four times as long, by the best of several attempts: a busy
 * machine makes one attempt slow, but not each of them by the same measure.
 */
export function expectLinear(
  make: (length: number) => string,
  work: (text: string) => void,
  length = 20_000,
): void {
  const [short, long] = [make(length), make(length * TIMES)];
  const ratios: number[] = [];
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const before = duration(() => work(short));
    const after = duration(() => work(long));
    if (after < NOTHING || after < before * MOST) return;
    ratios.push(Math.round(after / before));
  }
  expect.fail(
    `four times the length of ${JSON.stringify(short.slice(0, 60))}… took ${ratios.join(", ")} times as long`,
  );
}

/** Milliseconds of the processor, which others on the machine do not make longer. */
function duration(work: () => void): number {
  const began = process.cpuUsage();
  inTime(work);
  const { user, system } = process.cpuUsage(began);
  return (user + system) / 1000;
}

/**
 * Runs a work that must not hang, and stops it after `limit` milliseconds, which is far above what it takes on a busy
 * machine: a regular expression that backtracks can be interrupted.
 */
export function inTime(work: () => void, limit = 20_000): void {
  runInNewContext("work()", { work }, { timeout: limit });
}
