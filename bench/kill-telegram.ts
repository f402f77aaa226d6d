// Kills the built program with SIGKILL at random moments under load, twenty times, against a server that keeps unconfirmed
// updates as Telegram does, and counts. `npm run bench:kill [-- ROUNDS]`; exit code 1 when a question was lost or answered
// more than twice. After each kill the next process may first catch up: a question is answered once more for each
// kill that falls between its answer and the next request for updates, and this is about one kill.
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import {
  FIRST_UPDATE,
  seconds,
  startTelegramServer,
  type TelegramServer,
  TOKEN,
} from "../test/adapters/telegram-server.ts";

const PROGRAM = "dist/adapters/main.js";
/** The time that every call of the platform takes. */
const LATENCY_MS = 50;
/** Questions that wait at any time. */
const WAITING = 150;
/** A process is killed before it has given this number of answers, at a moment that is random to the millisecond. */
const MOST_ANSWERS = 150;

const rounds = Number(process.argv[2] ?? 20);
const questions = readFileSync("test/referee-questions.txt", "utf8").split("\n").filter(Boolean);
const server = await startTelegramServer();
server.fault = async ({ method }) => {
  if (method !== "getUpdates") await sleep(LATENCY_MS);
  return undefined;
};

let asked = 0;
const keepAsking = () => {
  while (server.pending.length < WAITING) ask(server, asked++);
};
for (let round = 1; round <= rounds; round++) {
  const child = await start(server);
  const caughtUp = asked;
  while (server.pending.some((id) => id < FIRST_UPDATE + caughtUp)) await sleep(5);
  const enough = messages() + Math.random() * MOST_ANSWERS;
  while (messages() < enough) {
    keepAsking();
    await sleep(5);
  }
  await sleep(Math.random() * 30);
  child.kill("SIGKILL");
  await once(child, "exit");
  console.log(
    `kill ${round}: ${asked} asked, ${answers().size} answered, ${server.pending.length} not confirmed`,
  );
}
const last = await start(server);
for (let i = 0; i < 600 && server.pending.length > 0; i++) await sleep(100);
last.kill("SIGTERM");
const [code] = await once(last, "exit");

const counts = [...answers().values()];
const lost = asked - counts.length;
const twice = counts.filter((count) => count === 2).length;
const more = counts.filter((count) => count > 2).length;
console.log(
  `${rounds} kills, ${asked} questions: ${lost} unanswered, ${twice} answered twice, ${more} more often; last exit code ${code}`,
);
await server.close();
process.exit(lost > 0 || more > 0 || code !== 0 ? 1 : 0);

/** Each question comes from a person of its own, so that its answers can be counted. */
function ask(to: TelegramServer, number: number): void {
  const id = 10_000 + number;
  const from = { id, is_bot: false, first_name: "x", language_code: "ar" };
  const text = questions[number % questions.length] ?? "?";
  to.push({
    message: {
      message_id: number + 1,
      date: seconds(),
      chat: { id, type: "private", first_name: "x" },
      from,
      text,
    },
  });
}

function messages(): number {
  return server.calls.filter(({ method }) => method === "sendMessage").length;
}

function answers(): Map<unknown, number> {
  const counts = new Map<unknown, number>();
  for (const { method, body } of server.calls)
    if (method === "sendMessage") counts.set(body.chat_id, (counts.get(body.chat_id) ?? 0) + 1);
  return counts;
}

/** Resolves when the program asks for updates. */
async function start(telegram: TelegramServer): Promise<ChildProcess> {
  const polls = () => telegram.calls.filter(({ method }) => method === "getUpdates").length;
  const before = polls();
  const env = {
    ...process.env,
    TELEGRAM_BOT_TOKEN: TOKEN,
    TELEGRAM_API_ROOT: telegram.root,
    DISCORD_TOKEN: "",
    RATE_LIMIT: "off",
    LOG_LEVEL: "error",
  };
  const child = spawn(process.execPath, [PROGRAM, "serve"], { env, stdio: ["ignore", "ignore", "inherit"] });
  while (polls() === before) {
    if (child.exitCode !== null)
      throw new Error(`the program ended with code ${child.exitCode}; is it built?`);
    await sleep(10);
  }
  return child;
}

function sleep(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
