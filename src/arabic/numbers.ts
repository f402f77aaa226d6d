import { type CalendarDate, dateAt } from "./calendar-dates.ts";
import { cardinalAt } from "./cardinals.ts";
import { fractionAt, ordinalAt, partWords } from "./fractions.ts";
import { monthNames } from "./months.ts";
import { isPercent, needsNoun, neverCounts, numberWords } from "./number-words.ts";
import type { Token } from "./token.ts";
import { tokenize } from "./tokens.ts";
import { currencyOf, currencySigns, dualUnitOf, unitOf, unitWords } from "./units.ts";
import { WordSet } from "./word-set.ts";

export type NumberKind =
  | "number"
  | "percent"
  | "money"
  | "year"
  | "date"
  | "duration"
  | "measure"
  | "ordinal"
  | "fraction";

/** A number as it stands in a text, with its scale and unit words: `text.slice(start, end)`. */
export interface NumberMention {
  readonly start: number;
  readonly end: number;
  /**
   * The whole value, scale included: 2.5 billion is 2500000000, 12 % is 12, a half 0.5. Of a date the year when it is known,
   * else the month.
   */
  readonly value: number;
  readonly kind: NumberKind;
  /** `percent`, `currency:usd`, `duration:year`, `length:km`, `quarter` and the like; see units.ts. */
  readonly unit?: string;
  /** The folded word behind a number without a unit, which it may count: «تسع دول». */
  readonly counted?: string;
  /** Of a date: `2025`, `2025-10`, `2025-10-31`, or `--10` and `--10-31` without a year. */
  readonly date?: string;
}

/**
 * The numbers of a text, in order, not overlapping: in digits of any script, in Arabic and in English words. Linear.
 * `tokens` saves the work where the text has been tokenised.
 */
export function numbersIn(text: string, tokens: readonly Token[] = tokenize(text)): NumberMention[] {
  const mentions: NumberMention[] = [];
  let at = 0;
  while (at < tokens.length) {
    const read = mayBegin(tokens[at]?.term ?? "")
      ? mentionAt(text, tokens, at, mentions.at(-1)?.end ?? 0)
      : undefined;
    if (read === undefined) at++;
    else {
      mentions.push(read.mention);
      at = Math.max(read.to, at + 1);
    }
  }
  return mentions;
}

/**
 * The terms by which an index knows a number however it is written: `n:2500000000` for ٢٫٥ مليار, 2.5 billion and
 * مليارين ونصف; `n:12` and `p:12` for twelve percent; `d:2025-10` and `n:2025` for a date; `q:3` for a quarter; `o:3` for an ordinal.
 */
export function numberTerms(mention: NumberMention): string[] {
  const value = Number(mention.value.toPrecision(6));
  if (mention.kind === "ordinal") return [mention.unit === "quarter" ? `q:${value}` : `o:${value}`];
  if (mention.kind === "percent") return [`n:${value}`, `p:${value}`];
  if (mention.kind === "fraction") return [`n:${value}`, `p:${Number((mention.value * 100).toPrecision(4))}`];
  if (mention.date === undefined) return [`n:${mention.value}`];
  const [year, month] = mention.date.startsWith("--")
    ? ["", mention.date.slice(2, 4)]
    : mention.date.split("-");
  const terms = [`d:${mention.date}`];
  if (year !== "" && mention.date.length > 7) terms.push(`d:${year}-${month}`);
  if (year === "" && mention.date.length > 4) terms.push(`d:--${month}`);
  return year === "" ? terms : [...terms, `n:${year}`];
}

/** Cheap: most words of a text begin no number. */
function mayBegin(term: string): boolean {
  const unit = term.charCodeAt(0);
  return (unit >= 0x30 && unit <= 0x39) || BEGINNINGS.has(term);
}

const BEGINNINGS = new WordSet(
  [...numberWords(), ...partWords(), ...monthNames(), ...unitWords()].flatMap((name) => {
    const [word = ""] = name.split(" ");
    return [word, `\u0648${word}`, `\u0644${word}`, `\u0628${word}`];
  }),
);

interface Read {
  readonly mention: NumberMention;
  /** The token after it. */
  readonly to: number;
}

/** `free`: where the mention before it ends. */
function mentionAt(text: string, tokens: readonly Token[], at: number, free: number): Read | undefined {
  const date = dateAt(text, tokens, at);
  if (date !== undefined) return ofDate(tokens, date);
  const ordinal = ordinalAt(tokens, at);
  if (ordinal !== undefined)
    return ofPart(tokens, at, ordinal.to, { value: ordinal.value, kind: "ordinal", ...unit(ordinal.unit) });
  const fraction = fractionAt(text, tokens, at);
  if (fraction !== undefined)
    return ofPart(tokens, at, fraction.to, { value: fraction.value, kind: "fraction" });
  const dual = dualUnitOf(tokens[at]?.term ?? "");
  if (dual !== undefined) return ofPart(tokens, at, at + 1, { value: 2, ...kindAndUnit(dual) });
  const one = unitOf(tokens[at]?.term ?? "");
  const more = halfAfter(tokens, at + 1);
  if (one?.startsWith("duration:") && more > 0)
    return ofPart(tokens, at, at + 2, { value: 1 + more, ...kindAndUnit(one) });
  return cardinalMention(text, tokens, at, free);
}

/** سنة ونصف، ثلاث ساعات وربع: what is added to the time before it. */
function halfAfter(tokens: readonly Token[], at: number): number {
  const term = tokens[at]?.term ?? "";
  return /^(?:ونصفا?|ونص)$/.test(term) ? 1 / 2 : /^(?:وربعا?)$/.test(term) ? 1 / 4 : 0;
}

