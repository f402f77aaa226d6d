import { Api } from "grammy";
import type { Update } from "grammy/types";
import { afterEach, beforeEach, describe, expect, it, onTestFinished, vi } from "vitest";
import type { AdapterEnd } from "../../adapters/runtime/adapter.ts";
import { createLogger } from "../../adapters/runtime/log.ts";
import type { Logger } from "../../adapters/runtime/logger.ts";
import { type Clock, realClock } from "../../adapters/runtime/pauses.ts";
import { clientOf } from "../../adapters/telegram/bot.ts";
import { createIntake, type UpdateSource } from "../../adapters/telegram/intake.ts";
import { createLongPolling } from "../../adapters/telegram/long-polling.ts";
import { ALLOWED_UPDATES } from "../../adapters/telegram/updates.ts";
import { gate } from "./contract.ts";
import type { Answer } from "./recorder.ts";
import {
  type Call,
  refusal,
  seconds,
  startTelegramServer,
  type TelegramServer,
  TOKEN,
} from "./telegram-server.ts";

let server: TelegramServer;
let source: UpdateSource | undefined;
let end: Promise<AdapterEnd | undefined>;
let lines: string[];
/** Pauses that were asked for; they are not waited for. */
let pauses: number[];

beforeEach(async () => {
  server = await startTelegramServer();
  lines = [];
  pauses = [];
});
afterEach(async () => {
  await source?.stop(500);
  await server.close();
});

