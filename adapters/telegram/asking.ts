import type { Message } from "grammy/types";
import { fold, type Request } from "../../src/index.ts";
import { waysOnTelegram } from "./help.ts";
import { permalink } from "./keyboard.ts";
import {
  articleOf,
  contentOf,
  contextOf,
  languageOfPerson,
  pointedText,
  repliedText,
  repliesTo,
  type Self,
} from "./message.ts";

/** In a private chat everything is meant for the bot, and gets at least a line that helps; undefined for a command of another bot, and for a service message. */
export function askedInPrivate(message: Message, self: Self): Request | undefined {
  const language = languageOfPerson(message.from);
  const content = contentOf(message, self);
  switch (content.kind) {
    case "command":
      if (isForAnother(content.bot, self)) return undefined;
      return (
        commanded(content.name, content.text, message, self, false) ?? {
          kind: "unknown-command",
          help: "/help",
          language,
        }
      );
    case "text": {
      const word = commandInWords(content.text);
      const known = word && commanded(word.name, word.text, message, self, false);
      if (known !== undefined) return known;
      // What somebody hands on is more often said than asked.
      if (message.forward_origin !== undefined)
        return { kind: "verify", text: content.text, orAsk: true, language };
      return question(content.text, message, self, false);
    }
    case "media":
      return { kind: "not-text", language };
    case "nothing":
      return undefined;
  }
}

/** `/start setup`: sent to a group by the link that adds the bot to it. Being added is answered already. */
const ADDED_BY_LINK = "setup";

/** In a group only commands, mentions and replies to the bot's messages are meant for it. */
export function askedInGroup(message: Message, self: Self): Request | undefined {
  const content = contentOf(message, self);
  if (content.kind === "command") {
    if (isForAnother(content.bot, self)) return undefined;
    if (content.name === "start" && content.text === ADDED_BY_LINK) return undefined;
    return commanded(content.name, content.text, message, self, true);
  }
  if (content.kind !== "text" || !(content.mentioned || repliesTo(message, self))) return undefined;
  return (
    checkingInWords(content.text, message, self) ??
    question(content.text || repliedText(message, self), message, self, true)
  );
}

/** In a chat that the bot has not joined, a message comes only because it mentions the bot. A mention alone points at what it replies to. */
export function askedAsGuest(message: Message, self: Self): Request {
  const content = contentOf(message, self);
  const known =
    content.kind === "command" ? commanded(content.name, content.text, message, self, true) : undefined;
  const text = "text" in content ? content.text : "";
  const pointed = text === "" ? pointedText(message, self) : undefined;
  if (pointed !== undefined)
    return {
      kind: "verify",
      text: pointed,
      orAsk: true,
      compact: true,
      language: languageOfPerson(message.from),
    };
  return known ?? checkingInWords(text, message, self) ?? question(text || undefined, message, self, true);
}

/** A copy button in a group leads here. */
const COPY_LINK = /^c_([A-Za-z0-9_-]+)$/;
const PASSAGE_LINK = /^p_([A-Za-z0-9_-]+)$/;

/** The request of a command, with the words of the message that it replies to where it has no words itself. */
function commanded(
  name: string,
  text: string,
  message: Message,
  self: Self,
  compact: boolean,
): Request | undefined {
  const language = languageOfPerson(message.from);
  switch (name) {
    case "start": {
      const key = PASSAGE_LINK.exec(text)?.[1];
      const copied = COPY_LINK.exec(text)?.[1];
      if (copied !== undefined)
        return { kind: "copy", reference: copied, permalink: permalink(self.username, copied), language };
      return key === undefined
        ? { kind: "start", language }
        : { kind: "cite", text: `p_${key}`, compact, language };
    }
    case "ask": {
      const words = text || repliedText(message, self);
      return words === undefined
        ? { kind: "no-question", after: "command", language }
        : question(words, message, self, compact);
    }
    case "verify":
      return { kind: "verify", text: text || (pointedText(message, self) ?? ""), compact, language };
    case "cite": {
      const words = text || (contextOf(message, self) ?? repliedText(message, self) ?? "");
      return { kind: "cite", text: words, compact, permalinks: permalink(self.username, ""), language };
    }
    case "help":
      return {
        kind: "help",
        language,
        ways: waysOnTelegram(self.supports_inline_queries ? self.username : undefined),
      };
    case "sources":
    case "privacy":
      return { kind: name, language };
    default:
      return undefined;
  }
}

/** A question, with the passage of the answer or the article of the card that it replies to; without words, the line that says how to ask. */
function question(text: string | undefined, message: Message, self: Self, compact: boolean): Request {
  const language = languageOfPerson(message.from);
  if (text === undefined) return { kind: "no-question", after: "name", language };
  const context = contextOf(message, self);
  const article = articleOf(message, self);
  return {
    kind: "ask",
    text,
    compact,
    language,
    ...(context === undefined ? {} : { context }),
    ...(article === undefined ? {} : { article }),
  };
}

function isForAnother(bot: string | undefined, self: Self): boolean {
  return bot !== undefined && bot !== self.username.toLowerCase();
}

/** Arabic words that stand for commands in a private chat; Telegram's commands can only be Latin. */
const WORDS: ReadonlyMap<string, string> = new Map([
  ["ابدأ", "start"],
  ["اسأل", "ask"],
  ["ابحث", "ask"],
  ["استشهد", "cite"],
  ["تحقق", "verify"],
  ["المصادر", "sources"],
  ["مصادر", "sources"],
  ["مساعدة", "help"],
  ["المساعدة", "help"],
  ["الخصوصية", "privacy"],
  ["خصوصية", "privacy"],
]);

/** A passage's key, alone or in a link or behind `#`: with it «استشهد» is a command. */
const REFERENCE = /^(?:#|p_|\S*[?&]start=p_)?[A-Za-z0-9_-]{8,11}$/;

/** «تحقّق» with a text behind it, which a colon, a line end or a quotation mark parts from it. */
const CHECKING = /^تحق\u0651?ق[^\S\n]*(?:[:\n]|(?=[\u00ab\u201c"]))(.+)$/su;

/** «تحقّق» where commands in words are not expected: it is said to the bot, in a group or as a guest. */
function checkingInWords(text: string, message: Message, self: Self): Request | undefined {
  const word = commandInWords(text);
  return word?.name === "verify" ? commanded(word.name, word.text, message, self, true) : undefined;
}

/**
 * The command that a text stands for: one of the words by itself, «استشهد» with a key behind it or «تحقّق» with a text. In front
 * of other words it opens a question («استشهد في المعركة…»).
 */
function commandInWords(text: string): { readonly name: string; readonly text: string } | undefined {
  const checked = CHECKING.exec(text.trim())?.[1]?.trim() ?? "";
  if (checked !== "") return { name: "verify", text: checked };
  const [first = "", ...rest] = text.trim().split(/\s+/);
  const name = FOLDED.get(fold(first.replace(/(?<![.!؟])[.!؟]+$/, "")));
  if (name === undefined) return undefined;
  if (rest.length === 0) return { name, text: "" };
  const [key = "", ...more] = rest;
  return name === "cite" && more.length === 0 && REFERENCE.test(key) ? { name, text: key } : undefined;
}

const FOLDED = new Map([...WORDS].map(([word, name]) => [fold(word), name]));
