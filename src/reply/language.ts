import { arabiziTokens } from "../arabic/arabizi.ts";
import { hasForeignWords } from "../arabic/foreign-words.ts";
import { arabiziTalkOf } from "../arabic/talk.ts";
import type { Language } from "./reply.ts";

/**
 * The language to reply in, by the words. To Latin letters alone it is English where one of the words is English or French, or where
 * they ask: a name («GPU») tells nothing, and then it is `otherwise`, as without any letters. With both scripts it is Arabic, the language of the articles,
 * unless such a text opens in Latin letters and has more Latin words than Arabic ones.
 */
export function languageOf(text: string, otherwise: Language = "ar"): Language {
  const words = text.match(/(?:(?=\p{L})\p{Script=Arabic})+|\p{Script=Latin}+/gu) ?? [];
  const arabic = words.filter((word) => ARABIC.test(word)).length;
  if (words.length === 0) return otherwise;
  if (arabic === 0 && (arabiziTokens(text) ?? arabiziTalkOf(text)) !== undefined) return "ar";
  const asks = words.length >= FEWEST_ASKING && /\?\s*$/.test(text);
  if (arabic === 0) return asks || hasForeignWords(text) ? "en" : otherwise;
  if (ARABIC.test(words[0] ?? "") || arabic * 2 >= words.length) return "ar";
  return hasForeignWords(text) ? "en" : "ar";
}

/** «Wer ist Huang?», and not «H100?». */
const FEWEST_ASKING = 3;
const ARABIC = /\p{Script=Arabic}/u;
