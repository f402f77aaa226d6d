import type { Aliases } from "./aliases.ts";
import type { Article, Corpus, Passage } from "./article.ts";
import { ComparedText, CopyFinder, wordsOf } from "./duplicates.ts";
import { legibleText } from "./inline-marks.ts";
import { passagesOf } from "./passages.ts";

/** A heading or an item of fewer words may stand in two articles without being a copy. */
const LEAST_WORDS = 5;

/**
 * A corpus of articles in memory, their ids being different. A passage whose text an earlier article has names that
 * one in `copyOf`. `aliases`: those of the folder, beside what the articles bring.
 */
export function corpusOf(articles: readonly Article[], aliases: readonly Aliases[] = []): Corpus {
  const passages: Passage[] = [];
  const byKey = new Map<string, Passage>();
  const finder = new CopyFinder<Passage>();
  for (const article of articles) {
    const own: { text: ComparedText; passage: Passage }[] = [];
    for (const passage of passagesOf(article)) {
      const text = new ComparedText(wordsOf(legibleText(article).slice(passage.start, passage.end)));
      const original = isText(passage, text.words.length) ? finder.find(text) : undefined;
      const found = original === undefined ? passage : { ...passage, copyOf: original.key };
      passages.push(found);
      if (!byKey.has(found.key)) byKey.set(found.key, found);
      if (original === undefined) own.push({ text, passage: found });
    }
    // Only afterwards, so that an article's passages are no copies of each other.
    for (const { text, passage } of own) finder.add(text, passage);
  }
  return {
    articles,
    passages,
    byKey,
    aliases: [...aliases, ...articles.flatMap((article) => article.aliases)],
  };
}

function isText({ article, paragraph }: Passage, words: number): boolean {
  return words >= LEAST_WORDS || (words > 1 && article.paragraphs[paragraph]?.kind === "prose");
}
