// Two processes of the built program behind one webhook, with one Valkey: each is killed with SIGKILL at random moments under load and
// started again, ten times. Telegram's side gives each request to the next process, and repeats what gets no 2xx. `npm run
// bench:replicas [-- ROUNDS]`; exit code 1 when a question was lost or answered more than twice.
import { once } from "node:events";
import { startTelegramServer } from "../test/adapters/telegram-server.ts";
import { webhookSide } from "../test/adapters/telegram-webhook.ts";
import { freePort } from "../test/free-port.ts";
import { startValkey } from "../test/valkey-server.ts";
import { messagesSent, question, serve, sleep, tally } from "./kill-load.ts";
import { valkeyProgram } from "./valkey-program.ts";

/** The time that every call of the platform takes. */
const LATENCY_MS = 50;
/** Questions that wait at any time; requests at once, as the program asks for. */
const WAITING = 150;
/** A process is killed before both have given this number of answers, at a moment that is random to the millisecond. */
const MOST_ANSWERS = 150;
const REPLICAS = 2;

const rounds = Number(process.argv[2] ?? 10) * REPLICAS;
const server = await startTelegramServer();
server.fault = () => sleep(LATENCY_MS).then(() => undefined);
const valkey = await startValkey({ program: valkeyProgram() });
const secret = "a-secret-of-the-bench";
const ports = await Promise.all(Array.from({ length: REPLICAS }, freePort));
const urls = ports.map((port) => `http://127.0.0.1:${port}/hook`);
const start = (replica: number) =>
  serve(server, "setWebhook", {
    WEBHOOK_URL: urls[replica] ?? "",
    WEBHOOK_PORT: String(ports[replica]),
    WEBHOOK_SECRET: secret,
    REDIS_URL: valkey.url,
  });
const side = webhookSide({ urls, secret });

let asked = 0;
let requests = 0;
let slowest = 0;
let isAsking = true;
const replicas = [await start(0), await start(1)];
const asking = (async () => {
  while (isAsking) {
    while (side.pending < WAITING) void ask(asked++);
    await sleep(5);
  }
})();
for (let round = 0; round < rounds; round++) {
  const enough = messagesSent(server) + Math.random() * MOST_ANSWERS;
  while (messagesSent(server) < enough) await sleep(5);
  await sleep(Math.random() * 30);
  const child = replicas[round % REPLICAS];
  if (!child) break;
  child.kill("SIGKILL");
  await once(child, "exit");
  replicas[round % REPLICAS] = await start(round % REPLICAS);
  console.log(`kill ${round + 1}: ${asked} asked, ${side.pending} not confirmed`);
}
isAsking = false;
await asking;
for (let i = 0; i < 600 && side.pending > 0; i++) await sleep(100);
const codes = await Promise.all(
  replicas.map(async (child) => {
    child.kill("SIGTERM");
    return (await once(child, "exit"))[0];
  }),
);
const { lost, twice, more } = tally(server, asked);
console.log(
  `${rounds} kills of ${REPLICAS} replicas, ${asked} questions: ${lost} unanswered, ${twice} answered twice, ${more} more often; ` +
    `${requests - asked} requests repeated, ${side.givenUp} given up, slowest ${(slowest / 1000).toFixed(1)} s; exit codes ${codes.join(", ")}`,
);
await valkey.close();
await server.close();
process.exit(lost > 0 || more > 0 || codes.some((code) => code !== 0) ? 1 : 0);

async function ask(number: number): Promise<void> {
  const began = performance.now();
  const statuses = await side.bring({ update_id: number + 1, ...question(number) });
  requests += statuses.length;
  slowest = Math.max(slowest, performance.now() - began);
}
