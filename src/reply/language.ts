import { arabiziTokens } from "../arabic/arabizi.ts";
import { isEnglish } from "../arabic/english-text.ts";
import type { Language } from "./reply.ts";

/**
 * The language to reply in, by the words. Latin letters alone are English only where one of the words is: a name («GPU») tells
 * nothing, and then it is `otherwise`, as without any letters. With both scripts it is Arabic, the language of the articles,
 * unless an English text opens in Latin letters and has more Latin words than Arabic ones.
 */
export function languageOf(text: string, otherwise: Language = "ar"): Language {
  const words = text.match(/(?:(?=\p{L})\p{Script=Arabic})+|\p{Script=Latin}+/gu) ?? [];
  const arabic = words.filter((word) => ARABIC.test(word)).length;
  if (words.length === 0) return otherwise;
  if (arabic === 0 && arabiziTokens(text) !== undefined) return "ar";
  if (arabic === 0) return isEnglish(text) ? "en" : otherwise;
  if (ARABIC.test(words[0] ?? "") || arabic * 2 >= words.length) return "ar";
  return isEnglish(text) ? "en" : "ar";
}

const ARABIC = /\p{Script=Arabic}/u;
