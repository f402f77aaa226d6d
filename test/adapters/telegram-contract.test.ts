import type { InlineKeyboardMarkup, MessageEntity } from "grammy/types";
import { createTelegram } from "../../adapters/telegram/telegram.ts";
import { type Conversation, describeChatAdapter, type Shown } from "./contract.ts";
import { type Call, ME, seconds, startTelegramServer, TOKEN } from "./telegram-server.ts";

const PERSON = { id: 424_242_001, is_bot: false, first_name: "Markername", language_code: "ar" };
const CHAT = { id: PERSON.id, type: "private" as const, first_name: PERSON.first_name };

describeChatAdapter({
  name: "Telegram",
  secrets: [TOKEN, PERSON.first_name, String(PERSON.id), ME.username],
  async open(parts): Promise<Conversation> {
    const server = await startTelegramServer();
    const adapter = createTelegram({
      ...parts,
      tell: () => {},
      settings: { token: TOKEN, apiRoot: server.root, proxy: undefined },
    });
    await adapter.start();
    let nextMessage = 1;

    /** What is shown by the calls from `from` on, once the update is confirmed: it is finished then. */
    async function shownSince(from: number, wanted: RegExp): Promise<Shown[]> {
      while (server.pending.length > 0) await new Promise((resolve) => setTimeout(resolve, 5));
      return server.calls
        .slice(from)
        .filter(({ method }) => wanted.test(method))
        .map(shownBy);
    }

    return {
      adapter,
      ask(text) {
        const from = server.calls.length;
        const message_id = nextMessage++;
        server.push({ message: { message_id, date: seconds(), chat: CHAT, from: PERSON, text } });
        return shownSince(from, /^sendMessage$/);
      },
      async press(data) {
        const from = server.calls.length;
        const message = { message_id: 9_000, date: seconds(), chat: CHAT, from: ME, text: "…" };
        const query = { id: String(from), from: PERSON, chat_instance: "1", data, message };
        server.push({ callback_query: query });
        const shown = await shownSince(from, /^(editMessageText|answerCallbackQuery)$/);
        return shown.find(({ text }) => text !== "") ?? { text: "", quotes: [], links: [], buttons: [] };
      },
      close: () => server.close(),
    };
  },
});

function shownBy({ body }: Call): Shown {
  const text = String(body.text ?? "");
  const entities = (body.entities ?? []) as MessageEntity[];
  const of = ({ offset, length }: MessageEntity) => text.slice(offset, offset + length);
  const within = (outer: MessageEntity, inner: MessageEntity) =>
    inner.offset >= outer.offset && inner.offset + inner.length <= outer.offset + outer.length;
  const markup = body.reply_markup as InlineKeyboardMarkup | undefined;
  return {
    text,
    quotes: entities
      .filter(({ type }) => type.endsWith("blockquote"))
      .map((quote) => ({
        text: of(quote),
        marks: entities.filter((entity) => entity.type === "bold" && within(quote, entity)).map(of),
      })),
    links: entities.flatMap((entity) =>
      entity.type === "text_link" ? [{ text: of(entity), url: entity.url }] : [],
    ),
    buttons: (markup?.inline_keyboard ?? [])
      .flat()
      .flatMap((button) =>
        "callback_data" in button ? [{ label: button.text, data: button.callback_data }] : [],
      ),
  };
}
