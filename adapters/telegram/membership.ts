import { type Bot, Composer, type Context } from "grammy";
import type { BotParts } from "./bot-parts.ts";
import { deliver } from "./deliver.ts";
import { tryCall } from "./failure.ts";
import { inGroup } from "./keyboard.ts";
import { languageOfPerson } from "./message.ts";
import { renderGuarded } from "./render.ts";

const OUTSIDE: ReadonlySet<string> = new Set(["left", "kicked"]);

/** Added to a group, the bot says once how it is asked there and which messages reach it. Of any other change of its place it says nothing. */
export function membership({ guard, log }: BotParts, bot: Pick<Bot, "api" | "botInfo">): Composer<Context> {
  const composer = new Composer<Context>();
  composer.on("my_chat_member").chatType(["group", "supergroup"], async (ctx) => {
    const { new_chat_member: now, old_chat_member: before, from } = ctx.myChatMember;
    if (OUTSIDE.has(now.status) || !OUTSIDE.has(before.status)) return;
    // The operator may have switched privacy mode since the start.
    const asked = await tryCall(bot.api.getMe());
    const me = asked.kind === "done" ? asked.result : ctx.me;
    bot.botInfo = me;
    const reply = await guard.handle({
      kind: "welcome",
      command: `/ask@${me.username}`,
      seesAll: me.can_read_all_group_messages || now.status === "administrator",
      language: languageOfPerson(from),
    });
    if (!reply) return;
    const messages = renderGuarded(reply, (shown) => inGroup(me, shown, from.id), guard);
    await deliver(ctx, messages, { log });
  });
  return composer;
}
