import { Api } from "grammy";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createLogger } from "../../adapters/runtime/log.ts";
import { type Clock, realClock } from "../../adapters/runtime/pauses.ts";
import { clientOf } from "../../adapters/telegram/bot.ts";
import { failureOf } from "../../adapters/telegram/failure.ts";
import { createRetry } from "../../adapters/telegram/retry.ts";
import type { Answer } from "./recorder.ts";
import { refusal, startTelegramServer, type TelegramServer, TOKEN } from "./telegram-server.ts";

let server: TelegramServer;
let lines: string[];

beforeEach(async () => {
  server = await startTelegramServer();
  lines = [];
});
afterEach(() => server.close());

function connected(clock: Clock = realClock, client: { root?: string; timeoutSeconds?: number } = {}): Api {
  const { root = server.root, ...rest } = client;
  const log = createLogger({
    level: "debug",
    sink: { write: (line) => lines.push(line), writableLength: 0 },
  });
  const api = new Api(TOKEN, { ...clientOf({ apiRoot: root }, log), ...rest });
  api.config.use(createRetry(log, clock));
  return api;
}

/** Pauses pass a hundred times as fast. */
const quick: Clock = {
  now: () => realClock.now() * 100,
  wait: (ms, signal) => realClock.wait(ms / 100, signal),
};

function failing(times: number, answer: Answer, only?: number): void {
  let left = times;
  server.fault = ({ method, body }) =>
    method === "sendMessage" && (only === undefined || body.chat_id === only) && left-- > 0
      ? answer
      : undefined;
}

const isSent = expect.objectContaining({ message_id: expect.any(Number) });

/** Why a call failed; `sent` when it did not. */
async function fate(call: Promise<unknown>): Promise<unknown> {
  try {
    await call;
    return "sent";
  } catch (error) {
    return failureOf(error).kind;
  }
}

describe("createRetry", () => {
  it("waits exactly as long as Telegram says, sends once more, and lets other chats go on", async () => {
    failing(1, refusal(429, "Too Many Requests: retry after 1", { retry_after: 1 }), 1);
    const api = connected();
    let isHeld = true;
    const held = api.sendMessage(1, "x").finally(() => {
      isHeld = false;
    });
    await server.until(({ body }) => body.chat_id === 1);
    await api.sendMessage(2, "x");
    expect(isHeld).toBe(true);
    const second = api.sendMessage(1, "x");
    expect(await held).toEqual(isSent);
    expect(await second).toEqual(isSent);
    const times = server.calls.filter(({ body }) => body.chat_id === 1).map(({ at }) => at);
    expect(times).toHaveLength(3);
    for (const at of times.slice(1)) expect(at - (times[0] ?? 0)).toBeGreaterThanOrEqual(995);
  });

  it("gives up at once on a wait that nobody would sit out, and leaves the chat alone until then", async () => {
    failing(9, refusal(429, "Too Many Requests: retry after 3600", { retry_after: 3600 }));
    const api = connected();
    expect(await fate(api.sendMessage(1, "x"))).toBe("wait");
    expect(await fate(api.sendMessage(1, "x"))).toBe("wait");
    expect(server.calls).toHaveLength(1);
    expect(lines.join("")).toContain("telegram.gave-up");
  });

  it("leaves a chat alone after a wait that no timer can hold, and waits a little for one that is no number", async () => {
    failing(9, refusal(429, "Too Many Requests", { retry_after: 5_000_000 }));
    const api = connected(quick);
    expect(await fate(api.sendMessage(1, "x"))).toBe("wait");
    expect(await fate(api.sendMessage(1, "x"))).toBe("wait");
    expect(server.calls).toHaveLength(1);

    failing(1, refusal(429, "Too Many Requests", { retry_after: "soon" }), 2);
    const began = quick.now();
    expect(await fate(api.sendMessage(2, "x"))).toBe("sent");
    expect(quick.now() - began).toBeGreaterThan(4_500);
    expect(server.calls).toHaveLength(3);
  });

  it("repeats a message after an error of the server or a proxy's page, three times at most", async () => {
    for (const answer of [refusal(500, "Internal Server Error"), { status: 502, page: "<html></html>" }]) {
      failing(3, answer);
      expect(await connected(quick).sendMessage(1, "x")).toEqual(isSent);
    }
    const before = server.calls.length;
    failing(99, refusal(503, "Service Unavailable"));
    expect(await fate(connected(quick).sendMessage(1, "x"))).toBe("server");
    expect(server.calls.length - before).toBe(4);
    expect(lines.join("")).not.toContain(TOKEN);
  });

  it("knows that nothing was sent where no connection came about", async () => {
    const gone = await startTelegramServer();
    await gone.close();
    expect(await fate(connected(quick, { root: gone.root }).sendMessage(1, "x"))).toBe("unreached");
    expect(lines.join("")).toContain("ECONNREFUSED");
    expect(lines.join("")).not.toContain(TOKEN);
  });

  it("breaks off a request that is not answered", async () => {
    server.fault = () => new Promise(() => {});
    expect(await fate(connected(quick, { timeoutSeconds: 0.05 }).sendMessage(1, "x"))).toBe("lost");
  });

  it("repeats a message once whose fate is unknown, and what harms nobody up to three times", async () => {
    failing(99, { half: '{"ok":true' });
    expect(await fate(connected(quick, { timeoutSeconds: 0.1 }).sendMessage(1, "x"))).toBe("lost");
    expect(server.calls).toHaveLength(2);
    server.fault = () => ({ drop: true });
    await fate(connected(quick).answerCallbackQuery("1"));
    expect(server.calls).toHaveLength(6);
  });

  it("reads no response without end", async () => {
    failing(99, { page: "x".repeat(11 * 2 ** 20) });
    expect(await fate(connected(quick).sendMessage(1, "x"))).not.toBe("sent");
  });

  it.each([
    [400, "Bad Request: query is too old and response timeout expired or query ID is invalid", "expired"],
    [400, "Bad Request: message to edit not found", "gone"],
    [400, "Bad Request: message can't be edited", "gone"],
    [400, "Bad Request: message is not modified: specified new message content", "unchanged"],
    [403, "Forbidden: bot was blocked by the user", "forbidden"],
    [403, "Forbidden: bot was kicked from the supergroup chat", "forbidden"],
    [400, "Bad Request: TOPIC_CLOSED", "topic"],
    [400, "Bad Request: message thread not found", "topic"],
    [400, "Bad Request: can't parse entities: unsupported", "form"],
    [400, "Bad Request: message is too long", "form"],
    [400, "Bad Request: BUTTON_DATA_INVALID", "form"],
    [400, "Bad Request: something new", "other"],
  ])(
    "is told once (%i %s), does not insist, and logs Telegram's own words",
    async (code, description, kind) => {
      failing(9, refusal(code, description));
      expect(await fate(connected().sendMessage(1, "x"))).toBe(kind);
      expect(server.calls).toHaveLength(1);
      const told = lines.map((line) => JSON.parse(line));
      expect(told).toContainEqual(expect.objectContaining({ level: "debug", description }));
    },
  );

  it("tells where a group went that became a supergroup", async () => {
    failing(
      1,
      refusal(400, "Bad Request: group chat was upgraded", { migrate_to_chat_id: -1_001_234_567_890 }),
    );
    const error = await connected()
      .sendMessage(-5, "x")
      .catch((refused) => refused);
    expect(failureOf(error)).toEqual({ kind: "moved", to: -1_001_234_567_890 });
  });
});
