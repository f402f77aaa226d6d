import type { Article, Corpus } from "../corpus/article.ts";
import { printable } from "../corpus/printable.ts";
import type { Answerer } from "./answerer.ts";

/** A question that an article says it answers, and does not. */
export interface MissedQuestion {
  readonly article: Article;
  readonly question: string;
  /** The article that answers instead; absent where none does. */
  readonly answeredBy?: Article;
}

/** Asks the `questions:` of all articles, and tells those that are answered from another article or not at all. */
export async function missedQuestions({ articles }: Corpus, answerer: Answerer): Promise<MissedQuestion[]> {
  const missed: MissedQuestion[] = [];
  for (const article of articles)
    for (const question of article.questions) {
      const { findings } = await answerer.answer(question, { limit: 1 });
      const answeredBy = findings[0]?.quotation.passage.article;
      if (answeredBy !== article) missed.push({ article, question, ...(answeredBy && { answeredBy }) });
    }
  return missed;
}

/** Lines for an operator, in English; empty where no question was missed. */
export function describeMissed(missed: readonly MissedQuestion[]): string {
  if (missed.length === 0) return "";
  const lines = missed.map(({ article, question, answeredBy }) => {
    const how = answeredBy === undefined ? "not answered" : `answered from ${printable(answeredBy.file)}`;
    return `  ${printable(article.file)}: ${printable(question)}: ${how}`;
  });
  return ["Questions of the articles that they do not answer themselves:", ...lines].join("\n");
}
