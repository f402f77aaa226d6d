import { fold } from "../arabic/folding.ts";
import { monthNames, monthOf } from "../arabic/months.ts";

const NAMES = [...monthNames()].sort((a, b) => b.length - a.length).join("|");
const YEAR = "((?:19|20)\\d\\d)";
const ISO = new RegExp(`(?<!\\d)${YEAR}[-/](\\d{1,2})[-/](\\d{1,2})(?!\\d)`, "u");
const NAMED = new RegExp(
  `(?:(?<!\\d)(\\d{1,2})\\s*)?(?<!\\p{L})(?:من\\s+)?(${NAMES})(?!\\p{L})(?:\\s*/\\s*\\p{L}+)?[\\s،,]*(?:(\\d{1,2})\\s*[،,]\\s*)?(?:عام\\s+)?${YEAR}(?!\\d)`,
  "iu",
);
const NUMERIC = new RegExp(`(?<!\\d)(\\d{1,2})[-/.](\\d{1,2})[-/.]${YEAR}(?!\\d)`, "u");

/**
 * The Gregorian date that a text names, as ISO 8601. Of 05/03/2024 only the year is known, since sites write day and
 * month in both orders; 25/03/2024 can be told.
 */
export function dateIn(text: string): string | undefined {
  const digits = text.replace(/[\u0660-\u0669\u06F0-\u06F9]/gu, (digit) => String(digit.charCodeAt(0) & 0xf));
  const iso = ISO.exec(digits);
  if (iso !== null) return calendarDate(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const named = NAMED.exec(digits.replace(/[\p{L}\p{M}]+/gu, fold));
  if (named !== null) {
    const month = monthOf(named[2] ?? "") ?? 0;
    const day = named[1] ?? named[3];
    return calendarDate(Number(named[4]), month, day === undefined ? undefined : Number(day));
  }
  const numeric = NUMERIC.exec(digits);
  if (numeric === null) return undefined;
  const [first, second, year] = [Number(numeric[1]), Number(numeric[2]), Number(numeric[3])];
  if (first === second || second > 12) return calendarDate(year, first, second);
  return first > 12 ? calendarDate(year, second, first) : String(year);
}

/** `2025`, `2025-10` or `2025-10-31`, when the calendar has such a day. */
export function calendarDate(year: number, month?: number, day?: number): string | undefined {
  if (month === undefined) return `${year}`;
  const date = new Date(Date.UTC(year, month - 1, day ?? 1));
  if (date.getUTCMonth() !== month - 1 || month < 1) return undefined;
  const text = date.toISOString();
  return day === undefined ? text.slice(0, 7) : text.slice(0, 10);
}
