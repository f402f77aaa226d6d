import type { Span } from "./article.ts";
import { braceAt } from "./brace-marks.ts";
import { closingStart } from "./closing-sign.ts";
import { type Delimiter, delimiterAt, emphasisMarks } from "./emphasis.ts";
import { entityAt } from "./entities.ts";
import { componentsIn, tagEnd } from "./html-tags.ts";
import { targetEnd } from "./link-target.ts";
import { type Mark, ordered } from "./markup-mark.ts";
import { headStart, linesOf, type TextLine } from "./text-lines.ts";

/**
 * The marks of a Markdown text, block by block (a blank line ends one), in order, not overlapping. `kept`: texts inside
 * of markup that a reader sees (a title in an attribute), in order; they are no marks.
 */
export function markdownMarks(text: string, kept: readonly Span[]): Mark[] {
  const marks: Mark[] = [];
  const components = componentsIn(text);
  const lines = linesOf(text);
  const references = new Set(lines.map((line) => definedIn(text, line)));
  let block: TextLine[] = [];
  const flush = () => {
    const first = block.at(0);
    const last = block.at(-1);
    if (first !== undefined && last !== undefined) {
      const starts = block.flatMap((line) => lineMarks(text, line));
      const spans = spanMarks(text, first.start, last.end, starts, references, components);
      for (const mark of ordered(starts.concat(spans))) marks.push(mark);
    }
    block = [];
  };
  for (const line of lines) {
    if (text.slice(line.start, line.end).trim() === "") flush();
    else block.push(line);
  }
  flush();
  return kept.length === 0 ? marks : outside(marks, kept);
}

/** The parts of the marks that stand outside of `kept`, and such as stand inside whole: emphasis in a title. */
function outside(marks: readonly Mark[], kept: readonly Span[]): Mark[] {
  const parts: Mark[] = [];
  let first = 0;
  for (const mark of marks) {
    while ((kept[first]?.end ?? Number.POSITIVE_INFINITY) <= mark.start) first += 1;
    const isInside = mark.start >= (kept[first]?.start ?? mark.end) && mark.end <= (kept[first]?.end ?? 0);
    if (mark.as !== undefined || isInside) {
      parts.push(mark);
      continue;
    }
    let from = mark.start;
    for (let at = first; (kept[at]?.start ?? mark.end) < mark.end; at += 1) {
      const { start = from, end = from } = kept[at] ?? {};
      if (start > from) parts.push({ start: from, end: start });
      from = Math.max(from, end);
    }
    if (from < mark.end) parts.push({ start: from, end: mark.end });
  }
  return parts;
}

/** The name of the reference that a line defines: `[name]: https://…`. */
function definedIn(text: string, { start, end }: TextLine): string | undefined {
  const beginning = text.slice(start, Math.min(end, start + LONGEST_NAME + 8));
  return /^ {0,3}\[([^\]^]{1,80})\]:/u.exec(beginning)?.[1]?.toLowerCase();
}

