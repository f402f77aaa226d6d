const MONTHS: readonly (readonly string[])[] = [
  ["يناير", "كانون الثاني", "جانفي", "january", "jan"],
  ["فبراير", "شباط", "فيفري", "february", "feb"],
  ["مارس", "آذار", "اذار", "march", "mar"],
  ["أبريل", "ابريل", "إبريل", "نيسان", "أفريل", "افريل", "april", "apr"],
  ["مايو", "أيار", "ايار", "ماي", "may"],
  ["يونيو", "يونيه", "حزيران", "جوان", "june", "jun"],
  ["يوليو", "يوليه", "تموز", "جويلية", "يوليوز", "july", "jul"],
  ["أغسطس", "اغسطس", "آب", "أوت", "غشت", "august", "aug"],
  ["سبتمبر", "أيلول", "ايلول", "شتنبر", "september", "sept", "sep"],
  ["أكتوبر", "اكتوبر", "تشرين الأول", "تشرين الاول", "october", "oct"],
  ["نوفمبر", "تشرين الثاني", "نونبر", "november", "nov"],
  ["ديسمبر", "كانون الأول", "كانون الاول", "دجنبر", "december", "dec"],
];
const MONTH_OF = new Map(MONTHS.flatMap((names, index) => names.map((name) => [name, index + 1])));
const NAMES = [...MONTH_OF.keys()].sort((a, b) => b.length - a.length).join("|");
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
  const named = NAMED.exec(digits);
  if (named !== null) {
    const month = MONTH_OF.get((named[2] ?? "").toLowerCase()) ?? 0;
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
