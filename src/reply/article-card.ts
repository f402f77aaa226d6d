import type { Article } from "../corpus/article.ts";
import { articleKey, questionCode } from "../corpus/article-key.ts";
import { shownText } from "../corpus/inline-marks.ts";
import { paragraphCount } from "../corpus/paragraph-number.ts";
import type { Card } from "./answer-card.ts";
import { passageState } from "./answer-state.ts";
import type { ArticlePage } from "./article-pages.ts";
import { citationActions, turnActions } from "./card-actions.ts";
import { basisOf, citationOf } from "./citation.ts";
import { encodePress } from "./codec.ts";
import { clean, insert } from "./foreign-text.ts";
import { addressOf } from "./link.ts";
import { quoteBlock } from "./quoted.ts";
import type { Action, Block, Language, Reply } from "./reply.ts";
import { wordingOf } from "./wording/index.ts";

/** Headings that are named. */
const MOST_HEADINGS = 15;

/**
 * An article: what it is, its headings, and as buttons its text from the beginning, `questions` that it answers, and the page of the
 * list of articles that it stands on.
 */
export function articleCard(
  article: Article,
  questions: readonly string[],
  page: number,
  language: Language,
): Card & { readonly article: string } {
  const words = wordingOf(language);
  const key = articleKey(article);
  const title = words.titled(article.title);
  const url = addressOf(article);
  const people = [...new Set([article.author, article.source].filter((name) => name?.trim()))];
  const about = words.line([
    ...people.map((name) => insert(name ?? "", language)),
    ...(article.date === undefined ? [] : [words.date(article.date)]),
    words.paragraphs(paragraphCount(article)),
  ]);
  const basis = basisOf(article, "", language);
  const said: Block = {
    type: "text",
    text: [title, about, ...(basis === undefined ? [] : [basis])].join("\n"),
    ...(url !== undefined && { links: [{ start: 0, end: title.length, url }] }),
  };
  const headings = headingsOf(article).map((heading) => insert(heading, language));
  const blocks: Block[] = [said];
  if (headings.length > 0) blocks.push({ type: "notice", text: listOf(words.headings, headings) });
  if (questions.length > 0) blocks.push({ type: "notice", text: words.articleQuestions(questions.length) });

  const beginning: Action = {
    type: "press",
    role: "beginning",
    label: words.labels.beginning,
    data: encodePress({ show: "beginning", language, article: key }),
  };
  const link: Action[] = url === undefined ? [] : [{ type: "link", label: words.labels.open, url }];
  return {
    article: key,
    blocks,
    actions: [
      [beginning, ...link],
      ...questions.map((question): Action[] => [questionOf(question, key, language)]),
      [
        {
          type: "press",
          role: "list",
          label: words.labels.list,
          data: encodePress({ show: "page", language, page }),
        },
      ],
    ],
  };
}

function questionOf(question: string, article: string, language: Language): Action {
  const data = encodePress({ show: "question", language, article, code: questionCode(question) });
  return { type: "press", role: "question", label: question, data };
}

/**
 * The card of an article with the platform's sentence on how to ask it alone, above the line that leads over to its questions; any other reply as
 * it is.
 */
export function withHint(reply: Reply, hints: Readonly<Record<Language, string>>): Reply {
  if (reply.article === undefined) return reply;
  const hint: Block = { type: "text", text: hints[reply.language] };
  const hasQuestions = reply.actions
    .flat()
    .some((action) => action.type === "press" && action.role === "question");
  const at = reply.blocks.length - (hasQuestions ? 1 : 0);
  return { ...reply, blocks: [...reply.blocks.slice(0, at), hint, ...reply.blocks.slice(at)] };
}

/** The headings but the one that repeats the title. */
function headingsOf(article: Article): string[] {
  const headings = article.paragraphs
    .filter(({ kind }) => kind === "heading")
    .map(({ start, end }) => clean(shownText(article, start, end).text))
    .filter((heading) => heading !== "" && heading !== clean(article.title));
  return headings.length > MOST_HEADINGS ? [...headings.slice(0, MOST_HEADINGS), "…"] : headings;
}

function listOf(heading: string, items: readonly string[]): string {
  return [heading, ...items.map((item) => (item === "…" ? item : `• ${item}`))].join("\n");
}

/** Page `place` of an article, counted from 0, with the ways to the next one, to the one before, and back to the article. */
export function pageCard(pages: readonly ArticlePage[], place: number, language: Language): Card | undefined {
  const page = pages[place];
  if (page === undefined) return undefined;
  const { quotation, passages } = page;
  const { article } = quotation.passage;
  const turns = turnActions(language, place + 1, pages.length, (to) =>
    encodePress({ show: "reading", language, key: pages[to - 1]?.key ?? page.key }),
  );
  const quote = quoteBlock(quotation, quotation);
  const citation = citationOf(quotation, quote, language);
  // A key names one passage: what is copied and shared is the whole of what is shown, or is not offered.
  const [passage, ...others] = passages;
  const citing =
    passage === undefined || others.length > 0
      ? []
      : citationActions(quotation, passageState(passage, language));
  const rows = [turns, [articleAction(article, language)], citing].filter((row) => row.length > 0);
  return { blocks: [quote, citation], actions: rows, reference: page.key };
}

/** The way back to an article. */
export function articleAction(article: Article, language: Language): Action {
  const data = encodePress({ show: "article", language, article: articleKey(article) });
  return { type: "press", role: "article", label: wordingOf(language).labels.article, data };
}
