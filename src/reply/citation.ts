import type { Quotation } from "../answer/answer.ts";

import type { Article } from "../corpus/article.ts";
import { wordsOf } from "../corpus/duplicates.ts";
import { clean, insert } from "./foreign-text.ts";

import { addressOf, linkTo } from "./link.ts";
import type { CitationBlock, Language, QuoteBlock } from "./reply.ts";
import { wordingOf } from "./wording/index.ts";

/** The source of a quotation; `shown` is the quotation as a reader sees it, whose marked words the link jumps to. A field that the article does not have is absent. */
export function citationOf(
  quotation: Quotation,
  shown: Pick<QuoteBlock, "text" | "marks">,
  language: Language,
): CitationBlock {
  const { article, key } = quotation.passage;
  const { paragraph, paragraphTo, paragraphs } = quotation;
  const words = wordingOf(language);
  const url = linkTo(article, shown.text, shown.marks);
  const title = clean(article.title);
  const people = [article.author, article.source].filter((name) => name !== undefined && name.trim() !== "");
  const names = [...new Set(people)].map((name) => insert(name ?? "", language));
  const { date } = article;
  const basis = basisOf(article, quotation.quote, language);
  return {
    type: "citation",
    key,
    title: /[؟?]$/u.test(title) ? words.sourceTitled(title) : title,
    line: words.line([...names, words.paragraph(paragraph, paragraphTo, paragraphs)]),
    ...(url !== undefined && { url }),
    ...(date !== undefined && { date: { iso: date, text: words.date(date) } }),
    ...(basis !== undefined && { basis }),
  };
}

/** The same on one line, with the title between quotation marks; the references are left to the whole card. */
export function onOneLine(
  { basis: _, ...citation }: CitationBlock,
  { passage }: Quotation,
  language: Language,
): CitationBlock {
  return { ...citation, title: wordingOf(language).titled(passage.article.title), isOneLine: true };
}

/** References that are named under a quotation; the others are counted. */
const NAMED = 3;

/** The references of the article: those that a quotation of it names, if it names any, else the first few. */
export function basisOf({ references }: Article, quote: string, language: Language): string | undefined {
  if (references.length === 0) return undefined;
  const text = ` ${wordsOf(quote).join(" ")} `;
  const told = references.filter(({ title }) => namesOf(title).some((name) => text.includes(` ${name} `)));
  const some = told.length > 0 ? told : references;
  const named = some.slice(0, NAMED).map(({ title }) => title);
  return wordingOf(language).basis(named, some.length - named.length);
}

/** A reference's whole title, and the person or publication that it begins with: «صحيفة الشاطئ، العدد ٣». */
function namesOf(title: string): string[] {
  const first = title.split(/[،,؛;:|()\u2013\u2014«»"]/u).find((part) => /\p{L}/u.test(part)) ?? "";
  return [title, first].map((name) => wordsOf(name).join(" ")).filter((name) => name.length >= 3);
}

/** Title, source, date and address in one line, to be copied: no marks of direction in it. */
function sourceLine(article: Article, language: Language): string {
  const { title, source, author, date } = article;
  const publisher = clean(source ?? author ?? "");
  const known = [clean(title), publisher, date && wordingOf(language).date(date), addressOf(article)];
  return known.filter((part) => part).join(" — ");
}

/** The quotation as a reader sees it, in quotation marks, and its source on the next line: no marks of direction in it. A longer one than anybody copies is its source alone. */
export function quotedCitation({ passage }: Quotation, shown: string, language: Language): string {
  const source = sourceLine(passage.article, language);
  const quoted = language === "ar" ? `«${shown}»` : `“${shown}”`;
  return shown.length > QUOTED_MAX ? source : `${quoted}\n${source}`;
}

/** With its source it has room in one message of any platform. */
const QUOTED_MAX = 3000;

/** One source in a list: «title» (publisher, date). */
export function sourceName(quotation: Quotation, language: Language): string {
  const { title, source, author, date } = quotation.passage.article;
  const words = wordingOf(language);
  const publisher = source ?? author;
  const about = [publisher && insert(publisher, language), date && words.date(date)].filter((part) => part);
  return about.length === 0
    ? words.titled(title)
    : `${words.titled(title)} (${words.line(about.map(String))})`;
}
