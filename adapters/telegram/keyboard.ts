import type { InlineKeyboardButton, InlineKeyboardMarkup, Message, ReplyKeyboardMarkup } from "grammy/types";
import { type Action, type Reply, wordingOf } from "../../src/index.ts";
import { isWebAddress } from "./layout.ts";
import type { Self } from "./message.ts";

/** Where a reply is shown, as far as its buttons depend on it. */
export interface Placement {
  /** Inline mode is switched on: without it Telegram refuses messages whose buttons lead there. */
  readonly inlineMode: boolean;
  /** The bot's, which permalinks lead to. */
  readonly username: string;
  /** The private chat, where messages of the bot's disturb nobody else. */
  readonly isPrivate: boolean;
  /** Private chats alone have a keyboard of questions to tap; elsewhere it would open before everybody. */
  readonly questionKeys: boolean;
  /** Behind the reply's own: the way to the private chat, and deletion. */
  readonly last: readonly InlineKeyboardButton[];
}

export function inPrivate(self: Self): Placement {
  return {
    inlineMode: self.supports_inline_queries,
    username: self.username,
    isPrivate: true,
    questionKeys: true,
    last: [],
  };
}

/** In a group every answer leads to its passage in private, and can be deleted by the person who asked (`asker`) and by admins. */
export function inGroup(self: Self, reply: Reply, asker: number | undefined): Placement {
  const { labels } = wordingOf(reply.language);
  const placement = inAnyChat(self, reply);
  if (asker === undefined || reply.courtesy) return placement;
  return { ...placement, last: [...placement.last, { text: labels.delete, callback_data: `x${asker}` }] };
}

/** In inline and guest messages, which a bot cannot delete. */
export function inAnyChat(self: Self, reply: Reply): Placement {
  return {
    ...inPrivate(self),
    isPrivate: false,
    questionKeys: false,
    last: reply.courtesy ? [] : [openPrivate(self, reply)],
  };
}

/** A link to the passage of `reply` in the private chat; without a passage, to the chat. */
function openPrivate(self: Self, reply: Reply): InlineKeyboardButton {
  const { language, reference } = reply;
  const url = reference ? permalink(self.username, reference) : `https://t.me/${self.username}`;
  return { text: wordingOf(language).labels.privateChat, url };
}

/** Opens the passage of a key or a reference in the private chat. */
export function permalink(username: string, key: string): string {
  return `https://t.me/${username}?start=p_${key}`;
}

/** The data of a button that turns no further. */
export const END_DATA = /^e([pn])$/;

function endData(role: "previous" | "next"): string {
  return `e${role.charAt(0)}`;
}

/** The data of a delete button: the id of the asker. */
export const DELETE_DATA = /^x(-?\d{1,16})$/;

/** The asker that the delete button under `message` names. Only that button is to be trusted: the data of a press may be forged. */
export function askerUnder(message: Pick<Message, "reply_markup"> | undefined): number | undefined {
  const buttons = message?.reply_markup?.inline_keyboard.flat() ?? [];
  for (const button of buttons) {
    const id = "callback_data" in button ? DELETE_DATA.exec(button.callback_data)?.[1] : undefined;
    if (id !== undefined) return Number(id);
  }
  return undefined;
}

const KEY_UNITS = 256;

/**
 * The actions as a keyboard: the questions to tap when there is nothing else, the buttons otherwise. Rows of an Arabic
 * reply run from right to left, which Telegram does not do by itself.
 */
export function keyboardOf(
  reply: Pick<Reply, "actions" | "language" | "reference">,
  placement: Placement,
): InlineKeyboardMarkup | ReplyKeyboardMarkup | undefined {
  const questions = questionsOf(reply);
  const rows = rowsOf(reply, placement)
    .filter((row) => row.length > 0)
    .map((row) => (reply.language === "ar" ? row.toReversed() : [...row]));
  if (placement.questionKeys && questions.length > 0 && reply.actions.flat().length === questions.length) {
    return {
      keyboard: questions.map((text) => [{ text }]),
      one_time_keyboard: true,
      resize_keyboard: true,
    };
  }
  return rows.length === 0 ? undefined : { inline_keyboard: rows };
}

/** Buttons that are side by side on a telephone with their labels whole. */
const ROW = 3;

/**
 * The rows of the reply with the buttons of the place behind them: in its last row where that leaves them room. A card of one row stays
 * one: what has no room in it is found in the private chat.
 */
function rowsOf(
  { actions, reference }: Pick<Reply, "actions" | "reference">,
  placement: Placement,
): readonly (readonly InlineKeyboardButton[])[] {
  const { last } = placement;
  const rows = actions.map((row) => row.flatMap((action) => buttonOf(action, placement)));
  const end = rows.at(-1) ?? [];
  if (last.length === 0) return rows;
  if (reference !== undefined && rows.length === 1) return [[...end.slice(0, ROW - last.length), ...last]];
  const hasRoom = end.length + last.length <= ROW && actions.at(-1)?.every(({ type }) => type === "press");
  return hasRoom ? [...rows.slice(0, -1), [...end, ...last]] : [...rows, last];
}

/** Questions of a reply that no button can carry here: to be listed in its text instead. */
export function questionsWithoutButton(reply: Pick<Reply, "actions">, placement: Placement): string[] {
  return placement.questionKeys || placement.inlineMode ? [] : questionsOf(reply);
}

function questionsOf(reply: Pick<Reply, "actions">): string[] {
  return reply.actions.flat().flatMap((action) => (action.type === "ask" ? [action.text] : []));
}

function buttonOf(action: Action, placement: Placement): InlineKeyboardButton[] {
  const { inlineMode } = placement;
  const text = action.label;
  switch (action.type) {
    case "press":
      return [{ text, callback_data: action.data }];
    case "end":
      return [{ text, callback_data: endData(action.role) }];
    case "copy":
      return [copyButton(action, placement)];
    case "share":
      return inlineMode ? [{ text, switch_inline_query: `#${action.key}` }] : [];
    case "link":
      return isWebAddress(action.url) ? [{ text, url: action.url }] : [];
    case "ask":
      return inlineMode ? [{ text, switch_inline_query_current_chat: action.text.slice(0, KEY_UNITS) }] : [];
  }
}

/** Telegram copies so many units at most. */
const COPY_UNITS = 256;

/** Asks for a message with the quotation of a reference, its source and its permalink, to be copied out of it. */
export const COPY_DATA = /^y([\w-]{8}(?:[\w-]{3})?)$/;

/**
 * Copies the quotation, its source and its permalink. What has no room in a button comes as a message of its own, in private: there a press
 * asks for it, from elsewhere the button leads there.
 */
function copyButton({ label, text, key }: CopyAction, placement: Placement): InlineKeyboardButton {
  const whole = `${text}\n${permalink(placement.username, key)}`;
  if (whole.length <= COPY_UNITS) return { text: label, copy_text: { text: whole } };
  return placement.isPrivate
    ? { text: label, callback_data: `y${key}` }
    : { text: label, url: `https://t.me/${placement.username}?start=c_${key}` };
}

type CopyAction = Extract<Action, { type: "copy" }>;
