import type { InlineKeyboardButton, InlineKeyboardMarkup, ReplyKeyboardMarkup } from "grammy/types";
import type { Action, Reply } from "../../src/index.ts";
import { isWebAddress } from "./layout.ts";

/** Where a reply is shown, as far as its buttons depend on it. */
export interface Surface {
  /** The bot's name, without `@`. */
  readonly username: string;
  /** Inline mode is switched on: without it Telegram refuses messages whose buttons lead there. */
  readonly inlineMode: boolean;
  /** Private chats alone have a keyboard of questions to tap; elsewhere it would open before everybody. */
  readonly questionKeys: boolean;
  /** Rows of this platform's own, below the reply's. */
  readonly extra: readonly (readonly InlineKeyboardButton[])[];
}

const REPLY_KEY_UNITS = 256;

/**
 * The actions as a keyboard: the questions to tap when there is nothing else, the buttons otherwise. Rows of an Arabic
 * reply run from right to left, which Telegram does not do by itself.
 */
export function keyboardOf(
  reply: Pick<Reply, "actions" | "language">,
  surface: Surface,
): InlineKeyboardMarkup | ReplyKeyboardMarkup | undefined {
  const questions = questionsOf(reply);
  const rows = [
    ...reply.actions.map((row) => row.flatMap((action) => buttonOf(action, surface))),
    ...surface.extra,
  ]
    .filter((row) => row.length > 0)
    .map((row) => (reply.language === "ar" ? row.toReversed() : [...row]));
  if (surface.questionKeys && questions.length > 0 && reply.actions.flat().length === questions.length) {
    return {
      keyboard: questions.map((text) => [{ text }]),
      one_time_keyboard: true,
      resize_keyboard: true,
    };
  }
  return rows.length === 0 ? undefined : { inline_keyboard: rows };
}

/** Questions of a reply that no button can carry here: to be listed in its text instead. */
export function questionsWithoutButton(
  reply: Pick<Reply, "actions" | "language">,
  surface: Surface,
): string[] {
  return surface.questionKeys || surface.inlineMode ? [] : questionsOf(reply);
}

function questionsOf(reply: Pick<Reply, "actions">): string[] {
  return reply.actions.flat().flatMap((action) => (action.type === "ask" ? [action.text] : []));
}

function buttonOf(action: Action, surface: Surface): InlineKeyboardButton[] {
  const text = action.label;
  switch (action.type) {
    case "press":
      return [{ text, callback_data: action.data }];
    case "copy":
      return [{ text, copy_text: { text: action.text } }];
    case "share":
      return surface.inlineMode ? [{ text, switch_inline_query: `#${action.key}` }] : [];
    case "link":
      return isWebAddress(action.url) ? [{ text, url: action.url }] : [];
    case "ask":
      return surface.inlineMode
        ? [{ text, switch_inline_query_current_chat: action.text.slice(0, REPLY_KEY_UNITS) }]
        : [];
  }
}
