import type { Article, Span } from "./article.ts";
import { markdownMarks } from "./markdown-marks.ts";
import { type Mark, ordered } from "./markup-mark.ts";
import type { Page } from "./page.ts";
import { isMarkdown, readPage } from "./page-format.ts";
import { plainMarks } from "./plain-text.ts";

/** What a reader sees of a slice: the slice without its inline marks, entities as the signs that they stand for. */
export interface ShownText {
  readonly text: string;
  /** Where a range of the article's text, inside the slice, stands in the shown text. */
  map(range: Span): Span;
}

/**
 * The shown text of `article.text.slice(start, end)`. In Markdown these marks are left out, and nothing else:
 * emphasis (`*`, `_`, `**`, `__`, `~~`, `==` in pairs), code ticks, the target of a link or image and the brackets around its
 * text, angle brackets around an address, footnote marks (`[^1]`), HTML and JSX tags and comments, the backslash of an escape, what
 * begins a line (`>`, `-`, `#`, the bars around a table's row), wiki links' brackets and pages, and what speaks to a
 * generator of sites (shortcodes, Liquid, `{#id}`, `^block`, `%%comments%%`). In plain text HTML tags alone are marks. An
 * entity (`&amp;`) is shown as its sign. A mark whose partner stands outside the slice is a mark all the same.
 */
export function shownText(article: Pick<Article, "text" | "file">, start: number, end: number): ShownText {
  const marks = marksWithin(marksOf(article), start, end);
  return {
    text: withoutMarks(article.text, marks, start, end),
    map: (range) => ({
      start: shownOffset(marks, start, end, range.start),
      end: shownOffset(marks, start, end, range.end),
    }),
  };
}

/** It joins no words and parts none: search passes over it inside a word, and every pattern takes it for white space. */
const UNREAD = "\uFEFF";

/**
 * The article's text as its words are read: of the same length, so that all offsets hold, marks blanked out and
 * entities written as their signs.
 */
export function legibleText(article: Pick<Article, "text" | "file">): string {
  const { text } = article;
  const marks = marksOf(article);
  if (marks.length === 0) return text;
  let legible = legibleTexts.get(article);
  if (legible === undefined) {
    const pieces: string[] = [];
    let from = 0;
    for (const { start, end, as = "" } of marks) {
      pieces.push(text.slice(from, start), as, UNREAD.repeat(end - start - as.length));
      from = end;
    }
    legible = pieces.join("") + text.slice(from);
    legibleTexts.set(article, legible);
  }
  return legible;
}

const legibleTexts = new WeakMap<Pick<Article, "text" | "file">, string>();

const NO_MARKS: readonly Mark[] = [];

/** All marks of a text, in order, not overlapping. `page`: the text's, where it was read already. */
export function marksOf(article: Pick<Article, "text" | "file">, page?: Page): readonly Mark[] {
  const { text } = article;
  const markdown = isMarkdown(article);
  if (!markdown && !/[<&\n]/u.test(text)) return NO_MARKS;
  let marks = known.get(article);
  if (marks === undefined) {
    const read = page ?? readPage(article);
    marks = markdown ? allMarks(text, read) : plainMarks(text, read);
    known.set(article, marks);
  }
  return marks;
}

function allMarks(text: string, { blocks, marks }: Page): readonly Mark[] {
  const inline = markdownMarks(
    text,
    blocks.filter(({ isKept }) => isKept === true),
  );
  return marks.length === 0 ? inline : ordered([...inline, ...marks]);
}

/** Says that the marks of `article` are those of `source`, which has the same text, so that they are not looked for again. */
export function shareMarks(
  source: Pick<Article, "text" | "file">,
  article: Pick<Article, "text" | "file">,
): void {
  known.set(article, marksOf(source));
  const legible = legibleTexts.get(source);
  if (legible !== undefined) legibleTexts.set(article, legible);
}

export function withoutMarks(text: string, marks: readonly Mark[], start: number, end: number): string {
  let shown = "";
  let from = start;
  for (const mark of marks) {
    if (mark.end <= from || mark.start >= end) continue;
    shown += text.slice(from, Math.max(from, mark.start)) + readAs(mark, start, end);
    from = Math.min(end, mark.end);
  }
  return shown + text.slice(from, end);
}

/** A part of an entity stands for nothing. */
function readAs({ start, end, as = "" }: Mark, from: number, to: number): string {
  return start >= from && end <= to ? as : "";
}

/** The marks that touch a range, found by halving. */
export function marksWithin(marks: readonly Mark[], start: number, end: number): readonly Mark[] {
  const first = firstAfter(marks, start);
  let last = first;
  while (last < marks.length && (marks[last]?.start ?? end) < end) last += 1;
  return marks.slice(first, last);
}

/** A span that ends inside an entity, prolonged to its end. */
export function overEntities(marks: readonly Mark[], span: Span): Span {
  const mark = marks[firstAfter(marks, span.end)];
  return mark?.as !== undefined && mark.start < span.end ? { ...span, end: mark.end } : span;
}

// Articles are immutable, so their marks are found once.
const known = new WeakMap<Pick<Article, "text" | "file">, readonly Mark[]>();

function firstAfter(marks: readonly Span[], offset: number): number {
  let low = 0;
  let high = marks.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((marks[middle]?.end ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

function shownOffset(marks: readonly Mark[], start: number, end: number, offset: number): number {
  let hidden = 0;
  for (const mark of marks) {
    if (mark.start >= offset) break;
    hidden += Math.min(mark.end, offset) - Math.max(mark.start, start) - readAs(mark, start, end).length;
  }
  return offset - start - hidden;
}
