import type { Update } from "grammy/types";

/** After an outage a private question of the last day still deserves its answer. */
const PRIVATE_S = 24 * 3600;
/** In a group the talk has moved on; a press or an inline query has been given up by its client. */
const OTHERS_S = 10 * 60;

/**
 * The updates of one delivery that are still worth an answer at `now` (seconds, Telegram's clock). Inline queries and
 * presses carry no date: they are as old, at least, as the next dated update behind them, since updates come in order.
 */
export function worthAnswering(updates: readonly Update[], now: number): Update[] {
  const kept: Update[] = [];
  let notAfter = Number.POSITIVE_INFINITY;
  for (const update of updates.toReversed()) {
    const date = dateOf(update);
    if (date !== undefined) notAfter = Math.min(notAfter, date);
    if (now - (date ?? notAfter) <= longest(update)) kept.push(update);
  }
  return kept.reverse();
}

function dateOf(update: Update): number | undefined {
  const message = update.message ?? update.guest_message;
  return message?.date ?? update.edited_message?.edit_date ?? update.my_chat_member?.date;
}

function longest(update: Update): number {
  const message = update.message ?? update.edited_message;
  return message?.chat?.type === "private" ? PRIVATE_S : OTHERS_S;
}
