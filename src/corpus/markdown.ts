import { type ContentLine, contentLine, endsWithStop } from "./content-line.ts";
import { marksOf, marksWithin, withoutMarks } from "./inline-marks.ts";
import { type MarkupLine, markdownBlocks } from "./markdown-blocks.ts";
import type { Content } from "./plain-text.ts";

/** A Markdown text from `bodyStart` on: one line of content for each block, its marker taken off. */
export function markdownContent(
  article: { readonly text: string; readonly file: string },
  bodyStart: number,
): Content {
  const { text } = article;
  const { blocks, markup } = markdownBlocks(text, bodyStart);
  const marks = marksOf(article, blocks);
  const lines: ContentLine[] = [];
  const empty: MarkupLine[] = [];
  let gap = false;
  for (const block of blocks) {
    const { start, end, number, level, boxes } = block;
    const shown = withoutMarks(text, marksWithin(marks, start, end), start, end).trim();
    gap ||= block.afterGap;
    if (!/[\p{L}\p{N}]/u.test(shown)) {
      if (end > start) {
        empty.push({ number, text: text.slice(start, end), reason: "no text" });
        gap = true;
      }
      continue;
    }
    const kind = block.kind ?? (isBoldTitle(text.slice(start, end), shown) ? "heading" : "prose");
    lines.push(
      contentLine({
        start,
        end,
        number,
        shown,
        kind,
        bullet: kind === "list-item",
        ...(level !== undefined && { level }),
        boxes,
        afterGap: gap,
      }),
    );
    gap = false;
  }
  return { lines, markup: [...markup, ...empty].sort((a, b) => a.number - b.number) };
}

/** A short paragraph all in bold and without a stop is how many writers mark a heading. */
function isBoldTitle(raw: string, shown: string): boolean {
  return shown.length <= 100 && /^(?:\*\*|__)[^\n]+(?:\*\*|__)$/u.test(raw) && !endsWithStop(shown);
}
