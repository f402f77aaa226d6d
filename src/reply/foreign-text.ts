import { opensRightToLeft, readsRightToLeft, rightToLeftMark } from "./direction.ts";
import type { Language } from "./reply.ts";

/** Characters of a person's or an article's words in one of the bot's own lines. */
export const FOREIGN_MAX = 120;

// Lone surrogates, controls, bidi marks, embeddings, overrides and isolates, zero-width space and word joiner,
// soft hyphen, byte order mark, interlinear annotation, tags, non-characters. Joiners of emoji and Persian stay.
const UNSAFE =
  /[\p{Cs}\p{Cc}\u00AD\u061C\u200B\u200E\u200F\u202A-\u202E\u2060\u2066-\u2069\uFEFF\uFFF9-\uFFFB\uFFFE\uFFFF\u{E0000}-\u{E007F}]/gu;
const TOO_MANY_MARKS = /(\p{M}{4})\p{M}+/gu;

/** Foreign words made harmless for one of the bot's own lines: well-formed, without line ends and direction controls, at most four marks a letter. */
export function clean(text: string, max: number = FOREIGN_MAX): string {
  const safe = text
    .replace(/[\t-\r\u2028\u2029]+/gu, " ")
    .replace(UNSAFE, "")
    .replace(/\s+/gu, " ")
    .replace(TOO_MANY_MARKS, "$1")
    .trim();
  if (safe.length <= max) return safe;
  const letters = [...safe.slice(0, max * 2 + 2)];
  return letters.length <= max
    ? safe
    : `${letters
        .slice(0, max - 1)
        .join("")
        .trimEnd()}…`;
}

/**
 * Cleaned words to stand inside one of the bot's own lines. «Nvidia» in an Arabic line, Western digits and addresses
 * there, and Arabic in an English line are wrapped in FSI and PDI, so that the line keeps its order. «IBM، الشركة
 * الأمريكية» opens with a Latin letter although most of it is Arabic: a mark before it has it read from the right.
 */
export function insert(text: string, language: Language, max: number = FOREIGN_MAX): string {
  const safe = clean(text, max);
  if (!OTHER_DIRECTION[language].test(safe)) return safe;
  const mark = opensRightToLeft(safe) && !readsRightToLeft(safe) ? "\u200E" : rightToLeftMark(safe);
  return `\u2068${mark}${safe}\u2069`;
}

/** A list of searched words: at most twelve, each once and at most 40 characters long. */
export function listed(words: readonly string[], language: Language, separator: string): string {
  const all = [...new Set(words.map((word) => insert(word, language, 40)).filter((word) => word !== ""))];
  return all.slice(0, 12).join(separator) + (all.length > 12 ? "…" : "");
}

const OTHER_DIRECTION: Record<Language, RegExp> = {
  ar: /[0-9\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Han}]/u,
  en: /[\p{Script=Arabic}\p{Script=Hebrew}]/u,
};
