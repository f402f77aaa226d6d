import { describe, expect, it, onTestFinished } from "vitest";
import { createClient } from "../../adapters/discord/client.ts";
import { watchSessions } from "../../adapters/discord/sessions.ts";
import { createLogger } from "../../adapters/runtime/log.ts";
import { gate } from "./contract.ts";
import { ask, text } from "./discord-acts.ts";
import {
  DIRECT_CHANNEL,
  type DiscordServer,
  first,
  isCallback,
  messageData,
  PERSON,
  startDiscordServer,
  TOKEN,
} from "./discord-server.ts";
import { echo, open, openSession, type SessionOptions } from "./discord-session.ts";
import { markdownIn, messageIn } from "./discord-shown.ts";
import type { Recorded } from "./recorder.ts";

const IDENTIFY = 2;
const RESUME = 6;
const isGatewayInfo = ({ path }: Recorded) => path.endsWith("/gateway/bot");
const openings = ({ received }: DiscordServer) =>
  received.map(({ op }) => op).filter((op) => op === IDENTIFY || op === RESUME);

describe("a gateway connection", () => {
  it("that breaks is resumed, and what was sent meanwhile is answered once", async () => {
    const { server } = await open();
    await server.interact(ask("قبل"));
    server.drop();
    expect(text(await server.interact(ask("أثناء")))).toBe("ask: أثناء");
    expect(openings(server)).toEqual([IDENTIFY, RESUME]);
    expect(server.requests.filter(isCallback)).toHaveLength(2);
  });

  it("is resumed when Discord asks for it, and begun anew when Discord has forgotten the session: not with the last sessions of a day", async () => {
    const { server, lines } = await open();
    server.signal(7, null);
    await expect.poll(() => openings(server)).toEqual([IDENTIFY, RESUME]);
    expect(text(await server.interact(ask("بعد ٧")))).toBe("ask: بعد ٧");
    Object.assign(server.limits, { sessions: 5, resetAfterMs: 10 });
    server.signal(9, false);
    await expect.poll(() => lines.join(""), { timeout: 5000 }).toContain("discord.sessions-used-up");
    expect(openings(server)).toEqual([IDENTIFY, RESUME]);
    server.limits.sessions = 900;
    // The library lets five seconds pass between two sessions.
    await expect.poll(() => openings(server), { timeout: 10_000 }).toEqual([IDENTIFY, RESUME, IDENTIFY]);
    expect(text(await server.interact(ask("بعد ٩")))).toBe("ask: بعد ٩");
  }, 20_000);

  it("that is silent is given up and resumed", async () => {
    const { server } = await open({
      prepare: (server) => {
        server.heartbeatMs = 120;
      },
    });
    server.isZombie = true;
    await expect.poll(() => server.closes.length).toBeGreaterThan(0);
    server.isZombie = false;
    expect(text(await server.interact(ask("سؤال")))).toBe("ask: سؤال");
  });

  it("is opened as often as Discord recommends: one for each part of the servers", async () => {
    const { server, lines } = await open({
      prepare: ({ limits }) => Object.assign(limits, { shards: 2, concurrency: 2 }),
    });
    const identified = server.received.filter(({ op }) => op === IDENTIFY).map(({ d }) => d);
    expect(identified).toMatchObject([{ shard: [0, 2] }, { shard: [1, 2] }]);
    expect(lines.filter((line) => line.includes("discord.ready"))).toHaveLength(2);
    expect(text(await server.interact(ask("سؤال")))).toBe("ask: سؤال");
  });

  it("with a refused token ends with the cure", async () => {
    const refused = { status: 401, json: { message: "401", code: 0 } };
    const prepare: SessionOptions["prepare"] = (server) => {
      server.fault = first(isGatewayInfo, refused);
    };
    const { adapter, server } = await open({ prepare, isIdle: true });
    await expect(adapter.start()).rejects.toMatchObject({
      name: "OperatorError",
      message: expect.stringContaining("DISCORD_TOKEN"),
    });
    expect(server.requests).toHaveLength(1);
  });

  it("that is refused for good says what to do, and is not opened again", async () => {
    const refusals = [
      [4004, "DISCORD_TOKEN"],
      [4013, "DISCORD_MENTIONS=off"],
      [4014, "DISCORD_MENTIONS=off"],
    ] as const;
    const refused = async ([code, cure]: (typeof refusals)[number]) => {
      const prepare: SessionOptions["prepare"] = (server) => {
        server.refuse = code;
      };
      const own = await openSession({ prepare, isIdle: true });
      const error = { name: "OperatorError", message: expect.stringContaining(cure) };
      await expect(own.adapter.start(), String(code)).rejects.toMatchObject(error);
      // The library would open it again after half a second.
      await later(700);
      expect(openings(own.server)).toEqual([IDENTIFY]);
      await own.end();
    };
    await Promise.all(refusals.map(refused));
  });

  it("that is closed for good at work ends the adapter with the cure", async () => {
    const { adapter, server } = await open();
    server.close(4004);
    expect(await adapter.ended).toEqual({
      reason: "refused",
      message: expect.stringContaining("DISCORD_TOKEN"),
    });
  });

  it("that serves too many servers ends the adapter so that a fresh start asks for the number of connections", async () => {
    const { adapter, server } = await open();
    server.close(4011);
    const { reason, message } = await adapter.ended;
    expect(reason).toBe("failed");
    expect(message).toMatch(/start again/);
    expect(message).not.toMatch(/DISCORD_SHARDS/);
  });

  it("is not opened while hardly any session is left for today", async () => {
    const prepare: SessionOptions["prepare"] = ({ limits }) => {
      Object.assign(limits, { sessions: 2, resetAfterMs: 10 });
    };
    const { adapter, server, lines } = await open({ prepare, isIdle: true });
    const started = adapter.start();
    await expect.poll(() => lines.join("")).toContain("discord.sessions-used-up");
    expect(server.received).toEqual([]);
    server.limits.sessions = 900;
    await started;
    expect(openings(server)).toEqual([IDENTIFY]);
  });

  it("is waited for while Discord is down, and can be stopped meanwhile", async () => {
    const prepare: SessionOptions["prepare"] = (server) => {
      server.fault = () => ({ status: 503, page: "<html>down</html>" });
    };
    const { adapter, server, lines } = await open({ prepare, isIdle: true });
    const started = adapter.start();
    await expect.poll(() => lines.join("")).toContain('"cause":"HTTP 503"');
    await adapter.stop(500);
    await started;
    expect(server.received).toEqual([]);
  });

  it("that cannot be made tells the system's code for the cause", async () => {
    const { adapter, lines } = await open({ settings: { apiRoot: "http://127.0.0.1:1/api" }, isIdle: true });
    void adapter.start();
    await expect.poll(() => lines.join("")).toMatch(/"cause":"ECONNREFUSED".*discord\.unreachable/);
  });

  it("survives events that the library cannot read, does not know, or has no use for", async () => {
    const { server, lines } = await open();
    for (const [type, data] of [
      ["BRAND_NEW_EVENT", { a: 1 }],
      ["INTERACTION_CREATE", { type: 2 }],
      ["INTERACTION_CREATE", null],
      ["MESSAGE_CREATE", { id: 5 }],
      ["MESSAGE_CREATE", { ...messageData({}), author: undefined }],
      ["MESSAGE_CREATE", { ...messageData({}), content: undefined }],
      ["GUILD_CREATE", { id: "1" }],
      ["GUILD_DELETE", { id: "1", unavailable: true }],
      ["CHANNEL_UPDATE", "nonsense"],
    ] as const)
      server.dispatch(type, data);
    expect(text(await server.interact(ask("سؤال")))).toBe("ask: سؤال");
    // A rejection that nobody handles would fail the run of these tests too.
    expect(lines.filter((line) => line.includes("discord.unreadable-event")).length).toBeGreaterThan(1);
  });

  it("whose first event lacks its servers is told in the log, and ends nothing", async () => {
    const prepare: SessionOptions["prepare"] = (server) => {
      server.ready = { guilds: undefined };
    };
    const { adapter, lines } = await open({ prepare, isIdle: true });
    void adapter.start();
    await expect.poll(() => lines.join("")).toContain("discord.unreadable-event");
    await expect(Promise.race([adapter.ended, "running"])).resolves.toBe("running");
  });
});

