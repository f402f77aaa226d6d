import { describe, expect, it } from "vitest";
import type { Reply, Request } from "../../src/index.ts";
import { ask, callback, press, text } from "./discord-acts.ts";
import { first, isCallback, PERSON, refusal, TOKEN } from "./discord-server.ts";
import { echo, open, openSession, type Session } from "./discord-session.ts";
import { markdownIn, messageIn } from "./discord-shown.ts";
import type { Answer, Recorded } from "./recorder.ts";

const isEdit = ({ verb }: Recorded) => verb === "PATCH";

/** The request that fits as the `count`th. */
const nth = ({ server }: Session, fits: (request: Recorded) => boolean, count: number) =>
  server.until((request) => fits(request) && server.requests.filter(fits).length >= count);

describe("a first response", () => {
  it("is made again when the server fails or the connection breaks", async () => {
    const session = await open();
    session.server.fault = first(isCallback, { status: 500, json: {} }, { drop: true });
    await session.server.interact(ask("سؤال"));
    await nth(session, isCallback, 3);
    const bodies = session.server.requests
      .filter(isCallback)
      .map((request) => markdownIn(messageIn(request)));
    expect(bodies).toEqual(["ask: سؤال", "ask: سؤال", "ask: سؤال"]);
  });

  it("is given up without a word when the interaction, the token or the channel is gone", async () => {
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
      expect(await server.interact(ask("سؤال")), String(code)).toHaveLength(1);
    }
    server.fault = () => undefined;
    expect(text(await server.interact(ask("بعدها")))).toBe("ask: بعدها");
    expect(lines.join("")).not.toContain('"level":"error"');
  });

  it("counts as made when only its answer was lost on the way, and the rest of the reply follows", async () => {
    const session = await open({ handle: async () => LONG });
    session.server.fault = first(isCallback, { drop: true }, refusal(400, 40060));
    await session.server.interact(ask("سؤال"));
    const rest = await session.server.until(({ path }) => path.includes("/webhooks/"));
    expect(markdownIn(messageIn(rest))).toContain("رقم 399");
    expect(session.lines.join("")).not.toContain("message-refused");
  });

  it("waits as long as a rate limit says, and not longer", async () => {
    const session = await open();
    const limited: Answer = { status: 429, json: {}, headers: { "retry-after": "0.4" } };
    session.server.fault = first(isCallback, limited);
    await session.server.interact(ask("سؤال"));
    await nth(session, isCallback, 2);
    const [before, after] = session.server.requests.filter(isCallback).map(({ at }) => at);
    const waited = (after ?? 0) - (before ?? 0);
    expect(waited).toBeGreaterThanOrEqual(400);
    expect(waited).toBeLessThan(1200);
  });

  it("is dropped with a line when a rate limit asks for a longer wait than anybody has", async () => {
    for (const seconds of ["60", "99999999999"]) {
      const { server, lines } = await open();
      server.fault = first(isCallback, { status: 429, json: {}, headers: { "retry-after": seconds } });
      expect(await server.interact(ask("سؤال"))).toHaveLength(1);
      await expect.poll(() => lines.join("")).toContain('"outcome":"dropped"');
    }
  });

  it("says nothing to the person of what Discord finds wrong in it, and all to the log", async () => {
    const { server, lines } = await open();
    server.fault = first(isCallback, refusal(400, 50035));
    expect(await server.interact(ask("سؤال"))).toHaveLength(1);
    await expect.poll(() => lines.join("")).toContain("discord.response-failed");
    expect(lines.join("")).toContain("refused with 50035");
  });
});

