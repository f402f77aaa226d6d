import type { Token } from "../arabic/token.ts";
import { tokenize } from "../arabic/tokens.ts";
import type { Article } from "../corpus/article.ts";

/**
 * The questions that articles say in their front matter to answer, each by its `listingKey`, with the id of the article; `undefined` for a
 * question that several list. Buttons offer such questions below their article, so that is where a person expects the answer from.
 */
export function listingsOf(articles: readonly Article[]): ReadonlyMap<string, string | undefined> {
  const listed = new Map<string, string | undefined>();
  for (const { id, questions } of articles)
    for (const key of new Set(questions.map((question) => listingKey(tokenize(question)))))
      listed.set(key, listed.has(key) ? undefined : id);
  return listed;
}

/** The folded words of a question: whoever asks with other vowels, signs or spaces asks the same. */
export function listingKey(question: readonly Token[]): string {
  return question.map(({ term }) => term).join(" ");
}
