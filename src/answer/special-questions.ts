import type { SourceField } from "../arabic/source-question.ts";
import { lightStem } from "../arabic/stems.ts";
import { isStopWord } from "../arabic/stop-words.ts";
import { tokenize } from "../arabic/tokens.ts";
import type { Article, Passage } from "../corpus/article.ts";
import { legibleText } from "../corpus/inline-marks.ts";
import type { Collection } from "../search/collection.ts";
import type { Selection } from "./answer.ts";
import type { Query } from "./query.ts";
import type { Ranker } from "./rank.ts";
import { type ScoredSentence, scoreArticle } from "./sentences.ts";
import { SENTENCE_SCORE, SPECIAL } from "./weights.ts";

/**
 * «من كتب مقال متحف الفنار؟» is answered by a line such as «كتب: جابر السقا» of the article that is nearest to the question:
 * such lines come before the other sentences. Without such a line the sentences stay as they are.
 */
export function withSourceLines(
  sentences: readonly ScoredSentence[],
  query: Query,
  collection: Collection,
  ranker: Ranker,
): readonly ScoredSentence[] {
  const field = query.question.asksSource;
  const nearest = sentences[0];
  if (field === undefined || field === "title" || nearest === undefined) return sentences;
  const { article } = nearest.evidence;
  const lines = scoreArticle(article, query, collection, ranker).filter(({ evidence: { sentence } }) => {
    const text = legibleText(article).slice(sentence.start, sentence.end);
    return article.paragraphs[sentence.paragraph]?.kind === "source-line" && NAMES_FIELD[field].test(text);
  });
  // The line speaks of the whole article, and need not repeat the words that led to the article.
  const { near } = nearest.evidence;
  const score = nearest.score + SPECIAL.sourceLineLead;
  const first = lines.map((line) => ({ ...line, evidence: { ...line.evidence, near }, score }));
  const others = sentences.filter(({ evidence }) => !lines.some((line) => line.evidence.id === evidence.id));
  return [...first, ...others];
}

/** How lines begin that name who wrote a text, where it came from, and when it appeared. */
const NAMES_FIELD: Readonly<Record<Exclude<SourceField, "title">, RegExp>> = {
  author: /(?:كتب|بقلم|المؤلف|الكاتب|الكاتبة|تحرير|إعداد|اعداد|\bby\b|author)/iu,
  source: /(?:المصدر|نقل|وكالة|صحيفة|\bsource\b)/iu,
  date: /(?:نشر|نُشر|تاريخ|\p{Nd}{4})/u,
};

/**
 * «ومتى كان ذلك؟» names nothing of its own: it is answered from the article of the earlier answer, whose passage is
 * `earlier`. First come that article's sentences, those before others that hold the kind of thing asked for and stand near
 * the sentence that was marked in it, by `quoted`; then what was found elsewhere.
 */
export function nearEarlierAnswer(
  earlier: Passage,
  found: readonly ScoredSentence[],
  query: Query,
  collection: Collection,
  ranker: Ranker,
  quoted?: Selection,
): ScoredSentence[] {
  const { article, firstSentence, sentenceCount } = earlier;
  const middle = quoted === undefined ? firstSentence + sentenceCount / 2 : markedIn(earlier, quoted);
  const own = scoreArticle(article, query, collection, ranker)
    .map((sentence) => {
      const { fit, share, aside } = sentence.features;
      const nearness = SPECIAL.halfWay / (SPECIAL.halfWay + Math.abs(sentence.evidence.index - middle));
      const score = fit + share + nearness + SENTENCE_SCORE.aside * aside;
      return { ...sentence, score };
    })
    .sort((a, b) => b.score - a.score || a.evidence.id - b.evidence.id);
  return [...own, ...found.filter(({ evidence }) => evidence.article !== article)];
}

/** The place, among its article's sentences, of the first one that is marked. */
export function markedIn(
  { article, firstSentence }: Passage,
  { first, count, part, mark }: Selection,
): number {
  const start = firstSentence + first;
  if (part !== undefined) return start;
  let clauses = 0;
  for (const [place, sentence] of article.sentences.slice(start, start + count).entries()) {
    clauses += sentence.clauses.length;
    if (mark.from < clauses) return start + place;
  }
  return start;
}

/**
 * «ومتى دخلت السوق؟», «كم سعر التذكرة؟» name something, and may keep the subject of the earlier answer: what its article tells of the
 * question's own words comes before what was found elsewhere, for a question that goes on from it («ومتى …؟») always, for another where
 * nothing found tells more. A question that names what another article is about is asked of that.
 */
export function firstOfArticle(
  article: Article,
  found: readonly ScoredSentence[],
  query: Query,
  collection: Collection,
  ranker: Ranker,
): readonly ScoredSentence[] {
  const own = scoreArticle(article, query, collection, ranker).filter(
    ({ features }) => features.share >= SPECIAL.told,
  );
  const others = found.filter(({ evidence }) => evidence.article !== article);
  const isMore = mostTold(others) > mostTold(own) + ROUNDING;
  const stems = new Set(query.question.tokens.map(({ term }) => lightStem(term)));
  const [other] = others;
  const isNamed = other !== undefined && isAbout(other.evidence.article, stems) && !isAbout(article, stems);
  if (isNamed || (isMore && !query.question.carriesOn)) return found;
  const ids = new Set(own.map(({ evidence }) => evidence.id));
  return [...own, ...found.filter(({ evidence }) => !ids.has(evidence.id))];
}

/** Shares that differ by less are the same sum in another order. */
const ROUNDING = 1e-6;

function mostTold(sentences: readonly ScoredSentence[]): number {
  return sentences.reduce((most, { features }) => Math.max(most, features.share), 0);
}

/** The question, by its light stems, holds all words of the article's title. */
function isAbout({ title }: Article, stems: ReadonlySet<string>): boolean {
  const words = tokenize(title).filter(({ term }) => !isStopWord(term));
  return words.length > 0 && words.every(({ term }) => stems.has(lightStem(term)));
}

/** What was found, the sentences of the article with this id, which lists the question, ahead of equals; as it was where there is none. */
export function preferArticle(
  article: string | undefined,
  found: readonly ScoredSentence[],
): readonly ScoredSentence[] {
  if (article === undefined) return found;
  return found
    .map((one) =>
      one.evidence.article.id === article ? { ...one, score: one.score + SPECIAL.listedLead } : one,
    )
    .sort((a, b) => b.score - a.score || a.evidence.id - b.evidence.id);
}
