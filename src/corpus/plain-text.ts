import { type ContentLine, contentLine } from "./content-line.ts";
import { markupLines } from "./html-tags.ts";
import { marksOf, marksWithin, withoutMarks } from "./inline-marks.ts";
import type { MarkupLine } from "./markdown-blocks.ts";
import { headStart, linesOf, trimSpan } from "./text-lines.ts";

export interface Content {
  readonly lines: readonly ContentLine[];
  readonly markup: readonly MarkupLine[];
}

// Signs that are bullets wherever they begin a line, and such as need a space behind them.
const BULLET =
  /^(?:[\u2022\u25CF\u25AA\u25E6\u25CB\u25A0\u25A1\u2023\u2043\u25B8\u25B9\u25BA\u25B6\u2713\u2714\u2705\u2611\u27A4\u27A2\u2756\u25C6\u25C7\u00B7\u2219\uF0B7]\s*|[-\u2013\u2014*+]\s+)+/u;

/** A page as plain text: each line that is not blank is a line of content, its bullet taken off. */
export function plainTextContent(article: { readonly text: string; readonly file: string }): Content {
  const { text } = article;
  const all = linesOf(text);
  const html = markupLines(text, all);
  const marks = marksOf(article);
  const lines: ContentLine[] = [];
  const markup: MarkupLine[] = [];
  all.forEach((line, index) => {
    const span = trimSpan(text, headStart(text, line), line.end);
    const reason = html.get(index);
    if (span.start === span.end) return;
    if (reason !== undefined) {
      markup.push({ number: line.number, text: text.slice(span.start, span.end), reason });
      return;
    }
    const bullet = BULLET.exec(text.slice(span.start, Math.min(span.end, span.start + 40)))?.[0].length ?? 0;
    const rest = trimSpan(text, span.start + bullet, span.end);
    if (rest.start === rest.end) return;
    const shown = withoutMarks(text, marksWithin(marks, rest.start, rest.end), rest.start, rest.end);
    const afterGap =
      markup.at(-1)?.number !== undefined && (markup.at(-1)?.number ?? 0) > (lines.at(-1)?.number ?? 0);
    lines.push(contentLine({ ...rest, number: line.number, shown, bullet: bullet > 0, afterGap }));
  });
  return { lines, markup };
}
