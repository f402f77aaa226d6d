/** A process of its own for `opensearch-scale.ts`: opens the articles, asks, and prints what it measured as JSON. */
import { parseArgs } from "node:util";
import { z } from "zod";
import { openIndex } from "../adapters/runtime/open-index.ts";
import { openAnswerer } from "../src/answer/answerer.ts";
import type { Passage } from "../src/corpus/article.ts";
import { createMiniSearchIndex } from "../src/search/minisearch.ts";
import { readQuestions } from "./input.ts";
import { readTexts, scaledArticles } from "./scale-texts.ts";
import { at } from "./table.ts";

const WARM_UP = 100;
const statsSchema = z.object({
  nodes: z.record(
    z.string(),
    z.object({ process: z.object({ cpu: z.object({ total_in_millis: z.number() }) }) }),
  ),
});

const { values } = parseArgs({
  options: {
    passages: { type: "string", default: "" },
    questions: { type: "string", default: "" },
    asked: { type: "string", default: "500" },
    "in-process": { type: "string" },
    url: { type: "string", default: "" },
  },
});
const questions = readQuestions(values.questions);
const began = performance.now();
const answerer = await open();
const openSeconds = (performance.now() - began) / 1000;
const times: number[] = [];
const asked = Number(values.asked);
let rss = 0;
let before = await processorTimes();
for (let i = 0; i < WARM_UP + asked; i++) {
  if (i === WARM_UP) before = await processorTimes();
  const start = performance.now();
  await answerer.answer(questions[(i * 7) % questions.length] ?? "");
  if (i >= WARM_UP) times.push(performance.now() - start);
  rss = Math.max(rss, process.memoryUsage.rss());
}
const after = await processorTimes();
const botTime = (after.bot - before.bot) / asked;
const nodeTime = (after.node - before.node) / asked;
const [p50, p95, p99] = [0.5, 0.95, 0.99].map((share) => at(times, share));
console.log(JSON.stringify({ openSeconds, p50, p95, p99, rss, botTime, nodeTime }));
process.exit(0);

/** Milliseconds of a processor that this process and the node have used: what else the machine does changes them little. */
async function processorTimes(): Promise<{ bot: number; node: number }> {
  const { user, system } = process.cpuUsage();
  const bot = (user + system) / 1000;
  if (values.url === "") return { bot, node: 0 };
  const response = await fetch(`${values.url.split(",")[0]}/_nodes/stats/process`);
  const { nodes } = statsSchema.parse(await response.json());
  const node = Object.values(nodes).reduce((sum, { process: { cpu } }) => sum + cpu.total_in_millis, 0);
  return { bot, node };
}

async function open() {
  if (values["in-process"] !== undefined) return inProcess(Number(values["in-process"]));
  const log = { info() {}, warn() {}, error() {} };
  const cluster = { nodes: values.url.split(","), prefix: "isnad", shards: 1, replicas: 0 };
  return (await openIndex(cluster, log)).answerer;
}

function inProcess(size: number) {
  const passages: Passage[] = [];
  const articles = Array.from(scaledArticles(readTexts(values.passages), size), (one) => {
    passages.push(...one.passages);
    return one.article;
  });
  const byKey = new Map(passages.map((passage) => [passage.key, passage]));
  return openAnswerer({ articles, passages, byKey, aliases: [] }, createMiniSearchIndex);
}
