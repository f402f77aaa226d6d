import type { Desk } from "./desk.ts";
import type { Outgoing } from "./render.ts";
import type { Outcome } from "./sender.ts";

/** Where an answer goes. */
export interface Target {
  readonly chat: number;
  /** A topic of a forum; General has none. */
  readonly thread?: number | undefined;
  /** The question's message, where the answer shows what it answers. */
  readonly replyTo?: number | undefined;
}

/**
 * Sends messages in order, editing those of `earlier` in place, and deletes what `earlier` has too many. Gives the ids of
 * all that now stand there; stops at the first that cannot be sent.
 */
export async function deliver(
  desk: Desk,
  target: Target,
  messages: readonly Outgoing[],
  earlier: readonly number[] = [],
): Promise<number[]> {
  const ids: number[] = [];
  for (const [i, message] of messages.entries()) {
    const known = earlier[i];
    const edited = known === undefined ? "gone" : await edit(desk, target, known, message);
    if (edited === "failed") return ids;
    const place = i === 0 ? target : { ...target, replyTo: undefined };
    const id = edited === "done" ? known : await send(desk, place, message);
    if (id === undefined) return ids;
    ids.push(id);
  }
  for (const surplus of earlier.slice(messages.length))
    await desk.sender.call(
      "deleteMessage",
      { chat_id: target.chat, message_id: surplus },
      { chat: target.chat },
    );
  return ids;
}

/** `gone`: there is nothing left to edit, so that a new message is due. */
async function edit(
  desk: Desk,
  { chat }: Target,
  id: number,
  message: Outgoing,
): Promise<"done" | "gone" | "failed"> {
  const { reply_markup: markup, ...rest } = message;
  const inline = markup && "inline_keyboard" in markup ? { reply_markup: markup } : {};
  const payload = { chat_id: chat, message_id: id, ...rest, ...inline };
  const outcome = await desk.sender.call("editMessageText", payload, { chat });
  if (outcome.ok || outcome.failure.kind === "unchanged") return "done";
  return outcome.failure.kind === "gone" ? "gone" : "failed";
}

async function send(desk: Desk, target: Target, message: Outgoing): Promise<number | undefined> {
  const first = await request(desk, target, message);
  const second = first.ok ? first : await secondTry(desk, target, message, first);
  return second.ok ? second.result.message_id : undefined;
}

type Sent = Outcome<{ readonly message_id: number }>;

/** A group that became a supergroup is followed there; what Telegram does not take as it is goes out as plain text. */
async function secondTry(desk: Desk, target: Target, message: Outgoing, first: Sent): Promise<Sent> {
  if (first.ok) return first;
  if (first.failure.kind === "moved") return request(desk, { chat: first.failure.to }, message);
  if (first.failure.kind !== "form") return first;
  desk.log.error("telegram.refused-form", { units: message.text.length, entities: message.entities.length });
  return request(desk, target, {
    text: message.text.slice(0, 4_096),
    entities: [],
    link_preview_options: message.link_preview_options,
  });
}

function request(desk: Desk, target: Target, message: Outgoing): Promise<Sent> {
  const { chat, thread, replyTo } = target;
  const payload = {
    chat_id: chat,
    ...message,
    ...(thread === undefined ? {} : { message_thread_id: thread }),
    ...(replyTo === undefined
      ? {}
      : { reply_parameters: { message_id: replyTo, allow_sending_without_reply: true } }),
  };
  return desk.sender.call("sendMessage", payload, { chat });
}
