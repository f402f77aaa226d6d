/**
 * What answers by meaning cost beside a server of embeddings, and what comes of it when the server is killed:
 *
 *   npm run bench:meaning -- [--passages FILE.jsonl --questions FILE.jsonl] [--tolerance 1.5]
 *
 * The server runs in a process of its own, answers after a set delay, and gives unit vectors that are drawn by lot and always the same for a
 * text. A question may take the server's own time and `ADDED_MS`, times the tolerance on a machine that does other work too; none may fail or
 * take a second, whatever becomes of the server.
 */
import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { openAnswerer } from "../src/answer/answerer.ts";
import { connectEmbeddings } from "../src/meaning/embeddings-client.ts";
import { createMeaning, type Meaning } from "../src/meaning/meaning.ts";
import { createMiniSearchIndex } from "../src/search/minisearch.ts";
import { seededVector, startEmbeddingsServer } from "../test/meaning/embeddings-server.ts";
import { readInput } from "./input.ts";
import { corpusOfPassages, openPassages } from "./open.ts";
import { at, ms } from "./table.ts";

const DIMENSIONS = 384;
const DELAY_MS = 50;
const ADDED_MS = 15;
const ASKED = 300;
/** People who ask while the server is killed, and what they wait between two questions. */
const ASKING = 20;
const PAUSE_MS = 300;
const LATEST_MS = 1000;

const { values } = parseArgs({
  options: {
    passages: { type: "string" },
    questions: { type: "string" },
    tolerance: { type: "string", default: "1" },
    server: { type: "boolean" },
  },
});
if (values.server) await serve();
else await measure();

async function serve(): Promise<void> {
  const server = await startEmbeddingsServer({ vectorOf: (text) => seededVector(text, DIMENSIONS) });
  process.on("message", (delay) => {
    server.delay = Number(delay);
    process.send?.("set");
  });
  process.send?.(server.url);
}

async function measure(): Promise<void> {
  const { texts, questions } = await readInput(values.passages, values.questions);
  const child = fork(fileURLToPath(import.meta.url), ["--server"]);
  const [url] = await once(child, "message");
  const corpus = corpusOfPassages(openPassages(texts));
  let meaning: Meaning | undefined;
  const connect = (signal?: AbortSignal) => connectEmbeddings({ url: String(url), model: "seeded" }, signal);
  const openMeaning = createMeaning({ connect });
  const answerer = await openAnswerer(corpus, createMiniSearchIndex, {
    openMeaning(lists) {
      meaning = openMeaning(lists);
      return meaning;
    },
  });
  const byWords = await openAnswerer(corpus, createMiniSearchIndex);
  await meaning?.complete;
  await setDelay(child, DELAY_MS);

  const embedder = await connect();
  const times = { server: [] as number[], words: [] as number[], meaning: [] as number[] };
  for (let i = 0; i < ASKED; i++) {
    const question = questions[i % questions.length] ?? "";
    await timed(times.server, () => embedder.embed([{ text: question }], "query"));
    await timed(times.words, () => byWords.answer(question));
    await timed(times.meaning, () => answerer.answer(question));
  }
  const added = at(times.meaning, 0.5) - at(times.server, 0.5);
  console.log(`${texts.length} passages, ${ASKED} questions one at a time, ${DIMENSIONS} dimensions\n`);
  for (const [what, own] of Object.entries(times))
    console.log(
      `${what.padEnd(8)} p50 ${ms(at(own, 0.5)).padStart(9)}   p95 ${ms(at(own, 0.95)).padStart(9)}`,
    );
  console.log(`added to the server's own time, p50: ${ms(added)} (limit ${ADDED_MS} ms)`);

  const before = { ...meaning?.counts };
  const { asked, failed, late, worst } = await killUnderLoad(child, (i) =>
    answerer.answer(questions[i % questions.length] ?? ""),
  );
  const { compared = 0 } = meaning?.counts ?? {};
  console.log(
    `\nserver killed under load: ${asked} questions, ${compared - (before.compared ?? 0)} by meaning, ${failed} failed, ${late} later than ${LATEST_MS} ms, worst ${ms(worst)}`,
  );
  if (added > ADDED_MS * Number(values.tolerance) || failed > 0 || late > 0) process.exitCode = 1;
  meaning?.close();
}

async function killUnderLoad(child: ChildProcess, ask: (i: number) => Promise<unknown>) {
  const times: number[] = [];
  let [asked, failed] = [0, 0];
  let isOver = false;
  const keepAsking = async (): Promise<void> => {
    while (!isOver) {
      const began = performance.now();
      await ask(asked++).catch(() => failed++);
      times.push(performance.now() - began);
      await sleep(PAUSE_MS * Math.random() * 2);
    }
  };
  const people = Array.from({ length: ASKING }, keepAsking);
  await sleep(2000);
  child.kill("SIGKILL");
  await sleep(3000);
  isOver = true;
  await Promise.all(people);
  return { asked, failed, late: times.filter((time) => time > LATEST_MS).length, worst: Math.max(...times) };
}

async function setDelay(child: ChildProcess, delay: number): Promise<void> {
  child.send(delay);
  await once(child, "message");
}

async function timed<T>(into: number[], work: () => Promise<T>): Promise<void> {
  const start = performance.now();
  await work();
  into.push(performance.now() - start);
}