describe("watchSessions", () => {
  it("gives up a client that has had no session for too long, and no other", async () => {
    const PATIENCE_MS = 300;
    const log = createLogger({ level: "silent" });
    const stopping = new AbortController();
    const start = async (isMute: boolean) => {
      const server = await startDiscordServer();
      server.isMute = isMute;
      const client = createClient({ apiRoot: server.root, mentions: false }, log);
      onTestFinished(async () => {
        // A client that waits for its first session can only be ended by the server.
        server.close(4004);
        await expect.poll(() => server.closes.length).toBeGreaterThan(0);
        await client.destroy();
        await server.end();
      });
      const ended = new Promise<unknown>((resolve) => {
        watchSessions(client, log, resolve, stopping.signal, PATIENCE_MS);
      });
      return { client, ended };
    };
    const sound = await start(false);
    await sound.client.login(TOKEN);
    // Watched from now on, so that the patience with the sound client is over first.
    const mute = await start(true);
    mute.client.login(TOKEN).catch(() => {});
    expect(await mute.ended).toMatchObject({
      reason: "failed",
      message: expect.stringMatching(/start again/),
    });
    await expect(Promise.race([sound.ended, "running"])).resolves.toBe("running");
  });
});

describe("stop", () => {
  it("closes the session, finishes what was begun, and answers nothing that comes later", async () => {
    const { server, adapter, begun, go } = await openHeld();
    const answer = server.interact(ask("سؤال"));
    await begun.opened;
    const stopped = adapter.stop(4000);
    await expect.poll(() => server.closes).toEqual([1000]);
    go.open();
    await stopped;
    expect(markdownIn(messageIn((await answer)[0]))).toBe("ask: سؤال");
  });

  it("lets an answer to a message through that was begun before the session closed", async () => {
    const { server, adapter, begun, go } = await openHeld();
    server.dispatch("MESSAGE_CREATE", messageData({ ...DIRECT, content: "سؤال" }));
    await begun.opened;
    const stopped = adapter.stop(4000);
    await expect.poll(() => server.closes).toEqual([1000]);
    go.open();
    await stopped;
    expect(server.requests.some(({ body }) => markdownIn(messageIn({ body } as never)) === "ask: سؤال")).toBe(
      true,
    );
  });
});

/** A session in which an answer that was begun waits until `go` opens. */
async function openHeld() {
  const begun = gate();
  const go = gate();
  const session = await open({
    handle: async (request) => {
      begun.open();
      await go.opened;
      return echo(request);
    },
  });
  return { ...session, begun, go };
}

const DIRECT = {
  id: "888000000000000077",
  channel_id: DIRECT_CHANNEL,
  channel_type: 1,
  author: { id: PERSON },
};

function later(ms: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, ms);
  });
}
