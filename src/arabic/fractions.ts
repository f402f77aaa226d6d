import {
  fractionAndOrdinalWords,
  fractionOf,
  isClearFraction,
  numberWord,
  ordinalOf,
  partsInWhole,
} from "./number-words.ts";
import type { Token } from "./token.ts";

/** A value that ends before token `to`. */
export interface FractionOrOrdinal {
  readonly value: number;
  readonly to: number;
  readonly unit?: string;
}

/** The fraction that begins at a token: نصف, ثلثا, ثلاثة أرباع, عُشر الكلفة, 1/10, a third. */
export function fractionAt(
  text: string,
  tokens: readonly Token[],
  at: number,
): FractionOrOrdinal | undefined {
  const token = tokens[at];
  if (token === undefined) return undefined;
  const next = tokens[at + 1];
  if (/^\d{1,2}$/.test(token.term) && next !== undefined && /^\d{1,3}$/.test(next.term)) {
    const isRatio =
      /^[/\u2044]$/.test(text.slice(token.end, next.start)) && !/[/\u2044\d]/.test(text[next.end] ?? "");
    return isRatio && Number(next.term) > Number(token.term) && text[token.start - 1] !== "/"
      ? { value: Number(token.term) / Number(next.term), to: at + 2 }
      : undefined;
  }
  const many = partsInWhole(next?.term ?? "");
  const ones = numberWord(token.term);
  if (many !== undefined && ones !== undefined && ones.value < 10)
    return { value: ones.value / many, to: at + 2 };
  const bare = token.term.replace(/^[\u0648\u0628\u0644](?=...)/, "");
  const value = fractionOf(bare);
  if (value === undefined || !meansFraction(text, token, bare, next?.term ?? "", tokens[at - 1]?.term ?? ""))
    return undefined;
  return { value, to: at + 1 };
}

/** The words that fractions and ordinals begin with, folded. */
export function partWords(): Iterable<string> {
  return [...fractionAndOrdinalWords(), "الربع", "لربع", "q1", "q2", "q3", "q4"];
}

/** The ordinal that begins at a token, or the quarter of a year: الربع الثالث, Q3, المرتبة الثالثة (from its second word). */
export function ordinalAt(tokens: readonly Token[], at: number): FractionOrOrdinal | undefined {
  const term = tokens[at]?.term ?? "";
  const next = ordinalOf(tokens[at + 1]?.term ?? "");
  if (/^(?:[\u0648\u0628\u0644])?(?:ل|ا)?لربع$/.test(term) && next !== undefined && next <= 4)
    return { value: next, to: at + 2, unit: "quarter" };
  const quarter = /^q([1-4])$/.exec(term)?.[1];
  if (quarter !== undefined) return { value: Number(quarter), to: at + 1, unit: "quarter" };
  const value = ordinalOf(term);
  if (value === undefined) return undefined;
  if (tokens[at + 1]?.term === "quarter" && value <= 4) return { value, to: at + 2, unit: "quarter" };
  return { value, to: at + 1 };
}

/**
 * خمس, سبع, تسع and عشر are also numbers and ثمن a price: they are fractions with a damma on their first letter, or before a noun
 * with the article. ربع with a number before it belongs to that, and "third" and "quarter" need an article.
 */
function meansFraction(text: string, token: Token, bare: string, next: string, before: string): boolean {
  if (/^[a-z]/.test(bare)) return bare === "half" || /^(?:a|one)$/.test(before);
  if (isClearFraction(bare)) return true;
  if (/^.?.\u064f/.test(text.slice(token.start, token.end))) return true;
  return bare !== "ثمن" && /^\u0627\u0644/.test(next);
}
