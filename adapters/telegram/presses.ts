import { sequentialize } from "@grammyjs/runner";
import { Composer, type Context, type Filter } from "grammy";
import type { CallbackQuery, Message } from "grammy/types";
import { LRUCache } from "lru-cache";
import { asksQuestion, type Reply, type Request } from "../../src/index.ts";
import type { BotParts } from "./bot-parts.ts";
import { deliver, inPlace } from "./deliver.ts";
import { tryCall } from "./failure.ts";
import {
  askerUnder,
  COPY_DATA,
  DELETE_DATA,
  END_DATA,
  inAnyChat,
  inGroup,
  inPrivate,
  type Placement,
  permalink,
} from "./keyboard.ts";
import { languageOfPerson } from "./message.ts";
import { oneMessage, renderGuarded } from "./render.ts";

const TOAST_UNITS = 200;
const LAST_PRESSES = { max: 10_000, ttl: 60_000 };
/** The same press again within this time is a double press: by then the buttons have changed. */
const SHOWN = { max: 10_000, ttl: 3_000 };

type PressContext = Filter<Context, "callback_query">;

/** A press is answered at once, and shows in place the page that it leads to; one that asks a question or for a text to copy is answered below. */
export function presses({ guard, log }: BotParts): Composer<Context> {
  const inOrder = sequentialize((ctx: Context) => placeOf(ctx.callbackQuery));
  /** The last press under a message, by the id of its update, and the data of the press that is shown. */
  const lastPress = new LRUCache<string, number>(LAST_PRESSES);
  const shown = new LRUCache<string, string>(SHOWN);
  const composer = new Composer<Context>();

  composer.on("callback_query", async (ctx, next) => {
    const kind = asksQuestion(ctx.callbackQuery.data ?? "") ? "question" : "press";
    const admission = await guard.admit(kind, String(ctx.from.id));
    if (admission.allowed) return next();
    const refused: Request = { kind: "action", data: "", language: languageOfPerson(ctx.from) };
    return answerPress(ctx, await guard.handle(refused, admission));
  });

  composer.callbackQuery(DELETE_DATA, async (ctx) => {
    const outcome = await removeAnswer(ctx);
    const reply = await guard.handle({ kind: "deletion", outcome, language: languageOfPerson(ctx.from) });
    await answerPress(ctx, reply);
  });

  composer.callbackQuery(END_DATA, async (ctx) => {
    const role = ctx.match[1] === "p" ? "previous" : "next";
    await answerPress(ctx, await guard.handle({ kind: "end", role, language: languageOfPerson(ctx.from) }));
  });

  composer.on("callback_query:data", async (ctx) => {
    const { data, message, from } = ctx.callbackQuery;
    const compact = message?.chat.type !== "private";
    if (!(await mayTurn(ctx))) {
      const language = languageOfPerson(from);
      return answerPress(ctx, await guard.handle({ kind: "not-asker", instead: "private-chat", language }));
    }
    const language = languageOfPerson(from);
    const reference = COPY_DATA.exec(data)?.[1];
    const request: Request =
      reference === undefined
        ? { kind: "action", data, language, compact }
        : { kind: "copy", reference, permalink: permalink(ctx.me.username, reference), language };
    const reply = await guard.handle(request);
    if (!reply || reply.failed) return answerPress(ctx, reply);
    await Promise.all([answerPress(ctx), showLatest(ctx, data, reply)]);
  });

  composer.on("callback_query", (ctx) => answerPress(ctx));

  /** Of many presses the first and the last are shown, a double press once. */
  async function showLatest(ctx: PressContext, data: string, reply: Reply): Promise<void> {
    const { update_id: id } = ctx.update;
    const place = placeOf(ctx.callbackQuery) ?? "";
    lastPress.set(place, id);
    await inOrder(ctx, async () => {
      if (lastPress.get(place) !== id || shown.get(place) === data) return;
      if (await show(ctx, reply, asksQuestion(data) || COPY_DATA.test(data))) shown.set(place, data);
      else shown.delete(place);
    });
  }

  /** True when it stands there now: in place of what was pressed or, where `isBelow`, as a message of its own. */
  async function show(ctx: PressContext, reply: Reply, isBelow: boolean): Promise<boolean> {
    const { message, inline_message_id: inline } = ctx.callbackQuery;
    const messages = renderGuarded(reply, (shown) => placementOf(ctx, shown), guard);
    if (message) {
      const earlier = isBelow ? [] : [{ id: message.message_id }];
      const replyTo = isBelow && message.chat.type !== "private" ? message.message_id : undefined;
      const sent = await deliver(ctx, messages, { log, earlier, replyTo });
      return sent.length === messages.length;
    }
    if (inline === undefined) return false;
    const one = oneMessage(messages);
    const { kind } = await tryCall(ctx.editMessageText(one.text, inPlace(one)));
    return kind === "done" || kind === "unchanged";
  }

  return composer;
}

/** Closes the press, with a line or without one; a line that says what to do stays until it is read. */
async function answerPress(ctx: PressContext, reply?: Reply): Promise<void> {
  const block = reply?.blocks.find((one) => one.type === "text");
  const text = block && "text" in block ? block.text.slice(0, TOAST_UNITS) : undefined;
  const line = text === undefined ? {} : { text, show_alert: reply?.failed ?? false };
  await tryCall(ctx.answerCallbackQuery(line));
}

/** The message that a press changes; undefined for a press without a message. */
function placeOf(press: CallbackQuery | undefined): string | undefined {
  const { message, inline_message_id: inline } = press ?? {};
  return message ? `${message.chat.id} ${message.message_id}` : inline;
}

function placementOf(ctx: PressContext, reply: Reply): Placement {
  const { message } = ctx.callbackQuery;
  if (!message) return inAnyChat(ctx.me, reply);
  if (message.chat.type === "private") return { ...inPrivate(ctx.me), questionKeys: false };
  return inGroup(ctx.me, reply, askerUnder(isAccessible(message) ? message : undefined));
}

/**
 * Deletes the answer under the pressed button, for the person who asked and for the group's admins. The data of a press
 * may be forged, so the asker is read from the button that stands under the answer, and admins are asked of Telegram.
 */
async function removeAnswer(ctx: PressContext): Promise<"done" | "not-yours" | "too-late"> {
  const { message, from } = ctx.callbackQuery;
  if (!message) return "too-late";
  const asker = isAccessible(message) ? askerUnder(message) : undefined;
  if (from.id !== asker && !(await isAdmin(ctx))) return "not-yours";
  const { kind } = await tryCall(ctx.deleteMessage());
  return kind === "done" || kind === "gone" ? "done" : "too-late";
}

/**
 * In a group the person who asked and the admins turn an answer, which changes for all. Who asked stands under the answer; under one that
 * Telegram no longer shows nobody can tell, and anybody may.
 */
async function mayTurn(ctx: PressContext): Promise<boolean> {
  const { message, from } = ctx.callbackQuery;
  if (!message || message.chat.type === "private" || !isAccessible(message)) return true;
  return askerUnder(message) === from.id || (await isAdmin(ctx));
}

async function isAdmin(ctx: PressContext): Promise<boolean> {
  const member = await tryCall(ctx.getChatMember(ctx.from.id));
  if (member.kind !== "done") return false;
  return member.result.status === "creator" || member.result.status === "administrator";
}

/** Telegram gives a message that it no longer shows to the bot with a date of 0 and nothing in it. */
function isAccessible(message: NonNullable<PressContext["callbackQuery"]["message"]>): message is Message {
  return message.date !== 0;
}
