// Kills the built program with SIGKILL at random moments under load, twenty times, against a server that keeps unconfirmed
// updates as Telegram does, and counts. `npm run bench:kill [-- ROUNDS]`; exit code 1 when a question was lost or answered
// more than twice. After each kill the next process may first catch up: a question is answered once more for each
// kill that falls between its answer and the next request for updates, and this is about one kill.
import { once } from "node:events";
import { FIRST_UPDATE, startTelegramServer } from "../test/adapters/telegram-server.ts";
import { messagesSent, question, serve, sleep, tally } from "./kill-load.ts";

/** The time that every call of the platform takes. */
const LATENCY_MS = 50;
/** Questions that wait at any time. */
const WAITING = 150;
/** A process is killed before it has given this number of answers, at a moment that is random to the millisecond. */
const MOST_ANSWERS = 150;

const rounds = Number(process.argv[2] ?? 20);
const server = await startTelegramServer();
server.fault = async ({ method }) => {
  if (method !== "getUpdates") await sleep(LATENCY_MS);
  return undefined;
};
const start = () => serve(server, "getUpdates", { RATE_LIMIT: "off" });

let asked = 0;
for (let round = 1; round <= rounds; round++) {
  const child = await start();
  const caughtUp = asked;
  while (server.pending.some((id) => id < FIRST_UPDATE + caughtUp)) await sleep(5);
  const enough = messagesSent(server) + Math.random() * MOST_ANSWERS;
  while (messagesSent(server) < enough) {
    while (server.pending.length < WAITING) server.push(question(asked++));
    await sleep(5);
  }
  await sleep(Math.random() * 30);
  child.kill("SIGKILL");
  await once(child, "exit");
  const answered = asked - tally(server, asked).lost;
  console.log(`kill ${round}: ${asked} asked, ${answered} answered, ${server.pending.length} not confirmed`);
}
const last = await start();
for (let i = 0; i < 600 && server.pending.length > 0; i++) await sleep(100);
last.kill("SIGTERM");
const [code] = await once(last, "exit");

const { lost, twice, more } = tally(server, asked);
console.log(
  `${rounds} kills, ${asked} questions: ${lost} unanswered, ${twice} answered twice, ${more} more often; last exit code ${code}`,
);
await server.close();
process.exit(lost > 0 || more > 0 || code !== 0 ? 1 : 0);
