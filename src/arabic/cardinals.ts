import { fractionOf, numberWord } from "./number-words.ts";
import type { Token } from "./token.ts";
import { unitOf } from "./units.ts";

/** A cardinal number in digits, words or both, from token `from` up to but without token `to`. */
export interface Cardinal {
  readonly from: number;
  readonly to: number;
  /** Where it starts in the text: after an attached و, ب or ل («بألفي درهم»). */
  readonly start: number;
  readonly value: number;
  /** It is written in digits, at least its first part. */
  readonly inDigits: boolean;
}

/**
 * The cardinal that begins at a token: ٢٫٥ مليار, مليارين ونصف, مئة وعشرين ألفا, خمسة وعشرون, 2.5 billion, 78k.
 * Undefined where none begins.
 */
export function cardinalAt(tokens: readonly Token[], at: number): Cardinal | undefined {
  const first = tokens[at];
  if (first === undefined) return undefined;
  const attached =
    numberWord(first.term) === undefined &&
    /^[\u0648\u0628\u0644]..+/.test(first.term) &&
    numberWord(first.term.slice(1)) !== undefined;
  const reading: Reading = { at, whole: 0, part: undefined, lowest: Number.POSITIVE_INFINITY, scaled: 0 };
  if (!readFirst(reading, tokens, attached)) return undefined;
  while (readNext(reading, tokens)) {
    // Each step reads one more word.
  }
  const value = Number((reading.whole + (reading.part ?? 0)).toPrecision(12));
  return {
    from: at,
    to: reading.at,
    start: attached ? first.start + 1 : first.start,
    value,
    inDigits: /^\d/.test(first.term),
  };
}

interface Reading {
  /** The token to read next. */
  at: number;
  /** Parts that have their scale already. */
  whole: number;
  /** The part that may still get a scale. */
  part: number | undefined;
  /** What is added next must be smaller than this. */
  lowest: number;
  /** The scale read last: what «ونصف» is half of. */
  scaled: number;
}

function readFirst(reading: Reading, tokens: readonly Token[], attached: boolean): boolean {
  const term = attached ? (tokens[reading.at]?.term.slice(1) ?? "") : (tokens[reading.at]?.term ?? "");
  const digits = /^(\d+(?:\.\d+)?)(k|bn|mn|tn|b)?$/.exec(term);
  const word = numberWord(term);
  if (digits !== null) {
    take(reading, Number(digits[1]), 1);
    if (digits[2] !== undefined) scale(reading, numberWord(digits[2])?.value ?? 1);
  } else if (word?.part === "dual") {
    reading.whole = 2 * word.value;
    reading.scaled = word.value;
    reading.lowest = word.value;
  } else if (word?.part === "scale") {
    if (term.length < 3) return false;
    // مليونا دولار without a number before it is the dual, two million.
    const isDual =
      /\u0627$/.test(term) && unitOf(tokens[reading.at + 1]?.term ?? "")?.startsWith("currency:") === true;
    reading.whole = isDual ? 2 * word.value : word.value;
    reading.scaled = word.value;
    reading.lowest = word.value;
  } else if (word !== undefined) take(reading, word.value, sizeOf(word.part));
  else return false;
  reading.at++;
  return true;
}

function readNext(reading: Reading, tokens: readonly Token[]): boolean {
  const term = tokens[reading.at]?.term ?? "";
  if (term === "\u0648" && reading.scaled > 0) return addDigits(reading, tokens);
  const joined = startsWithWaw(term) && numberWord(term) === undefined;
  if (joined) return addJoined(reading, tokens, term.slice(1));
  const word = numberWord(term);
  if (word === undefined)
    return term === "and" && numberWord(tokens[reading.at + 1]?.term ?? "") !== undefined && skip(reading);
  if (word.part === "scale") {
    if (reading.part === undefined && reading.whole === 0) return false;
    if (reading.part === undefined) reading.whole *= word.value;
    else scale(reading, word.value);
    reading.scaled = word.value;
    reading.lowest = word.value;
  } else if (
    reading.part !== undefined &&
    word.value === 10 &&
    word.part === "one" &&
    reading.part < 10 &&
    reading.part > 0
  ) {
    reading.part += 10;
    reading.lowest = 1;
  } else if (reading.part !== undefined && word.value === 100 && reading.part < 10 && reading.part > 1) {
    reading.part *= 100;
    reading.lowest = 100;
  } else if (/^[a-z]/.test(term) && word.value < reading.lowest && word.part !== "dual") {
    reading.part = (reading.part ?? 0) + word.value;
    reading.lowest = sizeOf(word.part);
  } else return false;
  reading.at++;
  return true;
}

