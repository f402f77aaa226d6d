/**
 * How long a person on Discord waits: the built program, as it runs, against a loopback server that says yes.
 *
 *   npm run bench:discord -- --passages FILE.jsonl --questions FILE.jsonl
 *
 * A passage is a line {"id","text"}, a question a line {"question"}. Without files: the articles that ship. Measured is the
 * time from sending an interaction over the gateway to the arrival of its first response. Interactions are sent at a fixed
 * rate, whether the ones before are answered or not.
 */
import { spawn } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import {
  type DiscordServer,
  interactionOf,
  type Sent,
  startDiscordServer,
  TOKEN,
  tokenOf,
} from "../test/adapters/discord-server.ts";
import { readInput } from "./input.ts";
import { at } from "./table.ts";

const MAIN = fileURLToPath(new URL("../adapters/main.js", import.meta.url));
const PEOPLE = 10;
const TYPED_A_SECOND = 50;
const ASKED_A_SECOND = 20;
const SECONDS = 20;
const WARM_UP_SECONDS = 3;

const { values } = parseArgs({ options: { passages: { type: "string" }, questions: { type: "string" } } });
const { texts, questions } = await readInput(values.passages, values.questions);
const folder = await mkdtemp(path.join(tmpdir(), "isnad-bench-"));
await Promise.all(texts.map((text, i) => writeFile(path.join(folder, `${i}.txt`), text)));

const server = await startDiscordServer();
const arrived = new Map<string, number>();
server.fault = ({ path }) => {
  const token = /markertoken\d+(?=\/callback)/.exec(path)?.[0];
  if (token !== undefined) arrived.set(token, performance.now());
  return undefined;
};
const began = performance.now();
const bot = spawn(process.execPath, [MAIN, "serve"], {
  env: {
    ...process.env,
    DISCORD_TOKEN: TOKEN,
    DISCORD_API_ROOT: server.root,
    CORPUS_DIR: folder,
    RATE_LIMIT: "off",
  },
  stdio: ["ignore", "ignore", "pipe"],
});
bot.stderr.resume();
try {
  await server.until(({ verb }) => verb === "PUT", 60_000);
  console.log(`${texts.length} passages; ready after ${Math.round(performance.now() - began)} ms`);
  await measure(typing, TYPED_A_SECOND, WARM_UP_SECONDS);
  await measure(asking, ASKED_A_SECOND, WARM_UP_SECONDS);
  const typed = await measure(typing, TYPED_A_SECOND, SECONDS);
  const asked = await measure(asking, ASKED_A_SECOND, SECONDS);
  const isFine = [
    report(`type-ahead, ${TYPED_A_SECOND} a second`, typed, 100),
    report(`/ask, ${ASKED_A_SECOND} a second`, asked, 500),
  ];
  if (isFine.includes(false)) process.exitCode = 1;
} finally {
  bot.kill("SIGTERM");
  await server.end();
  await rm(folder, { recursive: true });
}

/** Milliseconds of each interaction; infinity for one that was not answered. */
async function measure(make: (i: number) => Sent, rate: number, seconds: number): Promise<number[]> {
  const sent: { token: string; at: number }[] = [];
  const start = performance.now();
  for (let i = 0; i < rate * seconds; i++) {
    await pause(Math.max(0, start + (i * 1000) / rate - performance.now()));
    sent.push(send(server, make(i)));
  }
  await pause(3000);
  return sent.map(({ token, at }) => (arrived.get(token) ?? Number.POSITIVE_INFINITY) - at);
}

function send(to: DiscordServer, interaction: Sent): { token: string; at: number } {
  const id = String(1_000_000 + arrived.size + Math.floor(performance.now() * 1000));
  to.dispatch("INTERACTION_CREATE", interactionOf(interaction, id, tokenOf(id)));
  return { token: tokenOf(id), at: performance.now() };
}

/** Ten people type, each a question of their own and at their own place in it; each letter brings a new list. */
function typing(i: number): Sent {
  const person = i % PEOPLE;
  let letter = Math.floor(i / PEOPLE) + person * 7;
  let next = person * 31;
  const question = () => questions[next % questions.length] ?? "";
  for (; letter >= question().length; next++) letter -= question().length;
  const options = [{ name: "question", type: 3, value: question().slice(0, letter + 1), focused: true }];
  return { type: 4, person: personOf(i), data: { id: "1", type: 1, name: "ask", options } };
}

function asking(i: number): Sent {
  const options = [{ name: "question", type: 3, value: questions[i % questions.length] }];
  return { type: 2, guild: true, person: personOf(i), data: { id: "1", type: 1, name: "ask", options } };
}

function personOf(i: number): string {
  return `42424200000000000${i % PEOPLE}`;
}

function report(what: string, times: readonly number[], limit: number): boolean {
  const [p50, p99, most] = [at(times, 0.5), at(times, 0.99), Math.max(...times)].map((value) =>
    value.toFixed(1),
  );
  const lost = times.filter((time) => time === Number.POSITIVE_INFINITY).length;
  const isFine = at(times, 0.99) < limit && lost === 0;
  console.log(
    `${what}: p50 ${p50} ms, p99 ${p99} ms (under ${limit}), most ${most} ms, ${times.length} sent, ${lost} lost`,
  );
  return isFine;
}
