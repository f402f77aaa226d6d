import { describe, expect, it } from "vitest";
import type { Reply, Request } from "../../src/index.ts";
import { refusal, type Sent, TOKEN } from "./discord-server.ts";
import { echo, open, openSession, type Session, type SessionOptions } from "./discord-session.ts";
import { markdownIn, messageIn } from "./discord-shown.ts";
import type { Answer, Recorded } from "./recorder.ts";

const ask = (text = "سؤال", more: Partial<Sent> = {}): Sent => ({
  type: 2,
  ...more,
  data: { id: "1", type: 1, name: "ask", options: [{ name: "question", type: 3, value: text }] },
});
const isCallback = ({ path }: Recorded) => path.endsWith("/callback");
const later = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** Answers the first requests that fit with these, and lets the others happen. */
function first(fits: (request: Recorded) => boolean, ...answers: (Answer | "slow")[]) {
  return async (request: Recorded): Promise<Answer | undefined> => {
    if (!fits(request)) return undefined;
    const answer = answers.shift();
    if (answer === "slow") await later(1200);
    return answer === "slow" ? undefined : answer;
  };
}

describe("a first response", () => {
  it("D15: is made again when the server fails or the connection breaks", async () => {
    const { server } = await open();
    server.fault = first(isCallback, { status: 500, json: {} }, { drop: true });
    const requests = await server.interact(ask());
    await later(300);
    expect(server.requests.filter(isCallback)).toHaveLength(3);
    expect(markdownIn(messageIn(requests.at(-1)))).toBe("ask: سؤال");
  });

  it("D8, D9, D10, D12: is given up without a word when the interaction, the token or the channel is gone", async () => {
    const { server, lines } = await open();
    for (const [status, code] of [
      [404, 10062],
      [400, 40060],
      [401, 50027],
      [404, 10015],
      [404, 10003],
      [400, 50083],
    ] as const) {
      server.fault = first(isCallback, refusal(status, code));
      expect(await server.interact(ask()), String(code)).toHaveLength(1);
    }
    server.fault = () => undefined;
    expect(markdownIn(messageIn((await server.interact(ask("بعدها")))[0]))).toBe("ask: بعدها");
    expect(lines.join("")).not.toContain('"level":"error"');
  });

  it("D9: counts as made when the first try was lost on its way back", async () => {
    const { server, lines } = await open();
    server.fault = first(isCallback, { drop: true }, refusal(400, 40060));
    await server.interact(ask());
    await later(200);
    expect(lines.join("")).not.toContain("response-refused");
  });

  it("D13: waits as long as a rate limit says, and not longer", async () => {
    const { server } = await open();
    const limited: Answer = { status: 429, json: { message: "slow down", retry_after: 0.3, global: false } };
    server.fault = first(isCallback, limited);
    await server.interact(ask());
    await later(300);
    expect(server.requests.filter(isCallback).length).toBeGreaterThan(1);
  });
});

describe.concurrent("an answer that is late", () => {
  const handle = async (request: Request): Promise<Reply> => {
    await later(1600);
    return echo(request);
  };
  /** These wait, and do it side by side. */
  async function late(act: (session: Session) => Promise<void>): Promise<void> {
    const own = await openSession({ handle });
    try {
      await act(own);
    } finally {
      await own.end();
    }
  }

  it("is announced before the three seconds are over, and fills the announcement when it comes", () =>
    late(async ({ server }) => {
      const [announced] = await server.interact(ask());
      expect(announced?.body).toEqual({ type: 5 });
      const filled = await server.until(({ verb }) => verb === "PATCH");
      expect(markdownIn(messageIn(filled))).toBe("ask: سؤال");
      expect(filled.path).toContain("/messages/@original");
      expect(server.requests.filter(({ path }) => path.includes("markertoken"))).toHaveLength(2);
    }));

  it("stays private where it was meant to be", () =>
    late(async ({ server }) => {
      const data = { id: "1", type: 1, name: "help" };
      const [announced] = await server.interact({ type: 2, guild: true, data });
      expect(announced?.body).toEqual({ type: 5, data: { flags: 64 } });
    }));

  it("changes the message of its button in place", () =>
    late(async ({ server }) => {
      const data = { custom_id: "1a:424242000000000001:0:1aNEXT", component_type: 2 };
      const [announced] = await server.interact({ type: 3, data, message: { id: "9", flags: 1 << 15 } });
      expect(announced?.body).toEqual({ type: 6 });
      expect(markdownIn(messageIn(await server.until(({ verb }) => verb === "PATCH")))).toBe(
        "action: 1aNEXT",
      );
    }));

  it("is tried again when the edit fails", () =>
    late(async ({ server }) => {
      const isEdit = ({ verb }: Recorded) => verb === "PATCH";
      server.fault = first(isEdit, { status: 502, json: {} });
      await server.interact(ask());
      await server.until((request) => isEdit(request) && server.requests.filter(isEdit).length > 1);
    }));
});

