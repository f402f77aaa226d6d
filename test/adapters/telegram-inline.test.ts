import type { InlineQueryResultArticle } from "grammy/types";
import { describe, expect, it } from "vitest";
import { type Reply, type Request, type Suggestion, wordingOf } from "../../src/index.ts";
import { ANN, BOB, BOT, botMessage, echo, inGroup, open } from "./telegram-chat.ts";
import { type Call, ME, refusal, seconds } from "./telegram-server.ts";

/** As many suggestions as asked for, of 25. */
async function suggesting(request: Request): Promise<Reply> {
  if (request.kind !== "suggest") return echo(request);
  const all = Array.from({ length: request.text === "nothing" ? 0 : 25 }, (_, i): Suggestion => {
    const card = echo({ kind: "cite", text: `${i}`, language: "ar" });
    return { key: `KEY${i}`, title: `العنوان ${i}`, description: `وصف ${i}`, card };
  });
  const blocks = all.length > 0 ? [] : [{ type: "text" as const, text: "لا نتائج." }];
  return {
    language: request.language ?? "ar",
    blocks,
    actions: [],
    suggestions: all.slice(0, request.limit),
  };
}

function query(text: string, offset = "", from = ANN) {
  return { inline_query: { id: "77", from, query: text, offset } };
}

function resultsOf(call: Call | undefined): InlineQueryResultArticle[] {
  return (call?.body.results ?? []) as InlineQueryResultArticle[];
}

describe("inline mode on Telegram", () => {
  it("offers ten passages, each ready to be sent, with the private chat one tap away", async () => {
    const { bring } = await open({ handle: suggesting });
    const [call] = await bring(query("سؤال"));
    expect(call?.method).toBe("answerInlineQuery");
    expect(resultsOf(call)).toHaveLength(10);
    expect(resultsOf(call)[3]).toMatchObject({
      type: "article",
      id: "KEY3",
      title: "العنوان 3",
      description: "وصف 3",
      input_message_content: { message_text: "cite: 3", link_preview_options: { is_disabled: true } },
      reply_markup: { inline_keyboard: expect.anything() },
    });
    expect(call?.body.button).toEqual({
      text: wordingOf("ar").labels.openPrivate,
      start_parameter: "inline",
    });
  });

  it("gives page after page without a repetition, and an empty one for an offset that it never gave", async () => {
    const { bring } = await open({ handle: suggesting });
    const ids: string[] = [];
    let offset = "";
    do {
      const [call] = await bring(query("سؤال", offset));
      ids.push(...resultsOf(call).map(({ id }) => id));
      offset = String(call?.body.next_offset);
    } while (offset !== "");
    expect(ids).toHaveLength(25);
    expect(new Set(ids).size).toBe(25);
    for (const invented of ["not-a-number", "-10", "1e999", "15", "90"])
      expect(resultsOf((await bring(query("سؤال", invented)))[0])).toEqual([]);
  });

  it("lets Telegram share what depends on the words alone, and nothing else", async () => {
    const { bring } = await open({ handle: suggesting });
    expect((await bring(query("سؤال")))[0]?.body).toMatchObject({ is_personal: false, cache_time: 300 });
    expect((await bring(query("question", "", BOB)))[0]?.body).toMatchObject({ is_personal: false });
    for (const text of ["", "😀", "١٢٣"])
      expect((await bring(query(text)))[0]?.body).toMatchObject({ is_personal: true });
  });

  it("says by the button above the results that there is none, and has no card that would post that", async () => {
    const { bring } = await open({ handle: suggesting });
    expect((await bring(query("nothing")))[0]?.body).toMatchObject({
      results: [],
      next_offset: "",
      button: { text: "لا نتائج.", start_parameter: "inline" },
    });
  });

  it("offers to ask only where that posts an answer", async () => {
    const asking = { key: "ask", title: "اسأل: سؤ", description: "", asks: "سؤ" };
    const card = echo({ kind: "cite", text: "1", language: "ar" });
    let suggestions: Suggestion[] = [{ ...asking, card }];
    const blocks = [{ type: "text" as const, text: "لا نتائج." }];
    const { bring } = await open({
      handle: async () => ({ language: "ar", blocks, actions: [], suggestions }),
    });
    expect(resultsOf((await bring(query("سؤ")))[0])).toMatchObject([{ id: "ask", title: "اسأل: سؤ" }]);
    suggestions = [asking];
    expect((await bring(query("سؤ")))[0]?.body).toMatchObject({ results: [], button: { text: "لا نتائج." } });
  });

  it("answers a person who types too fast with an empty list that nobody else is given", async () => {
    const limits = { admit: async () => ({ allowed: false, seconds: 5, isFirst: true }) as const };
    const { bring, requests } = await open({ limits });
    expect((await bring(query("سؤال")))[0]?.body).toMatchObject({
      results: [],
      cache_time: 0,
      is_personal: true,
    });
    expect(requests).toEqual([]);
  });

  it("drops a query that was given up, without a word", async () => {
    const { bring, server, lines } = await open({ handle: suggesting });
    server.fault = ({ method }) =>
      method === "answerInlineQuery"
        ? refusal(400, "Bad Request: query is too old and response timeout expired")
        : undefined;
    expect(await bring(query("سؤال"))).toHaveLength(1);
    expect(lines.join("")).not.toContain("answerInlineQuery");
  });
});

