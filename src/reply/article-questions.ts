import { fold } from "../arabic/folding.ts";
import { isQuestionWord } from "../arabic/stop-words.ts";
import type { Article } from "../corpus/article.ts";
import { shownText } from "../corpus/inline-marks.ts";
import { clean } from "./foreign-text.ts";
import { wordingOf } from "./wording/index.ts";

/** Characters of an example: a longer question would not fit on a button. */
const LONGEST = 100;

/**
 * Questions to an article: `written` are the questions of its front matter, else the questions among its own lines
 * and headings; `about` asks for the subject of its title.
 */
export function questionsOf(article: Article): { readonly written: string[]; readonly about: string[] } {
  const given = article.questions.map((question) => clean(question, LONGEST + 1)).filter(isShort);
  const written = given.length > 0 ? given : linesOf(article).filter(isShort).filter(standsAlone);
  return { written, about: [aboutTitle(article)].filter(isShort) };
}

function linesOf(article: Article): string[] {
  return article.paragraphs
    .filter(({ kind }) => kind === "question" || kind === "heading")
    .map(({ start, end }) => clean(shownText(article, start, end).text, LONGEST + 1));
}

/** «كيف يُقسم الماء؟», and neither a rhetorical question nor one that goes on from the line before («ومتى؟»). */
function standsAlone(line: string): boolean {
  const [first = ""] = line.split(" ");
  const marks = line.match(/[\u061F?]/gu) ?? [];
  return marks.length === 1 && /[\u061F?]$/u.test(line) && isQuestionWord(fold(first));
}

/** The title is quoted, since «ماذا تقول المقالات عن ارتفعت أسعار النفط؟» is no sentence. Empty for a title that was cut from a text. */
function aboutTitle({ title }: Article): string {
  const subject =
    clean(title).split(/(?<!\s)\s*[:\u061B|\u2013\u2014]\s*|(?<![\u061F?!.])[\u061F?!.]+$/u)[0] ?? "";
  return subject === "" || title.endsWith("\u2026") ? "" : wordingOf("ar").aboutTitle(subject);
}

function isShort(question: string): boolean {
  return question.length > 0 && question.length <= LONGEST;
}
