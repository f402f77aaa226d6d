import type { Language } from "./reply.ts";

/**
 * The language to reply in, from the script of the words. With both scripts it is Arabic, the language of the articles,
 * unless the text opens in Latin letters and has more Latin words than Arabic ones. Without either it is `otherwise`.
 */
export function languageOf(text: string, otherwise: Language = "ar"): Language {
  const words = text.match(/(?:(?=\p{L})\p{Script=Arabic})+|\p{Script=Latin}+/gu) ?? [];
  const arabic = words.filter((word) => ARABIC.test(word)).length;
  const first = words[0];
  if (first === undefined) return otherwise;
  return ARABIC.test(first) || arabic * 2 >= words.length ? "ar" : "en";
}

const ARABIC = /\p{Script=Arabic}/u;
