import type { Span } from "./article.ts";

/** A line of a text without its line end; `number` counts from 1, as an editor does. */
export interface TextLine extends Span {
  readonly number: number;
}

// CR LF counts once; NEL, U+2028 and U+2029 are line ends of scraped pages, VT and FF of converted documents.
const LINE_END = /\r\n|[\n\r\v\f\u0085\u2028\u2029]/gu;

/** All lines of a text, in order, empty ones too. Nothing is rewritten: the spans count in `text`. */
export function linesOf(text: string): TextLine[] {
  const lines: TextLine[] = [];
  let start = 0;
  for (const match of text.matchAll(LINE_END)) {
    lines.push({ number: lines.length + 1, start, end: match.index });
    start = match.index + match[0].length;
  }
  lines.push({ number: lines.length + 1, start, end: text.length });
  return lines;
}

// Marks that cannot be seen count as blank: a line of them alone says nothing, and none of them opens or ends a quotation.
const BLANK = /[\s\u00AD\u200B\u2060\uFEFF]/u;

/** The part of a span that is left when the blanks at both ends are taken off; empty at `end` when all is blank. */
export function trimSpan(text: string, start: number, end: number): Span {
  let first = start;
  let last = end;
  while (first < last && BLANK.test(text.charAt(first))) first += 1;
  while (last > first && BLANK.test(text.charAt(last - 1))) last -= 1;
  return { start: first, end: last };
}

const DIRECTION_MARKS = /[\s\u200B\u200E\u200F\u061C\u202A-\u202E\u2066-\u2069\uFEFF]*/uy;
/** What tells the kind of a line by its beginning. */
const LINE_SIGN = /[#>*+|:!?`~{<[=%^\u2022\d-]/u;

/** Where a line begins: behind the marks of direction that editors put before `#`, `-` and their like, which would hide these. */
export function headStart(text: string, { start, end }: Span): number {
  let at = start;
  while (at < end && (text.charAt(at) === " " || text.charAt(at) === "\t")) at += 1;
  // Nearly all lines begin with a letter or a sign; only the rest is worth the question.
  const code = text.charCodeAt(at);
  if (at === end || code < 0x80 || (code >= 0x600 && code < 0x2000 && code !== 0x61c)) return start;
  DIRECTION_MARKS.lastIndex = at;
  const head = at + (DIRECTION_MARKS.exec(text)?.[0].length ?? 0);
  return head < end && LINE_SIGN.test(text.charAt(head)) ? head : start;
}
