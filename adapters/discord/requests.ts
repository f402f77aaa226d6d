import { type Language, languageOf, type Reply } from "../../src/index.ts";
import type { ChatAdapterOptions } from "../runtime/adapter.ts";
import { readChoice } from "./autocomplete.ts";
import type { CommandName } from "./commands.ts";
import type { Caller } from "./incoming.ts";

/** The core, as a chat adapter is given it. */
export type Assistant = ChatAdapterOptions<unknown>["assistant"];

/**
 * The reply to a question, or the passage that was chosen from the list while it was typed: then the question is the
 * passage's key. A word that only looks like a key is a question.
 */
export async function replyToQuestion(
  assistant: Assistant,
  text: string,
  language: Language,
): Promise<Reply> {
  const passage = await passageChosen(assistant, text);
  return passage ?? assistant.handle({ kind: "ask", text, language });
}

/** The passage that a key names, or what is found for words. */
export async function replyToCite(assistant: Assistant, text: string, language: Language): Promise<Reply> {
  const passage = await passageChosen(assistant, text);
  return passage ?? assistant.handle({ kind: "cite", text, language: languageOf(text, language) });
}

async function passageChosen(assistant: Assistant, text: string): Promise<Reply | undefined> {
  const choice = readChoice(text);
  if (choice === undefined) return undefined;
  const reply = await assistant.handle({ kind: "cite", text: `#${choice.key}`, language: choice.language });
  return reply.failed ? undefined : reply;
}

/**
 * The language of what is no answer to a question: that of the command's name, else of the client. Discord has no Arabic
 * client, so that English says little: a text of the person's own is looked at first.
 */
export function languageFor(caller: Pick<Caller, "locale">, command?: CommandName, text = ""): Language {
  const named = command?.language ?? (caller.locale.startsWith("en") ? "en" : "ar");
  return languageOf(text, named);
}
