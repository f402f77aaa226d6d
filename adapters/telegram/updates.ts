import type { Update } from "grammy/types";

/** Exactly the updates that something here answers. Telegram keeps the list, so it is sent with every request. */
export const ALLOWED_UPDATES = [
  "message",
  "edited_message",
  "guest_message",
  "inline_query",
  "callback_query",
  "my_chat_member",
] as const satisfies readonly (keyof Update)[];

/** After an outage a private question of the last day still deserves its answer. */
const PRIVATE_S = 24 * 3600;
/** In a group the talk has moved on; a press or an inline query has been given up by its client. */
const OTHERS_S = 10 * 60;

/** Telegram sends nothing else; a broken proxy or another's server may. */
export function isUpdate(update: unknown): update is Update {
  return (
    typeof update === "object" &&
    update !== null &&
    "update_id" in update &&
    Number.isSafeInteger(update.update_id)
  );
}

/** The chat of a message, or the person of anything else: one chat's updates share their place in the queue of all. */
export function sourceOf(update: Update): string | undefined {
  const { chat } = update.message ?? update.edited_message ?? update.my_chat_member ?? {};
  const { from } = update.guest_message ?? update.callback_query ?? update.inline_query ?? {};
  const id = chat?.id ?? from?.id;
  return id === undefined ? undefined : String(id);
}

/** When it was written or done, in seconds of Telegram's clock; presses and inline queries carry no date. */
export function dateOf(update: Update): number | undefined {
  const message = update.message ?? update.guest_message;
  return message?.date ?? update.edited_message?.edit_date ?? update.my_chat_member?.date;
}

/**
 * The updates of one delivery that are still worth an answer at `now` (seconds, Telegram's clock). An update without a
 * date is at least as old as the next dated one behind it, since updates come in order.
 */
export function worthAnswering(updates: readonly Update[], now: number): Update[] {
  const kept: Update[] = [];
  let notAfter = Number.POSITIVE_INFINITY;
  for (const update of updates.toReversed()) {
    const date = dateOf(update);
    if (date !== undefined) notAfter = Math.min(notAfter, date);
    if (now - (date ?? notAfter) <= longestOf(update)) kept.push(update);
  }
  return kept.reverse();
}

function longestOf(update: Update): number {
  const message = update.message ?? update.edited_message;
  return message?.chat?.type === "private" ? PRIVATE_S : OTHERS_S;
}
