/**
 * Speed beside stock MiniSearch, in one process, taking turns:
 *
 *   npm run bench -- --passages FILE.jsonl --questions FILE.jsonl
 *
 * A passage is a line {"id","text"}, a question a line {"question"}. Without files it measures the articles that ship.
 * `--tolerance 1.5` lets a ratio pass its limit by half before the command fails, for machines that do other work too.
 * Ratios are what counts: single figures depend on the machine and on what else it does.
 */
import { execFileSync } from "node:child_process";
import { parseArgs } from "node:util";
import MiniSearch from "minisearch";
import { measureColdStart } from "./cold-start.ts";
import { hostileQueries } from "./hostile.ts";
import { readInput } from "./input.ts";
import { openAnswerer, openPassages } from "./open.ts";
import { measureRank } from "./rank-round-trip.ts";
import { at, ms, printTable, type Row } from "./table.ts";

const WARM_UP = 50;
const ASKED = 500;

const { values } = parseArgs({
  options: {
    passages: { type: "string" },
    questions: { type: "string" },
    tolerance: { type: "string", default: "1" },
    memory: { type: "boolean" },
  },
});
const { texts, questions } = await readInput(values.passages, values.questions);

if (values.memory) {
  const answerer = await openAnswerer(openPassages(texts));
  for (const question of questions.slice(0, WARM_UP + ASKED)) await answerer.answer(question);
  console.log(process.memoryUsage.rss());
  process.exit(0);
}

const build = { ours: [] as number[], stock: [] as number[] };
let answerer = await timed(build.ours, async () => openAnswerer(openPassages(texts)));
let stock = await timed(build.stock, async () => stockIndex(texts));
stock = await timed(build.stock, async () => stockIndex(texts));
answerer = await timed(build.ours, async () => openAnswerer(openPassages(texts)));

for (const question of questions.slice(0, WARM_UP)) {
  await answerer.answer(question);
  stock.search(question);
}
const times = { ours: [] as number[], stock: [] as number[] };
for (let i = 0; i < ASKED; i++) {
  const question = questions[(WARM_UP + i) % questions.length] ?? "";
  await timed(times.ours, () => answerer.answer(question));
  await timed(times.stock, async () => stock.search(question));
}
const hostile: number[] = [];
for (const query of hostileQueries(texts)) await timed(hostile, () => answerer.answer(query));

const rows: Row[] = [
  [
    "a question, p50",
    ms(at(times.ours, 0.5)),
    ms(at(times.stock, 0.5)),
    at(times.ours, 0.5) / at(times.stock, 0.5),
    2,
  ],
  [
    "a question, p99",
    ms(at(times.ours, 0.99)),
    ms(at(times.stock, 0.99)),
    at(times.ours, 0.99) / at(times.stock, 0.99),
    2,
  ],
  [
    "worst hostile query",
    ms(Math.max(...hostile)),
    `p99 ${ms(at(times.stock, 0.99))}`,
    Math.max(...hostile) / at(times.stock, 0.99),
    2,
  ],
  [
    "building",
    ms(Math.min(...build.ours)),
    ms(Math.min(...build.stock)),
    Math.min(...build.ours) / Math.min(...build.stock),
    4,
  ],
];
const memory =
  Number(
    execFileSync(process.execPath, [...process.argv.slice(1), "--memory"], { encoding: "utf8" }).trim(),
  ) /
  2 ** 20;
rows.push(["RSS of its own process, MB", memory.toFixed(0), "limit 350", memory / 350, 1]);
const cold = measureColdStart();
rows.push(["cold start, shipped articles", ms(cold), "limit 1 s", cold / 1000, 1]);
rows.push(...(await measureRank(texts, questions.slice(0, WARM_UP + ASKED), stock)));
printTable(
  `${texts.length} passages, ${ASKED} questions, Node ${process.versions.node}`,
  rows,
  Number(values.tolerance),
);

function stockIndex(passages: readonly string[]): MiniSearch<{ id: number; text: string }> {
  const index = new MiniSearch<{ id: number; text: string }>({ fields: ["text"] });
  index.addAll(passages.map((text, id) => ({ id, text })));
  return index;
}

async function timed<T>(into: number[], work: () => Promise<T>): Promise<T> {
  const start = performance.now();
  const result = await work();
  into.push(performance.now() - start);
  return result;
}
