import { describe, expect, it } from "vitest";
import { coalesce, readChoice } from "../../adapters/discord/autocomplete.ts";
import type { Reply, Request } from "../../src/index.ts";
import { callback, type } from "./discord-acts.ts";
import { echo, open } from "./discord-session.ts";
import type { Recorded } from "./recorder.ts";

const REFUSED = { allowed: false, seconds: 10, isFirst: true } as const;

const choicesIn = (requests: readonly Recorded[]) =>
  (callback(requests).data as { choices: { name: string; value: string }[] }).choices;

describe("typing", () => {
  const suggestions = (count: number): Reply["suggestions"] =>
    Array.from({ length: count }, (_, i) => ({
      key: `key-${String(i).padStart(7, "0")}`,
      title: "عنوان ".repeat(20),
      description: `\u2068${i} كلمات أولى ${"طويلة ".repeat(30)}\u2069`,
      card: { language: "ar", blocks: [], actions: [] },
    }));

  it("offers at most 25 passages whose names and values fit, all different", async () => {
    const { server } = await open({
      handle: async (request) => ({ ...(await echo(request)), suggestions: suggestions(40) ?? [] }),
    });
    const requests = await server.interact(type("من"));
    const choices = choicesIn(requests);
    expect(callback(requests).type).toBe(8);
    expect(choices).toHaveLength(25);
    for (const { name, value } of choices) {
      expect(name.length).toBeGreaterThan(0);
      expect(name.length).toBeLessThanOrEqual(100);
      expect(name).toMatch(/\u2068[^\u2069]*\u2069$/);
      expect(value.length).toBeLessThanOrEqual(100);
    }
    expect(new Set(choices.map(({ value }) => value)).size).toBe(25);
  });

  it("offers first to ask what is typed, unless that is too long for a value, and tells which passages are only near", async () => {
    let asks = "كم خل";
    const near: Reply = { language: "ar", blocks: [], actions: [], verdict: "uncertain" };
    const { server } = await open({
      handle: async (request) => ({
        ...(await echo(request)),
        suggestions: [
          { key: "ask", title: `اسأل: ${asks}`, description: "", asks },
          { key: "KEYKEY01", title: "كلمات", description: "المصدر", card: near },
        ],
      }),
    });
    const passage = { name: "كلمات — المصدر", value: "KEYKEY01~" };
    expect(choicesIn(await server.interact(type("كم خل")))).toEqual([
      { name: "اسأل: كم خل", value: "كم خل" },
      passage,
    ]);
    asks = "كم ".repeat(40);
    expect(choicesIn(await server.interact(type("كم خل")))).toEqual([passage]);
    for (const [value, expected] of [
      ["KEYKEY01~", { key: "KEYKEY01", uncertain: true, language: "ar" }],
      ["KEYKEY01~:en", { key: "KEYKEY01", uncertain: true, language: "en" }],
      ["KEYKEY01", { key: "KEYKEY01", uncertain: false, language: "ar" }],
      ["كم خل", undefined],
    ] as const)
      expect(readChoice(value)).toEqual(expected);
  });

  it("offers articles in the option for one, and asks the chosen one alone", async () => {
    const asked: Request[] = [];
    const suggestions = [{ key: "eln5TZi2", title: "نحل الوادي", description: "" }];
    const handle = async (request: Request): Promise<Reply> => {
      asked.push(request);
      return { ...(await echo(request)), suggestions };
    };
    const { server } = await open({ handle });
    const question = { name: "سؤال", type: 3, value: "متى؟" };
    const article = { name: "مقال", type: 3, value: "نحل" };
    const data = { id: "1", type: 1, name: "اسأل" };
    const typed = { type: 4, data: { ...data, options: [question, { ...article, focused: true }] } } as const;
    expect(choicesIn(await server.interact(typed))).toEqual([{ name: "نحل الوادي", value: "eln5TZi2" }]);
    expect(asked).toEqual([{ kind: "suggest-articles", text: "نحل", limit: 25, language: "ar" }]);
    const chosen = { ...data, options: [question, { ...article, value: "eln5TZi2" }] };
    await server.interact({ type: 2, guild: true, data: chosen });
    expect(asked.at(-1)).toMatchObject({ kind: "ask", text: "متى؟", article: "eln5TZi2" });
  });

  it("gives an empty list when suggesting fails, and a full one afterwards", async () => {
    let isBroken = true;
    const handle = async (request: Request) => {
      if (isBroken) throw new Error("broken");
      return { ...(await echo(request)), suggestions: suggestions(3) ?? [] };
    };
    const { server, lines } = await open({ handle });
    expect(callback(await server.interact(type("من"))).data).toEqual({ choices: [] });
    expect(lines.some((line) => line.includes("discord.answer-failed") && line.includes("broken"))).toBe(
      true,
    );
    isBroken = false;
    expect(choicesIn(await server.interact(type("من")))).toHaveLength(3);
  });

  it("gives an empty list, and searches nothing, when a person types too fast", async () => {
    const asked: Request[] = [];
    const handle = async (request: Request) => {
      asked.push(request);
      return { ...(await echo(request)), suggestions: suggestions(3) ?? [] };
    };
    const { server } = await open({ handle, limits: { admit: async () => REFUSED } });
    expect(choicesIn(await server.interact(type("من")))).toEqual([]);
    expect(asked).toEqual([]);
  });

  it("gives an empty list when the passages take too long to be found", async () => {
    const { server } = await open({ handle: () => new Promise(() => {}) });
    expect(choicesIn(await server.interact(type("من")))).toEqual([]);
  });

  it("looks for passages in the language that is typed, and in the command's where nothing is", async () => {
    const seen: Request[] = [];
    const { server } = await open({
      handle: async (request) => {
        seen.push(request);
        return echo(request);
      },
    });
    for (const [typed, name] of [
      ["where is the harbour", "اسأل"],
      ["", "اسأل"],
      ["", "ask"],
    ] as const)
      await server.interact(type(typed, name));
    expect(seen.map(({ language }) => language)).toEqual(["en", "ar", "en"]);
  });
});

describe("coalesce", () => {
  it("does the work once for what one person sends in a burst, for the last of it, and tells all", async () => {
    const done: string[] = [];
    const latest = coalesce(async (text: string) => {
      done.push(text);
      return text.toUpperCase();
    });
    const outcomes = [latest("a", "x"), latest("a", "xy"), latest("b", "z"), latest("a", "xyz")];
    expect(await Promise.all(outcomes)).toEqual(["XYZ", "XYZ", "Z", "XYZ"]);
    expect(done).toEqual(["xyz", "z"]);
    expect(await latest("a", "again")).toBe("AGAIN");
  });
});
