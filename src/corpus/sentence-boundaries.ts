import { isAbbreviation } from "./abbreviations.ts";
import type { Span } from "./article.ts";
import { trimSpan } from "./text-lines.ts";

/** A text without any full stop is cut here at the latest: at a clause mark, else at a space, else anywhere. */
export const LONGEST_SENTENCE = 4000;

/**
 * The sentences of `text` between two offsets, in order, without the white space around them. A sentence ends at
 * . ! ? ؟ … ۔ and the quotation marks and brackets that close there; not inside numbers, abbreviations, initials,
 * addresses of sites, nor after the number of a list item. Scraped Arabic often lacks the space after a full stop:
 * a stop between two Arabic letters ends a sentence too. Time is linear in the length.
 */
export function sentencesIn(text: string, start: number, end: number): Span[] {
  // On a slice, so that the search for a stop never runs past the end.
  return sentencesOf(text.slice(start, end)).map((span) => ({
    start: start + span.start,
    end: start + span.end,
  }));
}

function sentencesOf(text: string): Span[] {
  const sentences: Span[] = [];
  const end = text.length;
  let from = 0;
  const stop = /[.!?\u061F\u2026\u06D4\u3002]+/gu;
  for (let match = stop.exec(text); match !== null; match = stop.exec(text)) {
    const cut = cutAfter(text, from, match.index, match.index + match[0].length, end);
    if (cut === undefined) continue;
    addBounded(sentences, text, from, cut);
    from = cut;
    stop.lastIndex = Math.max(stop.lastIndex, cut);
  }
  addBounded(sentences, text, from, end);
  return sentences;
}

const SPACE = /\s/u;
const QUOTE = /["'\u201C\u201D\u2018\u2019\u00AB\u00BB\u2039\u203A]/u;
const CLOSER = /[)\]}\u00BB\u203A\u201D\u2019]/u;
const OPENER = /[([{\u00AB\u2039\u201C\u2018]/u;
const ARABIC = /\p{Script=Arabic}/u;
const LATIN_OR_DIGIT = /[\p{Script=Latin}\p{Nd}]/u;
const CONTINUES = /[\u060C\u061B,;:)\]}\u00BB\u2013\u2014-]/u;
const SPEECH =
  /^(?:قال|قالت|قالوا|يقول|تقول|يقولون|سأل|سألت|سألني|سألته|تساءل|تساءلت|يتساءل|تتساءل|أجاب|أجابت|رد|ردّ|ردت|ردّت|أضاف|أضافت|يضيف|تضيف|صرح|صرّح|صرحت|أكد|أكدت|يؤكد|أوضح|أوضحت|يوضح|هتف|هتفت|صرخ|صرخت|همس|همست|هكذا|بحسب|حسب|وفق|وفقا|وفقًا)(?=[\s،:.]|$)/u;
