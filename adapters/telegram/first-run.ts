import type { UserFromGetMe } from "grammy/types";

/** One line for whoever runs the bot: where it is, and what is switched off, with how to switch it on. */
export function whereItIs(me: UserFromGetMe): string {
  const off = [
    ...(me.supports_inline_queries ? [] : ["inline mode (send /setinline to @BotFather)"]),
    ...(me.supports_guest_queries === false
      ? ["guest mode (open the mini app of @BotFather, choose the bot, Bot Settings, Guest Mode)"]
      : []),
    ...(me.can_join_groups ? [] : ["groups (send /setjoingroups to @BotFather)"]),
  ];
  const address = `Telegram: the bot is at https://t.me/${me.username}`;
  return off.length === 0 ? `${address}.` : `${address}; switched off: ${off.join(", ")}.`;
}
