import { afterEach, beforeEach, describe, expect, it, onTestFinished, vi } from "vitest";
import { createLogger } from "../../adapters/runtime/log.ts";
import { realClock } from "../../adapters/runtime/pauses.ts";
import { gate } from "./contract.ts";
import { eventually, type Polling, privateText, startPolling, taking } from "./telegram-polling.ts";
import { seconds, startTelegramServer } from "./telegram-server.ts";

let polling: Polling;
beforeEach(async () => {
  polling = await startPolling();
});
afterEach(() => polling.close());

describe("the intake of Telegram", () => {
  it("confirms an update only when it and all before it are finished, and others meanwhile go on", async () => {
    const release = gate();
    const { ids, take } = taking();
    polling.run(async (update) => {
      if (update.update_id === 500) await release.opened;
      await take(update);
    });
    for (const person of [1, 2, 3]) polling.server.push(privateText(person));
    await eventually(() => ids.length === 2);
    expect(ids).toEqual([501, 502]);
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(polling.server.pending).toEqual([500, 501, 502]);
    release.open();
    await eventually(() => polling.server.pending.length === 0);
    expect(ids).toEqual([501, 502, 500]);
  });

  it("answers the others when an update is null, or a message has no chat", async () => {
    polling.server.redeliver(null as never);
    polling.server.push({ message: { ...privateText(1).message, chat: null } } as never);
    polling.server.push(privateText(2));
    const { ids, take } = taking();
    polling.run(async (update) => {
      if (!update.message?.chat) throw new TypeError("no chat");
      await take(update);
    });
    await eventually(() => ids.length === 1 && polling.server.pending.length === 0);
    expect(ids).toEqual([501]);
  });

  it("takes an update once that comes twice, in one delivery or later", async () => {
    const { ids, take } = taking();
    const again = { update_id: 500, ...privateText(1) };
    polling.server.redeliver(again);
    polling.server.redeliver(again);
    polling.run(take);
    await eventually(() => ids.length === 1);
    polling.server.redeliver(again);
    polling.server.push({ update_id: 501, ...privateText(2) });
    await eventually(() => ids.length === 2 && polling.server.pending.length === 0);
    expect(ids).toEqual([500, 501]);
  });

  it("takes gaps in the ids, and ids that begin afresh", async () => {
    const { ids, take } = taking();
    polling.run(take);
    polling.server.push({ update_id: 900_000, ...privateText(1) });
    polling.server.push({ update_id: 900_700, ...privateText(2) });
    await eventually(() => ids.length === 2 && polling.server.pending.length === 0);
    polling.server.redeliver({ update_id: 1_234, ...privateText(3) });
    await eventually(() => ids.length === 3);
    polling.server.push({ update_id: 1_235, ...privateText(4) });
    await eventually(() => ids.length === 4);
    expect(ids).toEqual([900_000, 900_700, 1_234, 1_235]);
  });

  it("leaves to the next process what was not finished", async () => {
    const { ids, take } = taking();
    const never = new Promise<void>(() => {});
    polling.run((update) => (update.update_id === 500 ? never : take(update)));
    polling.server.push(privateText(1));
    polling.server.push(privateText(2));
    await eventually(() => ids.length === 1);
    await polling.source?.stop(10);
    const next = taking();
    polling.run(next.take);
    await eventually(() => next.ids.includes(500));
  });

  it("logs a bug in the answering of an update, confirms it and goes on", async () => {
    const { ids, take } = taking();
    polling.run(async (update) => {
      if (update.update_id === 500) throw new TypeError("poison");
      await take(update);
    });
    polling.server.push(privateText(1));
    polling.server.push(privateText(2));
    await eventually(() => polling.server.pending.length === 0 && ids.length === 1);
    expect(polling.lines.join("")).toMatch(/telegram\.update-failed/);
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
    polling.run(
      async (update) => {
        if (update.update_id === 500) throw new TypeError("poison");
        await take(update);
      },
      { log: broken },
    );
    polling.server.push(privateText(1));
    polling.server.push(privateText(2));
    await eventually(() => polling.server.pending.length === 0 && ids.length === 1);
  });

  it("is not held up by one chat that waits, be it with one update or with many, however much is behind it", async () => {
    for (const held of [1, 20]) {
      const { ids, take } = taking();
      polling.run((update) => (update.message?.chat.id === 1 ? realClock.wait(60_000) : take(update)));
      for (let i = 0; i < held; i++) polling.server.push(privateText(1));
      for (let i = 0; i < 300; i++) polling.server.push(privateText(1_000 + i));
      await vi.waitUntil(() => ids.length === 300, 10_000);
      await polling.source?.stop(0);
      // What was confirmed early is not given again.
      polling.server.push(privateText(2));
      await eventually(() => polling.server.pending.length === 1);
      await polling.server.close();
      polling.server = await startTelegramServer();
    }
    expect(polling.lines.join("")).toContain("telegram.confirmed-early");
  });

  it("knows Telegram's time from what it waited for, on a machine whose clock is wrong", async () => {
    vi.spyOn(Date, "now").mockImplementation(() => performance.timeOrigin + performance.now() + 3_600_000);
    onTestFinished(() => void vi.restoreAllMocks());
    const now = () => Math.floor((performance.timeOrigin + performance.now()) / 1_000);
    const group = { id: -100, type: "supergroup" as const, title: "g" };
    const inGroup = (date: number) => ({ message: { ...privateText(1, date).message, chat: group } });
    const { ids, take } = taking();
    polling.run(take);
    await polling.server.until(({ method }) => method === "getUpdates");
    await new Promise((resolve) => setTimeout(resolve, 1_050));
    polling.server.push(inGroup(now()));
    await eventually(() => ids.length === 1);
    polling.server.push(inGroup(now()));
    polling.server.push(inGroup(now() - 700));
    await eventually(() => polling.server.pending.length === 0);
    expect(ids).toEqual([500, 501]);
  });

  it("passes over what is too old, and answers private questions of the last day", async () => {
    const { ids, take } = taking();
    const group = { id: -100, type: "supergroup" as const, title: "g" };
    const press = { id: "1", from: { id: 1, is_bot: false, first_name: "x" }, chat_instance: "1", data: "x" };
    polling.server.push(privateText(1, seconds(25 * 3600)));
    polling.server.push({ callback_query: press });
    polling.server.push(privateText(1, seconds(23 * 3600)));
    polling.server.push({ message: { ...privateText(1, seconds(660)).message, chat: group } });
    polling.server.push({ callback_query: press });
    polling.server.push({ message: { ...privateText(1, seconds(500)).message, chat: group } });
    polling.run(take);
    await eventually(() => polling.server.pending.length === 0);
    expect(ids).toEqual([502, 504, 505]);
  });

  it("confirms what it finished when it is stopped", async () => {
    polling.run(() => realClock.wait(100));
    polling.server.push(privateText(1));
    await polling.server.until(({ method }) => method === "getUpdates");
    await new Promise((resolve) => setTimeout(resolve, 30));
    await polling.source?.stop(4_000);
    expect(polling.server.pending).toEqual([]);
  });
});
