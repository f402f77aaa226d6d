import { type MessageComponentInteraction, MessageFlags } from "discord.js";
import { asksQuestion, type Language, type Reply, type Request } from "../../src/index.ts";
import type { Guard } from "../runtime/guard.ts";
import type { Admission } from "../runtime/limits.ts";
import { addresseeOf } from "./addressee.ts";
import { blocksMarkdown } from "./blocks-markdown.ts";
import { type CustomId, decodeCustomId } from "./custom-ids.ts";
import { codeBlock } from "./escape.ts";
import { isAlone, languageFor, managesMessages } from "./interaction-context.ts";
import { type Place, renderReply, renderTexts } from "./render.ts";
import type { Deferral, InteractionAnswer, Plan } from "./respond.ts";

/** How a press on a button or a choice from a menu is answered: all that it needs stands in the custom id. */
export function planForComponent(guard: Guard, press: MessageComponentInteraction): Plan {
  const meaning = meaningOf(press);
  return {
    deferral: deferralFor(press, meaning),
    async work() {
      const admission = await guard.admit(isQuestion(meaning) ? "question" : "press", press.user.id);
      return answerTo(guard, press, meaning, admission);
    },
  };
}

/** The meaning of a button or of a menu's choice, which is an action of the core. Undefined for one that this program never wrote. */
function meaningOf(press: MessageComponentInteraction): CustomId | undefined {
  const id = decodeCustomId(press.customId);
  if (!press.isStringSelectMenu()) return id?.kind === "menu" ? undefined : id;
  const [data] = press.values;
  if (id?.kind !== "menu" || data === undefined) return undefined;
  return { kind: "action", asker: id.asker, page: 0, data };
}

/** Where the answer will stand, which has to be settled before it is known. */
function deferralFor(press: MessageComponentInteraction, meaning: CustomId | undefined): Deferral {
  if (meaning?.kind === "delete") return mayDelete(press, meaning.asker) ? "update" : "private";
  if (meaning?.kind === "action" && !isQuestion(meaning) && changesMessage(press, meaning.asker))
    return "update";
  return isPostedForAll(press, meaning) ? "public" : "private";
}

async function answerTo(
  guard: Guard,
  press: MessageComponentInteraction,
  meaning: CustomId | undefined,
  admission: Admission,
): Promise<InteractionAnswer> {
  if (!admission.allowed || meaning === undefined || meaning.kind === "end") {
    // The core says what to do with a button that leads nowhere, and of a refused request nothing is read.
    const nowhere = { kind: "action", data: "", language: languageFor(press, "") } as const;
    return toPerson(press, await guard.answer(nowhere, admission));
  }
  switch (meaning.kind) {
    case "action":
      if (!isQuestion(meaning)) return turn(guard, press, meaning);
      return answerBelow(guard, press, meaning, { kind: "action", data: meaning.data });
    case "ask": {
      const language = languageFor(press, meaning.text);
      return answerBelow(guard, press, meaning, { kind: "ask", text: meaning.text, language });
    }
    case "copy":
      return copy(guard, press, meaning);
    case "share":
      return isPrivate(press) ? share(guard, press, meaning) : command(guard, press, meaning);
    case "command":
      return command(guard, press, meaning);
    case "delete": {
      const { asker, language } = meaning;
      const refusal = await guard.answer({ kind: "deletion", outcome: "not-yours", language });
      if (!mayDelete(press, asker)) return toPerson(press, refusal);
      const [otherwise] = renderReply(refusal, { asker, isPublic: false });
      return { kind: "delete", otherwise };
    }
    case "menu":
      throw new Error("A menu means its choice");
  }
}

/** The answer to a question that was pressed: a message of its own, for all where the person asked before all. */
async function answerBelow(
  guard: Guard,
  press: MessageComponentInteraction,
  meaning: CustomId,
  request: Extract<Request, { kind: "ask" | "action" }>,
): Promise<InteractionAnswer> {
  const isPublic = isPostedForAll(press, meaning);
  const reply = await guard.answer({ ...request, compact: isPublic && !isAlone(press) });
  const messages = renderReply(reply, { asker: press.user.id, isPublic });
  return { kind: "post", isPrivate: !isPublic, messages };
}

