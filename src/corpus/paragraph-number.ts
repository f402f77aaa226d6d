import type { Article } from "./article.ts";

/** A paragraph's number as a reader counts: a heading has none of its own and takes that of the paragraph below. */
export function paragraphNumber(article: Article, index: number): number {
  let number = 0;
  for (let p = 0; p <= index; p++) if (article.paragraphs[p]?.kind !== "heading") number++;
  return Math.max(
    1,
    article.paragraphs[index]?.kind === "heading" && index < article.paragraphs.length - 1
      ? number + 1
      : number,
  );
}
