import type { Article, Passage } from "../corpus/article.ts";

/** Finds the passage that a sentence of an article belongs to. */
export function passageFinder(
  passages: readonly Passage[],
): (article: Article, sentence: number) => Passage | undefined {
  const ofArticle = grouped(passages, (passage) => passage.article);
  return (article, sentence) =>
    ofArticle
      .get(article)
      ?.find(
        ({ firstSentence, sentenceCount }) =>
          sentence >= firstSentence && sentence < firstSentence + sentenceCount,
      );
}

/** Finds the passages of other articles that have the same text. */
export function copyFinder(passages: readonly Passage[]): (passage: Passage) => readonly Passage[] {
  const copies = grouped(passages, (passage) => passage.copyOf);
  return (passage) => copies.get(passage.key) ?? [];
}

function grouped<K>(passages: readonly Passage[], keyOf: (passage: Passage) => K): Map<K, Passage[]> {
  const groups = new Map<K, Passage[]>();
  for (const passage of passages) {
    const key = keyOf(passage);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [passage]);
    else group.push(passage);
  }
  return groups;
}
