import type { Message, Update } from "grammy/types";
import type { Desk } from "./desk.ts";
import { onGroupMessage } from "./groups.ts";
import { onGuestMessage } from "./guest.ts";
import { onInlineQuery } from "./inline.ts";
import { createLanes } from "./lanes.ts";
import { onMembership } from "./membership.ts";
import { createNewest } from "./newest.ts";
import { pause } from "./pauses.ts";
import { onPress } from "./presses.ts";
import { onPrivateMessage } from "./private.ts";
import { laneOf } from "./update-lane.ts";

/** Brings each update to its handler: what happens in a chat in order, all else at once. */
export function createDispatch(desk: Desk): (update: Update) => Promise<void> {
  const lanes = createLanes();
  const edits = createNewest(pause);

  async function onMessage(message: Message, edited: boolean): Promise<void> {
    if (message.chat.type === "private") await onPrivateMessage(desk, message, edited);
    else if (message.chat.type !== "channel") await onGroupMessage(desk, message, edited);
  }

  async function handle(update: Update): Promise<void> {
    if (update.message) await onMessage(update.message, false);
    else if (update.edited_message) await onMessage(update.edited_message, true);
    else if (update.guest_message) await onGuestMessage(desk, update.guest_message);
    else if (update.callback_query) await onPress(desk, edits, update.callback_query);
    else if (update.inline_query) await onInlineQuery(desk, update.inline_query);
    else if (update.my_chat_member) await onMembership(desk, update.my_chat_member);
  }

  return async (update) => {
    const ran = await lanes.run(laneOf(update), () => handle(update));
    if (!ran) desk.log.warn("telegram.too-many-waiting");
  };
}
