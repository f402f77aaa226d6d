import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createLogger } from "../../adapters/runtime/log.ts";
import { createBotApi } from "../../adapters/telegram/api.ts";
import { type Clock, realClock } from "../../adapters/telegram/pauses.ts";
import { createSender, type Sender } from "../../adapters/telegram/sender.ts";
import type { Answer } from "./recorder.ts";
import { refusal, startTelegramServer, type TelegramServer, TOKEN } from "./telegram-server.ts";

let server: TelegramServer;
let lines: string[];

beforeEach(async () => {
  server = await startTelegramServer();
  lines = [];
});
afterEach(() => server.close());

function sender(clock: Clock = realClock, root = server.root): Sender {
  const log = createLogger({
    level: "debug",
    sink: { write: (line) => lines.push(line), writableLength: 0 },
  });
  return createSender(createBotApi({ token: TOKEN, apiRoot: root }), log, clock);
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

const hello = (chat: number) => ({ chat_id: chat, text: "x" });

describe("createSender", () => {
  it("T1: waits exactly as long as Telegram says, sends once more, and lets other chats go on", async () => {
    failing(1, refusal(429, "Too Many Requests: retry after 1", { retry_after: 1 }), 1);
    const out = sender();
    let isHeld = true;
    const held = out.call("sendMessage", hello(1), { chat: 1 }).finally(() => {
      isHeld = false;
    });
    await server.until(({ body }) => body.chat_id === 1);
    await out.call("sendMessage", hello(2), { chat: 2 });
    expect(isHeld).toBe(true);
    const second = out.call("sendMessage", hello(1), { chat: 1 });
    expect(await held).toMatchObject({ ok: true });
    expect(await second).toMatchObject({ ok: true });
    const times = server.calls.filter(({ body }) => body.chat_id === 1).map(({ at }) => at);
    expect(times).toHaveLength(3);
    for (const at of times.slice(1)) expect(at - (times[0] ?? 0)).toBeGreaterThanOrEqual(995);
  });

  it("T2: gives up at once on a wait that nobody would sit out, and leaves the chat alone until then", async () => {
    failing(9, refusal(429, "Too Many Requests: retry after 3600", { retry_after: 3600 }));
    const out = sender();
    expect(await out.call("sendMessage", hello(1), { chat: 1 })).toMatchObject({ failure: { kind: "wait" } });
    expect(await out.call("sendMessage", hello(1), { chat: 1 })).toMatchObject({ failure: { kind: "wait" } });
    expect(server.calls).toHaveLength(1);
    expect(lines.join("")).toContain("telegram.gave-up");
  });

  it("T4, T5: repeats a message after an error of the server or a proxy's page, three times at most", async () => {
    for (const answer of [refusal(500, "Internal Server Error"), { status: 502, page: "<html></html>" }]) {
      failing(3, answer);
      expect(await sender(quick).call("sendMessage", hello(1), { chat: 1 })).toMatchObject({ ok: true });
    }
    const before = server.calls.length;
    failing(99, refusal(503, "Service Unavailable"));
    const outcome = await sender(quick).call("sendMessage", hello(1), { chat: 1 });
    expect(outcome).toEqual({ ok: false, failure: { kind: "server" } });
    expect(server.calls.length - before).toBe(4);
    expect(lines.join("")).not.toContain(TOKEN);
  });

  it("T6: knows that nothing was sent where no connection came about", async () => {
    const gone = await startTelegramServer();
    await gone.close();
    const outcome = await sender(quick, gone.root).call("sendMessage", hello(1), { chat: 1 });
    expect(outcome).toEqual({ ok: false, failure: { kind: "unreached" } });
    expect(lines.join("")).not.toContain(TOKEN);
  });

  it("T7: breaks off a request that is not answered", async () => {
    server.fault = () => new Promise(() => {});
    const outcome = await sender().call("sendMessage", hello(1), { chat: 1, patienceMs: 80 });
    expect(outcome).toEqual({ ok: false, failure: { kind: "unknown" } });
  });

  it("T8: repeats a message once whose fate is unknown, and what harms nobody up to three times", async () => {
    failing(99, { half: '{"ok":true' });
    await sender(quick).call("sendMessage", hello(1), { chat: 1 });
    expect(server.calls).toHaveLength(2);
    server.fault = () => ({ drop: true });
    await sender(quick).call("answerCallbackQuery", { callback_query_id: "1" });
    expect(server.calls).toHaveLength(6);
  });

  it.each([
    [
      "T22",
      400,
      "Bad Request: query is too old and response timeout expired or query ID is invalid",
      "expired",
    ],
    ["T24", 400, "Bad Request: message to edit not found", "gone"],
    ["T24", 400, "Bad Request: message can't be edited", "gone"],
    ["T25", 400, "Bad Request: message is not modified: specified new message content", "unchanged"],
    ["T27", 403, "Forbidden: bot was blocked by the user", "forbidden"],
    ["T28", 403, "Forbidden: bot was kicked from the supergroup chat", "forbidden"],
    ["T30", 400, "Bad Request: TOPIC_CLOSED", "topic"],
    ["T30", 400, "Bad Request: message thread not found", "topic"],
    ["T31", 400, "Bad Request: can't parse entities: unsupported", "form"],
    ["T32", 400, "Bad Request: message is too long", "form"],
    ["T33", 400, "Bad Request: BUTTON_DATA_INVALID", "form"],
  ])("%s: is told once (%i %s), and does not insist", async (_row, code, description, kind) => {
    failing(9, refusal(code, description));
    expect(await sender().call("sendMessage", hello(1), { chat: 1 })).toEqual({
      ok: false,
      failure: { kind },
    });
    expect(server.calls).toHaveLength(1);
  });

  it("T29: tells where a group went that became a supergroup", async () => {
    failing(
      1,
      refusal(400, "Bad Request: group chat was upgraded", { migrate_to_chat_id: -1_001_234_567_890 }),
    );
    const outcome = await sender().call("sendMessage", hello(-5), { chat: -5 });
    expect(outcome).toEqual({ ok: false, failure: { kind: "moved", to: -1_001_234_567_890 } });
  });
});
