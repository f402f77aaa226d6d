/**
 * Kills and hangs nodes of a real cluster of three under load, and counts: `npm run bench:opensearch`. Twenty questions a second are asked of the bot while
 * an index takes another's place, while each node in turn is killed and comes back, while one is hung for ten seconds, and when two of three are
 * dead. Exit code 1 when a question failed that must not, an answer was mixed from two indices, or nothing was answered for too long; 69 where no node
 * can be run.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { missingTool, type RunningNode, signal, startCluster, stopNodes } from "./opensearch-cluster.ts";
import { type AskedAnswer, askUnderLoad, type LoadReport, openBot } from "./opensearch-load.ts";

/** `EX_UNAVAILABLE`. */
const NO_JAVA = 69;
/** Questions. */
const WARM_UP = 200;

const missing = missingTool();
if (missing !== undefined) {
  console.error(missing);
  process.exit(NO_JAVA);
}
const dir = mkdtempSync(join(tmpdir(), "isnad-chaos-"));
const nodes = await startCluster(3, { dir, heap: process.env.HEAP || "512m" });
for (const name of ["SIGINT", "SIGTERM"] as const) process.on(name, () => process.exit(1));
process.on("exit", () => {
  for (const { pid } of nodes) signal(pid, "SIGKILL");
  rmSync(dir, { recursive: true, force: true });
});
console.log(`${nodes.length} nodes, three shards, one copy of each; 20 questions a second`);

const bot = await openBot(nodes.map(({ url }) => url));
let isGood = true;

/** Limits: failed questions, and the longest time without an answer in milliseconds. */
async function scenario(
  name: string,
  limits: { readonly failed: number; readonly gap: number },
  disturb: () => Promise<void>,
): Promise<void> {
  const report = await askUnderLoad(bot.ask, disturb);
  tell(name, report);
  if (report.failed > limits.failed || report.gap > limits.gap || report.mixed > 0) {
    isGood = false;
    console.log(`${"".padEnd(34)}over: at most ${limits.failed} failed, ${limits.gap} ms, none mixed`);
  }
}

function tell(name: string, { asked, failed, mixed, gap, slowest, median }: LoadReport): void {
  console.log(
    `${name.padEnd(34)}${asked} asked, ${failed} failed, ${mixed} mixed, longest gap ${Math.round(gap)} ms, median ${median.toFixed(1)} ms, slowest ${Math.round(slowest)} ms`,
  );
}

// Java compiles what is run often; a cluster that serves people is warm.
for (let i = 0; i < WARM_UP; i++) await bot.ask(i);
await scenario("nothing happens", { failed: 0, gap: 2000 }, () => sleep(5000));
await scenario("another index takes the place", { failed: 0, gap: 2000 }, async () => {
  for (let i = 0; i < 2; i++) await bot.replace(3000);
  await sleep(1000);
});
for (const node of nodes) {
  await scenario(`${node.name} is killed`, { failed: 0, gap: 2000 }, async () => {
    await sleep(1000);
    signal(node.pid, "SIGKILL");
    await sleep(6000);
  });
  await node.restart();
  for (let i = 0; i < WARM_UP; i++) await bot.ask(i);
}
for (const node of nodes) {
  await scenario(`${node.name} hangs`, { failed: 1, gap: 5000 }, async () => {
    await sleep(1000);
    signal(node.pid, "SIGSTOP");
    await sleep(10_000);
    signal(node.pid, "SIGCONT");
    await sleep(3000);
  });
  await settled();
}
await twoOfThree(nodes);
await stopNodes(nodes.map(({ pid }) => pid));
process.exit(isGood ? 0 : 1);

/** Two of three are dead: an answer is whole, or refused in time. */
async function twoOfThree(three: readonly RunningNode[]): Promise<void> {
  for (const { pid } of three.slice(1)) signal(pid, "SIGKILL");
  await sleep(2000);
  const answers: AskedAnswer[] = [];
  let slowest = 0;
  for (let i = 0; i < 10; i++) {
    const began = performance.now();
    answers.push(await bot.ask(i));
    slowest = Math.max(slowest, performance.now() - began);
  }
  const whole = answers.filter((answer) => answer === "whole").length;
  const refused = answers.filter((answer) => answer === "refused").length;
  console.log(
    `${"two of three are dead".padEnd(34)}10 asked, ${whole} answered in full, ${refused} refused, slowest ${Math.round(slowest)} ms`,
  );
  if (whole + refused < answers.length || slowest > 5000) isGood = false;
}

/** Waits until all nodes are back in the cluster with all shards. */
async function settled(): Promise<void> {
  const path = "/_cluster/health?wait_for_nodes=3&wait_for_status=green&timeout=120s";
  const response = await fetch(`${nodes[0]?.url}${path}`);
  if (!response.ok) console.log(`the cluster did not become green again (HTTP ${response.status})`);
}
