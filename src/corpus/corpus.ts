import type { Article, Corpus, Passage } from "./article.ts";
import { passagesOf } from "./passages.ts";

/** A corpus of articles in memory. Of two passages with one key the first is found. */
export function corpusOf(articles: readonly Article[]): Corpus {
  const passages: Passage[] = [];
  const byKey = new Map<string, Passage>();
  for (const article of articles)
    for (const passage of passagesOf(article)) {
      passages.push(passage);
      if (!byKey.has(passage.key)) byKey.set(passage.key, passage);
    }
  return { articles, passages, byKey };
}