/** Short pauses pass as they do; long ones at once, on a clock that knows it. */
function quickClock(): Clock {
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

function run(
  handle: (update: Update) => Promise<void>,
  { log = logger(), timeoutSeconds = 40 }: { log?: Logger; timeoutSeconds?: number } = {},
): void {
  const api = new Api(TOKEN, { ...clientOf({ apiRoot: server.root }, log), timeoutSeconds });
  const clock = quickClock();
  const intake = createIntake({ handle, log, clock });
  source = createLongPolling({ api, intake, log, clock });
  end = source.run();
}

function logger(): Logger {
  return createLogger({ level: "debug", sink: { write: (line) => lines.push(line), writableLength: 0 } });
}

function privateText(from: number, date = seconds()) {
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

/** Lets the first `times` requests for updates fail. */
function failPolls(times: number, answer: (call: Call) => Answer | undefined): void {
  let left = times;
  server.fault = (call) => (call.method === "getUpdates" && left-- > 0 ? answer(call) : undefined);
}

/** Ids that were taken on, as a list that grows. */
function taking(): { ids: number[]; take(update: Update): Promise<void> } {
  const ids: number[] = [];
  return { ids, take: async (update) => void ids.push(update.update_id) };
}

async function eventually(holds: () => boolean): Promise<void> {
  for (let i = 0; i < 400 && !holds(); i++) await new Promise((resolve) => setTimeout(resolve, 5));
  expect(holds()).toBe(true);
}

describe("the intake of Telegram", () => {
  it("asks for exactly the updates that are answered, a hundred at a time", async () => {
    run(async () => {});
    const { body } = await server.until(({ method }) => method === "getUpdates");
    expect(body.allowed_updates).toEqual([...ALLOWED_UPDATES]);
    expect(body.limit).toBe(100);
    expect(body.offset).toBeUndefined();
  });

  it("confirms an update only when it and all before it are finished, and others meanwhile go on", async () => {
    const release = gate();
    const { ids, take } = taking();
    run(async (update) => {
      if (update.update_id === 500) await release.opened;
      await take(update);
    });
    for (const person of [1, 2, 3]) server.push(privateText(person));
    await eventually(() => ids.length === 2);
    expect(ids).toEqual([501, 502]);
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(server.pending).toEqual([500, 501, 502]);
    release.open();
    await eventually(() => server.pending.length === 0);
    expect(ids).toEqual([501, 502, 500]);
  });

  it("waits as long as Telegram says when it is asked too often", async () => {
    failPolls(1, () => refusal(429, "Too Many Requests: retry after 7", { retry_after: 7 }));
    const { ids, take } = taking();
    run(take);
    server.push(privateText(1));
    await eventually(() => ids.length === 1);
    expect(pauses).toEqual([7_000]);
  });

  it("goes on after errors of the server, pages of a proxy, broken and half answers, with growing pauses", async () => {
    const faults: Answer[] = [
      refusal(500, "Internal Server Error"),
      { status: 502, page: "<html>Bad Gateway</html>" },
      { drop: true },
      { half: '{"ok":true,"result":[' },
      { drop: true },
    ];
    failPolls(faults.length, () => faults.shift());
    const { ids, take } = taking();
    run(take, { timeoutSeconds: 0.3 });
    server.push(privateText(1));
    await eventually(() => ids.length === 1);
    expect(pauses.length).toBeGreaterThanOrEqual(4);
    expect(Math.max(...pauses)).toBeGreaterThan(2_000);
    expect(lines.join("")).not.toContain(TOKEN);
  });

  it("ends with the cure when the token is refused while it runs, and getMe says the same", async () => {
    for (const code of [401, 404]) {
      server.fault = () => refusal(code, code === 401 ? "Unauthorized" : "Not Found");
      run(async () => {});
      expect(await end).toMatchObject({
        reason: "refused",
        message: expect.stringContaining("TELEGRAM_BOT_TOKEN"),
      });
      expect(server.calls.at(-1)?.method).toBe("getMe");
    }
  });

  it("goes on after one stray 404 or 401 of something before Telegram", async () => {
    for (const code of [404, 401]) {
      failPolls(1, () => refusal(code, "Not Found"));
      const { ids, take } = taking();
      run(take);
      server.push(privateText(1));
      await eventually(() => ids.length === 1);
      await source?.stop(500);
    }
    expect(lines.join("")).toContain('"because":"token"');
  });

  it("asks no more often for a wait that no timer can hold, or that is no number", async () => {
    const waits: unknown[] = [2_592_000, "soon", -1];
    failPolls(3, () => refusal(429, "Too Many Requests", { retry_after: waits.shift() }));
    const { ids, take } = taking();
    run(take);
    server.push(privateText(1));
    await eventually(() => ids.length === 1);
    expect(pauses).toEqual([86_400_000, 5_000, 1_000]);
  });

  it("says why Telegram cannot be reached", async () => {
    const root = server.root;
    await server.close();
    server = { ...server, root };
    run(async () => {});
    await eventually(() => lines.length > 0);
    expect(JSON.parse(lines[0] ?? "{}")).toMatchObject({ because: "unreached", code: "ECONNREFUSED" });
    await source?.stop(500);
    server = await startTelegramServer();
  });

  it("answers the others when an update is null, or a message has no chat", async () => {
    server.redeliver(null as never);
    server.push({ message: { ...privateText(1).message, chat: null } } as never);
    server.push(privateText(2));
    const { ids, take } = taking();
    run(async (update) => {
      if (!update.message?.chat) throw new TypeError("no chat");
      await take(update);
    });
    await eventually(() => ids.length === 1 && server.pending.length === 0);
    expect(ids).toEqual([501]);
  });

  it("does not ask without a pause for what it can neither read nor confirm", async () => {
    server.fault = ({ method }) =>
      method === "getUpdates" ? { json: { ok: true, result: [null] } } : undefined;
    run(async () => {});
    await eventually(() => pauses.length >= 3);
    expect(server.calls.length).toBeLessThanOrEqual(pauses.length + 2);
  });

  it("recovers from another request for updates within seconds, as a restart brings it about", async () => {
    failPolls(2, () => refusal(409, "Conflict: terminated by other getUpdates request"));
    const { ids, take } = taking();
    run(take);
    server.push(privateText(1));
    await eventually(() => ids.length === 1);
    expect(pauses).toHaveLength(2);
    for (const pause of pauses) expect(pause >= 1_000 && pause <= 5_000).toBe(true);
    expect(lines.join("")).not.toContain("second-instance");
  });

  it("says after 90 seconds that there is a second instance, and goes on slowly", async () => {
    failPolls(100, () => refusal(409, "Conflict: terminated by other getUpdates request"));
    const { ids, take } = taking();
    run(take);
    server.push(privateText(1));
    await eventually(() => ids.length === 1);
    expect(lines.join("")).toContain("second-instance");
    expect(pauses.filter((pause) => pause === 30_000).length).toBeGreaterThan(10);
  });

  it("ends with the cure when a webhook is set", async () => {
    failPolls(1, () => refusal(409, "Conflict: can't use getUpdates method while webhook is active"));
    run(async () => {});
    expect(await end).toMatchObject({ reason: "refused", message: expect.stringContaining("deleteWebhook") });
  });

  it("takes an update once that comes twice, in one delivery or later", async () => {
    const { ids, take } = taking();
    const again = { update_id: 500, ...privateText(1) };
    server.redeliver(again);
    server.redeliver(again);
    run(take);
    await eventually(() => ids.length === 1);
    server.redeliver(again);
    server.push({ update_id: 501, ...privateText(2) });
    await eventually(() => ids.length === 2 && server.pending.length === 0);
    expect(ids).toEqual([500, 501]);
  });

  it("takes gaps in the ids, and ids that begin afresh", async () => {
    const { ids, take } = taking();
    run(take);
    server.push({ update_id: 900_000, ...privateText(1) });
    server.push({ update_id: 900_700, ...privateText(2) });
    await eventually(() => ids.length === 2 && server.pending.length === 0);
    server.redeliver({ update_id: 1_234, ...privateText(3) });
    await eventually(() => ids.length === 3);
    server.push({ update_id: 1_235, ...privateText(4) });
    await eventually(() => ids.length === 4);
    expect(ids).toEqual([900_000, 900_700, 1_234, 1_235]);
  });

  it("leaves to the next process what was not finished", async () => {
    const { ids, take } = taking();
    const never = new Promise<void>(() => {});
    run((update) => (update.update_id === 500 ? never : take(update)));
    server.push(privateText(1));
    server.push(privateText(2));
    await eventually(() => ids.length === 1);
    await source?.stop(10);
    const next = taking();
    run(next.take);
    await eventually(() => next.ids.includes(500));
  });

  it("logs a bug in the answering of an update, confirms it and goes on", async () => {
    const { ids, take } = taking();
    run(async (update) => {
      if (update.update_id === 500) throw new TypeError("poison");
      await take(update);
    });
    server.push(privateText(1));
    server.push(privateText(2));
    await eventually(() => server.pending.length === 0 && ids.length === 1);
    expect(lines.join("")).toMatch(/telegram\.update-failed/);
  });

  it("goes on when even the log fails", async () => {
    const { ids, take } = taking();
    const log = createLogger({ level: "silent" });
    const broken = {
      ...log,
      error: () => {
        throw new Error("no log");
      },
    };
    run(
      async (update) => {
        if (update.update_id === 500) throw new TypeError("poison");
        await take(update);
      },
      { log: broken },
    );
    server.push(privateText(1));
    server.push(privateText(2));
    await eventually(() => server.pending.length === 0 && ids.length === 1);
  });

  it("is not held up by one chat that waits, be it with one update or with many, however much is behind it", async () => {
    for (const held of [1, 20]) {
      const { ids, take } = taking();
      run((update) => (update.message?.chat.id === 1 ? realClock.wait(60_000) : take(update)));
      for (let i = 0; i < held; i++) server.push(privateText(1));
      for (let i = 0; i < 300; i++) server.push(privateText(1_000 + i));
      await vi.waitUntil(() => ids.length === 300, 10_000);
      await source?.stop(0);
      // What was confirmed early is not given again.
      server.push(privateText(2));
      await eventually(() => server.pending.length === 1);
      await server.close();
      server = await startTelegramServer();
    }
    expect(lines.join("")).toContain("telegram.confirmed-early");
  });

  it("knows Telegram's time from what it waited for, on a machine whose clock is wrong", async () => {
    vi.spyOn(Date, "now").mockImplementation(() => performance.timeOrigin + performance.now() + 3_600_000);
    onTestFinished(() => void vi.restoreAllMocks());
    const now = () => Math.floor((performance.timeOrigin + performance.now()) / 1_000);
    const group = { id: -100, type: "supergroup" as const, title: "g" };
    const inGroup = (date: number) => ({ message: { ...privateText(1, date).message, chat: group } });
    const { ids, take } = taking();
    run(take);
    await server.until(({ method }) => method === "getUpdates");
    await new Promise((resolve) => setTimeout(resolve, 1_050));
    server.push(inGroup(now()));
    await eventually(() => ids.length === 1);
    server.push(inGroup(now()));
    server.push(inGroup(now() - 700));
    await eventually(() => server.pending.length === 0);
    expect(ids).toEqual([500, 501]);
  });

  it("passes over what is too old, and answers private questions of the last day", async () => {
    const { ids, take } = taking();
    const group = { id: -100, type: "supergroup" as const, title: "g" };
    const press = { id: "1", from: { id: 1, is_bot: false, first_name: "x" }, chat_instance: "1", data: "x" };
    server.push(privateText(1, seconds(25 * 3600)));
    server.push({ callback_query: press });
    server.push(privateText(1, seconds(23 * 3600)));
    server.push({ message: { ...privateText(1, seconds(660)).message, chat: group } });
    server.push({ callback_query: press });
    server.push({ message: { ...privateText(1, seconds(500)).message, chat: group } });
    run(take);
    await eventually(() => server.pending.length === 0);
    expect(ids).toEqual([502, 504, 505]);
  });

  it("confirms what it finished when it is stopped", async () => {
    run(() => realClock.wait(100));
    server.push(privateText(1));
    await server.until(({ method }) => method === "getUpdates");
    await new Promise((resolve) => setTimeout(resolve, 30));
    await source?.stop(4_000);
    expect(server.pending).toEqual([]);
  });
});