describe("a gateway connection", () => {
  it("D1: that breaks is resumed, and what was sent meanwhile is answered once", async () => {
    const { server } = await open();
    await server.interact(ask("قبل"));
    server.drop();
    const requests = await server.interact(ask("أثناء"));
    expect(markdownIn(messageIn(requests[0]))).toBe("ask: أثناء");
    expect(server.received.map(({ op }) => op).filter((op) => op === 2 || op === 6)).toEqual([2, 6]);
    expect(server.requests.filter(isCallback)).toHaveLength(2);
  });

  it("D2: is opened anew when Discord asks for it or has forgotten the session", async () => {
    const { server } = await open();
    server.signal(7, null);
    expect(markdownIn(messageIn((await server.interact(ask("بعد ٧")))[0]))).toBe("ask: بعد ٧");
    server.signal(9, false);
    await later(100);
    expect(markdownIn(messageIn((await server.interact(ask("بعد ٩")))[0]))).toBe("ask: بعد ٩");
  });

  it("D3: that is silent is given up and resumed", async () => {
    const { server } = await open({
      prepare: (server) => {
        server.heartbeatMs = 120;
      },
    });
    server.isZombie = true;
    for (let i = 0; i < 40 && server.closes.length === 0; i++) await later(50);
    server.isZombie = false;
    expect(markdownIn(messageIn((await server.interact(ask()))[0]))).toBe("ask: سؤال");
  });

  it("D4: with a refused token ends with the cure", async () => {
    const prepare: SessionOptions["prepare"] = (server) => {
      server.fault = first(({ path }) => path.endsWith("/gateway/bot"), {
        status: 401,
        json: { message: "401", code: 0 },
      });
    };
    const { adapter, server } = await open({ prepare, isIdle: true });
    await expect(adapter.start()).rejects.toMatchObject({
      name: "OperatorError",
      message: expect.stringContaining("DISCORD_TOKEN"),
    });
    expect(server.requests).toHaveLength(1);
  });

  it("D4, D5, D6: that is refused for good says what to do, and is not opened again", async () => {
    const refusals = [
      [4004, "DISCORD_TOKEN"],
      [4013, "DISCORD_MENTIONS=off"],
      [4014, "DISCORD_MENTIONS=off"],
      [4011, "DISCORD_SHARDS"],
    ] as const;
    const refused = async ([code, cure]: (typeof refusals)[number]) => {
      const prepare: SessionOptions["prepare"] = (server) => {
        server.refuse = code;
      };
      const own = await openSession({ prepare, isIdle: true });
      const error = { name: "OperatorError", message: expect.stringContaining(cure) };
      await expect(own.adapter.start(), String(code)).rejects.toMatchObject(error);
      await later(700);
      expect(own.server.received.filter(({ op }) => op === 2)).toHaveLength(1);
      await own.end();
    };
    await Promise.all(refusals.map(refused));
  });

  it("D4: that is closed for good at work ends the adapter with the cure", async () => {
    const { adapter, server } = await open();
    server.close(4004);
    expect(await adapter.ended).toEqual({
      reason: "refused",
      message: expect.stringContaining("DISCORD_TOKEN"),
    });
  });

  it("D7: is not opened while hardly any session is left for today", async () => {
    const limit = { total: 1000, remaining: 2, reset_after: 300, max_concurrency: 1 };
    const few: Answer = { json: { url: "ws://127.0.0.1:1", shards: 1, session_start_limit: limit } };
    const prepare: SessionOptions["prepare"] = (server) => {
      server.fault = first(({ path }) => path.endsWith("/gateway/bot"), few);
    };
    const { adapter, server, lines } = await open({ prepare, isIdle: true });
    const started = adapter.start();
    await server.until(({ path }) => path.endsWith("/gateway/bot"));
    await later(100);
    expect(server.received).toHaveLength(0);
    await started;
    expect(lines.join("")).toContain("discord.sessions-used-up");
  });

  it("is waited for while Discord is down, and can be stopped meanwhile", async () => {
    const prepare: SessionOptions["prepare"] = (server) => {
      server.fault = () => ({ status: 503, page: "<html>down</html>" });
    };
    const { adapter, server } = await open({ prepare, isIdle: true });
    const started = adapter.start();
    await server.until(({ path }) => path.endsWith("/gateway/bot"));
    await adapter.stop(500);
    await started;
    expect(server.received).toHaveLength(0);
  });

  it("D16, D20: survives events that it cannot read, does not know, or has no use for", async () => {
    const { server } = await open();
    for (const [type, data] of [
      ["BRAND_NEW_EVENT", { a: 1 }],
      ["INTERACTION_CREATE", { type: 2 }],
      ["INTERACTION_CREATE", null],
      ["MESSAGE_CREATE", { id: 5 }],
      ["GUILD_CREATE", { id: "1" }],
      ["GUILD_DELETE", { id: "1", unavailable: true }],
      ["CHANNEL_UPDATE", "nonsense"],
    ] as const)
      server.dispatch(type, data);
    expect(markdownIn(messageIn((await server.interact(ask()))[0]))).toBe("ask: سؤال");
  });
});

