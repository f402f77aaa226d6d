import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openIndex } from "../adapters/runtime/open-index.ts";
import { loadCorpus } from "../src/corpus/load.ts";
import { connectCluster } from "../src/search/opensearch/cluster.ts";
import { indexCorpus } from "../src/search/opensearch/index-corpus.ts";

/** `refused`: it was told that the articles cannot be reached. `mixed`: an answer of two versions of the index. */
export type AskedAnswer = "whole" | "refused" | "mixed";

export interface LoadReport {
  readonly asked: number;
  readonly failed: number;
  readonly mixed: number;
  /** Milliseconds between two answers, at most; of one question; and its median. */
  readonly gap: number;
  readonly slowest: number;
  readonly median: number;
}

/** Milliseconds between two questions. */
const EVERY = 50;

/** Asks at a steady pace, whether or not answers come, until `disturb` has ended. */
export async function askUnderLoad(
  ask: (number: number) => Promise<AskedAnswer>,
  disturb: () => Promise<void>,
): Promise<LoadReport> {
  const counts = { whole: 0, refused: 0, mixed: 0 };
  const times: number[] = [];
  const open = new Set<Promise<void>>();
  let asked = 0;
  let gap = 0;
  let last = performance.now();
  const timer = setInterval(() => {
    const began = performance.now();
    const answer = ask(asked++).then((outcome) => {
      counts[outcome]++;
      const now = performance.now();
      times.push(now - began);
      if (outcome !== "whole") return;
      gap = Math.max(gap, now - last);
      last = now;
    });
    open.add(answer);
    void answer.finally(() => open.delete(answer));
  }, EVERY);
  await disturb();
  clearInterval(timer);
  await Promise.all(open);
  times.sort((a, b) => a - b);
  const median = times[times.length >> 1] ?? 0;
  return { asked, failed: counts.refused, mixed: counts.mixed, gap, slowest: times.at(-1) ?? 0, median };
}

/** A bot over an index of the articles that ship, each of which tells the version of the index in its title. */
export interface AskedBot {
  ask(number: number): Promise<AskedAnswer>;
  /** Puts another index in the place; the one before is deleted after so many milliseconds. */
  replace(grace: number): Promise<void>;
}

/** Three shards, so that no node has all of them; two copies of each. */
const LAYOUT = { prefix: "isnad", shards: 3, replicas: 1 };

/** Builds the first version, and opens the bot over it as a process that serves people does. */
export async function openBot(nodes: readonly string[]): Promise<AskedBot> {
  const cluster = connectCluster({ nodes });
  let version = 0;
  const replace = async (grace: number): Promise<void> => {
    const dir = versionOfArticles(++version);
    const { corpus } = await loadCorpus(dir);
    await indexCorpus(cluster, corpus, { ...LAYOUT, isIncremental: false, grace });
    rmSync(dir, { recursive: true });
  };
  await replace(0);
  const log = { info() {}, warn() {}, error() {} };
  const { assistant } = await openIndex({ nodes, ...LAYOUT }, log);
  const questions = readFileSync("test/referee-questions.txt", "utf8").split("\n").filter(Boolean);
  return {
    replace,
    async ask(number) {
      const reply = await assistant.handle({ kind: "ask", text: questions[number % questions.length] ?? "" });
      if (reply.failed) return "refused";
      const versions = new Set(JSON.stringify(reply).match(/version-\d+/g) ?? []);
      return versions.size > 1 ? "mixed" : "whole";
    },
  };
}

/** A folder with the articles that ship, whose titles end with a version. */
function versionOfArticles(version: number): string {
  const dir = mkdtempSync(join(tmpdir(), "isnad-articles-"));
  for (const file of readdirSync("corpus").filter((name) => name !== "README.md")) {
    const text = readFileSync(join("corpus", file), "utf8");
    writeFileSync(join(dir, file), text.replace(/^title: "?([^"\n]+)"?$/m, `title: "$1 version-${version}"`));
  }
  return dir;
}
