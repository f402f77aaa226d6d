import type { Corpus } from "../corpus/article.ts";
import { encodePress } from "./codec.ts";
import { insert } from "./foreign-text.ts";
import { addressOf } from "./link.ts";
import type { Action, Block, Language, Reply } from "./reply.ts";
import { wordingOf } from "./wording/index.ts";

/** Articles on a page of the list. */
const PAGE = 10;

/** A page of the list of articles, counted from 1; a number out of range shows the nearest page. */
export function articleList(corpus: Corpus, language: Language, page: number): Reply {
  const words = wordingOf(language);
  const { articles } = corpus;
  const pages = Math.max(1, Math.ceil(articles.length / PAGE));
  const now = Number.isInteger(page) ? Math.min(Math.max(1, page), pages) : 1;

  const lines = articles.slice((now - 1) * PAGE, now * PAGE).map((article): Block => {
    const publisher = article.source ?? article.author;
    const about = [publisher && insert(publisher, language), article.date && words.date(article.date)];
    const title = words.titled(article.title);
    const text = [title, ...about.filter((part) => part)].join(" — ");
    const url = addressOf(article);
    return { type: "text", text, ...(url && { links: [{ start: 0, end: title.length, url }] }) };
  });
  const blocks: Block[] = [{ type: "text", text: words.articles(articles.length) }, ...lines];
  if (pages > 1) blocks.push({ type: "text", text: words.page(now, pages) });
  const turn = (label: string, to: number): Action[] =>
    to < 1 || to > pages
      ? []
      : [{ type: "press", role: "page", label, data: encodePress({ show: "page", language, page: to }) }];
  const row = [...turn(words.labels.pageBefore, now - 1), ...turn(words.labels.pageAfter, now + 1)];
  return { language, blocks, actions: row.length > 0 ? [row] : [] };
}
