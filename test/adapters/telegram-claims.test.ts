import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { createClaims } from "../../adapters/telegram/claims.ts";
import { freePort } from "../free-port.ts";
import { findValkey, startValkey, type Valkey } from "../valkey-server.ts";
import { openStore } from "./shared-store.ts";
import { ANN, open, toBot } from "./telegram-chat.ts";
import { seconds, startTelegramServer } from "./telegram-server.ts";
import { webhookSide } from "./telegram-webhook.ts";

const program = findValkey() ?? "";
const LEASE_MS = 100;

describe.skipIf(program === "")("claims of replicas in one store (a server of Valkey or Redis)", () => {
  let valkey: Valkey;
  beforeAll(async () => {
    valkey = await startValkey({ program });
  });
  afterAll(() => valkey.close());
  beforeEach(async () => {
    const { store } = await openStore(valkey.url);
    await store.client.flushall();
  });

  async function replica(leaseMs = LEASE_MS) {
    const { store } = await openStore(valkey.url);
    // A closed connection is as good as a killed process: nothing is renewed any more.
    return { ...createClaims(store, leaseMs), kill: () => store.close() };
  }
  const lapse = (leaseMs = LEASE_MS) => new Promise((resolve) => setTimeout(resolve, 1.5 * leaseMs));

  it("give an update to one replica, which keeps it for as long as it works, and to none when it is finished", async () => {
    const [one, other] = [await replica(400), await replica()];
    expect(await one.claim(1)).toBe("ours");
    expect(await other.claim(1)).toBe("elsewhere");
    await lapse(400);
    expect(await other.claim(1)).toBe("elsewhere");
    expect(await one.mayAnswer(1)).toBe(true);
    await one.sent(1);
    await one.finish(1);
    expect(await other.claim(1)).toBe("answered");
    expect(await one.claim(2)).toBe("ours");
  });

  it("pass on from a replica that was killed: without end before it answered, and once when it may have", async () => {
    for (let kills = 0; kills < 3; kills++) {
      const killed = await replica();
      expect(await killed.claim(1)).toBe("ours");
      killed.kill();
      await lapse();
    }
    for (let kills = 0; kills < 2; kills++) {
      const killed = await replica();
      expect(await killed.claim(1)).toBe("ours");
      await killed.sent(1);
      killed.kill();
      await lapse();
    }
    expect(await (await replica()).claim(1)).toBe("answered");
  });

  it("pass on at once from a replica that ends, and let no late answer of a stopped one out", async () => {
    const [one, other] = [await replica(), await replica()];
    await one.claim(1);
    await one.release();
    expect(await other.claim(1)).toBe("ours");
    const held = await replica();
    expect(await held.claim(2)).toBe("ours");
    // The process stands still: no timer goes off, and the lease lapses.
    const until = performance.now() + 2 * LEASE_MS;
    while (performance.now() < until);
    expect(await other.claim(2)).toBe("ours");
    await other.finish(2);
    expect(await held.mayAnswer(2)).toBe(false);
  });

  it("hold no number of an update, and nothing that does not expire", async () => {
    const { store } = await openStore(valkey.url);
    const claims = createClaims(store);
    await claims.claim(987_654);
    await claims.sent(987_654);
    await claims.finish(987_654);
    const keys = await store.client.keys("*");
    expect(keys).toHaveLength(2);
    for (const key of keys) {
      expect(key).not.toContain("987654");
      expect(await store.client.pttl(key)).toBeGreaterThan(0);
    }
  });

  it("have each question answered once, though replicas behind one webhook get each at the same time", async () => {
    const server = await startTelegramServer();
    const urls: string[] = [];
    for (let i = 0; i < 2; i++) {
      const port = await freePort();
      const webhook = { url: `http://127.0.0.1:${port}/hook`, port, secret: "x" };
      await open({ server, webhook, store: (await openStore(valkey.url)).store });
      urls.push(webhook.url);
    }
    const fronts = urls.map((url) => webhookSide({ urls: [url], secret: "x" }));
    const updates = Array.from({ length: 20 }, (_, i) => ({ update_id: 800 + i, ...toBot(ANN, `${i}`) }));
    await Promise.all(updates.flatMap((update) => fronts.map((front) => front.bring(update))));
    const texts = server.calls.filter(({ method }) => method === "sendMessage").map(({ body }) => body.text);
    expect(texts.toSorted()).toEqual(updates.map((_, i) => `ask: ${i}`).toSorted());
  });

  it("count an answer as soon as it has left, before Telegram has heard of it", async () => {
    const server = await startTelegramServer();
    const port = await freePort();
    const webhook = { url: `http://127.0.0.1:${port}/hook`, port, secret: "x" };
    const { store } = await openStore(valkey.url);
    await open({ server, webhook, store });
    const answers = () => store.client.get(store.keyOf("answers", "902"));
    let whileSending: string | null = null;
    server.fault = async ({ method }) => {
      if (method === "sendMessage") whileSending = await answers();
      return undefined;
    };
    await webhookSide({ urls: [webhook.url], secret: "x" }).bring({ update_id: 902, ...toBot(ANN, "متى؟") });
    expect([whileSending, await answers()]).toEqual(["1", "2"]);
  });

  it("let out the line for a person who asks too much, which comes when the update is finished", async () => {
    const server = await startTelegramServer();
    const port = await freePort();
    const webhook = { url: `http://127.0.0.1:${port}/hook`, port, secret: "x" };
    const limits = { admit: async () => ({ allowed: false, seconds: 7, isFirst: true }) as const };
    await open({ server, webhook, limits, store: (await openStore(valkey.url)).store });
    const front = webhookSide({ urls: [webhook.url], secret: "x" });
    await front.bring({ update_id: 900, ...toBot(ANN, "متى؟") });
    expect((await server.until(({ method }) => method === "sendMessage")).body.chat_id).toBe(ANN.id);
  });

  it("end with an update that is too old to be answered", async () => {
    const server = await startTelegramServer();
    const port = await freePort();
    const webhook = { url: `http://127.0.0.1:${port}/hook`, port, secret: "x" };
    await open({ server, webhook, store: (await openStore(valkey.url)).store });
    const { message } = toBot(ANN, "متى؟");
    const old = { update_id: 901, message: { ...message, date: seconds(100_000) } };
    expect(await webhookSide({ urls: [webhook.url], secret: "x" }).bring(old)).toEqual([200]);
    expect(await (await replica()).claim(901)).toBe("answered");
    expect(server.calls.map(({ method }) => method)).not.toContain("sendMessage");
  });
});

describe("claims in a store that is not there", () => {
  it("leave every update to the replica that gets it", async () => {
    const { store } = await openStore(`redis://127.0.0.1:${await freePort()}`);
    const claims = createClaims(store);
    expect(await claims.claim(1)).toBe("ours");
    expect(await claims.mayAnswer(1)).toBe(true);
    await claims.sent(1);
    await claims.finish(1);
    await claims.release();
  });
});
