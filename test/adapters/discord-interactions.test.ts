import { describe, expect, it } from "vitest";
import type { Admission } from "../../adapters/runtime/limits.ts";
import type { Reply, Request } from "../../src/index.ts";
import { ask, callback, isPrivate, press, text, type } from "./discord-acts.ts";
import { interactionOf, messageData, OTHER, PERSON, type Sent, tokenOf } from "./discord-server.ts";
import { echo, open } from "./discord-session.ts";
import { messageIn } from "./discord-shown.ts";
import type { Recorded } from "./recorder.ts";

const REFUSED = { allowed: false, seconds: 10, isFirst: true } as const;

describe("a command", () => {
  it("is answered at once, in the open, in one request that pings nobody", async () => {
    const { server } = await open();
    const requests = await server.interact(ask("سؤال @everyone"));
    expect(requests).toHaveLength(1);
    expect(callback(requests).type).toBe(4);
    expect(isPrivate(requests)).toBe(false);
    expect(messageIn(requests[0]).allowed_mentions).toEqual({ parse: [], replied_user: false });
    expect(text(requests)).toBe("ask: سؤال \\@everyone");
  });

  it("is addressed to somebody, who alone is pinged, once, where there is something to tell them", async () => {
    let told: Partial<Reply> = { reference: "4-h07ZjiAwy" };
    const { server } = await open({ handle: async (request) => ({ ...(await echo(request)), ...told }) });
    const to = (target: string, more: Partial<Sent> & { private?: boolean } = {}): Sent => {
      const sent = ask("سؤال", more);
      const { options } = sent.data as { options: object[] };
      return {
        ...sent,
        data: { ...sent.data, options: [...options, { name: "target", type: 6, value: target }] },
      };
    };
    const pings = (requests: readonly Recorded[]) => messageIn(requests[0]).allowed_mentions;
    const requests = await server.interact(to(OTHER));
    expect(text(requests)).toBe(`<@${OTHER}>\nask: سؤال`);
    expect(pings(requests)).toEqual({ parse: [], users: [OTHER], replied_user: false });

    const { components } = messageIn(requests[0]);
    const turned = await server.interact({
      ...press(`1a:${PERSON}:0:1aNEXT`),
      message: { flags: 1 << 15, components },
    });
    expect(text(turned)).toBe(`<@${OTHER}>\naction: 1aNEXT`);
    expect(pings(turned)).toEqual({ parse: [], replied_user: false });

    const nobody = [await server.interact(to(PERSON)), await server.interact(to(OTHER, { private: true }))];
    told = { verdict: "unanswered" };
    nobody.push(await server.interact(to(OTHER)));
    for (const others of nobody) {
      expect(text(others)).toBe("ask: سؤال");
      expect(pings(others)).toEqual({ parse: [], replied_user: false });
    }
  });

  it("is answered privately when the person wants it, and under both its names", async () => {
    const { server } = await open();
    expect(isPrivate(await server.interact(ask("سؤال", { private: true })))).toBe(true);
    const options = [
      { name: "سؤال", type: 3, value: "كم؟" },
      { name: "خاص", type: 5, value: true },
    ];
    const requests = await server.interact({
      type: 2,
      guild: true,
      data: { id: "1", type: 1, name: "اسأل", options },
    });
    expect(isPrivate(requests)).toBe(true);
    expect(text(requests)).toBe("ask: كم؟");
  });

  it("shows the passage that was chosen while typing, and asks when a word only looks like its key", async () => {
    const seen: Request[] = [];
    const { server } = await open({
      handle: async (request) => {
        seen.push(request);
        const failed = request.kind === "cite" && request.text !== "#4-h07ZjiAwy";
        return { ...(await echo(request)), ...(failed && { failed }) };
      },
    });
    expect(text(await server.interact(ask("4-h07ZjiAwy:en")))).toBe("cite: #4-h07ZjiAwy");
    expect(seen[0]).toMatchObject({ kind: "cite", language: "en" });
    expect(text(await server.interact(ask("question")))).toBe("ask: question");
  });

  it("that is not ours any more is told so, privately", async () => {
    const { server } = await open();
    const requests = await server.interact(ask("x", { name: "retired" }));
    expect(isPrivate(requests)).toBe(true);
    expect(text(requests)).toMatch(/command/);
  });

  it("of a kind that this program never offered is answered too", async () => {
    const { server } = await open();
    const data = { id: "1", type: 2, name: "user menu", target_id: OTHER, resolved: {} };
    const requests = await server.interact({ type: 2, guild: true, data });
    expect(isPrivate(requests)).toBe(true);
    expect(text(requests)).toMatch(/command/);
  });
});

