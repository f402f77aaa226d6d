import { once } from "node:events";
import { createServer } from "node:http";
import { Api } from "grammy";
import type { Update, UserFromGetMe } from "grammy/types";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { AdapterEnd } from "../../adapters/runtime/adapter.ts";
import { createLogger } from "../../adapters/runtime/log.ts";
import { clientOf } from "../../adapters/telegram/bot.ts";
import { createIntake, type UpdateSource } from "../../adapters/telegram/intake.ts";
import { ALLOWED_UPDATES } from "../../adapters/telegram/updates.ts";
import { createWebhook } from "../../adapters/telegram/webhook.ts";
import { freePort } from "../free-port.ts";
import { ANN, open, toBot } from "./telegram-chat.ts";
import { eventually, privateText, taking } from "./telegram-polling.ts";
import { ME, refusal, startTelegramServer, type TelegramServer, TOKEN } from "./telegram-server.ts";
import { post, webhookSide } from "./telegram-webhook.ts";

const SECRET = "a-secret_of_a_test";
const me = { ...ME } as unknown as UserFromGetMe;

let server: TelegramServer;
let lines: string[];
let port: number;
let url: string;
let source: UpdateSource;
let end: Promise<AdapterEnd | undefined>;

beforeEach(async () => {
  server = await startTelegramServer();
  port = await freePort();
  url = `http://127.0.0.1:${port}/hook`;
  lines = [];
});
afterEach(async () => {
  await source.stop(500);
  await server.close();
});

/** Starts a webhook whose updates `handle` answers. */
async function run(handle: (update: Update) => Promise<void>, responseMs?: number): Promise<void> {
  begin(handle, responseMs);
  await server.until(({ method }) => method === "setWebhook");
}

function begin(handle: (update: Update) => Promise<void>, responseMs?: number): void {
  const sink = { write: (line: string) => lines.push(line), writableLength: 0 };
  const log = createLogger({ level: "info", sink, secrets: [TOKEN, SECRET] });
  source = createWebhook({
    token: TOKEN,
    me,
    api: new Api(TOKEN, clientOf({ apiRoot: server.root }, log)),
    intake: createIntake({ handle, log }),
    settings: { url, port, secret: SECRET },
    log,
    ...(responseMs === undefined ? {} : { responseMs }),
  });
  end = source.run();
}

let nextUpdate = 700;
const fromPerson = (person: number): Update => ({ update_id: nextUpdate++, ...privateText(person) });
const bring = (update: Update) => webhookSide({ urls: [url], secret: SECRET }).bring(update);

/** A handler that waits until it is let go. */
function held() {
  const begun: number[] = [];
  let release = () => {};
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  const handle = async ({ update_id }: Update) => {
    begun.push(update_id);
    await released;
  };
  return { begun, handle, release: () => release() };
}

