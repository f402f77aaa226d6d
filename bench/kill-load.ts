import { type ChildProcess, spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { seconds, type TelegramServer, TOKEN } from "../test/adapters/telegram-server.ts";

const PROGRAM = "dist/adapters/main.js";
const questions = readFileSync("test/referee-questions.txt", "utf8").split("\n").filter(Boolean);

/** The question of this number. Each comes from a person of its own, so that its answers can be counted. */
export function question(number: number) {
  const id = 10_000 + number;
  const from = { id, is_bot: false, first_name: "x", language_code: "ar" };
  const text = questions[number % questions.length] ?? "?";
  const chat = { id, type: "private" as const, first_name: "x" };
  return { message: { message_id: number + 1, date: seconds(), chat, from, text } };
}

export function messagesSent({ calls }: TelegramServer): number {
  return calls.filter(({ method }) => method === "sendMessage").length;
}

/** How many of the questions were answered not at all, twice and more often. */
export function tally({ calls }: TelegramServer, asked: number) {
  const counts = new Map<unknown, number>();
  for (const { method, body } of calls)
    if (method === "sendMessage") counts.set(body.chat_id, (counts.get(body.chat_id) ?? 0) + 1);
  const of = (fits: (count: number) => boolean) => [...counts.values()].filter(fits).length;
  return { lost: asked - counts.size, twice: of((count) => count === 2), more: of((count) => count > 2) };
}

/** Starts the built program; resolves when it has called `method`. */
export async function serve(
  telegram: TelegramServer,
  method: string,
  settings: Readonly<Record<string, string>> = {},
): Promise<ChildProcess> {
  const calls = () => telegram.calls.filter((call) => call.method === method).length;
  const before = calls();
  const env = {
    ...process.env,
    TELEGRAM_BOT_TOKEN: TOKEN,
    TELEGRAM_API_ROOT: telegram.root,
    DISCORD_TOKEN: "",
    LOG_LEVEL: "error",
    ...settings,
  };
  const child = spawn(process.execPath, [PROGRAM, "serve"], { env, stdio: ["ignore", "ignore", "inherit"] });
  while (calls() === before) {
    if (child.exitCode !== null)
      throw new Error(`the program ended with code ${child.exitCode}; is it built?`);
    await sleep(10);
  }
  return child;
}

export function sleep(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
