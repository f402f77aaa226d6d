import type { Article, Span } from "./article.ts";
import { tagsIn } from "./html-tags.ts";
import { markdownMarks } from "./markdown-marks.ts";

/** What a reader sees of a slice: the slice without its inline marks, nothing added, nothing changed. */
export interface ShownText {
  readonly text: string;
  /** Where a range of the article's text, inside the slice, stands in the shown text. */
  map(range: Span): Span;
}

/**
 * The shown text of `article.text.slice(start, end)`. In Markdown these marks are left out, and nothing else:
 * emphasis (`*`, `_`, `**`, `__`, `~~` in pairs), code ticks, the target of a link or image and the brackets around its
 * text, angle brackets around an address, footnote marks (`[^1]`), HTML tags and comments, the backslash of an escape, and what
 * begins a line (`>`, `-`, `#`, the bars around a table's row). In plain text HTML tags alone are marks. Entities (`&amp;`)
 * stay as they are. A mark whose partner stands outside the slice is a mark all the same.
 */
export function shownText(article: Pick<Article, "text" | "file">, start: number, end: number): ShownText {
  const marks = marksWithin(marksOf(article), start, end);
  return {
    text: withoutMarks(article.text, marks, start, end),
    map: (range) => ({
      start: shownOffset(marks, start, range.start),
      end: shownOffset(marks, start, range.end),
    }),
  };
}

/** A file is Markdown by its name alone. */
export function isMarkdown(file: string): boolean {
  return /\.(?:md|mdx|markdown)$/iu.test(file);
}

/** All marks of a text, in order, not overlapping. */
export function marksOf(article: Pick<Article, "text" | "file">): readonly Span[] {
  let marks = known.get(article);
  if (marks === undefined) {
    const { text } = article;
    marks = isMarkdown(article.file) ? markdownMarks(text) : tagsIn(text, 0, text.length);
    known.set(article, marks);
  }
  return marks;
}

export function withoutMarks(text: string, marks: readonly Span[], start: number, end: number): string {
  let shown = "";
  let from = start;
  for (const mark of marks) {
    if (mark.end <= from || mark.start >= end) continue;
    shown += text.slice(from, Math.max(from, mark.start));
    from = Math.min(end, mark.end);
  }
  return shown + text.slice(from, end);
}

/** The marks that touch a range, found by halving. */
export function marksWithin(marks: readonly Span[], start: number, end: number): readonly Span[] {
  const first = firstAfter(marks, start);
  let last = first;
  while (last < marks.length && (marks[last]?.start ?? end) < end) last += 1;
  return marks.slice(first, last);
}

// Articles are immutable, so their marks are found once.
const known = new WeakMap<Pick<Article, "text" | "file">, readonly Span[]>();

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

function shownOffset(marks: readonly Span[], start: number, offset: number): number {
  let hidden = 0;
  for (const mark of marks) {
    if (mark.start >= offset) break;
    hidden += Math.min(mark.end, offset) - Math.max(mark.start, start);
  }
  return offset - start - hidden;
}
