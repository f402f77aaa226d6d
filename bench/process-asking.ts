/** One engine at one size, in a process of its own: `bench/process-scale.ts` starts it with an engine's name and two files, and reads one line. */
import { monitorEventLoopDelay } from "node:perf_hooks";
import { setTimeout as sleep } from "node:timers/promises";
import { readQuestions } from "./input.ts";
import { engines } from "./process-engines.ts";
import type { Measured } from "./process-table.ts";
import { readTexts } from "./scale-texts.ts";
import { at } from "./table.ts";

const WARM_UP = 50;
const ASKED = 500;
/** Questions under way when throughput is measured. */
const AT_ONCE = 8;
const MB = 2 ** 20;
/** Milliseconds between two looks at the event loop. */
const RESOLUTION = 10;

const [name = "", passages = "", questionFile = ""] = process.argv.slice(2);
const engine = engines[name];
if (engine === undefined) throw new Error(`There is no engine ${name}.`);
const questions = readQuestions(questionFile);
const questionAt = (i: number) => questions[i % questions.length] ?? "";
const open = await engine.prepare(readTexts(passages));

const [opened, building] = await watched(open);
const rssBuilt = process.memoryUsage.rss();
for (let i = 0; i < WARM_UP; i++) await opened.ask(questionAt(i));
const times: number[] = [];
const [, answering] = await watched(async () => {
  for (let i = 0; i < ASKED; i++) {
    // As when questions come in: everything else has its turn between two.
    await new Promise(setImmediate);
    const start = performance.now();
    await opened.ask(questionAt(WARM_UP + i));
    times.push(performance.now() - start);
  }
});
let next = 0;
const [, crowd] = await watched(() =>
  Promise.all(
    Array.from({ length: AT_ONCE }, async () => {
      while (next < ASKED) await opened.ask(questionAt(WARM_UP + next++));
    }),
  ),
);
const diskMb = await opened.diskMb?.();
const measured: Measured = {
  readyS: building.ms / 1000,
  readyCpuS: building.cpuMs / 1000,
  rssBuiltMb: rssBuilt / MB,
  rssMb: process.memoryUsage.rss() / MB,
  rssMostMb: process.resourceUsage().maxRSS / 1024,
  p50: at(times, 0.5),
  questionCpu: answering.cpuMs / ASKED,
  p95: at(times, 0.95),
  p99: at(times, 0.99),
  perSecond: (ASKED / crowd.ms) * 1000,
  lagBuilding: building.lag,
  lagAnswering: answering.lag,
  ...(diskMb !== undefined && { diskMb }),
};
console.log(JSON.stringify(measured));
await opened.close?.();

/** Runs work, and tells its time, that of the processor, and the 99th percentile of the event loop's lag meanwhile, in milliseconds. */
async function watched<T>(work: () => Promise<T>): Promise<[T, { ms: number; cpuMs: number; lag: number }]> {
  const lag = monitorEventLoopDelay({ resolution: RESOLUTION });
  lag.enable();
  // It counts from its first look on.
  await sleep(2 * RESOLUTION);
  const start = performance.now();
  const cpu = process.cpuUsage();
  const result = await work();
  const { user, system } = process.cpuUsage(cpu);
  const ms = performance.now() - start;
  // The monitor notices that it was held up when it has its turn again.
  await sleep(2 * RESOLUTION);
  lag.disable();
  return [result, { ms, cpuMs: (user + system) / 1000, lag: lag.percentile(99) / 1e6 - RESOLUTION }];
}
