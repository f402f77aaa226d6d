import type { Token } from "../arabic/token.ts";
import { tokenize } from "../arabic/tokens.ts";
import type { Article } from "../corpus/article.ts";

/**
 * Finds the article that says in its front matter that it answers a question, in these words; `undefined` where none does or
 * more than one. Buttons offer such questions below their article, so that is where a person expects the answer from.
 */
export function createListedQuestions(
  articles: readonly Article[],
): (question: readonly Token[]) => Article | undefined {
  const listed = new Map<string, Article | undefined>();
  for (const article of articles)
    for (const key of new Set(article.questions.map((question) => keyOf(tokenize(question)))))
      listed.set(key, listed.has(key) ? undefined : article);
  return (question) => listed.get(keyOf(question));
}

function keyOf(tokens: readonly Token[]): string {
  return tokens.map(({ term }) => term).join(" ");
}
