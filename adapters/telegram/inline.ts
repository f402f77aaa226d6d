import type { InlineQuery, InlineQueryResultArticle } from "grammy/types";
import { languageOf, type Reply, wordingOf } from "../../src/index.ts";
import { type Desk, limitKey, replyFor } from "./desk.ts";
import { languageOfPerson } from "./incoming.ts";
import { renderReply } from "./render.ts";
import { inlineSurface } from "./surfaces.ts";

/** Passages that one answer offers, and all that its pages may offer: Telegram takes fifty. */
const PAGE = 10;
const MOST = 50;
/** How long Telegram's servers may give one person's results to the next who types the same. */
const CACHE_S = 300;
/** An inline query is given up by its client after about ten seconds. */
const PATIENCE_MS = 8_000;

/** Passages as somebody types, each ready to be sent as a complete citation. */
export async function onInlineQuery(desk: Desk, query: InlineQuery): Promise<void> {
  const language = languageOfPerson(query.from);
  const offset = offsetOf(query.offset);
  const allowed = await desk.limits.press(limitKey(query.from.id));
  if (!allowed || offset === undefined) return answer(desk, query, { results: [], forAll: false, cache: 0 });

  const limit = Math.min(offset + PAGE + 1, MOST);
  const reply = await replyFor(desk, { kind: "suggest", text: query.query, language, limit });
  const all = reply.suggestions ?? [];
  const page = all.slice(offset, offset + PAGE);
  const results = page.map(({ key, title, description, card }) =>
    article(desk, key, title, description, card),
  );
  if (all.length === 0 && offset === 0) results.push(nothingFound(desk, reply));
  await answer(desk, query, {
    results,
    language: reply.language,
    forAll: isFromWords(query.query),
    cache: reply.failed ? 0 : CACHE_S,
    ...(all.length > offset + PAGE ? { next: String(offset + PAGE) } : {}),
  });
}

/** A reply as one inline result, for inline mode and for guest mode, which takes the same. */
export function article(
  desk: Desk,
  id: string,
  title: string,
  description: string | undefined,
  reply: Reply,
): InlineQueryResultArticle {
  const messages = renderReply(reply, inlineSurface(desk, reply));
  const [first, last] = [messages[0], messages.at(-1)];
  const markup = last?.reply_markup;
  return {
    type: "article",
    id,
    title,
    ...(description === undefined ? {} : { description }),
    input_message_content: {
      message_text: first?.text ?? title,
      entities: first?.entities ?? [],
      link_preview_options: { is_disabled: true },
    },
    ...(markup && "inline_keyboard" in markup ? { reply_markup: markup } : {}),
  };
}

/** The first line of a reply without a passage, for lists that show titles. */
export function titleOf(reply: Reply): string {
  const text = reply.blocks.find((block) => block.type === "citation")?.title ?? firstLine(reply);
  return text === "" ? wordingOf(reply.language).noSuggestion : text;
}

interface InlineAnswer {
  readonly results: InlineQueryResultArticle[];
  readonly language?: Reply["language"];
  /** The same for everybody who types this, so that Telegram may give it to all. */
  readonly forAll: boolean;
  readonly cache: number;
  readonly next?: string;
}

async function answer(desk: Desk, query: InlineQuery, to: InlineAnswer): Promise<void> {
  const { labels } = wordingOf(to.language ?? languageOfPerson(query.from));
  await desk.sender.call(
    "answerInlineQuery",
    {
      inline_query_id: query.id,
      results: to.results,
      cache_time: to.cache,
      is_personal: !to.forAll,
      next_offset: to.next ?? "",
      button: { text: labels.openPrivate, start_parameter: "inline" },
    },
    { patienceMs: PATIENCE_MS },
  );
}

function nothingFound(desk: Desk, reply: Reply): InlineQueryResultArticle {
  return article(desk, "nothing", titleOf(reply), undefined, reply);
}

function firstLine(reply: Reply): string {
  const block = reply.blocks.find((one) => one.type === "text" || one.type === "notice");
  return block && "text" in block ? (block.text.split("\n")[0] ?? "") : "";
}

/** The language of the results follows from what was typed, not from who typed it. */
function isFromWords(text: string): boolean {
  return languageOf(text, "ar") === languageOf(text, "en");
}

/** Where a page begins; undefined for what we never gave out. */
function offsetOf(offset: string): number | undefined {
  if (offset === "") return 0;
  const value = /^[1-4]0$/.test(offset) ? Number(offset) : undefined;
  return value;
}
