import { createHash } from "node:crypto";
import type { Article } from "./article.ts";

/** Eight characters of base64url, as those of a passage: they depend on the article's id alone. */
export function articleKey({ id }: Pick<Article, "id">): string {
  return codeOf(`article\n${id}`, 8);
}

/** Three characters by which a button tells the questions of an article apart. */
export function questionCode(question: string): string {
  return codeOf(question, 3);
}

function codeOf(text: string, length: number): string {
  return createHash("sha256").update(text, "utf8").digest("base64url").slice(0, length);
}
