import type { Message } from "grammy/types";
import { type Language, type Reply, type Request, wordingOf } from "../../src/index.ts";
import { deliver, type Target } from "./deliver.ts";
import { apology, type Desk, limitKey, replyFor, saying } from "./desk.ts";
import { askerOf, languageOfPerson } from "./incoming.ts";
import type { Surface } from "./keyboard.ts";
import { type Outgoing, renderReply } from "./render.ts";

/** What is to be said: a request for the assistant, or a line of ours. */
export type Answering = Request | { readonly kind: "say"; readonly text: string };

/**
 * Answers `message`, or edits the answer that it had. Whoever asks too fast is told so once, then gets silence.
 * An answer in a group shows its question; in private it is clear by itself.
 */
export async function answerMessage(
  desk: Desk,
  message: Message,
  answering: Answering,
  surfaceOf: (reply: Reply) => Surface,
): Promise<void> {
  const language = languageOfPerson(message.from);
  const permission = await desk.limits.question(limitKey(askerOf(message)));
  if (permission === "excess") return;
  const reply =
    permission === "first"
      ? saying(language, wordingOf(language).tooFast(10))
      : await replyOf(desk, answering, language);
  const key = answerKey(message);
  const earlier = permission === "first" ? [] : (desk.answers.get(key) ?? []);
  const ids = await deliver(desk, targetOf(message), rendered(desk, reply, surfaceOf), earlier);
  if (permission === "ok" && ids.length > 0) desk.answers.set(key, ids);
}

/** Is the answer to `message` still known, so that it can be edited? */
export function hasAnswer(desk: Desk, message: Message): boolean {
  return desk.answers.has(answerKey(message));
}

function replyOf(desk: Desk, answering: Answering, language: Language): Promise<Reply> | Reply {
  return answering.kind === "say"
    ? saying(language, answering.text)
    : replyFor(desk, { language, ...answering });
}

function rendered(desk: Desk, reply: Reply, surfaceOf: (reply: Reply) => Surface): Outgoing[] {
  try {
    return renderReply(reply, surfaceOf(reply));
  } catch (error) {
    const sorry = apology(desk, error, reply.language);
    return renderReply(sorry, surfaceOf(sorry));
  }
}

function targetOf(message: Message): Target {
  return {
    chat: message.chat.id,
    thread: message.is_topic_message ? message.message_thread_id : undefined,
    replyTo: message.chat.type === "private" ? undefined : message.message_id,
  };
}

function answerKey(message: Message): string {
  return `${message.chat.id} ${message.message_id}`;
}
