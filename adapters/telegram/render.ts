import type { InlineKeyboardMarkup, MessageEntity, ReplyKeyboardMarkup } from "grammy/types";
import { type Block, type Reply, splitReply } from "../../src/index.ts";
import { keyboardOf, questionsWithoutButton, type Surface } from "./keyboard.ts";
import { layOut, MARK_LIMIT, MESSAGE_UNITS, sizeOf } from "./layout.ts";

/** A message as the Bot API takes it, without its addressee. */
export interface Outgoing {
  readonly text: string;
  readonly entities: MessageEntity[];
  readonly link_preview_options: { readonly is_disabled: true };
  readonly reply_markup?: InlineKeyboardMarkup | ReplyKeyboardMarkup;
}

/** A reply as messages of at most 4,096 units and 90 entities, in order; the buttons are under the last. */
export function renderReply(reply: Reply, surface: Surface): Outgoing[] {
  const whole = withQuestions(reply, surface);
  const parts = splitReply(whole, {
    text: MESSAGE_UNITS,
    marks: MARK_LIMIT,
    size: (block) => sizeOf(block, reply.language),
  });
  return parts.map((part, i) => {
    const last = i === parts.length - 1;
    const keyboard = last ? keyboardOf(part, surface) : undefined;
    const { text, entities } = layOut(part);
    return {
      text,
      entities: [...entities],
      link_preview_options: { is_disabled: true },
      ...(keyboard ? { reply_markup: keyboard } : {}),
    };
  });
}

/** The same reply with the questions that find no button in a block of their own. */
function withQuestions(reply: Reply, surface: Surface): Reply {
  const questions = questionsWithoutButton(reply, surface);
  if (questions.length === 0) return reply;
  const list: Block = { type: "text", text: questions.map((question) => `• ${question}`).join("\n") };
  return { ...reply, blocks: [...reply.blocks, list] };
}
