import type { InlineKeyboardButton, Message } from "grammy/types";
import { describe, expect, it } from "vitest";
import { wordingOf } from "../../src/index.ts";
import { ANN, BOB, botMessage, GROUP, inGroup, open } from "./telegram-chat.ts";
import type { Call } from "./telegram-server.ts";

const ar = wordingOf("ar");

/** What a press of the button with this label sends. */
function dataOf(call: Call | undefined, label: string): string {
  const markup = call?.body.reply_markup as { inline_keyboard?: InlineKeyboardButton[][] } | undefined;
  const button = markup?.inline_keyboard?.flat().find(({ text }) => text === label);
  return button && "callback_data" in button ? button.callback_data : "";
}

describe("the buttons of an answer in a group on Telegram", () => {
  it("delete it for the person who asked and for admins, and for nobody else", async () => {
    const { bring, server } = await open();
    const [answer] = await bring(inGroup(ANN, "/ask سؤال"));
    const press = (from: typeof ANN) => {
      const message = botMessage(answer, GROUP);
      return bring({
        callback_query: {
          id: "1",
          from,
          chat_instance: "1",
          data: dataOf(answer, ar.labels.delete),
          message,
        },
      });
    };
    expect((await press(ANN)).map(({ method }) => method)).toEqual(["deleteMessage", "answerCallbackQuery"]);
    const refused = await press(BOB);
    expect(refused.map(({ method }) => method)).toEqual(["getChatMember", "answerCallbackQuery"]);
    expect(refused[1]?.body.text).toBe(wordingOf("en").notYours);
    server.fault = ({ method }) =>
      method === "getChatMember"
        ? { json: { ok: true, result: { status: "administrator", user: BOB } } }
        : undefined;
    expect((await press(BOB)).map(({ method }) => method)).toContain("deleteMessage");
  });

  it("delete nothing for a stranger who forges the data of a press", async () => {
    const { bring, server } = await open();
    const [answer] = await bring(inGroup(ANN, "/ask سؤال"));
    const places = [
      botMessage(answer, GROUP),
      { chat: GROUP, message_id: 9_500, date: 0 as const },
      botMessage(undefined, GROUP),
    ];
    for (const message of places) {
      const forged = { id: "1", from: BOB, chat_instance: "1", data: `x${BOB.id}`, message };
      const [asked, toast] = await bring({ callback_query: forged });
      expect(asked?.method).toBe("getChatMember");
      expect(toast?.body.text).toBe(wordingOf("en").notYours);
    }
    expect(server.calls.map(({ method }) => method)).not.toContain("deleteMessage");
  });

  it("delete the answer to an anonymous admin, who asks as the group, for admins alone", async () => {
    const { bring } = await open();
    const anonymous = { id: 1_087_968_824, is_bot: true, first_name: "Group", username: "GroupAnonymousBot" };
    const [answer] = await bring(inGroup(anonymous, { text: "/ask سؤال", sender_chat: GROUP }));
    expect(answer?.body.text).toBe("ask: سؤال");
    expect(dataOf(answer, ar.labels.delete)).toBe(`x${GROUP.id}`);
  });

  it("turn it for the person who asked and for admins, and tell others where else they may", async () => {
    const { bring, requests } = await open();
    const [answer] = await bring(inGroup(ANN, "/ask سؤال"));
    const press = (from: typeof ANN, message: Message | undefined = botMessage(answer, GROUP)) =>
      bring({
        callback_query: { id: "1", from, chat_instance: "1", data: dataOf(answer, "next"), message } as never,
      });
    const methods = async (from: typeof ANN) => (await press(from)).map(({ method }) => method).sort();
    expect(await methods(ANN)).toEqual(["answerCallbackQuery", "editMessageText"]);
    expect(requests.at(-1)).toMatchObject({ kind: "action", compact: true });

    const [asked, toast, ...rest] = await press(BOB);
    expect(asked?.method).toBe("getChatMember");
    expect(toast?.body).toMatchObject({ text: wordingOf("en").notAsker["private-chat"], show_alert: false });
    expect(rest).toEqual([]);
    // Under a message without a button that names who asked, as under a courtesy, a press can only be forged.
    expect((await press(BOB, botMessage(undefined, GROUP))).map(({ method }) => method)).not.toContain(
      "editMessageText",
    );
  });

  it("keep deleting with the person who asked while an admin turns it", async () => {
    const { bring, server } = await open();
    server.fault = ({ method }) =>
      method === "getChatMember"
        ? { json: { ok: true, result: { status: "creator", user: BOB } } }
        : undefined;
    const [answer] = await bring(inGroup(ANN, "/ask سؤال"));
    const message = botMessage(answer, GROUP);
    const press = { id: "1", from: BOB, chat_instance: "1", data: dataOf(answer, "next"), message };
    const edit = (await bring({ callback_query: press })).find(({ method }) => method === "editMessageText");
    expect(dataOf(edit, wordingOf("en").labels.delete)).toBe(dataOf(answer, ar.labels.delete));
    expect(dataOf(answer, ar.labels.delete)).toContain(String(ANN.id));
  });

  it("are not there below a courtesy", async () => {
    const { bring } = await open();
    const [line] = await bring(inGroup(ANN, "/ask"));
    expect(line?.body.text).toBe(ar.askAfterCommand);
    expect(line?.body.reply_markup).toBeUndefined();
  });
});
