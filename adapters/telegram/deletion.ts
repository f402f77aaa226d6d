import type { CallbackQuery } from "grammy/types";
import { wordingOf } from "../../src/index.ts";
import type { Desk } from "./desk.ts";
import { languageOfPerson } from "./incoming.ts";

const PATIENCE_MS = 4_000;

/**
 * Deletes the answer under the pressed button, for whoever asked and for the group's admins: that the data names the
 * presser proves nothing for anybody else, so admins are asked of Telegram. Gives what to say.
 */
export async function removeAnswer(desk: Desk, press: CallbackQuery, asker: number): Promise<string> {
  const words = wordingOf(languageOfPerson(press.from));
  const { message } = press;
  if (!message) return words.expired;
  const chat = message.chat.id;
  if (press.from.id !== asker && !(await isAdmin(desk, chat, press.from.id))) return words.notYours;
  const options = { chat, patienceMs: PATIENCE_MS };
  const outcome = await desk.sender.call(
    "deleteMessage",
    { chat_id: chat, message_id: message.message_id },
    options,
  );
  return outcome.ok || outcome.failure.kind === "gone" ? words.deleted : words.expired;
}

async function isAdmin(desk: Desk, chat: number, person: number): Promise<boolean> {
  const payload = { chat_id: chat, user_id: person };
  const member = await desk.sender.call("getChatMember", payload, { patienceMs: PATIENCE_MS });
  return member.ok && (member.result.status === "creator" || member.result.status === "administrator");
}
