import type { Article, Corpus } from "../corpus/article.ts";
import { printable } from "../corpus/printable.ts";
import type { Answerer } from "./answerer.ts";

/** A question that an article says it answers, and does not for sure. */
export interface MissedQuestion {
  readonly article: Article;
  readonly question: string;
  /** The article that is quoted: the same where it is quoted without a claim; absent where none is. */
  readonly answeredBy?: Article;
}

/** Asks the `questions:` of all articles, and tells those that are answered from another article, without a claim, or not at all. */
export async function missedQuestions({ articles }: Corpus, answerer: Answerer): Promise<MissedQuestion[]> {
  const missed: MissedQuestion[] = [];
  for (const article of articles)
    for (const question of article.questions) {
      const { findings, verdict } = await answerer.answer(question, { limit: 1 });
      const answeredBy = findings[0]?.quotation.passage.article;
      if (answeredBy !== article || verdict !== "answered")
        missed.push({ article, question, ...(answeredBy && { answeredBy }) });
    }
  return missed;
}

/** Lines for an operator, in English; empty where no question was missed. */
export function describeMissed(missed: readonly MissedQuestion[]): string {
  const unsure = missed.filter(({ article, answeredBy }) => answeredBy === article);
  const others = missed.filter((one) => !unsure.includes(one));
  const told = others.map(({ answeredBy, ...one }) => {
    const how = answeredBy === undefined ? "not answered" : `answered from ${printable(answeredBy.file)}`;
    return `${lineOf(one)}: ${how}`;
  });
  return [
    listOf("Questions of the articles that they do not answer themselves:", told),
    listOf(
      "Questions of the articles that are answered by a passage near to them, without a claim, and not offered as examples:",
      unsure.map(lineOf),
    ),
  ]
    .filter((list) => list !== "")
    .join("\n\n");
}

function lineOf({ article, question }: Pick<MissedQuestion, "article" | "question">): string {
  return `  ${printable(article.file)}: ${printable(question)}`;
}

function listOf(heading: string, lines: readonly string[]): string {
  return lines.length === 0 ? "" : [heading, ...lines].join("\n");
}
