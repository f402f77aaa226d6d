import type { Article } from "../corpus/article.ts";
import { articleKey } from "../corpus/article-key.ts";
import type { Library } from "../corpus/library.ts";
import { encodePress } from "./codec.ts";
import { clean, insert } from "./foreign-text.ts";
import { addressOf } from "./link.ts";
import type { Action, Block, Language, Reply, Suggestion } from "./reply.ts";
import { wordingOf } from "./wording/index.ts";

/** Articles on a page of the list. */
const PAGE = 10;
/** Their numbers in a row of buttons. */
const ROW = 5;

/** A page of the list of articles, counted from 1, each of which opens; a number out of range shows the nearest page. */
export async function articleList(library: Library, language: Language, page: number): Promise<Reply> {
  const words = wordingOf(language);
  const pages = Math.max(1, Math.ceil(library.size / PAGE));
  const now = Number.isInteger(page) ? Math.min(Math.max(1, page), pages) : 1;

  const shown = await library.articles((now - 1) * PAGE, PAGE);
  const lines = shown.map((article, i): Block => {
    const publisher = article.source ?? article.author;
    const about = [publisher && insert(publisher, language), article.date && words.date(article.date)];
    const title = words.titled(article.title);
    const number = `${words.number(i + 1)}. `;
    const text = number + [title, ...about.filter((part) => part)].join(" — ");
    const url = addressOf(article);
    const [start, end] = [number.length, number.length + title.length];
    return { type: "text", text, ...(url && { links: [{ start, end, url }] }) };
  });
  const blocks: Block[] = [{ type: "text", text: words.articles(library.size) }, ...lines];
  if (pages > 1) blocks.push({ type: "text", text: words.page(now, pages) });
  const turn = (label: string, to: number): Action[] =>
    to < 1 || to > pages
      ? []
      : [{ type: "press", role: "page", label, data: encodePress({ show: "page", language, page: to }) }];
  const entries = shown.map(
    (article, i): Action => ({
      type: "press",
      role: "entry",
      label: words.number(i + 1),
      title: clean(article.title),
      data: encodePress({ show: "article", language, article: articleKey(article) }),
    }),
  );
  const rows = [
    entries.slice(0, ROW),
    entries.slice(ROW),
    [...turn(words.labels.pageBefore, now - 1), ...turn(words.labels.pageAfter, now + 1)],
  ];
  return { language, blocks, actions: rows.filter((row) => row.length > 0) };
}

/** The page of the list, from 1, on which the article at a place stands. */
export function pageAt(place: number): number {
  return Math.floor(place / PAGE) + 1;
}

/** An article as it is offered while its title is typed. */
export function suggestedArticle(language: Language): (article: Article) => Suggestion {
  const words = wordingOf(language);
  return (article) => {
    const about = [article.source ?? article.author, article.date && words.date(article.date)];
    const description = words.line(about.flatMap((part) => (part ? insert(part, language) : [])));
    return { key: articleKey(article), title: clean(article.title), description };
  };
}
