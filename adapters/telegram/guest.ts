import type { Message } from "grammy/types";
import { type Reply, wordingOf } from "../../src/index.ts";
import { asked, askForWords, commanded } from "./commands.ts";
import { type Desk, limitKey, replyFor, saying, takes } from "./desk.ts";
import { messageKey } from "./groups.ts";
import { askerOf, contentOf, languageOfPerson, repliedText } from "./incoming.ts";
import { article, titleOf } from "./inline.ts";
import type { Answering } from "./questions.ts";

/** A guest query is given up about as fast as an inline query; no figure is published. */
const PATIENCE_MS = 8_000;

/** A mention in a chat that the bot has not joined: one compact card, and nothing by any other way. */
export async function onGuestMessage(desk: Desk, message: Message): Promise<void> {
  const id = message.guest_query_id;
  if (id === undefined) return;
  if (message.chat.type !== "private" && !takes(desk, messageKey(message))) return;
  const permission = await desk.limits.question(limitKey(askerOf(message)));
  if (permission === "excess") return;
  const language = languageOfPerson(message.from);
  const reply =
    permission === "first"
      ? saying(language, wordingOf(language).tooFast(10))
      : await replyOf(desk, askedAsGuest(desk, message), language);
  // Whoever was killed after this and forgot it is refused by Telegram the second time.
  await desk.sender.call(
    "answerGuestQuery",
    { guest_query_id: id, result: article(desk, "answer", titleOf(reply), undefined, reply) },
    { patienceMs: PATIENCE_MS },
  );
}

function replyOf(desk: Desk, answering: Answering, language: Reply["language"]): Promise<Reply> | Reply {
  return answering.kind === "say"
    ? saying(language, answering.text)
    : replyFor(desk, { language, ...answering });
}

function askedAsGuest(desk: Desk, message: Message): Answering {
  const content = contentOf(message, desk.me);
  if (content.kind === "command") {
    const known = commanded(content.name, content.text, message, desk.me, true);
    if (known) return known;
  }
  const question = ("text" in content && content.text) || repliedText(message, desk.me);
  return question ? asked(question, message, desk.me, true) : askForWords(message);
}
