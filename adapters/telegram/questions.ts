import { Composer, type Context } from "grammy";
import type { Message } from "grammy/types";
import { LRUCache } from "lru-cache";
import type { Reply, Request } from "../../src/index.ts";
import { askedInGroup, askedInPrivate } from "./asking.ts";
import type { BotParts } from "./bot-parts.ts";
import { CHAT_QUEUE_DEPTH, createChatQueue } from "./chat-queue.ts";
import { deliver, type Sent } from "./deliver.ts";
import { inGroup, inPrivate, type Placement } from "./keyboard.ts";
import { addressedBy, askerOf, isByMachine, keyOf, type Self } from "./message.ts";
import { renderGuarded } from "./render.ts";

/** Answers remembered, so that an edited question edits its answer: their ids and hashes, no words. They may be lost at any time. */
const ANSWERS = { max: 10_000, ttl: 3_600_000 };

/** Messages in private chats and in groups, and the same after they were edited. */
export function questions({ guard, log, isFirst, background }: BotParts): Composer<Context> {
  const queue = createChatQueue();
  const answers = new LRUCache<string, readonly Sent[]>(ANSWERS);

  /** Counts a question when it comes, and answers it when it is its turn. A question too many is over at once. */
  async function ask(
    ctx: Context,
    message: Message,
    request: Request,
    placementOf: (reply: Reply) => Placement,
  ): Promise<void> {
    const admission = await guard.admit("question", String(askerOf(message)));
    const { language = "ar" } = request;
    /** The one line of a person, or a chat, that asks too much. Nothing waits for it, nor it for the chat's queue. */
    const refuse = (refusal: Request) =>
      background(async () => {
        const reply = await guard.handle(refusal, admission);
        if (reply) await show(reply);
      });
    const show = (reply: Reply, earlier: readonly Sent[] = []) =>
      deliver(ctx, renderGuarded(reply, placementOf, guard), {
        log,
        earlier,
        replyTo: message.chat.type === "private" ? undefined : answered(message, reply, ctx.me),
      });

    if (!admission.allowed) return refuse(request);
    await queue.run(
      ctx,
      async () => {
        const reply = await guard.handle(request);
        if (!reply) return;
        const key = keyOf(message);
        const sent = await show(reply, answers.get(key));
        if (sent.length > 0) answers.set(key, sent);
      },
      () => {
        log.warn("telegram.too-many-waiting");
        refuse({ kind: "too-fast", seconds: CHAT_QUEUE_DEPTH, language });
      },
    );
  }

  const composer = new Composer<Context>();
  const people = composer.on(["message", "edited_message"]).filter((ctx) => !isByMachine(ctx.msg, ctx.me));

  people.chatType("private", async (ctx) => {
    const request = askedInPrivate(ctx.msg, ctx.me);
    if (!request) return;
    if (request.kind === "not-text") {
      const { media_group_id: album } = ctx.msg;
      // A location that moves comes as edits, an album as several messages.
      if (ctx.editedMessage || (album !== undefined && !isFirst(`album ${album}`))) return;
    }
    await ask(ctx, ctx.msg, request, () => inPrivate(ctx.me));
  });

  people.chatType(["group", "supergroup"], async (ctx) => {
    const request = askedInGroup(ctx.msg, ctx.me);
    if (!request) return;
    if (ctx.editedMessage ? !answers.has(keyOf(ctx.msg)) : !isFirst(keyOf(ctx.msg))) return;
    await ask(ctx, ctx.msg, request, (reply) => inGroup(ctx.me, reply, askerOf(ctx.msg)));
  });

  return composer;
}

/** The message that a reply answers: that of the person who is addressed, where there is something to tell them, else the question. */
function answered(message: Message, { reference, verification }: Reply, self: Self): number {
  const tells = reference !== undefined || verification !== undefined;
  return (tells ? addressedBy(message, self) : undefined) ?? message.message_id;
}