/** «وعشرين», «ونصف», «وخمسمئة ألف»: smaller than what stands before it. */
function addJoined(reading: Reading, tokens: readonly Token[], term: string): boolean {
  const fraction = fractionOf(term);
  if (fraction !== undefined && /^(?:نصف|نص|ربع|ثلث)$/.test(term)) {
    if (reading.part !== undefined && reading.scaled === 0) reading.part += fraction;
    else reading.whole += fraction * reading.scaled;
    reading.at++;
    reading.lowest = 0;
    // مليون ونصف مليون، مليارين ونصف المليار: the scale is said again.
    const again = numberWord((tokens[reading.at]?.term ?? "").replace(/^\u0627\u0644(?=...)/, ""));
    if (again?.part === "scale" && again.value === reading.scaled) reading.at++;
    return true;
  }
  const word = numberWord(term);
  if (word === undefined || word.part === "scale") {
    if (word === undefined || word.value >= reading.lowest) return false;
    closePart(reading);
    reading.whole += word.value;
  } else if (word.part === "dual") {
    if (word.value >= reading.lowest) return false;
    closePart(reading);
    reading.whole += 2 * word.value;
  } else {
    const next = numberWord(tokens[reading.at + 1]?.term ?? "");
    const bigger = next?.part === "scale" ? next.value : 1;
    // ثلاثة وعشرون: ones stand before tens.
    const inverted = word.part === "ten" && (reading.part ?? 0) % 100 < 10 && (reading.part ?? 0) % 100 > 0;
    if (
      !inverted &&
      (word.value >= reading.lowest || word.value * bigger >= (reading.scaled || Number.POSITIVE_INFINITY))
    )
      return false;
    reading.part = (reading.part ?? 0) + word.value;
    reading.lowest = inverted ? 1 : sizeOf(word.part);
    reading.at++;
    return true;
  }
  reading.scaled = word.value;
  reading.lowest = word.value;
  reading.at++;
  return true;
}

/** «١٢ ألفا و٥٠٠», «مليون و200 ألف»: digits that are smaller than the scale before them. */
function addDigits(reading: Reading, tokens: readonly Token[]): boolean {
  const digits = tokens[reading.at + 1]?.term ?? "";
  if (!/^\d+$/.test(digits) || Number(digits) >= 1000 || reading.part !== undefined) return false;
  const next = numberWord(tokens[reading.at + 2]?.term ?? "");
  const size = next?.part === "scale" ? next.value : 1;
  if (Number(digits) * size >= reading.lowest) return false;
  reading.part = Number(digits);
  reading.lowest = 1;
  reading.at += 2;
  return true;
}

function take(reading: Reading, value: number, size: number): void {
  reading.part = value;
  reading.lowest = size;
}

function scale(reading: Reading, by: number): void {
  reading.whole += (reading.part ?? 1) * by;
  reading.part = undefined;
  reading.scaled = by;
  reading.lowest = by;
}

function closePart(reading: Reading): void {
  reading.whole += reading.part ?? 0;
  reading.part = undefined;
}

function skip(reading: Reading): boolean {
  reading.at++;
  return true;
}

/** What may still be added to a part: less than ten to tens, less than a hundred to hundreds, nothing to ones. */
function sizeOf(part: "one" | "ten" | "hundred" | "scale" | "dual"): number {
  return part === "hundred" ? 100 : part === "ten" ? 10 : 1;
}

function startsWithWaw(term: string): boolean {
  return term.startsWith("\u0648") && term.length > 2;
}
