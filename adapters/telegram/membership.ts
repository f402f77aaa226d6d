import type { ChatMemberUpdated } from "grammy/types";
import { insert, wordingOf } from "../../src/index.ts";
import { deliver } from "./deliver.ts";
import { type Desk, replyFor, saying } from "./desk.ts";
import { languageOfPerson } from "./incoming.ts";
import { renderReply } from "./render.ts";
import { groupSurface } from "./surfaces.ts";

const OUTSIDE = new Set(["left", "kicked"]);

/** Added to a group, the bot says once how it is asked there and what it sees; any other change of its place is no occasion. */
export async function onMembership(desk: Desk, change: ChatMemberUpdated): Promise<void> {
  const { chat, new_chat_member: now, old_chat_member: before } = change;
  if (chat.type !== "group" && chat.type !== "supergroup") return;
  if (OUTSIDE.has(now.status) || !OUTSIDE.has(before.status)) return;
  // The operator may have switched privacy mode since the start.
  const asked = await desk.sender.call("getMe", {}, { patienceMs: 5_000 });
  if (asked.ok) desk.me = asked.result;
  const seesAll = desk.me.can_read_all_group_messages || now.status === "administrator";

  const language = languageOfPerson(change.from);
  const words = wordingOf(language);
  const examples = await replyFor(desk, { kind: "examples", language });
  const example = examples.actions.flat().find((action) => action.type === "ask")?.text;
  const lines = [words.groupHello, seesAll ? words.groupPrivacyOff : words.groupPrivacyOn];
  if (example !== undefined) lines.push(`${insert(`/ask@${desk.me.username}`, language)} ${example}`);
  const reply = saying(language, lines.join("\n\n"));
  await deliver(desk, { chat: chat.id }, renderReply(reply, groupSurface(desk, reply, change.from.id)));
}
