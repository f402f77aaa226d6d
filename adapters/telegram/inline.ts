import { Composer, type Context, type Filter, InlineQueryResultBuilder } from "grammy";
import type { InlineQueryResultArticle } from "grammy/types";
import { languageOf, type Reply, wordingOf } from "../../src/index.ts";
import { askedAsGuest } from "./asking.ts";
import type { BotParts } from "./bot-parts.ts";
import { inAnyChat } from "./keyboard.ts";
import { askerOf, keyOf, languageOfPerson } from "./message.ts";
import { type Outgoing, oneMessage, renderGuarded, renderReply } from "./render.ts";

/** Passages that one answer offers, and all that its pages may offer: Telegram takes fifty. */
const PAGE = 10;
const MOST = 50;
/** How long Telegram's servers may give one person's results to the next who types the same. */
const CACHE_S = 300;

/** Passages as somebody types, each ready to be sent as a complete citation. */
export function inlineMode({ guard }: BotParts): Composer<Context> {
  const composer = new Composer<Context>();
  composer.on("inline_query", async (ctx) => {
    const { from, query } = ctx.inlineQuery;
    const language = languageOfPerson(from);
    const offset = offsetOf(ctx.inlineQuery.offset);
    const { allowed } = await guard.admit("press", String(from.id));
    if (!allowed || offset === undefined) return answerNothing(ctx, language);

    const limit = Math.min(offset + PAGE + 1, MOST);
    const reply = await guard.handle({ kind: "suggest", text: query, language, limit });
    const all = (reply?.suggestions ?? []).flatMap(({ card, ...entry }) => (card ? { ...entry, card } : []));
    if (!reply || all.length === 0) return answerNothing(ctx, language, reply);
    const page = all.slice(offset, offset + PAGE);
    const results = page.map(({ key, title, description, card }) =>
      articleOf(key, title, renderReply(card, inAnyChat(ctx.me, card)), { description }),
    );
    await ctx.answerInlineQuery(results, {
      cache_time: reply.failed ? 0 : CACHE_S,
      is_personal: !isFromWords(query),
      next_offset: all.length > offset + PAGE ? String(offset + PAGE) : "",
      button: privateChat(wordingOf(reply.language).labels.openPrivate),
    });
  });
  return composer;
}

type InlineContext = Filter<Context, "inline_query">;

/** No result: the button above the results says why, and opens the private chat. A card would be posted into the chat. */
async function answerNothing(ctx: InlineContext, language: Reply["language"], reply?: Reply): Promise<void> {
  const label = (reply && firstLine(reply)) || wordingOf(language).labels.openPrivate;
  await ctx.answerInlineQuery([], {
    cache_time: reply && !reply.failed ? CACHE_S : 0,
    is_personal: !reply || !isFromWords(ctx.inlineQuery.query),
    next_offset: "",
    button: privateChat(label),
  });
}

function privateChat(text: string) {
  return { text, start_parameter: "inline" };
}

/** A mention in a chat that the bot has not joined: one compact card, and nothing by any other way. */
export function guestMode({ guard, isFirst }: BotParts): Composer<Context> {
  const composer = new Composer<Context>();
  composer.on("guest_message", async (ctx) => {
    const message = ctx.guestMessage;
    if (message.guest_query_id === undefined) return;
    if (message.chat.type !== "private" && !isFirst(keyOf(message))) return;
    const admission = await guard.admit("question", String(askerOf(message)));
    const reply = await guard.handle(askedAsGuest(message, ctx.me), admission);
    if (!reply) return;
    const messages = renderGuarded(reply, (shown) => inAnyChat(ctx.me, shown), guard);
    // After a kill the query may be answered a second time: Telegram refuses it then.
    await ctx.answerGuestQuery(articleOf("answer", titleOf(reply), messages));
  });
  return composer;
}

/** A reply as the message of a result of inline or guest mode. */
function articleOf(
  id: string,
  title: string,
  messages: readonly Outgoing[],
  shown: { readonly description?: string } = {},
): InlineQueryResultArticle {
  const { text, entities, link_preview_options, reply_markup } = oneMessage(messages);
  const buttons = reply_markup && "inline_keyboard" in reply_markup ? { reply_markup } : {};
  const article = InlineQueryResultBuilder.article(id, title, { ...shown, ...buttons });
  return article.text(text, { entities, link_preview_options });
}

/** The title of its source, or the first line of a reply without a passage. */
function titleOf(reply: Reply): string {
  const citation = reply.blocks.find((block) => block.type === "citation");
  return citation?.title || firstLine(reply) || wordingOf(reply.language).labels.openPrivate;
}

function firstLine(reply: Reply): string {
  const block = reply.blocks.find((one) => one.type === "text" || one.type === "notice");
  return block && "text" in block ? (block.text.split("\n")[0] ?? "") : "";
}

/** The language of the results follows from the words that were typed, not from the person. */
function isFromWords(text: string): boolean {
  return languageOf(text, "ar") === languageOf(text, "en");
}

/** Where a page begins; undefined for an offset that no answer gave out. */
function offsetOf(offset: string): number | undefined {
  if (offset === "") return 0;
  return /^[1-4]0$/.test(offset) ? Number(offset) : undefined;
}
