import type { Quotation } from "../answer/answer.ts";
import type { Article, Passage } from "../corpus/article.ts";
import { plainQuotation } from "./answer-state.ts";
import { CARD_MAX } from "./excerpt.ts";

/** What is read at once: passages that follow each other with nothing left out between them. */
export interface ArticlePage {
  /** The key by which a button names it. */
  readonly key: string;
  readonly quotation: Quotation;
  readonly passages: readonly Passage[];
}

/**
 * An article page by page, `own` being its passages: as many passages as have about 700 characters, with the headings above them; a heading opens a page. The texts of
 * images, which a page shows in place of an image alone, are passed over.
 */
export function pagesOf(article: Article, own: readonly Passage[]): ArticlePage[] {
  const pages: Passage[][] = [];
  let size = 0;
  let isBroken = true;
  for (const passage of own) {
    const paragraph = article.paragraphs[passage.paragraph];
    if (paragraph?.isUnseen === true) {
      isBroken = true;
      continue;
    }
    const isHeading = paragraph?.kind === "heading";
    const length = isHeading ? 0 : passage.end - passage.start;
    const isFirstRun = passage.firstSentence === paragraph?.firstSentence;
    const isFull = size > 0 && (isHeading || size + length > CARD_MAX);
    if (isBroken || isFull || (isFirstRun && paragraph?.afterGap === true)) {
      pages.push([]);
      size = 0;
      isBroken = false;
    }
    pages.at(-1)?.push(passage);
    size += length;
  }
  return pages.flatMap((passages) => pageOf(passages) ?? []);
}

function pageOf(passages: readonly Passage[]): ArticlePage | undefined {
  const [first, last] = [passages[0], passages.at(-1)];
  if (first === undefined || last === undefined) return undefined;
  const { article, start } = first;
  const [head, tail] = [plainQuotation(first), plainQuotation(last)];
  const quotation = { ...head, end: tail.end, quote: article.text.slice(start, tail.end) };
  return { key: first.key, passages, quotation: { ...quotation, paragraphTo: tail.paragraph } };
}

/** The place of the page that holds a passage. */
export function placeOf(pages: readonly ArticlePage[], key: string): number {
  return pages.findIndex(({ passages }) => passages.some((passage) => passage.key === key));
}
