import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { z } from "zod";
import { passagesOf } from "../src/corpus/passages.ts";
import { plainArticle } from "../src/corpus/plain-article.ts";
import type { ArticleWithPassages } from "../src/search/opensearch/stored-corpus.ts";
import { createRandom } from "./random.ts";

const line = z.object({ text: z.string() });
/** Texts of one article. */
const TEXTS = 20;
/** Sentences of a text that is drawn. */
const SENTENCES = 3;

/** The texts of a file of lines {"text"}, which may be packed by gzip. */
export function readTexts(file: string): string[] {
  const bytes = readFileSync(file);
  const lines = (file.endsWith(".gz") ? gunzipSync(bytes) : bytes).toString("utf8").split("\n");
  return lines.filter((one) => one !== "").map((one) => line.parse(JSON.parse(one)).text);
}

/** Texts of sentences that are drawn from others, the same in every run. */
export function createDrawn(texts: readonly string[]): () => string {
  const random = createRandom(3);
  const sentence = () => {
    const text = texts[Math.floor(random() * texts.length)] ?? "";
    const sentences = text.split(/(?<=[.؟!])\s+/u);
    return sentences[Math.floor(random() * sentences.length)] ?? "";
  };
  return () => Array.from({ length: SENTENCES }, sentence).join(" ");
}

/** Articles with so many passages in all, or a few less: of the texts first, then of sentences that are drawn from them. */
export function* scaledArticles(texts: readonly string[], size: number): Generator<ArticleWithPassages> {
  const drawn = createDrawn(texts);
  let given = 0;
  for (let from = 0; given < size; from += TEXTS) {
    const own = Array.from({ length: TEXTS }, (_, i) => texts[from + i] ?? drawn());
    const article = plainArticle(`article-${from / TEXTS}`, own.join("\n"));
    const passages = passagesOf(article);
    given += passages.length;
    yield { article, passages };
  }
}
