// How many questions a second the intake answers when every call of the platform takes 50 ms, beside grammY's own
// bot.start() with the same handler. `npm run bench:telegram`.
import { Bot } from "grammy";
import { createLogger } from "../adapters/runtime/log.ts";
import { clientOf } from "../adapters/telegram/bot.ts";
import { createIntake } from "../adapters/telegram/intake.ts";
import { createLongPolling } from "../adapters/telegram/long-polling.ts";
import { createRetry } from "../adapters/telegram/retry.ts";
import { seconds, startTelegramServer, TOKEN } from "../test/adapters/telegram-server.ts";

const LATENCY_MS = 50;
const QUESTIONS = { ours: 1_000, "bot.start()": 60 };

const log = createLogger({ level: "error" });
const ours = await rate(QUESTIONS.ours, (root) => {
  const bot = replying(root);
  bot.api.config.use(createRetry(log));
  const intake = createIntake({ handle: (update) => bot.handleUpdate(update), log });
  const polling = createLongPolling({ api: bot.api, intake, log });
  void bot.init().then(() => polling.run());
  return () => polling.stop(1_000);
});
const theirs = await rate(QUESTIONS["bot.start()"], (root) => {
  const bot = replying(root);
  void bot.start();
  return () => bot.stop();
});
console.log(`our intake:        ${ours.toFixed(0)} answers a second`);
console.log(`grammY bot.start(): ${theirs.toFixed(0)} answers a second`);
console.log(`ratio:             ${(ours / theirs).toFixed(1)}`);
process.exit(0);

function replying(apiRoot: string): Bot {
  const bot = new Bot(TOKEN, { client: clientOf({ apiRoot }, log) });
  bot.on("message", (context) => context.reply("x"));
  return bot;
}

/** Answers a second for `count` questions that wait when the bot starts, a person each. */
async function rate(count: number, start: (root: string) => () => Promise<void>): Promise<number> {
  const server = await startTelegramServer();
  let answered = 0;
  let done = () => {};
  const all = new Promise<void>((resolve) => {
    done = resolve;
  });
  server.fault = async ({ method }) => {
    if (method !== "sendMessage") return undefined;
    if (++answered === count) done();
    await new Promise((resolve) => setTimeout(resolve, LATENCY_MS));
    return undefined;
  };
  for (let id = 1; id <= count; id++) {
    const from = { id, is_bot: false, first_name: "x" };
    const chat = { id, type: "private" as const, first_name: "x" };
    server.push({ message: { message_id: id, date: seconds(), chat, from, text: "?" } });
  }
  const began = performance.now();
  const stop = start(server.root);
  await all;
  const perSecond = count / ((performance.now() - began) / 1_000);
  await stop();
  await server.close();
  return perSecond;
}
