import type { InlineKeyboardMarkup, MessageEntity, ReplyKeyboardMarkup } from "grammy/types";
import { type Block, type Reply, splitReply, withHint } from "../../src/index.ts";
import type { Guard } from "../runtime/guard.ts";
import { ASK_ARTICLE } from "./help.ts";
import { keyboardOf, type Placement, questionsWithoutButton } from "./keyboard.ts";
import { layOut, MARK_LIMIT, MESSAGE_UNITS, sizeOf } from "./layout.ts";

/** A message as the Bot API takes it, without its addressee. */
export interface Outgoing {
  readonly text: string;
  readonly entities: MessageEntity[];
  readonly link_preview_options: { readonly is_disabled: true };
  readonly reply_markup?: InlineKeyboardMarkup | ReplyKeyboardMarkup;
}

/** A reply as messages of at most 4,096 units and 90 entities, in order; the buttons are under the last. */
export function renderReply(reply: Reply, placement: Placement): Outgoing[] {
  const whole = withHint(withQuestions(reply, placement), ASK_ARTICLE);
  const parts = splitReply(whole, {
    text: MESSAGE_UNITS,
    marks: MARK_LIMIT,
    size: sizeOf,
  });
  return parts.map((part, i) => {
    const last = i === parts.length - 1;
    const keyboard = last ? keyboardOf(part, placement) : undefined;
    const { text, entities } = layOut(part);
    return {
      text,
      entities: [...entities],
      link_preview_options: { is_disabled: true },
      ...(keyboard ? { reply_markup: keyboard } : {}),
    };
  });
}

/** The same, or the apology for a reply that cannot be laid out. */
export function renderGuarded(
  reply: Reply,
  placementOf: (reply: Reply) => Placement,
  guard: Pick<Guard, "apologise">,
): Outgoing[] {
  try {
    return renderReply(reply, placementOf(reply));
  } catch (error) {
    const sorry = guard.apologise(error, reply.language);
    return renderReply(sorry, placementOf(sorry));
  }
}

/** Messages as the one that inline and guest mode have room for: the text of the first, under the buttons of the last. */
export function oneMessage(messages: readonly Outgoing[]): Outgoing {
  const [first, last] = [messages[0], messages.at(-1)];
  if (!first || !last) throw new Error("A reply has at least one message");
  return { ...last, text: first.text, entities: first.entities };
}

/** The same reply with the questions that find no button in a block of their own. */
function withQuestions(reply: Reply, placement: Placement): Reply {
  const questions = questionsWithoutButton(reply, placement);
  if (questions.length === 0) return reply;
  const list: Block = { type: "text", text: questions.map((question) => `• ${question}`).join("\n") };
  return { ...reply, blocks: [...reply.blocks, list] };
}
