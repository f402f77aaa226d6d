import type { Article } from "./article.ts";
import { markdownPage } from "./markdown-page.ts";
import { isOpenIti, openItiPage } from "./openiti.ts";
import type { Page } from "./page.ts";
import { plainPage } from "./plain-text.ts";
import { subtitlesIn } from "./subtitles.ts";

/** A file is Markdown by its name alone; a book of OpenITI may be called so and is none. */
export function isMarkdown({ file, text }: Pick<Article, "file" | "text">): boolean {
  return /\.(?:md|mdx|markdown)$/iu.test(file) && !isOpenIti(text);
}

/** A decoded file as blocks, by its format: Markdown from `bodyStart` on, OpenITI, subtitles, else plain text. */
export function readPage(article: Pick<Article, "file" | "text">, bodyStart = 0): Page {
  const { text } = article;
  if (isMarkdown(article)) return markdownPage(text, bodyStart);
  return isOpenIti(text) ? openItiPage(text) : (subtitlesIn(text) ?? plainPage(text));
}
