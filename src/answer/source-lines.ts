import type { Collection } from "../search/collection.ts";
import { type Choice, chooseIn } from "./choice.ts";
import type { Plan } from "./plan.ts";
import type { Ranker } from "./ranking.ts";

/** How the lines begin that name who wrote a text, where it came from, and when. */
const LINE = {
  author: /(?:كتب|بقلم|المؤلف|الكاتب|الكاتبة|تحرير|إعداد|اعداد|\bby\b|author)/iu,
  source: /(?:المصدر|نقل|وكالة|صحيفة|\bsource\b)/iu,
  date: /(?:نشر|نُشر|تاريخ|\p{Nd}{4})/u,
};

/**
 * For a question about an article itself (who wrote it, where it appeared): the line of the nearest article that says so,
 * before the other choices. The choices as they are when the article has no such line.
 */
export function withSourceLines(
  collection: Collection,
  ranker: Ranker,
  plan: Plan,
  choices: readonly Choice[],
): readonly Choice[] {
  const field = plan.question.asksSource;
  const nearest = choices[0];
  if (field === undefined || field === "title" || nearest === undefined) return choices;
  const { article } = nearest.evidence;
  const lines = chooseIn(article, collection, ranker, plan).filter(({ evidence: { sentence } }) => {
    const said = article.text.slice(sentence.start, sentence.end);
    return article.paragraphs[sentence.paragraph]?.kind === "source-line" && LINE[field].test(said);
  });
  // The line says it of the whole article: what of the question the nearest sentence covers, it need not say again.
  const { near } = nearest.evidence;
  const first = lines.map(({ evidence, ...line }) => ({
    ...line,
    evidence: { ...evidence, near },
    score: nearest.score + CERTAIN,
  }));
  return [
    ...first,
    ...choices.filter(({ evidence }) => !lines.some((line) => line.evidence.id === evidence.id)),
  ];
}

/** A line that names the author is the answer to who the author is. */
const CERTAIN = 2;
