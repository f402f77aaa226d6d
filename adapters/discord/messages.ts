import {
  type ComponentInContainer,
  type Message,
  type MessageActionRowComponent,
  MessageType,
  type TopLevelComponent,
} from "discord.js";
import { articleOfCard, contextKey, languageOf, type Reply, type Request } from "../../src/index.ts";
import { causeCode } from "../runtime/describe-error.ts";
import type { Guard } from "../runtime/guard.ts";
import type { Logger } from "../runtime/logger.ts";
import { type CustomId, decodeCustomId } from "./custom-ids.ts";
import { deliver } from "./delivery.ts";
import { renderReply } from "./render.ts";

export interface MessagesOptions {
  readonly guard: Guard;
  readonly log: Logger;
  /** True once for each id: a connection that is resumed may bring an interaction or a message twice. */
  isFirst(id: string): boolean;
}

/**
 * Answers mentions of the bot, replies to it and direct messages, each once, in the channel or thread where they stand; silent
 * to all else. Never rejects.
 */
export function createMessages({ guard, log, isFirst }: MessagesOptions) {
  return async function serve(message: Message): Promise<void> {
    if (message.partial || !isForBot(message) || !isFirst(message.id)) return;
    const language = languageOf(message.content);
    try {
      const admission = await guard.admit("question", message.author.id);
      // Of a message in excess nothing is read.
      const request = admission.allowed
        ? await requestOf(message)
        : ({ kind: "not-text", language } as const);
      const reply = await guard.handle(request, admission);
      if (reply !== undefined) await send(message, reply);
    } catch (error) {
      const apology = guard.apologise(error, language);
      await send(message, apology).catch(() => {});
    }
  };

  async function requestOf(message: Message): Promise<Request> {
    const text = withoutPings(message.content);
    const language = languageOf(text);
    const me = message.client.user.id;
    const isReplyToBot = message.mentions.repliedUser?.id === me;
    const replied = isReplyToBot || text === "" ? await repliedTo(message) : undefined;
    // A bare mention in reply to somebody's message asks that message's question.
    const question = text === "" && !isReplyToBot && replied ? withoutPings(textOfMessage(replied)) : text;
    if (question === "")
      return message.inGuild()
        ? { kind: "no-question", after: "name", language }
        : { kind: "not-text", language };
    const context = replied?.author.id === me ? passageShown(replied) : undefined;
    const article = replied?.author.id === me ? articleShown(replied) : undefined;
    return {
      kind: "ask",
      text: question,
      compact: message.inGuild(),
      language,
      ...(context === undefined ? {} : { context }),
      ...(article === undefined ? {} : { article }),
    };
  }

  /** No message is kept, so that the one that is replied to is asked for; without it the question stands for itself. */
  async function repliedTo(message: Message): Promise<Message | undefined> {
    if (message.type !== MessageType.Reply) return undefined;
    try {
      return await message.fetchReference();
    } catch (error) {
      log.info("discord.reference-unreadable", { cause: causeCode(error) });
      return undefined;
    }
  }

  async function send(message: Message, reply: Reply): Promise<void> {
    const place = { asker: message.author.id, isPublic: message.inGuild() };
    for (const [i, rendered] of renderReply(reply, place).entries()) {
      // Of two messages with the same nonce Discord keeps the first.
      const nonce = i === 0 ? message.id : `${message.id}-${i}`;
      const options = { ...rendered, nonce, enforceNonce: true, failIfNotExists: false };
      if ((await deliver("reply", () => message.reply(options), log)) !== "sent") return;
    }
  }
}

/** A mention of the bot, a reply to it or a direct message: not other people's talk, other bots, its own messages, joins and pins. */
function isForBot(message: Message): boolean {
  const { author, client, content, mentions, type, webhookId } = message;
  const me = client.user.id;
  if (author.bot || author.id === me || webhookId !== null) return false;
  if (type !== MessageType.Default && type !== MessageType.Reply) return false;
  const isMention = content.includes(`<@${me}>`) || content.includes(`<@!${me}>`);
  const isReply = mentions.repliedUser?.id === me && content.trim() !== "";
  return !message.inGuild() || isMention || isReply;
}

/** Mentions, channels, commands, timestamps and emoji of a server are ids, not words. */
function withoutPings(text: string): string {
  return text.replace(/<(?:@[!&]?\d+|#\d+|\/[^<>]{1,64}:\d+|t:-?\d+(?::\w)?|a?:\w+:\d+)>/gu, " ").trim();
}

/** The words that a person wrote, or that a card or an embed says; empty where there are none, or where they may not be read. */
export function textOfMessage({ content, embeds, components }: Message): string {
  const embedded = embeds.flatMap(({ title, description }) => [title ?? "", description ?? ""]);
  const displayed = components.flatMap(withInner).flatMap((one) => ("content" in one ? one.content : []));
  return [content, ...embedded, ...displayed].find((part) => part.trim() !== "") ?? "";
}

/** Key of the article that a message is the card of. */
function articleShown(message: Message): string | undefined {
  return customIdsOf(message)
    .map((id) => (id.kind === "action" ? articleOfCard(id.data) : undefined))
    .find((key) => key !== undefined);
}

function customIdsOf({ components }: Message): CustomId[] {
  return components
    .flatMap(withInner)
    .flatMap((one) => ("customId" in one && one.customId ? (decodeCustomId(one.customId) ?? []) : []));
}

/** Key of the passage that an answer shows: the copy button names it; buttons that turn pages name where they lead. */
function passageShown(message: Message): string | undefined {
  const ids = customIdsOf(message);
  const copy = ids.find((id) => id.kind === "copy");
  if (copy?.kind === "copy") return copy.key;
  return ids
    .map((id) => (id.kind === "action" ? contextKey(id.data) : undefined))
    .find((key) => key !== undefined);
}

type AnyComponent = TopLevelComponent | ComponentInContainer | MessageActionRowComponent;

/** A component and those inside it. */
function withInner(component: AnyComponent): AnyComponent[] {
  const inner: readonly AnyComponent[] = "components" in component ? component.components : [];
  return [component, ...inner.flatMap(withInner)];
}