describe("a ban", () => {
  it("D14: by a page instead of JSON silences every request for as long as it lasts", async () => {
    const { server, lines } = await open();
    server.fault = first(isCallback, { status: 429, page: "<html>banned</html>" });
    await server.interact(ask());
    server.dispatch("MESSAGE_CREATE", { ...DIRECT, id: "1" });
    await later(300);
    expect(server.requests.filter(({ path }) => path.includes("/channels/"))).toEqual([]);
    expect(lines.join("")).toContain("discord.banned");
  });
});

const DIRECT = { channel_id: "5", type: 0, content: "سؤال", author: { id: "4" } };

describe("the log", () => {
  it("holds no token, no name, no id and no text of a person, whatever fails", async () => {
    const { server, lines } = await open({
      handle: async (request) => {
        if ("text" in request && request.text.includes("خطأ")) throw new Error("a bug");
        return echo(request);
      },
    });
    server.fault = first(isCallback, { status: 500, json: {} }, refusal(400, 50035), { drop: true });
    for (const text of ["كلمةسر", "كلمةسر", "كلمةسر خطأ", "كلمةسر"]) await server.interact(ask(text));
    const all = lines.join("");
    expect(all).toContain("discord.bug");
    for (const secret of [TOKEN, "Markername", "424242", "markertoken", "كلمةسر"])
      expect(all).not.toContain(secret);
  });
});

describe("stop", () => {
  it("P1: closes the session, finishes what was begun, and answers nothing that comes later", async () => {
    const { server, adapter } = await open({
      handle: async (request) => {
        await later(300);
        return echo(request);
      },
    });
    const answer = server.interact(ask());
    await later(100);
    await adapter.stop(4000);
    expect(markdownIn(messageIn((await answer)[0]))).toBe("ask: سؤال");
    expect(server.closes).toEqual([1000]);
  });
});
