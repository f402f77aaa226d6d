import type { Update } from "grammy/types";

/** The chat, where the order of things is seen; presses and queries of people answer each for itself. */
export function laneOf(update: Update): string | undefined {
  const { chat } = update.message ?? update.edited_message ?? update.my_chat_member ?? {};
  return chat === undefined ? undefined : String(chat.id);
}