describe("the menu on messages", () => {
  const pointAt = (name: string, message: object): Sent => ({
    type: 2,
    guild: true,
    data: {
      id: "1",
      type: 3,
      name,
      target_id: "5",
      resolved: { messages: { 5: messageData({ id: "5", ...message }) } },
    },
  });

  const findSource = (message: object) => pointAt("Find source · ابحث عن المصدر", message);

  it("finds the source of the message and answers privately", async () => {
    const { server } = await open();
    const author = { id: OTHER };
    const requests = await server.interact(findSource({ content: "نص الرسالة", author }));
    expect(isPrivate(requests)).toBe(true);
    expect(text(requests)).toBe("find-source: نص الرسالة");
    const embedded = { content: "", author, embeds: [{ title: "عنوان", description: "نص" }] };
    expect(text(await server.interact(findSource(embedded)))).toBe("find-source: عنوان");
    expect(text(await server.interact(findSource({ content: "", author })))).toBe("find-source: ");
  });
});

describe("checking a quotation on Discord", () => {
  it("takes the text of the command, in either language", async () => {
    const { server } = await open();
    for (const [name, option] of [
      ["verify", "text"],
      ["تحقق", "نص"],
    ] as const) {
      const options = [{ type: 3, name: option, value: "نص يُتحقق منه" }];
      const data = { id: "1", type: 1, name, options };
      const requests = await server.interact({ type: 2, guild: true, data });
      expect(text(requests)).toBe("verify: نص يُتحقق منه");
      expect(isPrivate(requests)).toBe(false);
    }
  });

  it("takes a message from its menu and answers privately", async () => {
    const { server } = await open();
    const message = messageData({ id: "5", content: "نص الرسالة", author: { id: OTHER } });
    const data = {
      id: "1",
      type: 3,
      name: "Verify quote · تحقق من النص",
      target_id: "5",
      resolved: { messages: { 5: message } },
    };
    const requests = await server.interact({ type: 2, guild: true, data });
    expect(isPrivate(requests)).toBe(true);
    expect(text(requests)).toBe("verify: نص الرسالة");
  });
});

describe("the limits", () => {
  it("answer every question in excess with the same private line, and no search", async () => {
    const asked: Request[] = [];
    const handle = async (request: Request) => {
      asked.push(request);
      return echo(request);
    };
    let count = 0;
    const admit = async (kind: string): Promise<Admission> =>
      kind === "question" && count++ === 0 ? { allowed: true } : { ...REFUSED, isFirst: count === 2 };
    const { server } = await open({ handle, limits: { admit } });
    const answers = [];
    for (let i = 0; i < 4; i++) answers.push(await server.interact(ask("سؤال")));
    const lines = answers.slice(1).map((requests) => [text(requests), isPrivate(requests)]);
    expect(new Set(lines.map(String)).size).toBe(1);
    expect(lines[0]).toEqual([expect.stringMatching("انتظر"), true]);
    const pressed = await server.interact(press(`1a:${PERSON}:0:1aNEXT`));
    expect([isPrivate(pressed), text(pressed)]).toEqual([true, expect.stringMatching(/Wait/)]);
    expect(asked).toHaveLength(1);
  });

  it("count questions and presses apart, and the questions that buttons hold as questions", async () => {
    const counted: [string, string][] = [];
    const admit = async (kind: string, person: string): Promise<Admission> => {
      counted.push([kind, person]);
      return { allowed: true };
    };
    const { server } = await open({ limits: { admit } });
    await server.interact(ask("سؤال"));
    await server.interact(press(`1q:${PERSON}:كم؟`));
    await server.interact(press(`1a:${PERSON}:0:1aNEXT`));
    await server.interact(type("من"));
    await server.interact({ type: 2, data: { id: "1", type: 1, name: "help" } });
    expect(counted.map(([kind]) => kind)).toEqual(["question", "question", "press", "press", "press"]);
    expect(new Set(counted.map(([, person]) => person))).toEqual(new Set([`discord:${PERSON}`]));
  });
});

describe("an interaction", () => {
  it("is answered once, however often it comes", async () => {
    const { server } = await open();
    const id = "7770000000000099999";
    expect(await server.interact(ask("سؤال", { id }))).toHaveLength(1);
    server.dispatch("INTERACTION_CREATE", interactionOf(ask("سؤال", { id }), id, tokenOf(id)));
    await server.interact(ask("سؤال آخر"));
    expect(server.requests.filter(({ path }) => path.includes(tokenOf(id)))).toHaveLength(1);
  });

  it("carries no controls and no lone surrogates into a response", async () => {
    const { server } = await open();
    const requests = await server.interact(ask("a\ud83db\u0000c"));
    expect(text(requests)).toBe("ask: abc");
  });
});
