import { Api } from "grammy";
import type { Update } from "grammy/types";
import { expect } from "vitest";
import type { AdapterEnd } from "../../adapters/runtime/adapter.ts";
import { createLogger } from "../../adapters/runtime/log.ts";
import type { Logger } from "../../adapters/runtime/logger.ts";
import { type Clock, realClock } from "../../adapters/runtime/pauses.ts";
import { clientOf } from "../../adapters/telegram/bot.ts";
import { createIntake, type UpdateSource } from "../../adapters/telegram/intake.ts";
import { createLongPolling } from "../../adapters/telegram/long-polling.ts";
import type { Answer } from "./recorder.ts";
import { type Call, seconds, startTelegramServer, type TelegramServer, TOKEN } from "./telegram-server.ts";

/** An intake with long polling against a server in place of Telegram. */
export interface Polling {
  server: TelegramServer;
  /** Lines of the log. */
  readonly lines: readonly string[];
  /** Pauses that were asked for; they are not waited for. */
  readonly pauses: readonly number[];
  readonly source: UpdateSource | undefined;
  /** Resolves with the reason when Telegram gives no more for good. */
  readonly end: Promise<AdapterEnd | undefined>;
  /** Begins to ask for updates, and has `handle` answer them. */
  run(
    handle: (update: Update) => Promise<void>,
    options?: { readonly log?: Logger; readonly timeoutSeconds?: number },
  ): void;
  /** Lets the first `times` requests for updates fail. */
  failPolls(times: number, answer: (call: Call) => Answer | undefined): void;
  close(): Promise<void>;
}

export async function startPolling(): Promise<Polling> {
  const lines: string[] = [];
  const pauses: number[] = [];
  const written = createLogger({
    level: "debug",
    sink: { write: (line) => lines.push(line), writableLength: 0 },
  });
  let source: UpdateSource | undefined;
  let end: Promise<AdapterEnd | undefined> = Promise.resolve(undefined);
  const polling: Polling = {
    server: await startTelegramServer(),
    lines,
    pauses,
    get source() {
      return source;
    },
    get end() {
      return end;
    },
    run(handle, { log = written, timeoutSeconds = 40 } = {}) {
      const api = new Api(TOKEN, { ...clientOf({ apiRoot: polling.server.root }, log), timeoutSeconds });
      const clock = quickClock(pauses);
      const intake = createIntake({ handle, log, clock });
      source = createLongPolling({ api, intake, log, clock });
      end = source.run();
    },
    failPolls(times, answer) {
      let left = times;
      polling.server.fault = (call) =>
        call.method === "getUpdates" && left-- > 0 ? answer(call) : undefined;
    },
    async close() {
      await source?.stop(500);
      await polling.server.close();
    },
  };
  return polling;
}

/** Short pauses pass as they do; long ones at once, on a clock that knows it. */
function quickClock(pauses: number[]): Clock {
  let skipped = 0;
  return {
    now: () => realClock.now() + skipped,
    async wait(ms, signal) {
      if (ms <= 300) return realClock.wait(ms, signal);
      pauses.push(ms);
      skipped += ms;
      await realClock.wait(1, signal);
    },
  };
}

export function privateText(from: number, date = seconds()) {
  const person = { id: from, is_bot: false, first_name: "x" };
  return {
    message: {
      message_id: 1,
      date,
      chat: { id: from, type: "private" as const, first_name: "x" },
      from: person,
      text: "?",
    },
  };
}

/** Ids that were taken on, as a list that grows. */
export function taking(): { ids: number[]; take(update: Update): Promise<void> } {
  const ids: number[] = [];
  return { ids, take: async (update) => void ids.push(update.update_id) };
}

export async function eventually(holds: () => boolean): Promise<void> {
  for (let i = 0; i < 400 && !holds(); i++) await new Promise((resolve) => setTimeout(resolve, 5));
  expect(holds()).toBe(true);
}
