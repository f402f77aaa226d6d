import { hash as digest } from "node:crypto";
import type { Context } from "grammy";
import type { Logger } from "../runtime/logger.ts";
import { tryCall } from "./failure.ts";
import { MESSAGE_UNITS } from "./layout.ts";
import type { Outgoing } from "./render.ts";

/** A message that stands in a chat. `hash` tells whether it would change, without its words being kept. */
export interface Sent {
  readonly id: number;
  readonly hash?: string;
}

export interface DeliverOptions {
  readonly log: Logger;
  /** Messages that stand there and are to become these. */
  readonly earlier?: readonly Sent[];
  /** The message that the first one is a reply to, by its id; none in private, where nobody else writes. */
  readonly replyTo?: number | undefined;
}

/**
 * Sends messages in order to the chat of `ctx`, editing those of `earlier` in place where they change, and deletes the rest of
 * `earlier`. Gives all that now stand there; stops at the first that cannot be sent.
 */
export async function deliver(
  ctx: Context,
  messages: readonly Outgoing[],
  { log, earlier = [], replyTo }: DeliverOptions,
): Promise<Sent[]> {
  const sent: Sent[] = [];
  for (const [i, message] of messages.entries()) {
    const hash = hashOf(message);
    const known = earlier[i];
    const id =
      (known && (await edit(ctx, known, message, hash))) ??
      (await send(ctx, message, i === 0 ? replyTo : undefined, log));
    if (id === "failed") return sent;
    sent.push({ id, hash });
  }
  for (const { id } of earlier.slice(messages.length)) await tryCall(ctx.api.deleteMessage(chatOf(ctx), id));
  return sent;
}

/** The id of the message that is `message` now; undefined where there is nothing left to edit, so that a new one is due. */
async function edit(
  ctx: Context,
  known: Sent,
  message: Outgoing,
  hash: string,
): Promise<number | "failed" | undefined> {
  if (known.hash === hash) return known.id;
  const { text, ...rest } = message;
  const { kind } = await tryCall(ctx.api.editMessageText(chatOf(ctx), known.id, text, inPlace(rest)));
  if (kind === "gone") return undefined;
  return kind === "done" || kind === "unchanged" ? known.id : "failed";
}

/** The parts of a message that an edit takes: a keyboard of questions can only be sent. */
export function inPlace({ entities, link_preview_options, reply_markup }: Omit<Outgoing, "text">) {
  const inline = reply_markup && "inline_keyboard" in reply_markup ? { reply_markup } : {};
  return { entities, link_preview_options, ...inline };
}

/** A group that became a supergroup is followed there; a message that Telegram does not take as it is goes out as plain text. */
async function send(
  ctx: Context,
  message: Outgoing,
  replyTo: number | undefined,
  log: Logger,
): Promise<number | "failed"> {
  const { text, ...rest } = message;
  const quote =
    replyTo === undefined
      ? {}
      : { reply_parameters: { message_id: replyTo, allow_sending_without_reply: true } };
  let sent = await tryCall(ctx.reply(text, { ...rest, ...quote }));
  if (sent.kind === "moved") sent = await tryCall(ctx.api.sendMessage(sent.to, text, rest));
  if (sent.kind === "form") {
    log.error("telegram.refused-form", { units: text.length, entities: rest.entities.length });
    const { link_preview_options } = rest;
    const plain = { entities: [], link_preview_options, ...quote };
    sent = await tryCall(ctx.reply(text.slice(0, MESSAGE_UNITS), plain));
  }
  return sent.kind === "done" ? sent.result.message_id : "failed";
}

function chatOf(ctx: Context): number {
  if (ctx.chatId === undefined) throw new Error("There is no chat to answer in");
  return ctx.chatId;
}

function hashOf(message: Outgoing): string {
  return digest("sha256", JSON.stringify(message), "base64");
}
