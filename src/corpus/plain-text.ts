import { entitiesIn } from "./entities.ts";
import { markupLines, tagsIn } from "./html-tags.ts";
import { type Mark, ordered } from "./markup-mark.ts";
import type { MarkupLine, Page, PageBlock } from "./page.ts";
import { headStart, linesOf, trimSpan } from "./text-lines.ts";
import { isPageNumber, wrapMarks, wrappedLines } from "./wrapping.ts";

// Signs that are bullets wherever they begin a line, and such as need a space behind them.
const BULLET =
  /^(?:[\u2022\u25CF\u25AA\u25E6\u25CB\u25A0\u25A1\u2023\u2043\u25B8\u25B9\u25BA\u25B6\u2713\u2714\u2705\u2611\u27A4\u27A2\u2756\u25C6\u25C7\u00B7\u2219\uF0B7]\s*|[-\u2013\u2014*+]\s+)+/u;

/**
 * A page as plain text: each line that is not blank is a block, its bullet taken off; lines that were wrapped at a width
 * are joined.
 */
export function plainPage(text: string): Page {
  const lines = linesOf(text);
  const html = markupLines(text, lines);
  const wrapped = wrappedLines(text, lines);
  const continued = new Set(wrapped.values());
  const blocks: PageBlock[] = [];
  const markup: MarkupLine[] = [];
  let block: PageBlock | undefined;
  lines.forEach((line, index) => {
    const span = trimSpan(text, headStart(text, line), line.end);
    if (span.start === span.end) return;
    const isNumber =
      wrapped.size > 0 && isPageNumber(text.slice(span.start, Math.min(span.end, span.start + 40)));
    const reason = html.get(index) ?? (isNumber ? "a page's number" : undefined);
    if (reason !== undefined) {
      markup.push({ number: line.number, text: text.slice(span.start, span.end), reason });
      return;
    }
    if (block !== undefined && continued.has(index)) {
      block = { ...block, end: span.end };
      blocks[blocks.length - 1] = block;
      return;
    }
    const bullet = BULLET.exec(text.slice(span.start, Math.min(span.end, span.start + 40)))?.[0].length ?? 0;
    const rest = trimSpan(text, span.start + bullet, span.end);
    if (rest.start === rest.end) return;
    const afterGap = (markup.at(-1)?.number ?? 0) > (blocks.at(-1)?.number ?? 0);
    block = { ...rest, number: line.number, kind: undefined, bullet: bullet > 0, afterGap };
    blocks.push(block);
  });
  return { blocks, markup, marks: wrapMarks(text, lines, wrapped) };
}

/** The marks inside of the lines of a text that is no Markdown: tags and entities. */
export function plainMarks(text: string, page: Page): Mark[] {
  if (!/[<&]/u.test(text)) return [...page.marks];
  return ordered([...page.marks, ...tagsIn(text, 0, text.length), ...entitiesIn(text, 0, text.length)]);
}
