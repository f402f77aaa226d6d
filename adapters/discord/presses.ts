import { type Language, type Reply, wordingOf } from "../../src/index.ts";
import type { Answer, Deferral } from "./answer-in-time.ts";
import { type CustomId, decodeCustomId } from "./custom-ids.ts";
import { codeBlock, escapeInside } from "./escape.ts";
import type { Caller, Incoming } from "./incoming.ts";
import { type Payload, textPayload } from "./payload.ts";
import { type Place, renderReply } from "./render.ts";
import { type Assistant, languageFor, replyToQuestion } from "./requests.ts";

export type Pressed = Extract<Incoming, { readonly kind: "press" | "select" }>;

/** What a button or a menu was pressed for; a menu's choice is an action of the core. Undefined for what is not ours (any more). */
export function meaningOf(incoming: Pressed): CustomId | undefined {
  const id = decodeCustomId(incoming.customId);
  if (incoming.kind === "press") return id?.kind === "menu" ? undefined : id;
  return id?.kind === "menu" ? { kind: "action", asker: id.asker, page: 0, data: incoming.value } : undefined;
}

/** Where the answer to a press will stand, which has to be settled before it is known. */
export function deferralOf(incoming: Pressed, meaning: CustomId | undefined): Deferral {
  if (meaning?.kind === "delete") return mayDelete(incoming, meaning.asker) ? "update" : "private";
  if (meaning?.kind === "action" && changesMessage(incoming, meaning.asker)) return "update";
  return isPostedForAll(incoming, meaning) ? "public" : "private";
}

/** Serves a press from what the button holds, and nothing else. */
export async function servePress(
  assistant: Assistant,
  incoming: Pressed,
  meaning: CustomId | undefined,
): Promise<Answer> {
  switch (meaning?.kind) {
    case "action": {
      const reply = await assistant.handle({
        kind: "action",
        data: meaning.data,
        language: languageFor(incoming),
      });
      if (reply.failed) return toPerson(incoming, reply);
      const place = { origin: meaning.data, page: meaning.page };
      if (!changesMessage(incoming, meaning.asker)) return toPerson(incoming, reply, place);
      const isPublic = !incoming.message.isPrivate;
      const [message] = renderReply(reply, {
        ...place,
        isPublic,
        asker: isPublic ? meaning.asker : incoming.person,
      });
      return { kind: "update", message };
    }
    case "ask": {
      const reply = await replyToQuestion(
        assistant,
        meaning.text,
        languageFor(incoming, undefined, meaning.text),
      );
      const isPublic = isPostedForAll(incoming, meaning);
      const messages = renderReply(reply, { asker: incoming.person, isPublic });
      return { kind: "post", isPrivate: !isPublic, messages };
    }
    case "copy":
      return copied(assistant, incoming, meaning.key, meaning.language);
    case "share":
      return shared(assistant, incoming, meaning.key, meaning.language);
    case "delete": {
      const { notYours } = wordingOf(meaning.language);
      const refusal = textPayload(escapeInside(notYours));
      if (mayDelete(incoming, meaning.asker)) return { kind: "delete", otherwise: refusal };
      return { kind: "post", isPrivate: true, messages: [refusal] };
    }
    default:
      // The core says what to do with a button that leads nowhere.
      return toPerson(
        incoming,
        await assistant.handle({ kind: "action", data: "", language: languageFor(incoming) }),
      );
  }
}

/** The citation in a block that can be selected and copied. */
async function copied(
  assistant: Assistant,
  incoming: Pressed,
  key: string,
  language: Language,
): Promise<Answer> {
  const reply = await assistant.handle({ kind: "cite", text: `#${key}`, language });
  const citation = reply.actions.flat().find((action) => action.type === "copy");
  if (reply.failed || citation?.type !== "copy") return toPerson(incoming, reply);
  return { kind: "post", isPrivate: true, messages: [copyable(language, citation.text)] };
}

/** Out of a private answer for all to see. In a public one there is nothing to publish: the person gets what finds it anywhere else. */
async function shared(
  assistant: Assistant,
  incoming: Pressed,
  key: string,
  language: Language,
): Promise<Answer> {
  const reply = await assistant.handle({ kind: "cite", text: `#${key}`, language });
  if (reply.failed) return toPerson(incoming, reply);
  if (!incoming.message.isPrivate) {
    const command = language === "ar" ? `/استشهد فقرة:${key}` : `/cite passage:${key}`;
    return { kind: "post", isPrivate: true, messages: [copyable(language, command)] };
  }
  return {
    kind: "post",
    isPrivate: false,
    messages: renderReply(reply, { asker: incoming.person, isPublic: true }),
  };
}

function copyable(language: Language, text: string): Payload {
  return textPayload(escapeInside(wordingOf(language).copyBelow), codeBlock(text));
}

function toPerson(incoming: Caller, reply: Reply, place: Partial<Place> = {}): Answer {
  return {
    kind: "post",
    isPrivate: true,
    messages: renderReply(reply, { asker: incoming.person, isPublic: false, ...place }),
  };
}

/** A private message is its reader's own; in a public one only the asker turns the pages for all. */
function changesMessage(incoming: Pressed, asker: string): boolean {
  return incoming.message.isPrivate || incoming.person === asker;
}

function isPostedForAll(incoming: Pressed, meaning: CustomId | undefined): boolean {
  if (meaning?.kind === "share") return incoming.message.isPrivate;
  return meaning?.kind === "ask" && !incoming.message.isPrivate && incoming.person === meaning.asker;
}

/** The right comes from who presses, never from the button alone: the id in it only says whose answer it is. */
function mayDelete(incoming: Caller, asker: string): boolean {
  return incoming.alone || incoming.managesMessages || incoming.person === asker;
}
