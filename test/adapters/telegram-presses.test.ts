import { describe, expect, it } from "vitest";
import { type Reply, type Request, wordingOf } from "../../src/index.ts";
import { ANN, botMessage, echo, open } from "./telegram-chat.ts";
import { ME, refusal, seconds } from "./telegram-server.ts";

const CHAT = { id: ANN.id, type: "private" as const, first_name: ANN.first_name };

/** Each press is an action of its own data. */
async function view(request: { kind: string; data?: string }): Promise<Reply> {
  return {
    ...echo({ kind: "help", language: "ar" }),
    blocks: [{ type: "text", text: `view ${request.data}` }],
  };
}

function press(data: string, where: object = { message: botMessage(undefined, CHAT) }) {
  return { callback_query: { id: "88", from: ANN, chat_instance: "1", data, ...where } } as never;
}

describe("a press on Telegram", () => {
  it("is answered, and shows in place what it leads to", async () => {
    const { bring, requests } = await open({ handle: view });
    const calls = await bring(press("1abc"));
    expect(calls.map(({ method }) => method).sort()).toEqual(["answerCallbackQuery", "editMessageText"]);
    const edit = calls.find(({ method }) => method === "editMessageText");
    expect(edit?.body).toMatchObject({ chat_id: ANN.id, message_id: 9_500, text: "view 1abc" });
    expect(requests).toEqual([{ kind: "action", data: "1abc", language: "ar", compact: false }]);
  });

  it("that asks a question is answered below, is counted as a question, and leaves the card", async () => {
    const counted: string[] = [];
    const limits = {
      admit: async (kind: string) => {
        counted.push(kind);
        return { allowed: true } as const;
      },
    };
    const { bring } = await open({ handle: view, limits });
    const calls = await bring(press("1uaeln5TZi2lUA"));
    expect(calls.map(({ method }) => method).sort()).toEqual(["answerCallbackQuery", "sendMessage"]);
    expect(calls.find(({ method }) => method === "sendMessage")?.body).toMatchObject({ chat_id: ANN.id });
    expect(counted).toEqual(["question"]);
  });

  it("for a text to copy brings it as a message of its own, once for two presses in a row", async () => {
    const asked: unknown[] = [];
    const handle = async (request: Request): Promise<Reply> => {
      asked.push(request);
      return {
        ...echo({ kind: "help", language: "ar" }),
        blocks: [{ type: "text", text: "«نص»", isToCopy: true }],
      };
    };
    const { bring } = await open({ handle });
    const calls = [...(await bring(press("y4-h07ZjiAwy"))), ...(await bring(press("y4-h07ZjiAwy")))];
    const sent = calls.filter(({ method }) => method !== "answerCallbackQuery");
    expect(sent.map(({ method }) => method)).toEqual(["sendMessage"]);
    expect(sent[0]?.body).toMatchObject({ text: "«نص»", entities: [{ type: "pre", offset: 0, length: 4 }] });
    const permalink = `https://t.me/${ME.username}?start=p_4-h07ZjiAwy`;
    expect(asked[0]).toEqual({ kind: "copy", reference: "4-h07ZjiAwy", permalink, language: "ar" });
  });

  it("works in inline and guest messages, which are known by their id alone, and under messages that are no longer shown", async () => {
    const { bring } = await open({ handle: view });
    const inline = await bring(press("1abc", { inline_message_id: "in1" }));
    expect(inline.find(({ method }) => method === "editMessageText")?.body).toMatchObject({
      inline_message_id: "in1",
    });
    const old = await bring(press("1abd", { message: { chat: CHAT, message_id: 5, date: 0 } }));
    expect(old.find(({ method }) => method === "editMessageText")?.body).toMatchObject({ message_id: 5 });
  });

  it("says so where there is no place to turn to, and leaves the message as it is", async () => {
    const { bring } = await open();
    for (const [data, role] of [
      ["ep", "previous"],
      ["en", "next"],
    ] as const)
      expect(await bring(press(data))).toMatchObject([
        { method: "answerCallbackQuery", body: { text: wordingOf("ar").noFurther[role], show_alert: false } },
      ]);
  });

  it("says what to do when it leads nowhere", async () => {
    const failed: Reply = {
      language: "ar",
      blocks: [{ type: "text", text: wordingOf("ar").unresolved }],
      actions: [],
      failed: true,
    };
    const { bring } = await open({ handle: async () => failed });
    expect(await bring(press("zzz"))).toMatchObject([
      { method: "answerCallbackQuery", body: { text: wordingOf("ar").unresolved, show_alert: true } },
    ]);
  });

  it("is answered, once with the time to wait and then without a word, when somebody presses too fast", async () => {
    let isFirst = true;
    const limits = { admit: async () => ({ allowed: false, seconds: 5, isFirst }) as const };
    const { bring, requests } = await open({ limits });
    expect(await bring(press("1abc"))).toMatchObject([
      { method: "answerCallbackQuery", body: { text: wordingOf("ar").tooFast(5) } },
    ]);
    isFirst = false;
    const [silent, ...rest] = await bring(press("1abc"));
    expect(silent).toMatchObject({ method: "answerCallbackQuery", body: { callback_query_id: "88" } });
    expect(silent?.body).not.toHaveProperty("text");
    expect(rest).toEqual([]);
    expect(requests).toEqual([]);
  });

  it("does no harm when it is too old, or changes nothing", async () => {
    const { bring, server } = await open({ handle: view });
    server.fault = ({ method }) => {
      if (method === "answerCallbackQuery")
        return refusal(400, "Bad Request: query is too old and response timeout expired");
      return method === "editMessageText"
        ? refusal(400, "Bad Request: message is not modified: x")
        : undefined;
    };
    expect(await bring(press("1abc"))).toHaveLength(2);
  });

  it("sends the page once as a new message when the one to edit is gone", async () => {
    const { bring, server } = await open({ handle: view });
    server.fault = ({ method }) =>
      method === "editMessageText" ? refusal(400, "Bad Request: message to edit not found") : undefined;
    const calls = await bring(press("1abc"));
    expect(calls.filter(({ method }) => method === "sendMessage")).toHaveLength(1);
  });

  it("shows the last of fifty presses, in few edits, and answers each", async () => {
    const { server } = await open({ handle: view });
    server.fault = async ({ method }) => {
      if (method === "editMessageText") await new Promise((resolve) => setTimeout(resolve, 30));
      return undefined;
    };
    for (let i = 0; i < 50; i++) server.push(press(`1p${i}`));
    await server.until(({ method, body }) => method === "editMessageText" && body.text === "view 1p49");
    expect(server.calls.filter(({ method }) => method === "editMessageText").length).toBeLessThan(15);
    while (server.pending.length > 0) await new Promise((resolve) => setTimeout(resolve, 5));
    expect(server.calls.filter(({ method }) => method === "answerCallbackQuery")).toHaveLength(50);
  });

  it("shows a double press once, and again what something else was shown after or what could not be shown", async () => {
    const { bring, server } = await open({ handle: view });
    const edits = async (data: string) =>
      (await bring(press(data))).filter(({ method }) => method === "editMessageText").length;
    expect(await edits("1a")).toBe(1);
    expect(await edits("1a")).toBe(0);
    expect(await edits("1b")).toBe(1);
    expect(await edits("1a")).toBe(1);
    server.fault = ({ method }) =>
      method === "editMessageText" ? refusal(400, "Bad Request: something new") : undefined;
    expect(await edits("1c")).toBe(1);
    expect(await edits("1c")).toBe(1);
  });

  it("ignores what has no data, or no message, beyond closing it", async () => {
    const { bring } = await open({ handle: view });
    const game = {
      callback_query: { id: "1", from: ANN, chat_instance: "1", game_short_name: "x" },
    } as never;
    expect((await bring(game)).map(({ method }) => method)).toEqual(["answerCallbackQuery"]);
    expect((await bring(press("1abc", {}))).map(({ method }) => method)).toEqual(["answerCallbackQuery"]);
    expect(seconds()).toBeGreaterThan(0);
  });
});
