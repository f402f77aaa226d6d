import { type Answerer, openAnswerer as open } from "../src/answer/answerer.ts";
import type { Corpus, Passage } from "../src/corpus/article.ts";
import { plainArticle, plainPassage } from "../src/corpus/plain-article.ts";
import { createMiniSearchIndex } from "../src/search/minisearch.ts";

/** Each text as an article of one passage. */
export function openPassages(texts: readonly string[]): Passage[] {
  return texts.flatMap((text, i) => plainPassage(plainArticle(String(i), text)) ?? []);
}

/** Passages in memory as a corpus, as the program loads one. */
export function corpusOfPassages(passages: readonly Passage[]): Corpus {
  const byKey = new Map(passages.map((passage) => [passage.key, passage]));
  return { articles: passages.map(({ article }) => article), passages, byKey, aliases: [] };
}

/** Answers over passages in memory, as the program does over its corpus. */
export function openAnswerer(passages: readonly Passage[]): Promise<Answerer> {
  return open(corpusOfPassages(passages), createMiniSearchIndex);
}
