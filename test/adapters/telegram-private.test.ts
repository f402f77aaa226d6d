import { describe, expect, it } from "vitest";
import { type Request, wordingOf } from "../../src/index.ts";
import { ANN, BOB, BOT, botMessage, echo, edited, inGroup, open, toBot } from "./telegram-chat.ts";
import { ME, refusal, seconds } from "./telegram-server.ts";

const ar = wordingOf("ar");

describe("a private chat on Telegram", () => {
  it("takes any text for a question, and a caption too", async () => {
    const { bring, requests } = await open();
    const [call] = await bring(toBot(ANN, "  متى كان ذلك؟ "));
    expect(call).toMatchObject({
      method: "sendMessage",
      body: { chat_id: ANN.id, text: "ask: متى كان ذلك؟" },
    });
    await bring(toBot(ANN, { photo: [], caption: "ما هذا؟" }));
    expect(requests.map((request) => "text" in request && request.text)).toEqual(["متى كان ذلك؟", "ما هذا؟"]);
  });

  it("knows its commands in any case, and the Arabic words that stand for them", async () => {
    const { bring, requests } = await open();
    const texts = [
      "/start",
      "/HELP",
      "/privacy@Isnad_Test_Bot",
      "/sources",
      "مساعدة",
      "المُساعدة",
      "الخصوصيه",
      "المصادر",
      "استشهد abcdEFG1",
      "/cite abcdEFG1",
      "/ask سؤال",
    ];
    for (const text of texts) await bring(toBot(ANN, text));
    expect(requests.map(({ kind }) => kind)).toEqual([
      "start",
      "help",
      "privacy",
      "sources",
      "help",
      "help",
      "privacy",
      "sources",
      "cite",
      "cite",
      "ask",
    ]);
  });

  it("takes a word of its own for a question when it opens one", async () => {
    const { bring, requests } = await open();
    for (const text of ["استشهد في المعركة كم جنديًّا؟", "المصادر الطبيعية أين هي؟"])
      await bring(toBot(ANN, text));
    expect(requests.map(({ kind }) => kind)).toEqual(["ask", "ask"]);
  });

  it("checks a text behind the command or its Arabic word", async () => {
    const { bring, requests } = await open();
    const texts = ["/verify نص طويل", "تحقّق: نص طويل", "تحقق «نص طويل»", "تحقق\nنص طويل"];
    for (const text of texts) await bring(toBot(ANN, text));
    expect(requests.map(({ kind }) => kind)).toEqual(texts.map(() => "verify"));
    expect(requests.map((request) => "text" in request && request.text.replace(/[«»]/g, ""))).toEqual(
      texts.map(() => "نص طويل"),
    );
    await bring(toBot(ANN, "تحقق حلم المدينة متى؟"));
    expect(requests.at(-1)?.kind).toBe("ask");
  });

  it("checks the message that the command replies to, or the part of it that the person selected", async () => {
    const { bring, requests } = await open();
    const theirs = toBot(BOB, "كلام أول. كلام ثانٍ.").message as never;
    const own = botMessage(undefined, { id: ANN.id, type: "private", first_name: "Ann" }) as never;
    await bring(toBot(ANN, { text: "تحقّق", reply_to_message: theirs }));
    const quote = { text: "كلام ثانٍ.", position: 11, is_manual: true as const };
    await bring(toBot(ANN, { text: "/verify", reply_to_message: theirs, quote }));
    await bring(toBot(ANN, { text: "/verify", reply_to_message: own, quote }));
    await bring(toBot(ANN, "/verify"));
    expect(requests.map((request) => "text" in request && request.text)).toEqual([
      "كلام أول. كلام ثانٍ.",
      "كلام ثانٍ.",
      "كلام ثانٍ.",
      "",
    ]);
  });

  it("checks what is forwarded, unless it asks", async () => {
    const { bring, requests } = await open();
    const forward_origin = { type: "hidden_user" as const, sender_user_name: "x", date: seconds() };
    await bring(toBot(ANN, { text: "كلام منقول", forward_origin }));
    expect(requests).toEqual([{ kind: "verify", text: "كلام منقول", orAsk: true, language: "ar" }]);
  });

  it("opens the passage of a deep link", async () => {
    const { bring, requests } = await open();
    await bring(toBot(ANN, "/start p_abcdEFG1"));
    await bring(toBot(ANN, "/start inline"));
    expect(requests).toEqual([
      { kind: "cite", text: "p_abcdEFG1", compact: false, language: "ar" },
      { kind: "start", language: "ar" },
    ]);
  });

  it("says that it does not know a command, and is silent to one for another bot", async () => {
    const { bring, requests } = await open();
    expect((await bring(toBot(ANN, "/nonsense")))[0]?.body.text).toBe(ar.unknownCommand("/help"));
    expect(requests).toEqual([{ kind: "unknown-command", help: "/help", language: "ar" }]);
    expect(await bring(toBot(ANN, "/help@other_bot"))).toEqual([]);
  });

  it("answers what it cannot read with one line, an album with one too", async () => {
    const { bring } = await open();
    for (const content of [{ voice: {} }, { sticker: {} }, { location: {} }, { poll: {} }])
      expect((await bring(toBot(ANN, content as never)))[0]?.body.text).toBe(ar.notText);
    const album = { photo: [], media_group_id: "7" };
    expect(await bring(toBot(ANN, album))).toHaveLength(1);
    expect(await bring(toBot(ANN, album))).toHaveLength(0);
  });

  it("is silent to service messages, other bots, its own inline results and kinds that are not known yet", async () => {
    const { bring, lines } = await open();
    const machine = { ...ANN, is_bot: true };
    const message = { message_id: 1, date: seconds(), chat: { id: 1, type: "private", first_name: "x" } };
    const updates = [
      toBot(ANN, { pinned_message: {} } as never),
      toBot(ANN, { some_new_content: {} } as never),
      toBot(machine, "سؤال"),
      toBot(ANN, { text: "سؤال", via_bot: BOT }),
      { brand_new_update: {} },
      {},
      { message: { ...message, text: "سؤال" } },
      { message },
      { callback_query: { id: "1", from: ANN, chat_instance: "1" } },
    ];
    for (const update of updates)
      for (const { method } of await bring(update as never)) expect(method).toBe("answerCallbackQuery");
    expect(await bring(toBot(ANN, "سؤال"))).toHaveLength(1);
    expect(lines.join("")).not.toContain("error");
  });

  it("edits its answer when the question is edited, and answers anew when it no longer knows it", async () => {
    const { bring } = await open();
    const question = toBot(ANN, "سؤال أول");
    await bring(question);
    const [edit, ...rest] = await bring(edited(question, "سؤال ثانٍ"));
    expect(edit).toMatchObject({ method: "editMessageText", body: { text: "ask: سؤال ثانٍ" } });
    expect(rest).toEqual([]);
    expect((await bring(edited(toBot(ANN, "نُسي"), "سؤال ثالث")))[0]?.method).toBe("sendMessage");
  });

  it("sends no edit when the question is edited and its answer stays the same, and one when it changes", async () => {
    const { bring } = await open({
      handle: async (request) => echo({ ...request, kind: "cite", text: "x" } as never),
    });
    const question = toBot(ANN, "متى كان ذلك");
    expect(await bring(question)).toHaveLength(1);
    expect(await bring(edited(question, "متى كان ذلك؟"))).toEqual([]);
    const { bring: bringToEcho } = await open();
    await bringToEcho(question);
    expect(await bringToEcho(edited(question, "كم كان ذلك؟"))).toHaveLength(1);
    expect(await bringToEcho(edited(question, "كم كان ذلك؟"))).toEqual([]);
    expect(await bringToEcho(edited(question, "متى كان ذلك"))).toHaveLength(1);
  });

  it("sends a new answer when the one to edit is gone", async () => {
    const { bring, server } = await open();
    const question = toBot(ANN, "سؤال أول");
    await bring(question);
    server.fault = ({ method }) =>
      method === "editMessageText" ? refusal(400, "Bad Request: message to edit not found") : undefined;
    const calls = await bring(edited(question, "سؤال ثانٍ"));
    expect(calls.map(({ method }) => method)).toEqual(["editMessageText", "sendMessage"]);
  });

  it("tells with what a permalink begins where somebody asks for a citation", async () => {
    const { bring, requests } = await open();
    await bring(toBot(ANN, "/cite abcdEFG1 chicago"));
    const permalinks = `https://t.me/${ME.username}?start=p_`;
    expect(requests).toMatchObject([{ kind: "cite", text: "abcdEFG1 chicago", permalinks }]);
  });

  it("gives the text to copy that a link in a group leads to", async () => {
    const { bring, requests } = await open();
    await bring(toBot(ANN, "/start c_4-h07ZjiAwy"));
    const permalink = `https://t.me/${ME.username}?start=p_4-h07ZjiAwy`;
    expect(requests).toEqual([{ kind: "copy", reference: "4-h07ZjiAwy", permalink, language: "ar" }]);
  });

  it("asks a reply to an answer in the context of that answer's passage", async () => {
    const { bring, requests } = await open();
    const question = toBot(ANN, "سؤال");
    const [answer] = await bring(question);
    const replied = botMessage(answer, question.message.chat);
    await bring(toBot(ANN, { text: "ومتى كان ذلك؟", reply_to_message: replied as never }));
    expect(requests.at(-1)).toMatchObject({ kind: "ask", text: "ومتى كان ذلك؟", context: "KEYKEY01" });
  });

  it("asks an article alone in reply to its card, which says so", async () => {
    const asked: Request[] = [];
    const beginning = { type: "press", role: "beginning", label: "1", data: "1baeln5TZi2" } as const;
    const { bring } = await open({
      handle: async (request) => {
        asked.push(request);
        return { ...echo(request), actions: [[beginning]], article: "eln5TZi2" };
      },
    });
    const opened = toBot(ANN, "/sources");
    const [card] = await bring(opened);
    expect(card?.body.text).toMatch(/\n\nلتسأل هذا المقال وحده، ردّ على هذه الرسالة بسؤالك\.$/);
    const reply_to_message = botMessage(card, opened.message.chat) as never;
    await bring(toBot(ANN, { text: "متى بُنيت؟", reply_to_message }));
    expect(asked.at(-1)).toMatchObject({ kind: "ask", text: "متى بُنيت؟", article: "eln5TZi2" });
    await bring(toBot(ANN, { text: "/ask متى بُنيت؟", reply_to_message }));
    expect(asked.at(-1)).toMatchObject({ kind: "ask", article: "eln5TZi2" });
  });

  it("takes for the context the passage that is shown, not the next one, which a button above leads to", async () => {
    const [shown, next] = ["pZJ8z0ecAgR", "r315CPL3AQB"];
    const press = (role: "next" | "context", data: string) =>
      ({ type: "press", role, label: role, data }) as const;
    const turn = press("next", `1aAQA${shown}${next}`);
    const context = press("context", `1cAAA${shown}${next}`);
    const asked: Request[] = [];
    const { bring } = await open({
      handle: async (request) => {
        asked.push(request);
        return { ...echo(request), actions: [[turn], [context]] };
      },
    });
    const question = toBot(ANN, "سؤال");
    const [answer] = await bring(question);
    const replied = botMessage(answer, question.message.chat);
    await bring(toBot(ANN, { text: "ومتى كان ذلك؟", reply_to_message: replied as never }));
    expect(asked.at(-1)).toMatchObject({ context: shown.slice(0, 8) });
  });

  it("speaks the person's language where the words do not tell: Arabic when it is unknown", async () => {
    const { bring, requests } = await open();
    const { language_code: _, ...unknown } = ANN;
    for (const person of [ANN, BOB, unknown, { ...ANN, language_code: "ar-EG" }])
      await bring(toBot(person, "/help"));
    expect(requests.map(({ language }) => language)).toEqual(["ar", "en", "ar", "ar"]);
  });

  it("answers in the order of the questions", async () => {
    const handle = async () => {
      await new Promise((resolve) => setTimeout(resolve, Math.random() * 20));
      return {
        language: "ar" as const,
        blocks: [{ type: "text" as const, text: `${++count}` }],
        actions: [],
      };
    };
    let count = 0;
    const { server } = await open({ handle });
    for (let i = 0; i < 10; i++) server.push(toBot(ANN, `${i}`));
    await server.until(({ body }) => body.text === "10");
    const texts = server.calls.filter(({ method }) => method === "sendMessage").map(({ body }) => body.text);
    expect(texts).toEqual(texts.toSorted((a, b) => Number(a) - Number(b)));
  });

  it("sends as plain text, once, what Telegram does not take as it is", async () => {
    const { bring, server, lines } = await open();
    let refused = false;
    server.fault = ({ method }) => {
      if (method !== "sendMessage" || refused) return undefined;
      refused = true;
      return refusal(400, "Bad Request: can't parse entities");
    };
    const calls = await bring(toBot(ANN, "سؤال"));
    expect(calls).toHaveLength(2);
    expect(calls[1]?.body).toMatchObject({ text: "ask: سؤال", entities: [] });
    expect(lines.join("")).toContain("telegram.refused-form");
  });

  it("apologises, with a code that stands in the log, for a reply that it cannot lay out", async () => {
    const { bring, lines } = await open({
      handle: async () => ({ language: "ar", blocks: [null], actions: [] }) as never,
    });
    const [call] = await bring(toBot(ANN, "سؤال"));
    const code = /[2-9A-Z]{6}/.exec(String(call?.body.text))?.[0];
    expect(call?.body.text).toContain("عذرًا");
    expect(
      lines.some((line) => code !== undefined && line.includes(code) && line.includes("TypeError")),
    ).toBe(true);
  });

  it("does not insist with a person who blocked it", async () => {
    const { bring, server } = await open();
    server.fault = ({ method }) =>
      method === "sendMessage" ? refusal(403, "Forbidden: bot was blocked by the user") : undefined;
    expect(await bring(toBot(ANN, "سؤال"))).toHaveLength(1);
    server.fault = () => undefined;
    expect(await bring(inGroup(BOB, "/ask سؤال"))).toHaveLength(1);
  });
});
