import type { InlineKeyboardButton, Message } from "grammy/types";
import { type Reply, wordingOf } from "../../src/index.ts";
import type { Desk } from "./desk.ts";
import type { Surface } from "./keyboard.ts";

type Bot = Pick<Desk, "me">;

export function privateSurface({ me }: Bot): Surface {
  return { username: me.username, inlineMode: me.supports_inline_queries, questionKeys: true, extra: [] };
}

/** In a group every answer leads to its passage in private, and can be deleted by whoever asked (`asker`) and by admins. */
export function groupSurface(bot: Bot, reply: Reply, asker: number | undefined): Surface {
  const { labels } = wordingOf(reply.language);
  const remove = asker === undefined ? [] : [{ text: labels.delete, callback_data: deleteData(asker) }];
  return { ...privateSurface(bot), questionKeys: false, extra: [[openPrivate(bot, reply), ...remove]] };
}

/** In inline and guest messages, which a bot cannot delete. */
export function inlineSurface(bot: Bot, reply: Reply): Surface {
  return { ...privateSurface(bot), questionKeys: false, extra: [[openPrivate(bot, reply)]] };
}

/** A link to the passage of `reply` in the private chat; without a passage, to the chat. */
export function openPrivate({ me }: Bot, reply: Reply): InlineKeyboardButton {
  const share = reply.actions.flat().find((action) => action.type === "share");
  const payload = share ? `?start=p_${share.key}` : "";
  return { text: wordingOf(reply.language).labels.openPrivate, url: `https://t.me/${me.username}${payload}` };
}

const DELETE = /^x(-?\d{1,16})$/;

export function deleteData(asker: number): string {
  return `x${asker}`;
}

/** Whoever may delete the answer beside admins; undefined for data that is no delete button's. */
export function askerIn(data: string): number | undefined {
  const id = DELETE.exec(data)?.[1];
  return id === undefined ? undefined : Number(id);
}

/** The asker that the delete button under `message` names. */
export function askerUnder(message: Pick<Message, "reply_markup"> | undefined): number | undefined {
  const buttons = message?.reply_markup?.inline_keyboard.flat() ?? [];
  for (const button of buttons) {
    const asker = "callback_data" in button ? askerIn(button.callback_data) : undefined;
    if (asker !== undefined) return asker;
  }
  return undefined;
}
