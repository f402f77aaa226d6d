import type { Message } from "grammy/types";
import { wordingOf } from "../../src/index.ts";
import { contextOf, languageOfPerson, repliedText, type Self } from "./incoming.ts";
import type { Answering } from "./questions.ts";

const PASSAGE_LINK = /^p_([A-Za-z0-9_-]+)$/;

/**
 * What a command asks for; undefined for one that is not ours. Where it needs words and has none, it takes those of the
 * message that it replies to.
 */
export function commanded(
  name: string,
  text: string,
  message: Message,
  self: Self,
  compact: boolean,
): Answering | undefined {
  switch (name) {
    case "start": {
      const key = PASSAGE_LINK.exec(text)?.[1];
      return key === undefined ? { kind: "start" } : { kind: "cite", text: `p_${key}` };
    }
    case "ask": {
      const question = text || repliedText(message, self);
      return question === undefined ? askForWords(message) : asked(question, message, self, compact);
    }
    case "cite":
      return { kind: "cite", text: text || (contextOf(message, self) ?? repliedText(message, self) ?? "") };
    case "sources":
    case "help":
    case "privacy":
      return { kind: name };
    default:
      return undefined;
  }
}

/** A question, with the passage of the answer that it replies to. */
export function asked(text: string, message: Message, self: Self, compact: boolean): Answering {
  const context = contextOf(message, self);
  return { kind: "ask", text, compact, ...(context === undefined ? {} : { context }) };
}

export function askForWords(message: Message): Answering {
  return { kind: "say", text: wordingOf(languageOfPerson(message.from)).askAfterCommand };
}