describe("a webhook of Telegram", () => {
  it("is set with its secret and for exactly the updates that are answered", async () => {
    await run(async () => {});
    const { body } = await server.until(({ method }) => method === "setWebhook");
    expect(body).toEqual({
      url,
      secret_token: SECRET,
      allowed_updates: [...ALLOWED_UPDATES],
      max_connections: 100,
    });
  });

  it("brings updates, each of which is answered once though it comes twice", async () => {
    const { ids, take } = taking();
    await run(take);
    const update = fromPerson(1);
    expect(await bring(update)).toEqual([200]);
    expect(await bring(update)).toEqual([200]);
    expect(ids).toEqual([update.update_id]);
  });

  it("refuses with a status what Telegram does not send, and goes on", async () => {
    const { ids, take } = taking();
    await run(take);
    const update = JSON.stringify(fromPerson(1));
    expect(await post(url, update)).toBe(401);
    expect(await post(url, update, `${SECRET}x`)).toBe(401);
    expect(await post(url, update, SECRET.slice(1))).toBe(401);
    expect(await post(`${url}/elsewhere`, update, SECRET)).toBe(404);
    expect((await fetch(url)).status).toBe(405);
    for (const body of ["{", "", "[]", "null", '{"update_id":"1"}', '{"message":{}}'])
      expect(await post(url, body, SECRET)).toBe(400);
    expect([413, 0]).toContain(await post(url, `{"x":"${"x".repeat(2 ** 21)}"}`, SECRET));
    expect(ids).toEqual([]);
    expect(await bring(fromPerson(2))).toEqual([200]);
    expect(lines.filter((line) => line.includes("webhook-refused"))).toHaveLength(5);
    expect(lines.join("")).not.toContain(SECRET);
  });

  it("breaks off a body without a length that has no end", async () => {
    await run(async () => {});
    const endless = new ReadableStream({ pull: (stream) => stream.enqueue(new Uint8Array(65_536)) });
    const headers = { "x-telegram-bot-api-secret-token": SECRET };
    const request = { method: "POST", body: endless, headers, duplex: "half" } as RequestInit;
    const status = await fetch(url, request).then(
      (response) => response.status,
      () => 0,
    );
    expect([413, 0]).toContain(status);
    expect(await bring(fromPerson(1))).toEqual([200]);
  });

  it("confirms an update whose handler failed, since a bug fails again, and logs the error", async () => {
    await run(async () => {
      throw new RangeError("bug");
    });
    expect(await bring(fromPerson(1))).toEqual([200]);
    expect(lines.join("")).toContain("RangeError");
  });

  it("has an update that takes too long repeated, and answers it once all the same", async () => {
    const { begun, handle, release } = held();
    await run(handle, 60);
    const update = fromPerson(1);
    const statuses = bring(update);
    await eventually(() => begun.length === 1);
    await new Promise((resolve) => setTimeout(resolve, 150));
    release();
    const all = await statuses;
    expect(all.at(0)).toBe(503);
    expect(all.at(-1)).toBe(200);
    expect(begun).toEqual([update.update_id]);
  });

  it("keeps nobody out for the sake of one chat with many questions", async () => {
    const { begun, handle, release } = held();
    await run((update) => (update.message?.from.id === 1 ? handle(update) : Promise.resolve()));
    const flood = Array.from({ length: 25 }, () => bring(fromPerson(1)));
    // The first twenty are confirmed before they are answered, since the platform could keep no connection for anybody else.
    await Promise.all(flood.slice(0, 20));
    expect(await bring(fromPerson(2))).toEqual([200]);
    release();
    await Promise.all(flood);
    expect(begun).toHaveLength(25);
  });

  it("finishes what was begun when it stops, gives back the rest, and stays set for the next", async () => {
    let finish = () => {};
    const finishing = new Promise<void>((resolve) => {
      finish = resolve;
    });
    const begun: number[] = [];
    await run(({ update_id, message }) => {
      begun.push(update_id);
      return message?.from.id === 1 ? finishing : new Promise(() => {});
    });
    const responses = [1, 2].map((person) => post(url, JSON.stringify(fromPerson(person)), SECRET));
    await eventually(() => begun.length === 2);
    const stopped = source.stop(100);
    finish();
    expect(await Promise.all(responses)).toEqual([200, 503]);
    await stopped;
    expect(await post(url, JSON.stringify(fromPerson(3)), SECRET)).toBe(0);
    expect(server.calls.map(({ method }) => method)).not.toContain("deleteWebhook");
  });

  it("is set as soon as Telegram can be reached", async () => {
    const faults = [refusal(500, "Internal Server Error")];
    server.fault = ({ method }) => (method === "setWebhook" ? faults.shift() : undefined);
    begin(async () => {});
    expect(await end).toBeUndefined();
    expect(server.calls.filter(({ method }) => method === "setWebhook")).toHaveLength(2);
  });

  it("answers like long polling in the adapter, and asks for no updates", async () => {
    begin(async () => {});
    await source.stop(0);
    const { server: telegram, adapter } = await open({ server, webhook: { url, port, secret: SECRET } });
    await server.until(({ method }) => method === "setWebhook");
    expect(await bring({ update_id: nextUpdate++, ...toBot(ANN, "متى؟") })).toEqual([200]);
    expect(telegram.calls.filter(({ method }) => method === "sendMessage")).toHaveLength(1);
    expect(telegram.calls.map(({ method }) => method)).not.toContain("getUpdates");
    await adapter.stop(500);
  });

  it("ends with Telegram's own words when the address is refused, and with the cure when the port is taken", async () => {
    server.fault = () => refusal(400, "Bad Request: bad webhook: Failed to resolve host");
    begin(async () => {});
    expect(await end).toEqual({
      reason: "refused",
      message: expect.stringContaining("Failed to resolve host"),
    });
    await source.stop(0);
    const other = createServer().listen(port);
    await once(other, "listening");
    begin(async () => {});
    expect(await end).toEqual({
      reason: "refused",
      message: expect.stringMatching(/EADDRINUSE.*WEBHOOK_PORT/),
    });
    other.close();
  });
});