describe.concurrent("what takes its time", () => {
  const slowly = async (request: Request): Promise<Reply> => {
    await later(1600);
    return echo(request);
  };
  /** These wait, and do it side by side. */
  async function late(act: (session: Session) => Promise<void>, handle = slowly): Promise<void> {
    const own = await openSession({ handle });
    try {
      await act(own);
    } finally {
      await own.end();
    }
  }

  it("is announced before the three seconds are over, and fills the announcement when it comes", () =>
    late(async ({ server }) => {
      const [announced] = await server.interact(ask("سؤال"));
      expect(announced?.body).toEqual({ type: 5, data: { flags: 0 } });
      const filled = await server.until(isEdit);
      expect(markdownIn(messageIn(filled))).toBe("ask: سؤال");
      expect(decodeURIComponent(filled.path)).toContain("/messages/@original");
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
      const [announced] = await server.interact(press(`1a:${PERSON}:0:1aNEXT`));
      expect(announced?.body).toEqual({ type: 6 });
      expect(markdownIn(messageIn(await server.until(isEdit)))).toBe("action: 1aNEXT");
    }));

  it("leaves the message of its button alone when it cannot be found, and says so beside it", () =>
    late(
      async ({ server }) => {
        const [announced] = await server.interact(press(`1a:${PERSON}:0:1aGONE`));
        expect(announced?.body).toEqual({ type: 6 });
        const beside = await server.until(({ path, verb }) => verb === "POST" && path.includes("/webhooks/"));
        expect(beside.body.flags).toBe((1 << 15) | 64);
        expect(server.requests.filter(isEdit)).toEqual([]);
      },
      async (request) => ({ ...(await slowly(request)), failed: true }),
    ));

  it("is tried again when the edit fails or its connection breaks", () =>
    late(async (session) => {
      session.server.fault = first(isEdit, { status: 502, json: {} }, { drop: true });
      await session.server.interact(ask("سؤال"));
      await nth(session, isEdit, 3);
    }));

  it("is tried a second time when the first response hangs", () =>
    late(async (session) => {
      const { server } = session;
      let isFirst = true;
      server.fault = (request) => {
        if (!isCallback(request) || !isFirst) return undefined;
        isFirst = false;
        return new Promise<never>(() => {});
      };
      await server.interact(ask("سؤال"));
      await nth(session, isCallback, 2);
      const [hanging, second] = server.requests.filter(isCallback);
      expect((second?.at ?? 0) - (hanging?.at ?? 0)).toBeLessThan(3000);
      expect(second?.body).toEqual(hanging?.body);
    }, echo));
});

describe("the log", () => {
  it("holds no token, no name, no id and no text of a person, whatever fails", async () => {
    const { server, lines } = await open({
      handle: async (request) => {
        if ("text" in request && request.text.includes("خطأ")) throw new Error("a bug");
        return echo(request);
      },
    });
    server.fault = first(isCallback, { status: 500, json: {} }, refusal(400, 50035), { drop: true });
    for (const words of ["كلمةسر", "كلمةسر", "كلمةسر خطأ", "كلمةسر"]) await server.interact(ask(words));
    const all = lines.join("");
    expect(all).toContain("discord.answer-failed");
    for (const secret of [TOKEN, "Markername", "424242", "markertoken", "كلمةسر"])
      expect(all).not.toContain(secret);
  });
});

describe("a reply that cannot be laid out", () => {
  it("becomes an apology with the code of its line in the log", async () => {
    const broken: Reply = { language: "ar", blocks: [{ type: "text", text: "نص" }], actions: [[BAD_ACTION]] };
    const { server, lines } = await open({ handle: async () => broken });
    const requests = await server.interact(ask("سؤال"));
    const code = /[23456789A-Z]{6}/.exec(text(requests))?.[0] ?? "no code";
    expect(callback(requests).type).toBe(4);
    expect(lines.join("")).toContain(code);
  });
});

/** A label that breaks the code that shortens it. */
const BAD_ACTION = {
  type: "press",
  role: "next",
  label: undefined as unknown as string,
  data: "1aX",
} as const;

const LONG: Reply = {
  language: "ar",
  blocks: [{ type: "text", text: Array.from({ length: 400 }, (_, i) => `الجملة رقم ${i}.`).join(" ") }],
  actions: [],
};

function later(ms: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, ms);
  });
}
