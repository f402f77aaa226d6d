import type { Article, Paragraph } from "./article.ts";

/**
 * A paragraph's number as a reader counts on the page, from 1 and at most `paragraphCount`: a heading and the text of an
 * image have none of their own and take that of the paragraph below, at the end of the page of the one above.
 */
export function paragraphNumber(article: Article, index: number): number {
  let number = 0;
  for (let p = 0; p < index; p++) if (isNumbered(article.paragraphs[p])) number++;
  return Math.max(1, Math.min(number + 1, paragraphCount(article)));
}

/** How many paragraphs a reader counts. */
export function paragraphCount(article: Article): number {
  return Math.max(1, article.paragraphs.filter(isNumbered).length);
}

function isNumbered(paragraph: Paragraph | undefined): boolean {
  return paragraph !== undefined && paragraph.kind !== "heading" && paragraph.isUnseen !== true;
}