function isQuestion(meaning: CustomId | undefined): boolean {
  return meaning?.kind === "ask" || (meaning?.kind === "action" && asksQuestion(meaning.data));
}

/** Another passage or page: in place of the message for its asker and for those who may manage messages, a private copy for anybody else. */
async function turn(
  guard: Guard,
  press: MessageComponentInteraction,
  { asker, data, page }: CustomId & { readonly kind: "action" },
): Promise<InteractionAnswer> {
  const changes = changesMessage(press, asker);
  const isPublic = changes && !isPrivate(press);
  const compact = isPublic && !isAlone(press);
  const reply = await guard.answer({ kind: "action", data, compact, language: languageFor(press, "") });
  if (reply.failed) return toPerson(press, reply);
  const place = { origin: data, page };
  if (!changes) {
    const { language } = reply;
    const note = await guard.answer({ kind: "not-asker", instead: "copy", language });
    return toPerson(press, { ...reply, blocks: [...note.blocks, ...reply.blocks] }, place);
  }
  const addressee = addresseeOf(press.message);
  const [message] = renderReply(reply, {
    ...place,
    isPublic,
    asker: isPublic ? asker : press.user.id,
    addressee,
  });
  return { kind: "update", message };
}

/** The quotation with its source and key, in a block that can be selected and copied. */
async function copy(
  guard: Guard,
  press: MessageComponentInteraction,
  { key, language }: PassageInLanguage,
): Promise<InteractionAnswer> {
  return toPerson(
    press,
    await guard.answer({ kind: "copy", reference: key, permalink: `#${key}`, language }),
  );
}

/** Out of a private answer for all to see. */
async function share(
  guard: Guard,
  press: MessageComponentInteraction,
  { key, language }: PassageInLanguage,
): Promise<InteractionAnswer> {
  const reply = await guard.answer({ kind: "cite", text: `#${key}`, compact: true, language });
  if (reply.failed) return toPerson(press, reply);
  const messages = renderReply(reply, { asker: press.user.id, isPublic: true });
  return { kind: "post", isPrivate: false, messages };
}

/** Where everybody sees the answer, there is nothing to publish: the person gets the command that shows it anywhere else. */
async function command(
  guard: Guard,
  press: MessageComponentInteraction,
  { key, language }: PassageInLanguage,
): Promise<InteractionAnswer> {
  const reply = await guard.answer({ kind: "cite", text: `#${key}`, language });
  if (reply.failed) return toPerson(press, reply);
  const text = language === "ar" ? `/استشهد فقرة:${key}` : `/cite passage:${key}`;
  const { blocks } = await guard.answer({ kind: "command-below", language });
  return { kind: "post", isPrivate: true, messages: [renderTexts(blocksMarkdown(blocks), codeBlock(text))] };
}

interface PassageInLanguage {
  readonly key: string;
  readonly language: Language;
}

function toPerson(
  { user }: MessageComponentInteraction,
  reply: Reply,
  place: Partial<Place> = {},
): InteractionAnswer {
  const messages = renderReply(reply, { asker: user.id, isPublic: false, ...place });
  return { kind: "post", isPrivate: true, messages };
}

/** A private message is its reader's own; in a public one the asker turns the pages for all, and who may manage messages. */
function changesMessage(press: MessageComponentInteraction, asker: string): boolean {
  return isPrivate(press) || press.user.id === asker || managesMessages(press);
}

function isPostedForAll(press: MessageComponentInteraction, meaning: CustomId | undefined): boolean {
  if (meaning?.kind === "share") return isPrivate(press);
  if (meaning === undefined || !isQuestion(meaning) || !("asker" in meaning)) return false;
  return !isPrivate(press) && press.user.id === meaning.asker;
}

function isPrivate({ message }: MessageComponentInteraction): boolean {
  return message.flags.has(MessageFlags.Ephemeral);
}

/** The right comes from the person who presses, never from the button alone: the id in it only says whose answer it is. */
function mayDelete(press: MessageComponentInteraction, asker: string): boolean {
  return isAlone(press) || managesMessages(press) || press.user.id === asker;
}
