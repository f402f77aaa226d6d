import type { Message } from "grammy/types";
import { asked, askForWords, commanded } from "./commands.ts";
import { type Desk, takes } from "./desk.ts";
import { askerOf, contentOf, isByMachine, repliedText, repliesTo } from "./incoming.ts";
import { type Answering, answerMessage, hasAnswer } from "./questions.ts";
import { groupSurface } from "./surfaces.ts";

/** In a group only what is meant for us is answered: our commands, mentions, and replies to our messages. */
export async function onGroupMessage(desk: Desk, message: Message, edited: boolean): Promise<void> {
  if (isByMachine(message, desk.me)) return;
  const answering = askedInGroup(desk, message);
  if (!answering) return;
  if (edited ? !hasAnswer(desk, message) : !takes(desk, messageKey(message))) return;
  await answerMessage(desk, message, answering, (reply) => groupSurface(desk, reply, askerOf(message)));
}

/** The same message may come as a message and as a guest query. */
export function messageKey(message: Message): string {
  return `message ${message.chat.id} ${message.message_id}`;
}

/** What a link that adds the bot to a group sends there as `/start`: being added is answered already. */
const ADDED_BY_LINK = "setup";

function askedInGroup(desk: Desk, message: Message): Answering | undefined {
  const content = contentOf(message, desk.me);
  if (content.kind === "command") {
    if (content.bot !== undefined && content.bot !== desk.me.username.toLowerCase()) return undefined;
    if (content.name === "start" && content.text === ADDED_BY_LINK) return undefined;
    return commanded(content.name, content.text, message, desk.me, true);
  }
  if (content.kind !== "text" || !(content.mentioned || repliesTo(message, desk.me))) return undefined;
  const question = content.text || repliedText(message, desk.me);
  return question ? asked(question, message, desk.me, true) : askForWords(message);
}
