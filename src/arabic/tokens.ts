import { classAt, DIGIT, IGNORABLE, LATIN, SEPARATOR } from "./character-classes.ts";
import { fold } from "./folding.ts";
import { plainNumeral } from "./numerals.ts";
import type { Token } from "./token.ts";

/** Longer words are cut here: what they are compared by, not the token's offsets. */
export const LONGEST_TERM = 40;

/** A Latin word of this many letters and the digits glued to it are two words: `RTX3060` is `RTX 3060`, `H800` is one. */
const LETTERS_APART_FROM_DIGITS = 3;

/**
 * The words of a text in order, each with its exact place and its folded form. Marks and invisible characters never
 * split a word; a change of script does (`CPUالمعالج`). Digits with their marks (`15,000`, ٢٫٥) are one word. Linear.
 */
export function tokenize(text: string): Token[] {
  const tokens: Token[] = [];
  let at = 0;
  while (at < text.length) {
    const kind = classAt(text, at);
    if (kind === SEPARATOR || kind === IGNORABLE) {
      at += width(text, at);
      continue;
    }
    const end = wordEnd(text, at, kind);
    const term = termOf(text.slice(at, end), kind);
    if (term !== "") tokens.push({ term, start: at, end });
    at = end;
  }
  return tokens;
}

function termOf(slice: string, kind: number): string {
  const word = slice.length > 1024 ? slice.slice(0, 1024) : slice;
  let term = kind === DIGIT ? numberTerm(word) : fold(word);
  // Nvidia's, and l'action: what is left out in writing is no part of the word.
  if (kind === LATIN && /['\u2019]/.test(term))
    term = term
      .replace(/['\u2019]s$/, "")
      .replace(/^[cdjlmnst]['\u2019](?=[a-z]{2})/, "")
      .replace(/['\u2019]/g, "");
  return term.length > LONGEST_TERM ? cut(term) : term;
}

function numberTerm(word: string): string {
  const digits = fold(word);
  return /^[\d.,\u066b\u066c\u060c'\u2019]+$/.test(digits) ? plainNumeral(digits) : digits;
}

function cut(term: string): string {
  const last = term.charCodeAt(LONGEST_TERM - 1);
  return term.slice(0, last >= 0xd800 && last <= 0xdbff ? LONGEST_TERM - 1 : LONGEST_TERM);
}

/** Where the word that starts at `start` ends, without invisible characters at its end. */
function wordEnd(text: string, start: number, kind: number): number {
  if (kind === DIGIT) return numberEnd(text, start);
  if (kind === LATIN) return latinEnd(text, start);
  return runEnd(text, start, kind);
}

/** The end of the run of one class, marks and invisible characters included, invisible ones at its end not. */
function runEnd(text: string, start: number, kind: number): number {
  let end = start;
  let at = start;
  while (at < text.length) {
    const next = classAt(text, at);
    if (next !== kind && next !== IGNORABLE) break;
    at += width(text, at);
    if (next === kind || isMark(text, at - 1)) end = at;
  }
  return end;
}

function latinEnd(text: string, start: number): number {
  let end = runEnd(text, start, LATIN);
  // S&P, AT&T: short names joined by an ampersand.
  while (text[end] === "&" && end - start <= 3 && classAt(text, end + 1) === LATIN) {
    const next = runEnd(text, end + 1, LATIN);
    if (next - end > 3) break;
    end = next;
  }
  const word = end;
  while (/['\u2019]/.test(text[end] ?? "") && classAt(text, end + 1) === LATIN)
    end = runEnd(text, end + 1, LATIN);
  if (end > word) return end;
  if (end - start < LETTERS_APART_FROM_DIGITS && end < text.length && classAt(text, end) === DIGIT) {
    end = runEnd(text, end, DIGIT);
    if (end < text.length && classAt(text, end) === LATIN) end = mixedEnd(text, end);
  }
  return end;
}

function numberEnd(text: string, start: number): number {
  const first = runEnd(text, start, DIGIT);
  let end = first;
  while (/[.,\u066b\u066c\u060c]/.test(text[end] ?? "") && classAt(text, end + 1) === DIGIT) {
    const next = runEnd(text, end + 1, DIGIT);
    const isComma = /[,\u066c\u060c]/.test(text[end] ?? "");
    if (isComma && next - end !== 4 && (end !== first || !isDecimalComma(text, start, end, next))) break;
    end = next;
  }
  if (end === first && end < text.length && classAt(text, end) === LATIN) {
    const letters = runEnd(text, end, LATIN);
    if (end - start < 2 || letters - end < 2) return mixedEnd(text, end);
  }
  return end;
}

/** A comma before one or two digits is a decimal mark (2,5), unless it stands in a list (1,2,3 or 2020,21). */
function isDecimalComma(text: string, start: number, comma: number, end: number): boolean {
  if (end - comma > 3 || comma - start > 3) return false;
  const isListed = (at: number) => /[,\u066c\u060c]/.test(text[at] ?? "");
  return (
    !(isListed(end) && classAt(text, end + 1) === DIGIT) &&
    !(start > 1 && isListed(start - 1) && classAt(text, start - 2) === DIGIT)
  );
}

/** The end of letters and digits in turn, as in `3FS` or `1a2b`. */
function mixedEnd(text: string, start: number): number {
  let end = start;
  while (end < text.length) {
    const kind = classAt(text, end);
    if (kind !== LATIN && kind !== DIGIT) break;
    end = runEnd(text, end, kind);
  }
  return end;
}

function isMark(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  return unit >= 0x300 && unit < 0x2000 && unit !== 0x61c && unit !== 0xad;
}

function width(text: string, at: number): number {
  const point = text.codePointAt(at) ?? 0;
  return point > 0xffff ? 2 : 1;
}
