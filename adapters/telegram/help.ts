import { insert, type Language, wordingOf } from "../../src/index.ts";

/** The ways to use the bot on Telegram beside asking, a line each. `inlineName`: the bot's name, where it has inline mode. */
export function waysOnTelegram(inlineName: string | undefined): Readonly<Record<Language, string>> {
  const [arabic, english] = [lines("ar"), lines("en")];
  return {
    ar: [
      `• في المجموعات: ${arabic("/ask")} ثم سؤالك، أو ${arabic("/ask")} ردًّا على رسالة فيها السؤال. الجواب هناك مختصر، وبقيته في «${wordingOf("ar").labels.more}»، وإن سألت ردًّا على رسالة غيرك فالجواب لصاحبها.`,
      ...(inlineName === undefined
        ? []
        : [`• في أي محادثة: ${arabic(`@${inlineName}`)} ثم سؤالك، لتختار فقرة ترسلها.`]),
      `• للتحقق من اقتباس: ${arabic("/verify")} ثم النص، أو ردًّا على رسالة فيها النص أو على جزء تحدده منها.`,
      `• قائمة المقالات، لتفتح مقالًا أو تسأله وحده: ${arabic("/sources")}، وفقرة بمعرّفها: ${arabic("/cite")}، وما نحفظه عنك: ${arabic("/privacy")}`,
    ].join("\n"),
    en: [
      `• In groups: ${english("/ask")} and your question, or ${english("/ask")} as a reply to a message that holds it. The answer is short there, and the rest is under “${wordingOf("en").labels.more}”; asked in reply to somebody's message, it goes to them.`,
      ...(inlineName === undefined
        ? []
        : [`• In any chat: ${english(`@${inlineName}`)} and your question, to choose a passage to send.`]),
      `• To check a quotation: ${english("/verify")} and the text, or as a reply to a message that holds it or to a part that you select.`,
      `• The articles, to open one or to ask it alone: ${english("/sources")}; a passage by its key: ${english("/cite")}; what is kept about you: ${english("/privacy")}`,
    ].join("\n"),
  };
}

/** Below the card of an article. */
export const ASK_ARTICLE: Readonly<Record<Language, string>> = {
  ar: "لتسأل هذا المقال وحده، ردّ على هذه الرسالة بسؤالك.",
  en: "To ask this article alone, reply to this message with your question.",
};

function lines(language: Language): (name: string) => string {
  return (name) => insert(name, language);
}
