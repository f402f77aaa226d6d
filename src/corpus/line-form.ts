import { fold } from "../arabic/folding.ts";

const ARABIC_RUN = /[\p{Script=Arabic}\p{M}\u0640]+/gu;
const UNSEEN = /[\p{Cf}\uFFFD]/gu;

/**
 * A line in the form that rules are matched with: spellings folded, marks and unseen characters dropped, digits as
 * 0–9, Latin letters small, white space as one space. It is compared, never shown.
 */
export function lineForm(text: string): string {
  return foldArabic(text.replace(UNSEEN, ""))
    .replace(/[\u0660-\u0669\u06F0-\u06F9]/gu, (digit) => String(digit.charCodeAt(0) & 0xf))
    .replace(/\s+/gu, " ")
    .trim()
    .toLowerCase();
}

/** A pattern over line forms, written in plain Arabic: `أيضًا` in it also matches «ايضا». */
export function pattern(...alternatives: readonly string[]): RegExp {
  return new RegExp(foldArabic(alternatives.join("|")), "u");
}

/** Like `pattern`, for a line that consists of nothing else but signs around it. */
export function wholeLine(...alternatives: readonly string[]): RegExp {
  const signs = "[^\\p{L}\\p{N}#]*";
  return new RegExp(`^${signs}(?:${foldArabic(alternatives.join("|"))})${signs}$`, "u");
}

function foldArabic(text: string): string {
  return text.replace(ARABIC_RUN, (run) => fold(run));
}
