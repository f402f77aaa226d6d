import type { Warning } from "./yaml.ts";

const WORD = /[\p{Script=Arabic}\p{M}]{2,40}/gu;
/** A word ends with these and never begins with them: ta marbuta and alef maksura, also as presentation forms. */
const FINAL = "\u0629\u0649\uFE93\uFE94\uFEEF\uFEF0";
const BEGINS_AS_IT_ENDS = new RegExp(`^[${FINAL}]`, "u");
const ENDS = new RegExp(`[${FINAL}]$`, "u");
/** Of so many words, this share tells the order beyond doubt: in Arabic every sixth word ends so. */
const LEAST = { words: 20, share: 0.04 };
const FORMS = /[\uFB50-\uFDFF\uFE70-\uFEFC]/gu;
const LETTERS = /\p{Script=Arabic}/gu;
const MOST_FORMS = 0.5;
/** More of a text tells nothing more. */
const WINDOW = 20_000;

/** Why a text cannot be quoted: its letters stand from left to right, as they look, and each word is written backwards. */
export function reversedIn(text: string): string | undefined {
  let words = 0;
  let begin = 0;
  let end = 0;
  for (const [word] of text.slice(0, WINDOW).matchAll(WORD)) {
    words += 1;
    if (BEGINS_AS_IT_ENDS.test(word)) begin += 1;
    if (ENDS.test(word)) end += 1;
  }
  return words >= LEAST.words && begin >= words * LEAST.share && begin > 2 * end
    ? "its words are written backwards, as some programs read a PDF: make text of it in logical order, for example with pdftotext"
    : undefined;
}

/** A text in the shapes of letters instead of letters, which old programs and PDFs give: it is found, and looks odd. */
export function formsIn(text: string): Warning[] {
  const head = text.slice(0, WINDOW);
  const forms = head.match(FORMS)?.length ?? 0;
  if (forms === 0 || forms < (head.match(LETTERS)?.length ?? 0) * MOST_FORMS) return [];
  return [
    {
      message:
        "is written in presentation forms, the shapes of letters, as some PDFs give them: normalize it (NFKC), or make text of its source again",
    },
  ];
}
