/**
 * Real nodes of OpenSearch on this machine, from their packages: `npm run opensearch -- start 3` prints an address for each, and how Isnad is
 * told of them; `stop` ends them; `fetch` only gets the packages. One Java process a node, so that one can be killed. Data and logs lie below
 * `.cache/opensearch` and go with `stop`. HEAP is each node's heap (512m to some g). Needs a JDK of version 17 and Maven; exit code 69
 * where they are missing.
 */
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { fetchNode, missingTool, startCluster, stopNodes } from "./opensearch-cluster.ts";

const DIR = resolve(process.env.CACHE_DIR || ".cache", "opensearch");
const PIDS = join(DIR, "pids");
/** `EX_UNAVAILABLE`. */
const NO_JAVA = 69;
const USAGE = "usage: npm run opensearch -- start N | stop | fetch";

const [verb, count = "1"] = process.argv.slice(2);
if (verb === "stop") await stop();
else if (verb === "fetch" || (verb === "start" && /^[1-9]$/.test(count))) {
  const missing = missingTool();
  if (missing !== undefined) {
    console.error(missing);
    process.exit(NO_JAVA);
  }
  if (verb === "fetch") fetchNode();
  else await start(Number(count));
} else {
  console.error(USAGE);
  process.exitCode = 2;
}

async function start(nodes: number): Promise<void> {
  if (existsSync(PIDS)) await stop();
  mkdirSync(DIR, { recursive: true });
  const heap = process.env.HEAP || "768m";
  const running = await startCluster(nodes, { dir: DIR, heap });
  writeFileSync(PIDS, running.map(({ pid }) => pid).join("\n"));
  for (const { name, url, pid } of running) console.log(`${name}  ${url}  process ${pid}`);
  console.log(`\n  OPENSEARCH_URL=${running.map(({ url }) => url).join(",")}`);
  // Their output goes to files; this process need not wait for it.
  process.exit(0);
}

async function stop(): Promise<void> {
  if (existsSync(PIDS)) await stopNodes(readFileSync(PIDS, "utf8").split("\n").map(Number).filter(Boolean));
  rmSync(DIR, { recursive: true, force: true });
}
