import { describe, expect, it, vi } from "vitest";
import { createLimits } from "../../adapters/runtime/limits.ts";
import { parseRateLimit } from "../../adapters/runtime/rate-limit.ts";
import { wordingOf } from "../../src/index.ts";
import { ANN, BOB, GROUP, inGroup, open, toBot } from "./telegram-chat.ts";
import { type Call, refusal, type TelegramServer } from "./telegram-server.ts";

const STRANGER = { ...ANN, id: 3_003 };

/** As Telegram limits a chat: one message in so many milliseconds, 429 to the rest. */
function limitChat(server: TelegramServer, chat: number, everyMs: number): void {
  let free = 0;
  server.fault = ({ method, body, at }) => {
    if (method !== "sendMessage" || body.chat_id !== chat) return undefined;
    if (at < free) return refusal(429, "Too Many Requests", { retry_after: Math.ceil((free - at) / 1_000) });
    free = at + everyMs;
    return undefined;
  };
}

/** Milliseconds until somebody else is answered. */
async function untilAnswered(server: TelegramServer, text: string): Promise<number> {
  const began = performance.now();
  server.push(toBot(STRANGER, text));
  await server.until(({ body }) => body.text === `ask: ${text}`, 15_000);
  return performance.now() - began;
}

const sentTo = (server: TelegramServer, chat: number): Call[] =>
  server.calls.filter(({ method, body }) => method === "sendMessage" && body.chat_id === chat);

const byDefault = () => createLimits(parseRateLimit("30/10s,120/min") ?? []);

describe("one chat that asks too much on Telegram", () => {
  it.each([300, 600])(
    "holds up nobody else, though %i messages wait and Telegram takes one a second",
    async (count) => {
      const { server } = await open({ limits: byDefault() });
      limitChat(server, ANN.id, 1_000);
      for (let i = 0; i < count; i++) server.push(toBot(ANN, `${i}`));
      for (let i = 0; i < 4; i++) expect(await untilAnswered(server, `s${i}`)).toBeLessThan(2_000);
    },
  );

  it("holds up nobody else without any limit of a person, be it a group with many people", async () => {
    const { server } = await open();
    limitChat(server, GROUP.id, 1_000);
    for (let i = 0; i < 300; i++) server.push(inGroup({ ...BOB, id: 5_000 + i }, `/ask ${i}`));
    for (let i = 0; i < 4; i++) expect(await untilAnswered(server, `s${i}`)).toBeLessThan(2_000);
  });

  it("gets an answer to all that it asked within its limit, in order, and one line for the rest", async () => {
    const { server } = await open({ limits: byDefault() });
    const slow = vi.fn(async () => void (await new Promise((resolve) => setTimeout(resolve, 20))));
    server.fault = async ({ method }) => {
      if (method === "sendMessage") await slow();
      return undefined;
    };
    for (let i = 0; i < 150; i++) server.push(toBot(ANN, `${i}`));
    await server.until(({ body }) => body.text === "ask: 29");
    await vi.waitUntil(() => server.pending.length === 0);
    const texts = sentTo(server, ANN.id).map(({ body }) => String(body.text));
    const lines = texts.filter((text) => !text.startsWith("ask: "));
    expect(texts.filter((text) => text.startsWith("ask: "))).toEqual(
      Array.from({ length: 30 }, (_, i) => `ask: ${i}`),
    );
    expect(lines).toHaveLength(1);
    expect(lines[0]).toContain(wordingOf("ar").tooFast(10).slice(0, 20));
  });

  it("is told once, before others, that too many of its questions wait", async () => {
    const { server, lines } = await open();
    let release = () => {};
    const released = new Promise<void>((resolve) => {
      release = resolve;
    });
    server.fault = async ({ method, body }) => {
      if (method === "sendMessage" && body.text === "ask: 0") await released;
      return undefined;
    };
    for (let i = 0; i < 90; i++) server.push(inGroup({ ...BOB, id: 5_000 + i }, `/ask ${i}`));
    // Once somebody behind them all is answered, each of them has had its turn.
    await untilAnswered(server, "x");
    release();
    await server.until(({ body }) => body.text === "ask: 59");
    await vi.waitUntil(() => server.pending.length === 0);
    const texts = sentTo(server, GROUP.id).map(({ body }) => String(body.text));
    expect(texts).toHaveLength(61);
    expect(texts.filter((text) => text === wordingOf("en").tooFast(60))).toHaveLength(1);
    expect(lines.join("")).toContain("telegram.too-many-waiting");
  });
});
