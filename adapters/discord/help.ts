import { insert, type Language, wordingOf } from "../../src/index.ts";
import { FIND_SOURCE, OPTION_NAMES, VERIFY_QUOTE } from "./commands.ts";

const name = (text: string) => insert(text, "ar");

/** The ways to use the bot on Discord beside asking, a line each. */
export const WAYS_ON_DISCORD: Readonly<Record<Language, string>> = {
  ar: [
    `• للسؤال: ${name("/اسأل")} أو ${name("/ask")}، وتُعرض عليك فقرات وأنت تكتب.`,
    `• في الخوادم الجواب مختصر، وبقيته في «${wordingOf("ar").labels.more}». لتوجّهه إلى غيرك اختره في خيار «${OPTION_NAMES.target.ar}»، وليكون لك وحدك اختر «${OPTION_NAMES.private.ar}».`,
    `• مصدر كلام كتبه غيرك: اضغط رسالته، ثم Apps، ثم ${name(FIND_SOURCE)}.`,
    `• للتحقق من اقتباس: ${name("/تحقق")}، أو اضغط رسالة فيها النص، ثم Apps، ثم ${name(VERIFY_QUOTE)}.`,
    `• قائمة المقالات، لتفتح مقالًا: ${name("/المصادر")}. ولتسأل مقالًا وحده، اختر عنوانه في خيار «مقال» من ${name("/اسأل")}.`,
    `• فقرة بمعرّفها: ${name("/استشهد")}، وما نحفظه عنك: ${name("/الخصوصية")}`,
  ].join("\n"),
  en: [
    "• To ask: /ask or /اسأل; passages are offered while you type.",
    `• In servers the answer is short, and the rest is under “${wordingOf("en").labels.more}”. To address it to somebody, choose them in the option ${OPTION_NAMES.target.en}; to have it for yourself, choose ${OPTION_NAMES.private.en}.`,
    `• The source of what somebody wrote: press their message, then Apps, then ${insert(FIND_SOURCE, "en")}.`,
    `• To check a quotation: /verify, or press a message that holds it, then Apps, then ${insert(VERIFY_QUOTE, "en")}.`,
    "• The articles, to open one: /sources. To ask one alone, choose its title in the option article of /ask.",
    "• A passage by its key: /cite; what is kept about you: /privacy",
  ].join("\n"),
};

/** Below the card of an article. */
export const ASK_ARTICLE: Readonly<Record<Language, string>> = {
  ar: `لتسأل هذا المقال وحده، اختر عنوانه في خيار «مقال» من ${name("/اسأل")}.`,
  en: "To ask this article alone, choose its title in the option article of /ask.",
};
