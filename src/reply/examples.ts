import type { Answer } from "../answer/answer.ts";
import type { Article, Corpus } from "../corpus/article.ts";
import { clean } from "./echo.ts";
import { wordingOf } from "./wording.ts";

/** A question that the articles answer, and its answer. */
export interface Example {
  readonly question: string;
  readonly article: Article;
  readonly answer: Answer;
}

/** Longer questions are no examples: they would not fit on a button. */
const LONGEST = 100;
/** Questions that are tried before giving up, so that a start never waits long. */
const MOST_TRIED = 60;

/**
 * Up to `wanted` questions whose verdict is *answered*: of each article those of its front matter, else its own question
 * lines, else «ماذا تقول المقالات عن …؟». One of each article before a second one, in the corpus's order.
 */
export async function findExamples(
  corpus: Corpus,
  answer: (question: string) => Promise<Answer>,
  wanted: number,
): Promise<Example[]> {
  const lists = corpus.articles.map((article) => ({ article, questions: questionsOf(article) }));
  const rounds = Math.max(0, ...lists.map(({ questions }) => questions.length));
  const candidates = Array.from({ length: rounds }, (_, round) =>
    lists.flatMap(({ article, questions }) => {
      const question = questions[round];
      return question === undefined ? [] : [{ article, question }];
    }),
  ).flat();

  const found: Example[] = [];
  const seen = new Set<string>();
  for (const { article, question } of candidates.slice(0, MOST_TRIED)) {
    if (found.length >= wanted) break;
    if (seen.has(question)) continue;
    seen.add(question);
    const result = await answer(question);
    if (result.verdict === "answered") found.push({ question, article, answer: result });
  }
  return found;
}

function questionsOf(article: Article): string[] {
  const own = article.paragraphs
    .filter(({ kind }) => kind === "question")
    .map(({ start, end }) => article.text.slice(start, end));
  const written = [article.questions, own].find((list) => list.some(isShort));
  if (written !== undefined) return written.filter(isShort).map((question) => clean(question, LONGEST));
  const title = clean(article.title).replace(/[.\u060C\u061B:]+$/u, "");
  if (/[\u061F?]$/u.test(title)) return isShort(title) ? [title] : [];
  const subject =
    title
      .split(/\s*[:\u061B\u060C|\u2013\u2014]\s*/u)[0]
      ?.split(" ")
      .slice(0, 6)
      .join(" ") ?? "";
  return subject === "" ? [] : [wordingOf("ar").aboutTitle(subject)];
}

function isShort(question: string): boolean {
  const { length } = question.trim();
  return length > 0 && length <= LONGEST;
}
