import type { Answer } from "../answer/answer.ts";
import type { Article } from "../corpus/article.ts";
import { addressOf } from "./link.ts";
import type { Block, Language } from "./reply.ts";
import { wordingOf } from "./wording/index.ts";

/** The answer of nothing found: the words that the articles lack, or else those searched for; and, unless `compact`, articles that are near. */
export function unansweredBlocks(answer: Answer, language: Language, compact: boolean): Block[] {
  const words = wordingOf(language);
  const blocks: Block[] = [{ type: "text", text: words.unanswered(answer.lacking) }];
  const searched = words.searched(answer.searched);
  if (answer.lacking.length === 0 && searched !== "") blocks.push({ type: "text", text: searched });
  if (answer.nearest.length > 0 && !compact)
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
