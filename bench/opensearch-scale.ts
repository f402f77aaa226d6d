/**
 * Building and asking at 10,000, 100,000 and 1,000,000 passages, on one real node of OpenSearch and, as far as it goes, in one process:
 *
 *   npm run bench:scale -- --passages FILE.jsonl[.gz] --questions FILE.jsonl [--sizes 10000,100000,1000000] [--asked 500]
 *
 * A passage is a line {"id","text"}, a question a line {"question"}; twenty texts are an article. Beyond the file's texts sentences are drawn
 * from it. Each is asked by a process of its own, one question after the other, so that its memory is told apart. Exit code 69 where no node can be run.
 */
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { z } from "zod";
import { buildIndex } from "../src/search/opensearch/build-index.ts";
import { connectCluster } from "../src/search/opensearch/cluster.ts";
import { storedDocuments } from "../src/search/opensearch/stored-corpus.ts";
import { missingTool, signal, startCluster, stopNodes } from "./opensearch-cluster.ts";
import { readTexts, scaledArticles } from "./scale-texts.ts";

/** `EX_UNAVAILABLE`. */
const NO_JAVA = 69;
/** In one process more passages than this take gigabytes. */
const MOST_IN_PROCESS = 100_000;

const { values } = parseArgs({
  options: {
    passages: { type: "string" },
    questions: { type: "string" },
    sizes: { type: "string", default: "10000,100000,1000000" },
    asked: { type: "string", default: "500" },
    "in-process": { type: "boolean" },
  },
});
const { passages, questions } = values;
if (passages === undefined || questions === undefined) {
  console.error(
    "usage: npm run bench:scale -- --passages FILE.jsonl[.gz] --questions FILE.jsonl [--sizes N,N]",
  );
  process.exit(2);
}
const missing = missingTool();
if (missing !== undefined) {
  console.error(missing);
  process.exit(NO_JAVA);
}
const texts = readTexts(passages);
const measured = z.object({
  openSeconds: z.number(),
  p50: z.number(),
  p95: z.number(),
  p99: z.number(),
  rss: z.number(),
  botTime: z.number(),
  nodeTime: z.number(),
});

const HEADINGS = [
  ...["passages", "engine", "built", "a second", "disk", "opened", "p50", "p95", "p99"],
  ...["CPU bot", "CPU node", "RSS of bot"],
];
console.log(HEADINGS.map((heading) => heading.padStart(12)).join(""));
for (const size of values.sizes.split(",").map(Number)) {
  if (size <= MOST_IN_PROCESS)
    tell(size, "MiniSearch", undefined, undefined, ask(["--in-process", String(size)]));
  await overCluster(size);
}

/** Builds on a node of its own, and asks it. */
async function overCluster(size: number): Promise<void> {
  const dir = mkdtempSync(join(tmpdir(), "isnad-scale-"));
  const nodes = await startCluster(1, { dir, heap: process.env.HEAP || "1g" });
  const stop = () => {
    for (const { pid } of nodes) signal(pid, "SIGKILL");
    rmSync(dir, { recursive: true, force: true });
  };
  process.on("exit", stop);
  for (const name of ["SIGINT", "SIGTERM"] as const) process.on(name, () => process.exit(1));
  const urls = nodes.map(({ url }) => url);
  const cluster = connectCluster({ nodes: urls });
  try {
    const began = performance.now();
    let told = 0;
    const built = await buildIndex(cluster, storedDocuments(scaledArticles(texts, size)), {
      ...{ prefix: "isnad", shards: 1, replicas: 0, isIncremental: false, grace: 0, total: size },
      onProgress({ done, rate }) {
        if (done - told < 20_000) return;
        told = done;
        console.error(`${done} of ${size}, ${Math.round(rate)} a second`);
      },
      onStep: (step) => console.error(step),
    });
    const seconds = (performance.now() - began) / 1000;
    const bytes = await bytesOf(urls[0] ?? "", built.index);
    tell(size, "OpenSearch", seconds, bytes, ask(["--url", urls.join(",")]));
  } finally {
    await cluster.close();
    await stopNodes(nodes.map(({ pid }) => pid));
    process.off("exit", stop);
    rmSync(dir, { recursive: true, force: true });
  }
}

/** What a process of its own measures. */
function ask(how: readonly string[]): z.infer<typeof measured> {
  const program = fileURLToPath(new URL("./scale-asking.js", import.meta.url));
  const args = ["--passages", passages ?? "", "--questions", questions ?? "", "--asked", values.asked];
  const output = execFileSync(process.execPath, [program, ...args, ...how], { encoding: "utf8" });
  return measured.parse(JSON.parse(output));
}

async function bytesOf(url: string, index: string): Promise<number> {
  const response = await fetch(`${url}/${index}/_stats/store`);
  const stats = z.object({
    _all: z.object({ total: z.object({ store: z.object({ size_in_bytes: z.number() }) }) }),
  });
  return stats.parse(await response.json())._all.total.store.size_in_bytes;
}

function tell(
  size: number,
  engine: string,
  seconds: number | undefined,
  bytes: number | undefined,
  { openSeconds, p50, p95, p99, botTime, nodeTime, rss }: z.infer<typeof measured>,
): void {
  const cells = [
    size.toLocaleString("en"),
    engine,
    seconds === undefined ? "-" : `${seconds.toFixed(0)} s`,
    seconds === undefined ? "-" : (size / seconds).toFixed(0),
    bytes === undefined ? "-" : `${(bytes / 2 ** 20).toFixed(0)} MB`,
    `${openSeconds.toFixed(1)} s`,
    ...[p50, p95, p99, botTime, nodeTime].map((time) => `${time.toFixed(1)} ms`),
    `${(rss / 2 ** 20).toFixed(0)} MB`,
  ];
  console.log(cells.map((cell) => cell.padStart(12)).join(""));
}
