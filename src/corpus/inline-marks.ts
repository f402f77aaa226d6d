import type { Article, Span } from "./article.ts";

/** What a reader sees of a slice: the slice without its inline marks, nothing added, nothing changed. */
export interface ShownText {
  readonly text: string;
  /** Where a range of the article's text, inside the slice, stands in the shown text. */
  map(range: Span): Span;
}

/** The shown text of `article.text.slice(start, end)`. */
export function shownText(article: Pick<Article, "text" | "file">, start: number, end: number): ShownText {
  return {
    text: article.text.slice(start, end),
    map: (range) => ({ start: range.start - start, end: range.end - start }),
  };
}
