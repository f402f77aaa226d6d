import { monthOf, speaksOfTime } from "./months.ts";
import type { Token } from "./token.ts";

/** A day, a month of a year or a month, from token `from` up to but without token `to`. */
export interface CalendarDate {
  readonly from: number;
  readonly to: number;
  readonly year?: number;
  readonly month: number;
  readonly day?: number;
}

/** The date that begins at a token: ٣١ أكتوبر ٢٠٢٥, كانون الثاني 2024, في مارس, 2025-10-31, 31/10/2025, July 4, 1999. */
export function dateAt(text: string, tokens: readonly Token[], at: number): CalendarDate | undefined {
  return numericDateAt(text, tokens, at) ?? dayFirstAt(tokens, at) ?? monthFirstAt(tokens, at);
}

function numericDateAt(text: string, tokens: readonly Token[], at: number): CalendarDate | undefined {
  const [first, second, third] = [tokens[at], tokens[at + 1], tokens[at + 2]];
  if (first === undefined) return undefined;
  const dotted = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(first.term);
  if (dotted !== null) return calendar(at, at + 1, Number(dotted[3]), Number(dotted[2]), Number(dotted[1]));
  if (second === undefined || third === undefined) return undefined;
  const mark = text.slice(first.end, second.start);
  if (!/^[-/\u2010-\u2013]$/.test(mark) || text.slice(second.end, third.start) !== mark) return undefined;
  const [a, b, c] = [first.term, second.term, third.term].map(Number);
  if (a === undefined || b === undefined || c === undefined) return undefined;
  if (isYear(first.term)) return calendar(at, at + 3, a, b, c);
  if (!isYear(third.term)) return undefined;
  return calendar(at, at + 3, c, b, a) ?? calendar(at, at + 3, c, a, b);
}

function dayFirstAt(tokens: readonly Token[], at: number): CalendarDate | undefined {
  const day = dayOf(tokens[at]?.term ?? "");
  if (day === undefined) return undefined;
  const after = /^(?:من|of|شهر)$/.test(tokens[at + 1]?.term ?? "") ? at + 2 : at + 1;
  const month = monthAt(tokens, after);
  if (month === undefined) return undefined;
  const [to, year] = yearAt(tokens, month.to);
  return calendar(at, to, year, month.month, day);
}

function monthFirstAt(tokens: readonly Token[], at: number): CalendarDate | undefined {
  const month = monthAt(tokens, at);
  if (month === undefined) return undefined;
  const english = /^[a-z]/.test(tokens[at]?.term ?? "");
  const day = english ? dayOf(tokens[month.to]?.term ?? "") : undefined;
  const [to, year] = yearAt(tokens, day === undefined ? month.to : month.to + 1);
  if (year === undefined && day === undefined) {
    // The name alone may be another word.
    if (!speaksOfTime(tokens[at - 1]?.term ?? "", tokens[month.to]?.term ?? "")) return undefined;
  }
  return calendar(at, to, year, month.month, day);
}

function monthAt(
  tokens: readonly Token[],
  at: number,
): { readonly month: number; readonly to: number } | undefined {
  const term = (tokens[at]?.term ?? "").replace(/^[\u0648\u0644\u0628](?=.{4})(?!\u0631|\u0646\u0648)/, "");
  const pair = `${term} ${tokens[at + 1]?.term ?? ""}`;
  const found = monthOf(pair);
  if (found !== undefined) return { month: found, to: at + 2 };
  const month = monthOf(term) ?? monthOf(tokens[at]?.term ?? "");
  if (month === undefined) return undefined;
  // A second name of the same month: أغسطس/آب, أكتوبر (تشرين الأول).
  const twin =
    monthOf(`${tokens[at + 1]?.term} ${tokens[at + 2]?.term}`) === month
      ? 3
      : monthOf(tokens[at + 1]?.term ?? "") === month
        ? 2
        : 1;
  return { month, to: at + twin };
}

function yearAt(tokens: readonly Token[], at: number): readonly [to: number, year: number | undefined] {
  const skip = /^(?:من|عام|سنه|العام|لعام|of)$/.test(tokens[at]?.term ?? "") ? 1 : 0;
  const skipTwo = skip === 1 && /^(?:عام|سنه|العام)$/.test(tokens[at + 1]?.term ?? "") ? 2 : skip;
  const term = tokens[at + skipTwo]?.term ?? "";
  return isYear(term) ? [at + skipTwo + 1, Number(term)] : [at, undefined];
}

function isYear(term: string): boolean {
  return /^(?:1\d|20|21)\d\d$/.test(term);
}

function dayOf(term: string): number | undefined {
  const day = /^(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?$/.test(term) ? Number.parseInt(term, 10) : undefined;
  return day;
}

function calendar(
  from: number,
  to: number,
  year: number | undefined,
  month: number,
  day?: number,
): CalendarDate | undefined {
  if (!(month >= 1 && month <= 12) || (day !== undefined && !(day >= 1 && day <= 31))) return undefined;
  return { from, to, month, ...(year === undefined ? {} : { year }), ...(day === undefined ? {} : { day }) };
}