const LINE_HEAD =
  /^[ \t]*(?:(?:>[ \t]?)+[ \t]*)?(?:[-*+][ \t]+(?:\[[ xX]\][ \t]+)?|#{1,6}[ \t]+|(?:\|[ \t]*)+)?(?:\[![\w-]{1,30}\][+-]?)?/u;
/** The name of a block for links to it: ` ^quote-1` at its end. */
const BLOCK_NAME = /(?:^|[ \t])\^[A-Za-z\d-]{1,60}[ \t]*$/u;

/** What stands at a line's start (and end) to say what kind of line it is. */
function lineMarks(text: string, line: TextLine): Span[] {
  const { end } = line;
  const start = headStart(text, line);
  const head = LINE_HEAD.exec(text.slice(start, end))?.[0] ?? "";
  const marks: Span[] = /[^ \t]/u.test(head) ? [{ start: line.start, end: start + head.length }] : [];
  const tailStart = Math.max(start, end - LONGEST_NAME);
  const name = BLOCK_NAME.exec(text.slice(tailStart, end));
  if (name !== null) marks.push({ start: tailStart + name.index, end });
  const sign = head.includes("#") ? "#" : head.includes("|") ? "|" : undefined;
  if (sign !== undefined) {
    const tail = closingStart(text, { start: start + head.length, end }, sign);
    if (tail < end) marks.push({ start: tail, end });
  }
  return marks;
}

interface Scan {
  readonly text: string;
  readonly end: number;
  readonly marks: Mark[];
  readonly components: ReadonlySet<string>;
  /** Where the scan goes on when it comes to an offset that is known to belong to a mark. */
  readonly skips: Map<number, number>;
  readonly references: ReadonlySet<string | undefined>;
  readonly brackets: ReadonlyMap<number, number>;
}

function spanMarks(
  text: string,
  start: number,
  end: number,
  starts: readonly Span[],
  references: ReadonlySet<string | undefined>,
  components: ReadonlySet<string>,
): Mark[] {
  const scan: Scan = {
    components,
    text,
    end,
    marks: [],
    skips: new Map(starts.map((mark) => [mark.start, mark.end])),
    references,
    brackets: bracketPairs(text, start, end),
  };
  const delimiters: Delimiter[] = [];
  let at = start;
  while (at < end) {
    const sign = text.charAt(at);
    const skip = scan.skips.get(at);
    if (skip !== undefined) at = Math.max(skip, at + 1);
    else if (sign === "\\") at = escaped(scan, at);
    else if (sign === "`") at = codeSpan(scan, at);
    else if (sign === "<") at = angle(scan, at);
    else if (sign === "[" || (sign === "!" && text.charAt(at + 1) === "[")) at = bracket(scan, at);
    else if (sign === "{" || sign === "&" || sign === "%" || sign === ":") at = command(scan, at);
    else if (sign === "*" || sign === "_" || sign === "~" || sign === "=") {
      const run = delimiterAt(text, at, start, end);
      at = run.end;
      delimiters.push(run);
    } else at += 1;
  }
  return [...scan.marks, ...emphasisMarks(delimiters)];
}

const DIRECTIVE = /:[a-z][a-z\d-]{0,30}(?=\[)/uy;

/** A mark of those that begin with `{`, an entity, `%%comment%%`, or the name of a directive: `:abbr[text]`. */
function command({ text, end, marks }: Scan, at: number): number {
  const sign = text.charAt(at);
  if (sign === ":") {
    const name = /[\w:]/u.test(text.charAt(at - 1)) ? undefined : matchAt(DIRECTIVE, text, at)?.[0];
    if (name === undefined) return at + 1;
    marks.push({ start: at, end: at + name.length });
    return at + name.length;
  }
  if (sign === "%") {
    const close = text.startsWith("%%", at)
      ? text.slice(at + 2, Math.min(end, at + LONGEST_SPAN)).indexOf("%%")
      : -1;
    if (close < 0) return at + 1;
    marks.push({ start: at, end: at + close + 4 });
    return at + close + 4;
  }
  const mark = sign === "{" ? braceAt(text, at, end) : entityAt(text, at, end);
  if (mark === undefined) return at + 1;
  marks.push(mark);
  return mark.end;
}

function escaped({ text, end, marks }: Scan, at: number): number {
  if (/[\n\r]/u.test(text.charAt(at + 1))) {
    marks.push({ start: at, end: at + 1 });
    return at + 1;
  }
  if (at + 1 >= end || !/[!-/:-@[-`{-~]/u.test(text.charAt(at + 1))) return at + 1;
  marks.push({ start: at, end: at + 1 });
  return at + 2;
}

/** Ticks around code; what stands between them is literal. */
function codeSpan({ text, end, marks }: Scan, at: number): number {
  const ticks = /`+/uy;
  ticks.lastIndex = at;
  const run = ticks.exec(text)?.[0] ?? "`";
  const after = at + run.length;
  // On a piece, since each run of ticks without a partner would else be looked for to the end of the text.
  const rest = text.slice(after, Math.min(end, after + LONGEST_SPAN));
  for (const { 0: closing, index } of rest.matchAll(/`+/gu)) {
    if (closing.length !== run.length) continue;
    const close = after + index;
    marks.push({ start: at, end: after }, { start: close, end: close + run.length });
    return close + run.length;
  }
  return after;
}

function angle({ text, end, marks, components }: Scan, at: number): number {
  const tag = tagEnd(text, at, end, components);
  if (tag !== undefined) {
    marks.push({ start: at, end: tag });
    return tag;
  }
  const address = /<(?:https?:\/\/|mailto:)[^\s<>]{1,2000}>/uy;
  address.lastIndex = at;
  const length = address.exec(text)?.[0].length ?? 0;
  if (length === 0 || at + length > end) return at + 1;
  marks.push({ start: at, end: at + 1 }, { start: at + length - 1, end: at + length });
  return at + length;
}

const LONGEST_SPAN = 2000;
/** Characters of a reference's name; the two patterns of references say the same. */
const LONGEST_NAME = 80;
const REFERENCE = /\[([^[\]\n]{0,80})\]/uy;
const FOOTNOTE = /\[\^[^\]\s]{1,64}\](?::[ \t]*)?/uy;

/** A footnote's mark, or the brackets and the target of a link or image; the text of the link is scanned on. */
function bracket(scan: Scan, at: number): number {
  const { text, end, marks, skips } = scan;
  const footnote = matchAt(FOOTNOTE, text, at);
  if (footnote !== undefined) {
    // Behind the mark in a sentence a colon is the sentence's own.
    const isDefinition =
      footnote[0].length > footnote[0].indexOf("]") + 1 &&
      /(?:^|[\n\r])[ \t]*$/u.test(text.slice(Math.max(0, at - 4), at));
    const close = at + (isDefinition ? footnote[0].length : footnote[0].indexOf("]") + 1);
    marks.push({ start: at, end: close });
    return close;
  }
  const open = text.charAt(at) === "!" ? at + 2 : at + 1;
  const close = scan.brackets.get(open - 1);
  if (close === undefined) return at + 1;
  const target =
    targetEnd(text, close + 1, end) ??
    referenceEnd(scan, open, close) ??
    (text.charAt(close + 1) === "{" ? braceAt(text, close + 1, end)?.end : undefined);
  if (target === undefined && text.charAt(open) === "[" && scan.brackets.get(open) === close - 1)
    return wikiLink(scan, at, open + 1, close - 1);
  if (target === undefined || target > end) return open;
  marks.push({ start: at, end: open }, { start: close, end: target });
  skips.set(close, target);
  return open;
}

/** `[[page|words]]` shows its words, `[[page]]` its page; `![[file]]` shows a file that stands elsewhere. */
function wikiLink({ text, marks, skips }: Scan, at: number, start: number, close: number): number {
  const end = close + 2;
  const isEmbedded = text.charAt(at) === "!";
  const bar = text.slice(start, Math.min(close, start + LONGEST_TARGET)).search(/\\?\|/u);
  const words = bar < 0 ? start : start + bar + (text.charAt(start + bar) === "\\" ? 2 : 1);
  if (isEmbedded) marks.push({ start: at, end });
  else marks.push({ start: at, end: words }, { start: close, end });
  if (isEmbedded) return end;
  skips.set(close, end);
  return words;
}

const LONGEST_TARGET = 300;

function referenceEnd({ text, references }: Scan, open: number, close: number): number | undefined {
  const match = matchAt(REFERENCE, text, close + 1);
  if (match === undefined) return undefined;
  // Cut, since the text between brackets that stand in brackets is as long as they are many.
  const name = match[1] === "" ? text.slice(open, Math.min(close, open + LONGEST_NAME + 1)) : match[1];
  return references.has(name?.toLowerCase()) ? close + 1 + match[0].length : undefined;
}

/** Where each bracket of a block closes, found in one pass. */
function bracketPairs(text: string, start: number, end: number): Map<number, number> {
  const pairs = new Map<number, number>();
  const open: number[] = [];
  for (let at = start; at < end; at += 1) {
    const sign = text.charAt(at);
    if (sign === "\\") at += 1;
    else if (sign === "[") open.push(at);
    else if (sign === "]") {
      const opening = open.pop();
      if (opening !== undefined) pairs.set(opening, at);
    }
  }
  return pairs;
}

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | undefined {
  pattern.lastIndex = at;
  return pattern.exec(text) ?? undefined;
}
