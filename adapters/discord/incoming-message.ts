import { MessageType } from "discord.js";
import { z } from "zod";
import { type MessageSeen, messageSchema, readMessage } from "./seen-message.ts";

/** A message that is meant for the bot: a mention of it, a reply to it, or a direct message. */
export interface Addressed {
  readonly id: string;
  readonly channel: string;
  readonly person: string;
  /** Without the mention of the bot. */
  readonly text: string;
  readonly alone: boolean;
  /** Key of the passage in the answer of ours that is replied to. */
  readonly context?: string;
}

/** Undefined for what is not asked of the bot `me`: other people's talk, other bots, its own messages, joins and pins. */
export function readAddressed(data: unknown, me: string): Addressed | undefined {
  const parsed = schema.safeParse(data);
  if (!parsed.success) return undefined;
  const message = parsed.data;
  const { author } = message;
  if (author.bot || author.id === me || message.webhook_id !== undefined) return undefined;
  if (message.type !== MessageType.Default && message.type !== MessageType.Reply) return undefined;

  const alone = message.guild_id === undefined;
  const replied = message.referenced_message ? readMessage(message.referenced_message) : undefined;
  const isMentioned = new RegExp(`<@!?${me}>`).test(message.content);
  const isReply = replied?.author === me && message.content.trim() !== "";
  if (!alone && !isMentioned && !isReply) return undefined;

  return {
    id: message.id,
    channel: message.channel_id,
    person: author.id,
    text: question(withoutPings(message.content), replied, me),
    alone,
    ...(replied?.author === me && replied.passage !== undefined ? { context: replied.passage } : {}),
  };
}

const id = z.string().regex(/^\d{1,20}$/);

const schema = messageSchema.extend({
  id,
  channel_id: id,
  guild_id: id.optional(),
  type: z.number(),
  webhook_id: z.string().optional(),
  referenced_message: messageSchema.nullish(),
});

/** A bare mention in reply to somebody's message asks what that message says. */
function question(text: string, replied: MessageSeen | undefined, me: string): string {
  return text === "" && replied !== undefined && replied.author !== me ? withoutPings(replied.text) : text;
}

/** Mentions, channels, commands, timestamps and emoji of a server are ids, not words. */
function withoutPings(text: string): string {
  return text.replace(/<(?:@[!&]?\d+|#\d+|\/[^<>]{1,64}:\d+|t:-?\d+(?::\w)?|a?:\w+:\d+)>/gu, " ").trim();
}
