import type { Language } from "../../src/index.ts";
import { CUSTOM_ID_LIMIT } from "./platform-limits.ts";

/**
 * The meaning of a button or a menu that this program wrote. Nothing else about a message is remembered, so that every button
 * works after a restart and on another replica. It holds public keys and the asker's id, which gives no right by itself.
 */
export type CustomId =
  /** An action of the core, in the message that `asker` asked for; `page` when its reply is longer than a message. */
  | { readonly kind: "action"; readonly asker: string; readonly page: number; readonly data: string }
  /** A menu whose options are actions of the core. */
  | { readonly kind: "menu"; readonly asker: string }
  /** A question to tap. */
  | { readonly kind: "ask"; readonly asker: string; readonly text: string }
  /** Keeps the place of a button that turns no further; it cannot be pressed. */
  | { readonly kind: "end"; readonly role: "previous" | "next" }
  | { readonly kind: "copy"; readonly language: Language; readonly key: string }
  /** Posts a passage out of a private answer. Under public answers of versions up to 0.1.0 it means what `command` does. */
  | { readonly kind: "share"; readonly language: Language; readonly key: string }
  /** The command that shows a passage elsewhere, to be copied. */
  | { readonly kind: "command"; readonly language: Language; readonly key: string }
  | { readonly kind: "delete"; readonly language: Language; readonly asker: string };

/** The id as Discord keeps it, or undefined when it does not fit: a button that cannot say all of it is not offered. */
export function encodeCustomId(id: CustomId): string | undefined {
  const text = written(id);
  return text.length <= CUSTOM_ID_LIMIT && text.trim() === text ? text : undefined;
}

/** Undefined for an id that this program has never written. */
export function decodeCustomId(text: string): CustomId | undefined {
  const [, letter, rest] = /^1([amqecskd]):(.*)$/su.exec(text) ?? [];
  if (letter === undefined || rest === undefined || text.length > CUSTOM_ID_LIMIT) return undefined;
  switch (letter) {
    case "a": {
      const [, asker, page, data] = /^(\d{1,20}):(\d{1,3}):([\x21-\x7e]{1,60})$/.exec(rest) ?? [];
      return asker && page && data ? { kind: "action", asker, page: Number(page), data } : undefined;
    }
    case "m":
      return /^\d{1,20}$/.test(rest) ? { kind: "menu", asker: rest } : undefined;
    case "q": {
      const [, asker, question] = /^(\d{1,20}):(.+)$/su.exec(rest) ?? [];
      return asker && question ? { kind: "ask", asker, text: question } : undefined;
    }
    case "e":
      return rest === "previous" || rest === "next" ? { kind: "end", role: rest } : undefined;
    case "d": {
      const [, language, asker] = /^(ar|en):(\d{1,20})$/.exec(rest) ?? [];
      return asker ? { kind: "delete", language: languageNamed(language), asker } : undefined;
    }
    default: {
      const [, language, key] = /^(ar|en):([\w-]{1,40})$/.exec(rest) ?? [];
      if (!key) return undefined;
      return { kind: KEYED[letter] ?? "share", language: languageNamed(language), key };
    }
  }
}

const KEYED: Readonly<Record<string, "copy" | "share" | "command">> = { c: "copy", s: "share", k: "command" };

function written(id: CustomId): string {
  switch (id.kind) {
    case "action":
      return `1a:${id.asker}:${id.page}:${id.data}`;
    case "menu":
      return `1m:${id.asker}`;
    case "ask":
      return `1q:${id.asker}:${id.text}`;
    case "end":
      return `1e:${id.role}`;
    case "copy":
      return `1c:${id.language}:${id.key}`;
    case "share":
      return `1s:${id.language}:${id.key}`;
    case "command":
      return `1k:${id.language}:${id.key}`;
    case "delete":
      return `1d:${id.language}:${id.asker}`;
  }
}

function languageNamed(text: string | undefined): Language {
  return text === "en" ? "en" : "ar";
}
