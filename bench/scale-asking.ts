/** A process of its own for `opensearch-scale.ts`: opens the articles, asks, and prints what it measured as JSON. */
import { parseArgs } from "node:util";
import { openIndex } from "../adapters/runtime/open-index.ts";
import { openAnswerer } from "../src/answer/answerer.ts";
import type { Passage } from "../src/corpus/article.ts";
import { createMiniSearchIndex } from "../src/search/minisearch.ts";
import { readQuestions } from "./input.ts";
import { readTexts, scaledArticles } from "./scale-texts.ts";
import { at } from "./table.ts";

const WARM_UP = 100;

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
let rss = 0;
for (let i = 0; i < WARM_UP + Number(values.asked); i++) {
  const start = performance.now();
  await answerer.answer(questions[(i * 7) % questions.length] ?? "");
  if (i >= WARM_UP) times.push(performance.now() - start);
  rss = Math.max(rss, process.memoryUsage.rss());
}
console.log(
  JSON.stringify({ openSeconds, p50: at(times, 0.5), p95: at(times, 0.95), p99: at(times, 0.99), rss }),
);
process.exit(0);

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
