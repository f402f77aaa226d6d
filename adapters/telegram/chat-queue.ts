import { sequentialize } from "@grammyjs/runner";
import type { Context } from "grammy";

/** Work of a chat in order, work of other chats at once. */
export interface ChatQueue {
  /**
   * Runs `work` after all earlier work of the chat of `ctx`, and rejects with its error. When too much waits
   * already nothing is run; `onFull` is called the first time, and again only after the chat has been answered to the last.
   */
  run(ctx: Context, work: () => Promise<void>, onFull: () => void): Promise<void>;
}

/**
 * By default a person may ask 120 questions a minute and Telegram lets a bot send 60 messages a minute to a chat: the
 * other 60 wait. Nobody reads an answer that comes more than a minute late.
 */
export const CHAT_QUEUE_DEPTH = 60;

export function createChatQueue(depth: number = CHAT_QUEUE_DEPTH): ChatQueue {
  const inOrder = sequentialize((ctx: Context) => ctx.chatId?.toString());
  /** Chats with something under way. */
  const chats = new Map<number, { waiting: number; isTold: boolean }>();
  return {
    async run(ctx, work, onFull) {
      const { chatId } = ctx;
      if (chatId === undefined) return work();
      const chat = chats.get(chatId) ?? { waiting: 0, isTold: false };
      if (chat.waiting >= depth) {
        if (!chat.isTold) onFull();
        chat.isTold = true;
        return;
      }
      chats.set(chatId, chat);
      chat.waiting++;
      try {
        await inOrder(ctx, work);
      } finally {
        if (--chat.waiting === 0) chats.delete(chatId);
      }
    },
  };
}
