import type { Article, Passage, Span } from "../corpus/article.ts";
import type { Collection } from "../search/collection.ts";
import type { Quotation, Selection } from "./answer.ts";
import { announces, listBelow } from "./leads.ts";
import { createMarker, type Marker } from "./marks.ts";
import type { Query } from "./query.ts";
import { adjoin, quotationOf, SELECTION } from "./quotation.ts";
import type { SentenceEvidence } from "./sentence-evidence.ts";
import type { ScoredSentence } from "./sentences.ts";
import { QUOTE } from "./weights.ts";

/** A quotation, and the evidence of the sentence that it was made for. */
export interface QuotedSentence {
  readonly quotation: Quotation;
  readonly evidence: SentenceEvidence;
  /** A sentence of it that is not marked scores nearly as high. */
  readonly isClose: boolean;
}

/**
 * Quotes sentences in their order, each with the neighbours that it needs and the words that answer marked: at most
 * `limit` quotations, none over another. Neighbours whose scores are at most `rival` lower may be the answer. A sentence that is quoted already as a neighbour is passed over.
 */
export function quoteSentences(
  sentences: readonly ScoredSentence[],
  query: Query,
  collection: Collection,
  passagesOf: ReadonlyMap<Article, readonly Passage[]>,
  limit: number,
  rival = QUOTE.rival,
): QuotedSentence[] {
  const scores = new Map<Span, number>(sentences.map(({ evidence: e, score }) => [e.sentence, score]));
  const marker = createMarker(query, collection);
  const quoted: QuotedSentence[] = [];
  for (const { evidence, score, lead } of sentences) {
    if (quoted.length >= limit) break;
    const { article, sentence } = evidence;
    const own = quoted.filter(({ quotation }) => quotation.passage.article === article);
    const isFree = (span: Span) => !own.some(({ quotation }) => overlap(span, quotation));
    if (!isFree(sentence)) continue;
    const above = lead?.index ?? evidence.index - 1;
    const isLed = lead !== undefined || announces(article, above);
    const list = isLed ? listBelow(article, above, evidence.index) : undefined;
    if (list !== undefined) {
      const quotation = quoteList(article, list, evidence.index, passagesOf);
      if (quotation !== undefined && isFree(quotation)) {
        quoted.push({ quotation, evidence, isClose: false });
        continue;
      }
    }
    const [from, to] = isLong(sentence)
      ? [evidence.index, evidence.index]
      : grow(evidence, scores, score, rival);
    const passage = passagesOf.get(article)?.find((one) => holds(one, from));
    const selection =
      passage &&
      (isLong(sentence)
        ? selectPart(evidence, passage, marker)
        : select(evidence, from, to, passage, marker));
    const quotation = selection && quotationOf(passage, selection);
    if (quotation === undefined || !isFree(quotation)) continue;
    quoted.push({ quotation, evidence, isClose: hasRival(quotation, scores, score) });
  }
  return quoted;
}

function hasRival(quotation: Quotation, scores: ReadonlyMap<Span, number>, score: number): boolean {
  const { passage, highlights } = quotation;
  return passage.article.sentences.some(
    (sentence) =>
      overlap(sentence, quotation) &&
      !highlights.some((mark) => overlap(sentence, mark)) &&
      (scores.get(sentence) ?? Number.NEGATIVE_INFINITY) >= score - QUOTE.close,
  );
}

/** A list whole, or as many of its items as may be quoted, all of them marked. */
function quoteList(
  article: Article,
  [from, last]: readonly [number, number],
  first: number,
  passagesOf: ReadonlyMap<Article, readonly Passage[]>,
): Quotation | undefined {
  const passage = passagesOf.get(article)?.find((one) => holds(one, from));
  if (passage === undefined) return undefined;
  const start = article.sentences[from]?.start ?? 0;
  let to = Math.min(last, from + SELECTION.listCount - 1);
  while (to > first && (article.sentences[to]?.end ?? 0) - start > QUOTE.longest) to--;
  const before = article.sentences.slice(from, first).reduce((sum, { clauses }) => sum + clauses.length, 0);
  if (before > SELECTION.markFrom) return undefined;
  return quotationOf(passage, {
    first: from - passage.firstSentence,
    count: to - from + 1,
    mark: { from: before, count: 0 },
  });
}

function overlap(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end;
}

function holds({ firstSentence, sentenceCount }: Passage, sentence: number): boolean {
  return sentence >= firstSentence && sentence < firstSentence + sentenceCount;
}

function isLong({ start, end }: Span): boolean {
  return end - start > QUOTE.longest;
}

