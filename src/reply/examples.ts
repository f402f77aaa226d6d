import type { Answer } from "../answer/answer.ts";
import type { Article } from "../corpus/article.ts";
import type { Library } from "../corpus/library.ts";
import { questionsOf } from "./article-questions.ts";

/** A question that the articles answer, and its answer. */
interface Example {
  readonly question: string;
  readonly answer: Answer;
}

export interface Examples {
  /** At most `wanted` examples, over all articles. */
  some(wanted: number): Promise<readonly Example[]>;
  /** At most one of each article. */
  about(articles: readonly Article[]): Promise<readonly Example[]>;
}

/** Questions that are tried before giving up, so that a start never waits long. */
const MOST_TRIED = 60;

/**
 * Finds questions whose verdict is *answered*: those that the articles bring with them before those about
 * a title, one of each article before a second one, in the corpus's order. They are looked for when they are first
 * asked for, and no more of them than that, so that a start need not wait.
 */
export function createExamples(
  library: Pick<Library, "withQuestions">,
  answer: (question: string) => Promise<Answer>,
): Examples {
  let candidates: readonly string[] | undefined;
  const found: Example[] = [];
  let tried = 0;
  const find = async (wanted: number) => {
    candidates ??= candidatesOf(await library.withQuestions(MOST_TRIED));
    while (found.length < wanted && tried < candidates.length) {
      const question = candidates[tried++] ?? "";
      const result = await answer(question);
      if (result.verdict === "answered") found.push({ question, answer: result });
    }
    return found.slice(0, wanted);
  };
  // One search after the other, so that two people who start at once get the same examples.
  let turn: Promise<unknown> = Promise.resolve();
  const ofArticles = new Map<Article, Example | undefined>();
  const ofArticle = async (article: Article) => {
    if (!ofArticles.has(article)) ofArticles.set(article, await tryFirst(questionsOf(article), answer));
    return ofArticles.get(article);
  };
  return {
    some(wanted) {
      const result = turn.then(() => find(wanted));
      turn = result.catch(() => undefined);
      return result;
    },
    async about(articles) {
      const all = await Promise.all(articles.map(ofArticle));
      return all.filter((example) => example !== undefined);
    },
  };
}

function candidatesOf(articles: readonly Article[]): string[] {
  const all = articles.map(questionsOf);
  const written = inTurns(all.map((questions) => questions.written));
  return [...written, ...inTurns(all.map(({ about }) => about))].slice(0, MOST_TRIED);
}

async function tryFirst(
  { written, about }: ReturnType<typeof questionsOf>,
  answer: (question: string) => Promise<Answer>,
): Promise<Example | undefined> {
  const question = written[0] ?? about[0];
  if (question === undefined) return undefined;
  const result = await answer(question);
  return result.verdict === "answered" ? { question, answer: result } : undefined;
}

/** The first of each list, then the second of each, and so on; each once. */
function inTurns(lists: readonly (readonly string[])[]): string[] {
  const rounds = Math.max(0, ...lists.map((list) => list.length));
  const all = Array.from({ length: rounds }, (_, round) => lists.flatMap((list) => list[round] ?? [])).flat();
  return [...new Set(all)];
}
