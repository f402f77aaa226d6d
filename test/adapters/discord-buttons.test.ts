import { describe, expect, it } from "vitest";
import type { Action, Reply, Request } from "../../src/index.ts";
import { ask, callback, EPHEMERAL, isPrivate, press, text } from "./discord-acts.ts";
import { OTHER, PERSON, refusal } from "./discord-server.ts";
import { echo, open } from "./discord-session.ts";
import { componentsIn, messageIn, shownBy } from "./discord-shown.ts";

describe("a button", () => {
  it("turns the page for all when the asker presses it, and privately for anybody else", async () => {
    const { server } = await open();
    const own = await server.interact(press(`1a:${PERSON}:0:1aNEXT`));
    expect(callback(own).type).toBe(7);
    expect(text(own)).toBe("action: 1aNEXT");
    const other = await server.interact(press(`1a:${PERSON}:0:1aNEXT`, { person: OTHER }));
    expect(callback(other).type).toBe(4);
    expect(isPrivate(other)).toBe(true);
    expect(text(other)).toBe("هذه نسخة لك وحدك؛ أزرار الجواب لصاحب السؤال وللمشرفين.\naction: 1aNEXT");
    // What the other person got is theirs: it turns in place.
    const [next] = shownBy(messageIn(other[0])).buttons;
    const then = await server.interact(
      press(next?.data ?? "", { person: OTHER, flags: (1 << 15) | EPHEMERAL }),
    );
    expect(callback(then).type).toBe(7);
  });

  it("turns the page for all when somebody presses it who may manage messages, and stays the asker's", async () => {
    const { server } = await open();
    const id = `1a:${PERSON}:0:1aNEXT`;
    const turned = await server.interact(press(id, { person: OTHER, permissions: "8192" }));
    expect(callback(turned).type).toBe(7);
    expect(shownBy(messageIn(turned[0])).buttons.map(({ data }) => data)).toEqual([id, `1d:ar:${PERSON}`]);
  });

  it("that leads on keeps its place, so that a second press there does not lead back, and stays at the end", async () => {
    const back: Action = { type: "press", role: "previous", label: "السابق (١ من ٢)", data: "1aBACK" };
    let turns: Action[] = [back, { type: "press", role: "next", label: "التالي (٣ من ٣)", data: "1aNEXT" }];
    const handle = async (request: Request) => ({ ...(await echo(request)), actions: [turns] });
    const { server } = await open({ handle });
    const shown = async () => {
      const message = messageIn((await server.interact(press(`1a:${PERSON}:0:1aNEXT`)))[0]);
      const buttons = componentsIn(message).filter(({ custom_id }) => custom_id !== undefined);
      return buttons.slice(0, 2).map(({ label, disabled }) => [label, disabled ?? false]);
    };
    expect(await shown()).toEqual([
      ["التالي (٣ من ٣)", false],
      ["السابق (١ من ٢)", false],
    ]);
    turns = [back, { type: "end", role: "next", label: "التالي" }];
    expect(await shown()).toEqual([
      ["التالي", true],
      ["السابق (١ من ٢)", false],
    ]);
  });

  it("of a menu leads where its option says", async () => {
    const { server } = await open();
    expect(text(await server.interact(press(`1m:${PERSON}`, { values: ["1aCHOSEN"] })))).toBe(
      "action: 1aCHOSEN",
    );
  });

  it("of an article's question asks it: a new message by the asker, a private one for others", async () => {
    const { server } = await open();
    const id = `1a:${PERSON}:0:1uaeln5TZi2lUA`;
    const own = await server.interact(press(id));
    expect([callback(own).type, text(own), isPrivate(own)]).toEqual([4, "action: 1uaeln5TZi2lUA", false]);
    expect(isPrivate(await server.interact(press(id, { person: OTHER })))).toBe(true);
  });

  it("of a list of articles is a menu of their titles", async () => {
    const entry = (label: string, title: string, data: string) =>
      ({ type: "press", role: "entry", label, title, data }) as const;
    const entries = [entry("١", "نحل الوادي", "1taAAAAAAAA"), entry("٢", "ماء البستان", "1taBBBBBBBB")];
    const handle = async (request: Request) => ({ ...(await echo(request)), actions: [entries] });
    const { server } = await open({ handle });
    const message = messageIn((await server.interact(press(`1a:${PERSON}:0:1pa1`)))[0]);
    const [menu] = componentsIn(message).filter(({ options }) => options !== undefined);
    expect(menu?.custom_id).toBe(`1m:${PERSON}`);
    expect(menu?.options?.map(({ label, value }) => [label, value])).toEqual([
      ["١. نحل الوادي", "1taAAAAAAAA"],
      ["٢. ماء البستان", "1taBBBBBBBB"],
    ]);
    expect(shownBy(message).buttons.some(({ data }) => data.includes("1ta"))).toBe(false);
  });

  it("answers what it cannot resolve privately, and leaves the message as it is", async () => {
    const handle = async (request: Request) => ({ ...(await echo(request)), failed: true });
    const { server } = await open({ handle });
    for (const id of [
      "zzz:does-not-exist:9",
      "__proto__",
      "x".repeat(100),
      " ",
      `1a:${PERSON}:0:1aGONE`,
      `1m:${PERSON}`,
    ]) {
      const requests = await server.interact(press(id));
      expect(callback(requests).type, id).toBe(4);
      expect(isPrivate(requests), id).toBe(true);
    }
  });

  it("asks the question that it holds: a new message by the asker, a private one for others", async () => {
    const { server } = await open();
    const id = `1q:${PERSON}:كم ارتفاع المنارة؟`;
    const own = await server.interact(press(id));
    expect(text(own)).toBe("ask: كم ارتفاع المنارة؟");
    expect(isPrivate(own)).toBe(false);
    expect(isPrivate(await server.interact(press(id, { person: OTHER })))).toBe(true);
  });

  it("gives the quotation, its source and its key in a block of code, privately", async () => {
    const asked: Request[] = [];
    const handle = async (request: Request): Promise<Reply> => {
      asked.push(request);
      return {
        ...(await echo(request)),
        blocks: [{ type: "text", text: "«نص»\nعنوان — `مصدر`\n#4-h07ZjiAwy", isToCopy: true }],
      };
    };
    const { server } = await open({ handle });
    const requests = await server.interact(press("1c:ar:4-h07ZjiAwy"));
    expect(isPrivate(requests)).toBe(true);
    expect(text(requests)).toContain("```\n«نص»\nعنوان — \u02CBمصدر\u02CB\n#4-h07ZjiAwy\n```");
    expect(asked).toEqual([
      { kind: "copy", reference: "4-h07ZjiAwy", permalink: "#4-h07ZjiAwy", language: "ar" },
    ]);
  });

  it("shares out of a private answer for all", async () => {
    const { server } = await open();
    const out = await server.interact(press("1s:ar:4-h07ZjiAwy", { flags: (1 << 15) | EPHEMERAL }));
    expect(callback(out).type).toBe(4);
    expect(isPrivate(out)).toBe(false);
    expect(text(out)).toBe("cite: #4-h07ZjiAwy");
    expect(shownBy(messageIn(out[0])).buttons.some(({ data }) => data === `1d:ar:${PERSON}`)).toBe(true);
  });

  it.each(["k", "s"])(
    "gives the command that shows a passage elsewhere: 1%s under an open answer",
    async (letter) => {
      const { server } = await open();
      const hint = await server.interact(press(`1${letter}:ar:4-h07ZjiAwy`));
      expect(isPrivate(hint)).toBe(true);
      expect(text(hint)).toContain("لعرض الفقرة في محادثة أخرى انسخ هذا الأمر:");
      expect(text(hint)).toContain("/استشهد فقرة:4-h07ZjiAwy");
      const english = await server.interact(press(`1${letter}:en:4-h07ZjiAwy`));
      expect(text(english)).toContain("/cite passage:4-h07ZjiAwy");
    },
  );

  it("is called to share where it posts for all, and to copy a command under an open answer", async () => {
    const share: Action = { type: "share", label: "مشاركة", key: "4-h07ZjiAwy" };
    const handle = async (request: Request) => ({ ...(await echo(request)), actions: [[share]] });
    const { server } = await open({ handle });
    const buttons = async (isPrivate: boolean) =>
      shownBy(messageIn((await server.interact(ask("سؤال", { private: isPrivate })))[0])).buttons;
    expect(await buttons(true)).toEqual([{ label: "مشاركة", data: "1s:ar:4-h07ZjiAwy" }]);
    expect((await buttons(false))[0]).toEqual({ label: "نسخ أمر الاستشهاد", data: "1k:ar:4-h07ZjiAwy" });
  });

  it("deletes for the asker and for those who may manage messages, and for nobody else", async () => {
    const { server } = await open();
    const id = `1d:ar:${PERSON}`;
    const MANAGE_MESSAGES = "8192";
    for (const by of [{}, { person: OTHER, permissions: MANAGE_MESSAGES }]) {
      const [first, second] = await server.interact(press(id, by));
      expect(first?.body.type).toBe(6);
      expect(second?.verb).toBe("DELETE");
    }
    const refused = await server.interact(press(id, { person: OTHER }));
    expect(refused).toHaveLength(1);
    expect(isPrivate(refused)).toBe(true);
  });

  it("says so when the bot may not delete", async () => {
    const { server } = await open();
    server.fault = ({ verb }) => (verb === "DELETE" ? refusal(403, 50013) : undefined);
    const requests = await server.interact(press(`1d:ar:${PERSON}`));
    expect(requests.map(({ verb }) => verb)).toEqual(["POST", "DELETE", "POST"]);
    expect((requests[2]?.body.flags as number) & EPHEMERAL).toBe(EPHEMERAL);
  });
});
