import type { ChatMemberUpdated, InlineKeyboardButton, Message, Update } from "grammy/types";
import { describe, expect, it } from "vitest";
import {
  ANN,
  BOB,
  BOT,
  botMessage,
  echo,
  edited,
  GROUP,
  inGroup,
  open,
  openTelegram,
  toBot,
} from "./telegram-chat.ts";
import { type Call, ME, refusal, seconds } from "./telegram-server.ts";

function buttonsOf(call: Call | undefined): InlineKeyboardButton[] {
  const markup = call?.body.reply_markup as { inline_keyboard?: InlineKeyboardButton[][] } | undefined;
  return markup?.inline_keyboard?.flat() ?? [];
}

function added(status: "member" | "administrator", from = ANN): Omit<Update, "update_id"> {
  const change = {
    chat: GROUP,
    from,
    date: seconds(),
    old_chat_member: { status: "left", user: BOT },
    new_chat_member: { status, user: BOT },
  };
  return { my_chat_member: change as ChatMemberUpdated };
}

describe("a group on Telegram", () => {
  it("is not spoken to unless it speaks to the bot", async () => {
    const { bring } = await open();
    const theirs = inGroup(BOB, "أهلًا").message;
    const contents = [
      "سؤال؟",
      "@someone_else سؤال؟",
      `@${ME.username}_2 سؤال؟`,
      `a@${ME.username} سؤال؟`,
      "/help@other_bot",
      "/nonsense",
      { text: "سؤال؟", reply_to_message: theirs as never },
      { sticker: {} as never },
      { new_chat_title: "x" },
      {
        text: "سؤال؟",
        sender_chat: { id: -1_002, type: "channel" as const, title: "c" },
        is_automatic_forward: true as const,
      },
    ];
    for (const content of contents) expect(await bring(inGroup(ANN, content))).toEqual([]);
    const channel = {
      message_id: 1,
      date: seconds(),
      chat: { id: -7, type: "channel", title: "c" },
      text: `@${ME.username} سؤال`,
    };
    expect(await bring({ channel_post: channel, message: channel } as never)).toEqual([]);
  });

  it("gets compact answers to commands, mentions and replies, each below its question", async () => {
    const { bring, requests } = await open();
    const own = botMessage(undefined, GROUP);
    const contents = [
      "/ask سؤال",
      `@${ME.username} سؤال`,
      `سؤال @${ME.username.toUpperCase()}`,
      { text: "سؤال", reply_to_message: own as never },
    ];
    for (const content of contents) {
      const question = inGroup(ANN, content);
      const [call] = await bring(question);
      expect(call?.body).toMatchObject({
        text: "ask: سؤال",
        reply_parameters: { message_id: question.message.message_id, allow_sending_without_reply: true },
      });
    }
    expect(requests.every((request) => request.kind === "ask" && request.compact)).toBe(true);
  });

  it("answers in the question's topic, and names none in General or in an ordinary thread", async () => {
    const { bring } = await open();
    const inTopic = await bring(
      inGroup(ANN, { text: "/ask سؤال", message_thread_id: 55, is_topic_message: true }),
    );
    expect(inTopic[0]?.body.message_thread_id).toBe(55);
    const inThread = await bring(inGroup(ANN, { text: "/ask سؤال", message_thread_id: 55 }));
    expect(inThread[0]?.body.message_thread_id).toBeUndefined();
  });

  it("answers the person to whose message the command or the mention replies, and below the question all else", async () => {
    const { bring, requests } = await open();
    const repliedTo = async (text: string, reply_to_message: Message, by = ANN) =>
      (
        (await bring(inGroup(by, { text, reply_to_message: reply_to_message as never })))[0]?.body
          .reply_parameters as { message_id: number } | undefined
      )?.message_id;
    const theirs = inGroup(BOB, "كلام.").message as Message;
    for (const text of ["/ask سؤال", `@${ME.username} سؤال`, "/verify نص", "/ask"])
      expect(await repliedTo(text, theirs), text).toBe(theirs.message_id);
    expect(requests[0]).toMatchObject({ kind: "ask", text: "سؤال" });

    const topic = { ...theirs, text: undefined, forum_topic_created: { name: "x", icon_color: 1 } } as never;
    const post = { ...theirs, is_automatic_forward: true } as never;
    for (const other of [topic, post, botMessage(undefined, GROUP, theirs.message_id)])
      expect(await repliedTo("/ask سؤال", other)).not.toBe(theirs.message_id);
    expect(await repliedTo("/ask سؤال", theirs, BOB)).not.toBe(theirs.message_id);
    const sticker = { ...theirs, text: undefined, sticker: {} } as never;
    expect(await repliedTo("/ask", sticker)).not.toBe(theirs.message_id);
    expect(requests.at(-1)?.kind).toBe("no-question");
  });

  it("takes for the question what is replied to, or the part of it that is quoted", async () => {
    const { bring, requests } = await open();
    const theirs = inGroup(BOB, "كلام طويل. متى كان ذلك؟").message as never;
    await bring(inGroup(ANN, { text: "/ask", reply_to_message: theirs }));
    await bring(
      inGroup(ANN, {
        text: `@${ME.username}`,
        reply_to_message: theirs,
        quote: { text: "متى كان ذلك؟", position: 11 },
      }),
    );
    expect(requests.map((request) => "text" in request && request.text)).toEqual([
      "كلام طويل. متى كان ذلك؟",
      "متى كان ذلك؟",
    ]);
    await bring(inGroup(ANN, "/ask"));
    await bring(inGroup(ANN, `@${ME.username}`));
    expect(requests.slice(-2)).toMatchObject([
      { kind: "no-question", after: "command" },
      { kind: "no-question", after: "name" },
    ]);
  });

  it("leads from every answer to its passage in private", async () => {
    const { bring } = await open();
    const [call] = await bring(inGroup(ANN, "/ask سؤال"));
    const link = buttonsOf(call).find((button) => "url" in button);
    expect(link).toMatchObject({ url: `https://t.me/${ME.username}?start=p_KEYKEY01` });
  });

  it("takes a reply to an answer for a question about its passage, by the link to it where there is no inline mode", async () => {
    const { bring, requests } = await open({
      me: { ...ME, supports_inline_queries: false },
      handle: async (request) => ({ ...echo(request), actions: [] }),
    });
    const [answer] = await bring(inGroup(ANN, "/verify نص"));
    const reply_to_message = botMessage(answer, GROUP) as never;
    await bring(inGroup(BOB, { text: "ومتى كان ذلك؟", reply_to_message }));
    expect(requests.at(-1)).toMatchObject({ kind: "ask", context: "KEYKEY01" });
  });

  it("edits an answer that it knows, and is silent to other edits", async () => {
    const { bring } = await open();
    const question = inGroup(ANN, "/ask سؤال");
    await bring(question);
    expect((await bring(edited(question, "/ask غيره")))[0]?.method).toBe("editMessageText");
    expect(await bring(edited(inGroup(ANN, "x"), "/ask جديد"))).toEqual([]);
  });

  it("hears once, when the bot is added, how it is asked and what it sees", async () => {
    const { bring, server, requests } = await open();
    const [asked, hello, ...rest] = await bring(added("member"));
    expect(asked?.method).toBe("getMe");
    expect(hello?.body.text).toContain("welcome");
    expect(rest).toEqual([]);
    expect(requests).toMatchObject([
      { kind: "welcome", command: `/ask@${ME.username}`, seesAll: false, language: "ar" },
    ]);
    expect(await bring(inGroup(ANN, "/start@isnad_test_bot setup"))).toEqual([]);
    server.fault = ({ method }) =>
      method === "getMe"
        ? { json: { ok: true, result: { ...ME, can_read_all_group_messages: true } } }
        : undefined;
    await bring(added("member"));
    expect(requests.at(-1)).toMatchObject({ kind: "welcome", seesAll: true });
    await bring(added("administrator"));
    expect(requests.at(-1)).toMatchObject({ kind: "welcome", seesAll: true });
    const promoted = added("administrator");
    Object.assign(promoted.my_chat_member ?? {}, { old_chat_member: { status: "member", user: BOT } });
    expect(await bring(promoted)).toEqual([]);
  });

  it("follows a group that became a supergroup", async () => {
    const { bring, server } = await open();
    server.fault = ({ method, body }) =>
      method === "sendMessage" && body.chat_id === GROUP.id
        ? refusal(400, "Bad Request: group chat was upgraded to a supergroup chat", {
            migrate_to_chat_id: -1_009,
          })
        : undefined;
    const calls = await bring(inGroup(ANN, "/ask سؤال"));
    expect(calls.map(({ body }) => body.chat_id)).toEqual([GROUP.id, -1_009]);
    expect(calls[1]?.body.reply_parameters).toBeUndefined();
  });

  it("is silent where it may not write or the topic is closed, and answers elsewhere", async () => {
    for (const error of [
      refusal(403, "Forbidden: bot was kicked from the supergroup chat"),
      refusal(400, "Bad Request: TOPIC_CLOSED"),
    ]) {
      const { bring, server, close } = await openTelegram();
      server.fault = ({ body }) => (body.chat_id === GROUP.id ? error : undefined);
      expect(
        await bring(inGroup(ANN, { text: "/ask سؤال", message_thread_id: 5, is_topic_message: true })),
      ).toHaveLength(1);
      expect(await bring(toBot(ANN, "سؤال"))).toHaveLength(1);
      await close();
    }
  });
});
