import type { Answer } from "../answer/answer.ts";
import type { Article } from "../corpus/article.ts";
import { addressOf } from "./link.ts";
import type { Action, Block, Language, Reply } from "./reply.ts";
import { wordingOf } from "./wording.ts";

/** Lines of ours, and questions to tap. */
export function sayingOf(
  language: Language,
  texts: readonly string[],
  questions: readonly string[] = [],
): Reply {
  return {
    language,
    blocks: texts.map((text) => ({ type: "text", text })),
    actions: questions.map((question) => [tap(question)]),
  };
}

/** A question to tap. */
export function tap(question: string): Action {
  return { type: "ask", label: question, text: question };
}

/** A request that could not be read or found: one line that says what to do. */
export function failureOf(language: Language, text: string): Reply {
  return { ...sayingOf(language, [text]), failed: true };
}

/** Nothing was found: what was searched for, and the articles nearest to the question. */
export function unansweredBlocks(answer: Answer, language: Language): Block[] {
  const words = wordingOf(language);
  const blocks: Block[] = [{ type: "text", text: words.unanswered }];
  const searched = words.searched(answer.searched);
  if (searched !== "") blocks.push({ type: "text", text: searched });
  if (answer.nearest.length > 0)
    blocks.push(titles(answer.nearest, words.nearest(answer.nearest.length), language));
  return blocks;
}

function titles(articles: readonly Article[], heading: string, language: Language): Block {
  const words = wordingOf(language);
  let text = heading;
  const links = articles.flatMap((article) => {
    text += "\n• ";
    const start = text.length;
    text += words.titled(article.title);
    const url = addressOf(article);
    return url === undefined ? [] : [{ start, end: text.length, url }];
  });
  return { type: "text", text, ...(links.length > 0 && { links }) };
}
