import type { Article } from "./article.ts";
import { type ContentLine, contentLine, endsWithStop } from "./content-line.ts";
import { marksOf, marksWithin, withoutMarks } from "./inline-marks.ts";
import type { MarkupLine, Page } from "./page.ts";
import { isMarkdown } from "./page-format.ts";

/** What a page holds, before it is known what of it is the article's. */
export interface Content {
  readonly lines: readonly ContentLine[];
  readonly markup: readonly MarkupLine[];
}

/** The blocks of an article's page as lines of content: what a reader sees of each. A block without a letter is none. */
export function contentOf(article: Pick<Article, "text" | "file">, page: Page): Content {
  const { text } = article;
  const marks = marksOf(article, page);
  const markdown = isMarkdown(article);
  const lines: ContentLine[] = [];
  const empty: MarkupLine[] = [];
  let gap = false;
  for (const block of page.blocks) {
    const { start, end, number, level, boxes, bullet, isUnseen } = block;
    const shown = withoutMarks(text, marksWithin(marks, start, end), start, end).trim();
    gap ||= block.afterGap;
    if (!/[\p{L}\p{N}]/u.test(shown)) {
      if (end > start) {
        empty.push({ number, text: text.slice(start, end), reason: "no text" });
        gap = true;
      }
      continue;
    }
    const kind = block.kind ?? (markdown ? proseOrTitle(text.slice(start, end), shown) : undefined);
    lines.push(
      contentLine({
        start,
        end,
        number,
        shown,
        bullet: bullet ?? kind === "list-item",
        afterGap: gap,
        ...(kind !== undefined && { kind }),
        ...(level !== undefined && { level }),
        ...(boxes !== undefined && { boxes }),
        ...(isUnseen === true && { isUnseen }),
      }),
    );
    gap = false;
  }
  return { lines, markup: [...page.markup, ...empty].sort((a, b) => a.number - b.number) };
}

/** A short paragraph all in bold and without a stop is how many writers of Markdown mark a heading. */
function proseOrTitle(raw: string, shown: string): "prose" | "heading" {
  const isTitle = shown.length <= 100 && /^(?:\*\*|__)[^\n]+(?:\*\*|__)$/u.test(raw) && !endsWithStop(shown);
  return isTitle ? "heading" : "prose";
}
