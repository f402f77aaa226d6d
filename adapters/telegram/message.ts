import type { InlineKeyboardButton, Message, User } from "grammy/types";
import { articleOfCard, contextKey, type Language } from "../../src/index.ts";

/** The content of a message, meant for the bot or not. */
export type MessageContent =
  | {
      readonly kind: "command";
      readonly name: string;
      readonly bot: string | undefined;
      readonly text: string;
    }
  | { readonly kind: "text"; readonly text: string; readonly mentioned: boolean }
  /** A voice message, a photo without a caption and the like. */
  | { readonly kind: "media" }
  /** A service message, or a kind that is not known yet. */
  | { readonly kind: "nothing" };

/** The bot, as far as messages name it. */
export interface Self {
  readonly id: number;
  readonly username: string;
  /** It has inline mode. */
  readonly supports_inline_queries: boolean;
}

const COMMAND = /^\/([A-Za-z0-9_]{1,32})(?:@([A-Za-z0-9_]{1,64}))?(?:\s+|$)/;

export function contentOf(message: Message, self: Self): MessageContent {
  const text = message.text ?? message.caption;
  if (text === undefined) return { kind: MEDIA.some((key) => key in message) ? "media" : "nothing" };
  const command = COMMAND.exec(text);
  if (command?.[1] !== undefined) {
    const rest = text.slice(command[0].length).trim();
    return { kind: "command", name: command[1].toLowerCase(), bot: command[2]?.toLowerCase(), text: rest };
  }
  const bare = withoutMention(text, self.username);
  const byLink = [...(message.entities ?? []), ...(message.caption_entities ?? [])].some(
    (entity) => entity.type === "text_mention" && entity.user?.id === self.id,
  );
  return { kind: "text", text: bare.trim(), mentioned: bare !== text || byLink };
}

/** The message, or the part of it, that `message` replies to, when somebody else wrote it. */
export function repliedText(message: Message, self: Self): string | undefined {
  const replied = message.reply_to_message;
  if (replied?.from?.id === self.id) return undefined;
  const text = message.quote?.text ?? replied?.text ?? replied?.caption;
  return text === undefined ? undefined : withoutMention(text, self.username).trim() || undefined;
}

/** The words that `message` points at: the part that the person selected, of anybody's message, else what somebody else wrote. */
export function pointedText(message: Message, self: Self): string | undefined {
  const { quote } = message;
  return quote?.is_manual ? quote.text.trim() || undefined : repliedText(message, self);
}

export function repliesTo(message: Message, self: Self): boolean {
  return message.reply_to_message?.from?.id === self.id;
}

/** The article whose card `message` replies to, read from the card's buttons: it alone is asked. */
export function articleOf(message: Message, self: Self): string | undefined {
  for (const button of buttonsRepliedTo(message, self)) {
    const article = "callback_data" in button ? articleOfCard(button.callback_data) : undefined;
    if (article !== undefined) return article;
  }
  return undefined;
}

/** Those of the last row first: buttons that turn to other passages stand in the rows above those of the passage itself. */
function buttonsRepliedTo(message: Message, self: Self): readonly InlineKeyboardButton[] {
  if (!repliesTo(message, self)) return [];
  const rows = message.reply_to_message?.reply_markup?.inline_keyboard ?? [];
  return rows.toReversed().flat();
}

/** The passage that an answer of the bot's shows, read from its buttons: a reply to it asks about this passage. */
export function contextOf(message: Message, self: Self): string | undefined {
  for (const button of buttonsRepliedTo(message, self)) {
    if ("switch_inline_query" in button && button.switch_inline_query.startsWith("#"))
      return button.switch_inline_query.slice(1);
    const linked = "url" in button ? PERMALINK.exec(button.url)?.[1] : undefined;
    const key = linked ?? ("callback_data" in button ? contextKey(button.callback_data) : undefined);
    if (key !== undefined) return key;
  }
  return undefined;
}

/**
 * The message of another person that `message` replies to, by its id: what the bot is asked there is for its author. A topic's first
 * message and a channel's post are nobody's.
 */
export function addressedBy(message: Message, self: Self): number | undefined {
  const replied = message.reply_to_message;
  if (replied === undefined || isByMachine(replied, self)) return undefined;
  if (askerOf(replied) === askerOf(message) || contentOf(replied, self).kind === "nothing") return undefined;
  return replied.message_id;
}

/** The link of a group's button to the private chat. */
const PERMALINK = /^https:\/\/t\.me\/\w+\?start=p_([\w-]+)$/;

/** Written by the bot itself, through it, by another bot, or handed on from a channel: nobody who could be answered. */
export function isByMachine(message: Message, self: Self): boolean {
  if (message.via_bot?.id === self.id || message.is_automatic_forward) return true;
  const { from } = message;
  return from === undefined ? message.sender_chat === undefined : from.is_bot && !message.sender_chat;
}

/** Tells messages apart; the same one may come as a message and as a guest query. */
export function keyOf(message: Message): string {
  return `${message.chat.id} ${message.message_id}`;
}

/** The person who asks, or the group itself for its anonymous admins. */
export function askerOf(message: Message): number {
  return message.sender_chat?.id ?? message.from?.id ?? message.chat.id;
}

/** The language of all that is no answer to a question: Arabic, unless the person is known to use another. */
export function languageOfPerson(person: Pick<User, "language_code"> | undefined): Language {
  const code = person?.language_code?.toLowerCase();
  return code === undefined || code === "" || /^ar\b/.test(code) ? "ar" : "en";
}

/** The bot's name is taken out wherever it stands by itself, in any case. */
function withoutMention(text: string, username: string): string {
  return text.replace(new RegExp(`(?<![\\w@])@${username}(?!\\w)`, "gi"), " ");
}

/** Contents that a person may send in place of words. */
const MEDIA: readonly (keyof Message)[] = [
  "animation",
  "audio",
  "checklist",
  "contact",
  "dice",
  "document",
  "game",
  "location",
  "paid_media",
  "photo",
  "poll",
  "sticker",
  "story",
  "venue",
  "video",
  "video_note",
  "voice",
];