function cardinalMention(text: string, tokens: readonly Token[], at: number, free: number): Read | undefined {
  const cardinal = cardinalAt(tokens, at);
  if (cardinal === undefined) return undefined;
  const last = tokens[cardinal.to - 1];
  if (last === undefined) return undefined;
  let to = cardinal.to;
  let start = cardinal.start;
  while (/[\p{M}\p{Cf}\u0640]/u.test(text[start] ?? "")) start++;
  let end = last.end;
  let value = cardinal.value;
  let told: KindAndUnit = { kind: "number" };
  const next = tokens[to]?.term ?? "";
  const sign = SIGN_AFTER.exec(text.slice(end, end + 2));
  const before = SIGN_BEFORE.exec(text.slice(Math.max(free, start - 4), start));
  const percent = percentEnd(tokens, to);
  if (sign !== null && cardinal.inDigits) {
    end += sign[0].length;
    told = ofSign(sign[1] ?? "");
  } else if (percent > to) {
    to = percent;
    told = { kind: "percent", unit: "percent" };
  } else if (unitOf(next) !== undefined && isBeside(text, last, tokens[to])) {
    told = kindAndUnit(unitOf(next) ?? "");
    to++;
    if (told.kind === "duration" && halfAfter(tokens, to) > 0) value += halfAfter(tokens, to++);
    if (told.kind === "money" && tokens[to]?.term === "استرليني") {
      told = { kind: "money", unit: "currency:gbp" };
      to++;
    }
  } else if (before !== null && cardinal.inDigits) {
    start -= before[0].length;
    told = ofSign(before[1] ?? "");
  } else if (isYear(text, tokens, cardinal.from, cardinal.to, cardinal.value)) {
    told = { kind: "year", unit: "year", date: String(cardinal.value) };
  } else if (!cardinal.inDigits && !standsAlone(tokens, cardinal.from, cardinal.to)) return undefined;
  else if (next !== "" && isBeside(text, last, tokens[to])) told = { kind: "number", counted: next };
  if (to > cardinal.to) end = tokens[to - 1]?.end ?? end;
  return { mention: { start, end, value, ...told }, to };
}

/** Signs of percent and of currencies. */
const SIGNS = ["%", "\u066a", ...currencySigns()].map((sign) => `\\${sign}`).join("|");
const SIGN_AFTER = new RegExp(`^\\s?(${SIGNS})`);
const SIGN_BEFORE = new RegExp(`(?:US)?(${SIGNS})\\s?$`);

type KindAndUnit = Pick<NumberMention, "kind" | "unit" | "counted" | "date">;

function ofSign(sign: string): KindAndUnit {
  const currency = currencyOf(sign);
  return currency === undefined ? { kind: "percent", unit: "percent" } : { kind: "money", unit: currency };
}

function kindAndUnit(name: string): KindAndUnit {
  const kind = name.startsWith("currency:") ? "money" : name.startsWith("duration:") ? "duration" : "measure";
  return { kind, unit: name };
}

/** After بالمئة, في المئة, percent. */
function percentEnd(tokens: readonly Token[], at: number): number {
  const term = tokens[at]?.term ?? "";
  if (isPercent(term)) return at + 1;
  return isPercent(`${term} ${tokens[at + 1]?.term ?? ""}`) ? at + 2 : at;
}

/** Four digits without a thousands mark that no unit claims, of our times or after a word of time. */
function isYear(text: string, tokens: readonly Token[], from: number, to: number, value: number): boolean {
  const before = tokens[from - 1]?.term ?? "";
  const said = /^(?:[\u0648\u0628\u0644\u0641])?(?:ل)?(?:ال)?(?:عام|سنه|عامي|سنتي|year)$/.test(before);
  if (value < 1 || value > 2100 || !Number.isInteger(value)) return false;
  if (said) return value >= 100;
  const token = tokens[from];
  const sinceWhen = /^[\u0648\u0641]?(?:في|منذ|حتي|مطلع|اوائل|اواخر|نهايه|بدايه)$/.test(before) ? 1000 : 1800;
  if (to - from !== 1 || token === undefined || value < sinceWhen) return false;
  return /^[0-9\u0660-\u0669\u06f0-\u06f9]{4}$/.test(text.slice(token.start, token.end));
}

/** A number word alone is also another word (الف, واحد, ست): it counts when it is compound, or has a noun to count. */
function standsAlone(tokens: readonly Token[], from: number, to: number): boolean {
  if (to - from > 1) return true;
  const term = (tokens[from]?.term ?? "").replace(/^\u0648(?=...)/, "");
  if (neverCounts(term)) return false;
  if (!needsNoun(term)) return true;
  const next = tokens[to]?.term;
  return next !== undefined && !/^\u0627\u0644/.test(next);
}

function isBeside(text: string, left: Token, right: Token | undefined): boolean {
  return right !== undefined && /^[\s\p{Cf}-]*$/u.test(text.slice(left.end, right.start));
}

function ofDate(tokens: readonly Token[], date: CalendarDate): Read | undefined {
  const pad = (value: number) => String(value).padStart(2, "0");
  const written = `${date.year ?? "-"}-${pad(date.month)}${date.day === undefined ? "" : `-${pad(date.day)}`}`;
  return ofPart(tokens, date.from, date.to, { value: date.year ?? date.month, kind: "date", date: written });
}

function ofPart(
  tokens: readonly Token[],
  from: number,
  to: number,
  told: KindAndUnit & { readonly value: number },
): Read | undefined {
  const [first, last] = [tokens[from], tokens[to - 1]];
  if (first === undefined || last === undefined) return undefined;
  return { mention: { start: first.start, end: last.end, ...told }, to };
}

function unit(name: string | undefined): { readonly unit?: string } {
  return name === undefined ? {} : { unit: name };
}