/** The selection of the sentences `from` to `to` with the words that answer marked. */
function select(
  { article, index }: SentenceEvidence,
  from: number,
  to: number,
  passage: Passage,
  marker: Marker,
): Selection | undefined {
  const mark = marker.mark(article, from, to, index);
  // A button cannot name a clause that far behind.
  if (mark.from > SELECTION.markFrom) return undefined;
  return { first: from - passage.firstSentence, count: to - from + 1, mark };
}

/**
 * First and last sentence of the quotation: the better neighbour joins while there is room, which is more for one that would
 * itself be nearly as good an answer: its score is at most `rival` below `best`, the score of the sentence at hand.
 */
function grow(
  { article, index }: SentenceEvidence,
  scores: ReadonlyMap<Span, number>,
  best: number,
  rival: number,
): readonly [number, number] {
  let [from, to] = [index, index];
  const paragraph = article.sentences[index]?.paragraph ?? 0;
  const worth = (i: number): number => {
    const sentence = article.sentences[i];
    return (sentence && scores.get(sentence)) ?? 0;
  };
  /** What joins with a neighbour: with the first item of an announced list all its items. */
  const through = (i: number): number =>
    i === to + 1 && announces(article, to) ? (listBelow(article, to, i)?.[1] ?? i) : i;
  const isWanted = (i: number): boolean => {
    const end = Math.max(to, through(i));
    const [first, last] = [article.sentences[Math.min(from, i)], article.sentences[end]];
    const length = (last?.end ?? 0) - (first?.start ?? 0);
    if (through(i) > i) return length <= QUOTE.longest && end - from < SELECTION.count;
    if (worth(i) >= best - rival) return length <= QUOTE.grown;
    // What stands in another paragraph above explains little of a sentence.
    return length <= QUOTE.context && (article.sentences[i]?.paragraph ?? 0) >= paragraph;
  };
  for (;;) {
    const wanted = [from - 1, to + 1].filter((i) => mayJoin(article, from, to, i) && isWanted(i));
    // A neighbour of its own paragraph explains more than another paragraph.
    const own = wanted.filter((i) => article.sentences[i]?.paragraph === paragraph);
    const [a, b] = own.length > 0 ? own : wanted;
    if (a === undefined) return [from, announces(article, to) && to > index ? to - 1 : to];
    // Of two neighbours worth the same the following one explains more.
    const next = b !== undefined && worth(b) >= worth(a) ? b : a;
    if (next < from) from = next;
    else to = through(next);
  }
}

function mayJoin(article: Article, from: number, to: number, next: number): boolean {
  const sentence = article.sentences[next];
  const [first, last] = [article.sentences[Math.min(from, next)], article.sentences[Math.max(to, next)]];
  const edge = article.sentences[next < from ? from : to];
  if (sentence === undefined || first === undefined || last === undefined || edge === undefined) return false;
  const count = Math.max(to, next) - Math.min(from, next) + 1;
  if (count > SELECTION.count) return false;
  if (last.paragraph - first.paragraph + 1 > QUOTE.mostParagraphs) return false;
  if (sentence.paragraph !== edge.paragraph) {
    const kinds = [article.paragraphs[sentence.paragraph]?.kind, article.paragraphs[edge.paragraph]?.kind];
    if (kinds.some((kind) => kind !== "prose" && kind !== "list-item")) return false;
  }
  return next < from ? adjoin(article, sentence, edge) : adjoin(article, edge, sentence);
}

/** Of a sentence that is too long to quote whole: the clause that answers, marked, with the clauses around it that fit. */
function selectPart(
  { article, index, sentence }: SentenceEvidence,
  passage: Passage,
  marker: Marker,
): Selection {
  const { clauses } = sentence;
  const scores = marker.scoreClauses(article, sentence);
  const best = scores
    .slice(0, SELECTION.partFrom + 1)
    .reduce((top, score, i) => (score > (scores[top] ?? 0) ? i : top), 0);
  let [from, to] = [best, best];
  const fits = (a: number, b: number): boolean =>
    a >= 0 &&
    b < clauses.length &&
    b - a < SELECTION.partCount &&
    (clauses[b]?.end ?? 0) - (clauses[a]?.start ?? 0) <= QUOTE.grown;
  while (fits(from - 1, to) || fits(from, to + 1)) {
    if (fits(from, to + 1) && (!fits(from - 1, to) || (scores[to + 1] ?? 0) >= (scores[from - 1] ?? 0))) to++;
    else from--;
  }
  return {
    first: index - passage.firstSentence,
    count: 1,
    part: { from, count: to - from + 1 },
    mark: { from: best - from, count: 1 },
  };
}