const BEGINS_ANEW = /^(?:["'\u00AB\u201C(\u2013\u2014-]|[وف]\p{L}{2}|ثم\s|لكن|أما\s)/u;
const SITE_ENDING = /^(?:نت|كوم|أورغ|اورج|أورج)(?![\p{L}\p{M}])/u;
const WINDOW = 60;

/** Where the sentence ends that stops at `stopStart`…`stopEnd`, or undefined when it goes on. */
function cutAfter(
  text: string,
  from: number,
  stopStart: number,
  stopEnd: number,
  end: number,
): number | undefined {
  const mark = text.slice(stopStart, stopEnd);
  const close = closersAfter(text, from, stopEnd, end);
  if (close >= end) return end;
  const closed = close > stopEnd;
  const before = text.charAt(stopStart - 1);
  const spaced = SPACE.test(text.charAt(close));
  const following = text.slice(close, Math.min(close + WINDOW, end)).trimStart();
  if (following === "") return close;
  const next = following.charAt(0);
  if (CONTINUES.test(next) && !/^[-\u2013\u2014]\s/u.test(following)) return undefined;
  // «(!)» and «(؟)» comment on the word before them.
  if (/[([]/u.test(before) && closed) return undefined;
  if (!spaced && !endsWithoutSpace(text, stopStart, mark, close, following, closed)) return undefined;
  if (/\p{Ll}/u.test(next) && LATIN_OR_DIGIT.test(before)) return undefined;
  if (closed && (SPEECH.test(following) || isFrontedQuote(text, from, close, mark, following)))
    return undefined;
  if (isEllipsis(mark)) return wordsAtLeast(text, from, stopStart, 4) ? close : undefined;
  if (mark === "." && !closed && belongsToWord(text, from, stopStart, following)) return undefined;
  return close;
}

/** The offset after the quotation marks and brackets that close at `at`, also such as stand alone after a space. */
function closersAfter(text: string, from: number, at: number, end: number): number {
  let close = at;
  while (close < end && (CLOSER.test(text.charAt(close)) || QUOTE.test(text.charAt(close)))) {
    const after = text.charAt(close + 1);
    const straight = QUOTE.test(text.charAt(close)) && !CLOSER.test(text.charAt(close));
    // A straight mark glued to a following letter opens the next sentence unless one is open.
    if (straight && close + 1 < end && /[\p{L}\p{N}]/u.test(after) && !hasOpenQuote(text, from, close)) break;
    close += 1;
  }
  // The number of a note behind the stop belongs to the sentence before it: «انتهى.[2] ثم».
  const note = /^(?:\[\p{Nd}{1,3}\])+/u.exec(text.slice(close, Math.min(close + 20, end)));
  if (note !== null) close += note[0].length;
  const alone = /^\s?["\u201C\u201D]+(?=\s|$)/u.exec(text.slice(close, Math.min(close + 6, end)));
  return alone === null ? close : close + alone[0].length;
}

function hasOpenQuote(text: string, from: number, at: number): boolean {
  let quotes = 0;
  for (let i = Math.max(from, at - 2000); i < at; i += 1) if (text.charAt(i) === '"') quotes += 1;
  return quotes % 2 === 1;
}

function endsWithoutSpace(
  text: string,
  stopStart: number,
  mark: string,
  close: number,
  following: string,
  closed: boolean,
): boolean {
  const before = text.charAt(stopStart - 1);
  const next = text.charAt(close);
  if (OPENER.test(next) || next === '"') return ARABIC.test(before);
  if (LATIN_OR_DIGIT.test(before) && LATIN_OR_DIGIT.test(next) && !ARABIC.test(next)) return false;
  if (mark === ".") {
    if (SITE_ENDING.test(following)) return false;
    if (/\p{Nd}/u.test(next))
      return closed || /\p{Script=Arabic}{3}$/u.test(text.slice(Math.max(0, stopStart - 3), stopStart));
    return ARABIC.test(next) || /\p{Lu}/u.test(next);
  }
  return /[\p{L}\p{N}]/u.test(next);
}

// «"هل نعود؟" سؤال لم يجبه أحد.»: a question or a cry in quotation marks that opens the sentence is a part of it.
function isFrontedQuote(text: string, from: number, close: number, mark: string, following: string): boolean {
  if (!/[!?\u061F]/u.test(mark) || BEGINS_ANEW.test(following)) return false;
  const sentence = trimSpan(text, from, close);
  return QUOTE.test(text.charAt(sentence.start)) && sentence.end - sentence.start < 300;
}

function isEllipsis(mark: string): boolean {
  return mark.includes("\u2026") || /^\.{2,}$/u.test(mark);
}

function wordsAtLeast(text: string, from: number, to: number, count: number): boolean {
  return (
    text
      .slice(Math.max(from, to - 200), to)
      .trim()
      .split(/\s+/u).length >= count
  );
}

/** Whether a full stop belongs to the word before it: an abbreviation, or the number of a list item. */
function belongsToWord(text: string, from: number, stop: number, following: string): boolean {
  const head = text.slice(Math.max(from, stop - WINDOW), stop);
  const word = /(?:^|\s)(\S*)$/u.exec(head)?.[1] ?? "";
  const before = head.slice(0, head.length - word.length);
  if (/^[([]?\p{Nd}{1,2}$/u.test(word)) return before.trim() === "" || /[:\u061B\u060C(]\s*$/u.test(before);
  if (/^\p{L}$/u.test(word) && before.trim() === "") return true;
  return word !== "" && isAbbreviation(word, before, following);
}

function addBounded(sentences: Span[], text: string, from: number, to: number): void {
  let span = trimSpan(text, from, to);
  while (span.end - span.start > LONGEST_SENTENCE) {
    const cut = cutBefore(text, span.start, span.start + LONGEST_SENTENCE);
    const piece = trimSpan(text, span.start, cut);
    if (piece.end > piece.start) sentences.push(piece);
    span = trimSpan(text, cut, span.end);
  }
  if (span.end > span.start) sentences.push(span);
}

function cutBefore(text: string, from: number, limit: number): number {
  const window = text.slice(limit - 1000, limit);
  const mark = Math.max(...["\u061B", "\u060C", "\n", ":"].map((sign) => window.lastIndexOf(sign)));
  if (mark >= 0) return limit - 1000 + mark + 1;
  const space = window.search(/\s\S*$/u);
  if (space >= 0) return limit - 1000 + space + 1;
  const lowSurrogate = /[\uDC00-\uDFFF]/u.test(text.charAt(limit));
  return lowSurrogate && limit - 1 > from ? limit - 1 : limit;
}