describe("guest mode on Telegram", () => {
  const guest = (content: object) => {
    const { message } = inGroup(BOB, { message_id: 700 + Math.floor(Math.random() * 1e6), ...content });
    return { guest_message: { ...message, guest_query_id: "g1" } };
  };

  it("answers a mention once, with the compact card, and sends nothing to the chat", async () => {
    const { bring, requests } = await open();
    const calls = await bring(guest({ text: `@${ME.username} سؤال` }) as never);
    expect(calls).toMatchObject([
      {
        method: "answerGuestQuery",
        body: { guest_query_id: "g1", result: { input_message_content: { message_text: "ask: سؤال" } } },
      },
    ]);
    expect(requests).toMatchObject([{ kind: "ask", text: "سؤال", compact: true }]);
    expect(JSON.stringify(calls[0]?.body)).toContain("?start=p_KEYKEY01");
    expect(JSON.stringify(calls[0]?.body)).not.toContain(wordingOf("en").labels.delete);
  });

  it("checks what a bare mention replies to, its caption, or the quoted part, or asks it if it is a question", async () => {
    const { bring, requests } = await open();
    const theirs = (content: object) => ({ ...inGroup(ANN, content).message });
    const mention = `@${ME.username.toUpperCase()}`;
    await bring(guest({ text: mention, reply_to_message: theirs({ text: "سؤال أول" }) }) as never);
    await bring(
      guest({ text: mention, reply_to_message: theirs({ photo: [], caption: "سؤال ثانٍ" }) }) as never,
    );
    await bring(
      guest({
        text: mention,
        reply_to_message: theirs({ text: "كلام. سؤال ثالث" }),
        quote: { text: "سؤال ثالث", position: 6 },
      }) as never,
    );
    expect(requests.map((request) => "text" in request && request.text)).toEqual([
      "سؤال أول",
      "سؤال ثانٍ",
      "سؤال ثالث",
    ]);
    for (const request of requests)
      expect(request).toMatchObject({ kind: "verify", orAsk: true, compact: true });
    const [help] = await bring(guest({ text: mention }) as never);
    expect(JSON.stringify(help?.body)).toContain(wordingOf("en").askAfterName);
  });

  it("asks a reply to its own guest answer in that answer's context", async () => {
    const { bring, requests } = await open();
    const [answer] = await bring(guest({ text: `@${ME.username} سؤال` }) as never);
    const result = answer?.body.result as InlineQueryResultArticle;
    const posted = {
      ...botMessage(undefined, { id: -5, type: "group", title: "x" }),
      from: BOT,
      reply_markup: result.reply_markup,
    };
    await bring(guest({ text: `@${ME.username} ومتى؟`, reply_to_message: posted }) as never);
    expect(requests.at(-1)).toMatchObject({ text: "ومتى؟", context: "KEYKEY01" });
  });

  it("answers once a message that comes both as itself and as a guest query", async () => {
    const { bring, requests } = await open();
    const both = inGroup(BOB, `@${ME.username} سؤال`);
    await bring(both);
    await bring({ guest_message: { ...both.message, guest_query_id: "g2" } } as never);
    expect(requests).toHaveLength(1);
  });

  it("leaves a query alone that Telegram says was answered before", async () => {
    const { bring, server } = await open();
    server.fault = ({ method }) =>
      method === "answerGuestQuery"
        ? refusal(400, "Bad Request: query is too old and response timeout expired or query ID is invalid")
        : undefined;
    expect(await bring(guest({ text: `@${ME.username} سؤال`, date: seconds() }) as never)).toHaveLength(1);
  });
});
