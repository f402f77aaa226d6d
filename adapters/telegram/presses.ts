import type { CallbackQuery, Message } from "grammy/types";
import { type Reply, wordingOf } from "../../src/index.ts";
import { removeAnswer } from "./deletion.ts";
import { deliver } from "./deliver.ts";
import { type Desk, limitKey, replyFor } from "./desk.ts";
import { languageOfPerson } from "./incoming.ts";
import type { Newest } from "./newest.ts";
import { type Outgoing, renderReply } from "./render.ts";
import { askerIn, askerUnder, groupSurface, inlineSurface, privateSurface } from "./surfaces.ts";

/** A press is given up by its client after about fifteen seconds. */
const PATIENCE_MS = 10_000;
const TOAST_UNITS = 200;

/** A press is answered at once, whatever it leads to; what it leads to is shown in place. */
export async function onPress(desk: Desk, edits: Newest, press: CallbackQuery): Promise<void> {
  const language = languageOfPerson(press.from);
  const data = press.data;
  if (data === undefined || !(await desk.limits.press(limitKey(press.from.id)))) return toast(desk, press);
  const asker = askerIn(data);
  if (asker !== undefined) return toast(desk, press, await removeAnswer(desk, press, asker));

  const message = press.message;
  const compact = message?.chat.type !== "private";
  const reply = await replyFor(desk, { kind: "action", data, language, compact });
  if (reply.failed) return toast(desk, press, textOf(reply), true);
  const shown = edits.run(placeOf(press), data, () => show(desk, press, reply));
  await Promise.all([toast(desk, press), shown]);
}

/** Closes the press with a line or without one; a line that says what to do stays until it is read (`toClose`). */
async function toast(desk: Desk, press: CallbackQuery, text?: string, toClose = false): Promise<void> {
  const words = text === undefined ? {} : { text: text.slice(0, TOAST_UNITS), show_alert: toClose };
  const payload = { callback_query_id: press.id, ...words };
  await desk.sender.call("answerCallbackQuery", payload, { patienceMs: PATIENCE_MS });
}

/** True when it stands there now. */
async function show(desk: Desk, press: CallbackQuery, reply: Reply): Promise<boolean> {
  const { message, inline_message_id: inline } = press;
  if (message) {
    const messages = renderReply(reply, surfaceIn(desk, message, reply));
    const thread = isAccessible(message) && message.is_topic_message ? message.message_thread_id : undefined;
    const target = { chat: message.chat.id, thread };
    return (await deliver(desk, target, messages, [message.message_id])).length === messages.length;
  }
  if (inline === undefined) return false;
  const payload = { inline_message_id: inline, ...inPlace(renderReply(reply, inlineSurface(desk, reply))) };
  const outcome = await desk.sender.call("editMessageText", payload, { chat: inline });
  return outcome.ok || outcome.failure.kind === "unchanged";
}

/** An inline message is one: its text is the first part, under the buttons of the whole. */
function inPlace(messages: readonly Outgoing[]) {
  const { text = "", entities = [] } = messages[0] ?? {};
  const markup = messages.at(-1)?.reply_markup;
  return {
    text,
    entities,
    link_preview_options: { is_disabled: true },
    ...(markup && "inline_keyboard" in markup ? { reply_markup: markup } : {}),
  };
}

function surfaceIn(desk: Desk, message: NonNullable<CallbackQuery["message"]>, reply: Reply) {
  if (message.chat.type === "private") return { ...privateSurface(desk), questionKeys: false };
  return groupSurface(desk, reply, askerUnder(isAccessible(message) ? message : undefined));
}

/** Telegram gives a message that it no longer shows us with a date of 0 and nothing in it. */
function isAccessible(message: NonNullable<CallbackQuery["message"]>): message is Message {
  return message.date !== 0;
}

function placeOf({ message, inline_message_id: inline }: CallbackQuery): string {
  return message ? `${message.chat.id} ${message.message_id}` : (inline ?? "");
}

function textOf(reply: Reply): string {
  const block = reply.blocks.find((one) => one.type === "text");
  return block?.type === "text" ? block.text : wordingOf(reply.language).expired;
}
