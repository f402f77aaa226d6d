import type { Article, Passage, Sentence, Span } from "../corpus/article.ts";
import type { Collection } from "../search/collection.ts";
import type { Quotation, Selection } from "./answer.ts";
import { coveredBy, type Evidence } from "./evidence.ts";
import { fitOf } from "./expected.ts";
import type { Plan } from "./plan.ts";
import { adjoin, MARK_MAX, QUOTE_MAX, quotationOf, SELECTION } from "./quotation.ts";

/** A quotation grows by its neighbours up to so many units: understanding needs them, a reader's patience bounds them. */
export const GROWN = 620;

/** A quotation touches at most so many paragraphs. */
const MOST_PARAGRAPHS = 2;

/** Makes quotations of the evidence for one question. */
export interface Quoter {
  /** The sentence with the neighbours that it needs, its answering clauses marked. */
  quote(evidence: Evidence, budget?: number): Quotation | undefined;
}

export function createQuoter(
  collection: Collection,
  plan: Plan,
  passageAt: (article: Article, sentence: number) => Passage | undefined,
  nearness: (sentence: Sentence) => number,
): Quoter {
  const covers = (article: Article, span: Span): Float32Array =>
    coveredBy(collection, plan, article.text.slice(span.start, span.end));
  return {
    quote(evidence, budget = GROWN) {
      const { article, index, sentence } = evidence;
      if (sentence.end - sentence.start > QUOTE_MAX) return quotePart(evidence, covers, plan, passageAt);
      const [from, to] = grown(article, index, budget, nearness);
      const passage = passageAt(article, from);
      if (passage === undefined) return undefined;
      let before = 0;
      for (let i = from; i < index; i++) before += article.sentences[i]?.clauses.length ?? 0;
      const run = answeringRun(article, sentence, plan, covers, from === to);
      if (before + run.from > SELECTION.markFrom) return undefined;
      const selection: Selection = {
        first: from - passage.firstSentence,
        count: to - from + 1,
        mark: { from: before + run.from, count: run.count },
      };
      return quotationOf(passage, selection);
    },
  };
}

/** First and last sentence of the quotation around a sentence: the better neighbour joins while there is room. */
function grown(
  article: Article,
  index: number,
  budget: number,
  nearness: (sentence: Sentence) => number,
): readonly [number, number] {
  let [from, to] = [index, index];
  const worth = (i: number): number => {
    const sentence = article.sentences[i];
    return sentence === undefined ? 0 : nearness(sentence);
  };
  for (;;) {
    const options = [from - 1, to + 1].filter((i) => mayJoin(article, from, to, i, budget));
    const [a, b] = options;
    if (a === undefined) return [from, announces(article, to) && to > index ? to - 1 : to];
    // Of two equal neighbours the following one explains more.
    const next = b !== undefined && worth(b) >= worth(a) ? b : a;
    if (next < from) from = next;
    else to = next;
  }
}

/** A sentence that ends with a colon announces what follows: it is nothing to end with. */
function announces(article: Article, index: number): boolean {
  return article.text[(article.sentences[index]?.end ?? 0) - 1] === ":";
}

function mayJoin(article: Article, from: number, to: number, next: number, budget: number): boolean {
  const sentence = article.sentences[next];
  const [first, last] = [article.sentences[Math.min(from, next)], article.sentences[Math.max(to, next)]];
  const edge = article.sentences[next < from ? from : to];
  if (sentence === undefined || first === undefined || last === undefined || edge === undefined) return false;
  if (last.end - first.start > budget || Math.max(to, next) - Math.min(from, next) + 1 > SELECTION.count)
    return false;
  if (last.paragraph - first.paragraph + 1 > MOST_PARAGRAPHS) return false;
  if (sentence.paragraph !== edge.paragraph) {
    const kinds = [article.paragraphs[sentence.paragraph]?.kind, article.paragraphs[edge.paragraph]?.kind];
    if (kinds.some((kind) => kind !== "prose" && kind !== "list-item")) return false;
  }
  return next < from ? adjoin(article, sentence, edge) : adjoin(article, edge, sentence);
}

/** The run of clauses that answers: all of a short sentence, else the clauses that hold most of what is asked. */
function answeringRun(
  article: Article,
  sentence: Sentence,
  plan: Plan,
  covers: (article: Article, span: Span) => Float32Array,
  alone: boolean,
): { from: number; count: number } {
  const { clauses } = sentence;
  const length = sentence.end - sentence.start;
  if (
    clauses.length === 1 ||
    (length <= MARK_MAX && clauses.length <= SELECTION.markCount && !(alone && length > 160))
  ) {
    return { from: 0, count: Math.min(clauses.length, SELECTION.markCount) };
  }
  const fits = clauses.map((clause) => fitOf(plan, article.text.slice(clause.start, clause.end), undefined));
  const covered = clauses.map((clause) => covers(article, clause));
  let best = { from: 0, count: 1 };
  let bestScore = Number.NEGATIVE_INFINITY;
  for (let from = 0; from < clauses.length; from++) {
    const sum = new Float32Array(plan.probes.length);
    let fit = 0;
    for (let to = from; to < clauses.length && to - from < SELECTION.markCount; to++) {
      const [head, tail] = [clauses[from], clauses[to]];
      if (head === undefined || tail === undefined || (tail.end - head.start > MARK_MAX && to > from)) break;
      covered[to]?.forEach((strength, p) => {
        sum[p] = Math.max(sum[p] ?? 0, strength);
      });
      fit = Math.max(fit, fits[to] ?? 0);
      let score = fit * 4;
      plan.probes.forEach((probe, p) => {
        score += probe.weight * (sum[p] ?? 0);
      });
      if (score > bestScore) [best, bestScore] = [{ from, count: to - from + 1 }, score];
    }
  }
  return best;
}

/** A sentence that is too long to quote whole: the clauses that answer, with those around them that fit. */
function quotePart(
  evidence: Evidence,
  covers: (article: Article, span: Span) => Float32Array,
  plan: Plan,
  passageAt: (article: Article, sentence: number) => Passage | undefined,
): Quotation | undefined {
  const { article, index, sentence } = evidence;
  const passage = passageAt(article, index);
  if (passage === undefined) return undefined;
  const { clauses } = sentence;
  const scores = clauses.map((clause) => {
    const covered = covers(article, clause);
    return (
      plan.probes.reduce((sum, probe, p) => sum + probe.weight * (covered[p] ?? 0), 0) +
      4 * fitOf(plan, article.text.slice(clause.start, clause.end), undefined)
    );
  });
  const best = scores
    .slice(0, SELECTION.partFrom + 1)
    .reduce((top, score, i) => (score > (scores[top] ?? 0) ? i : top), 0);
  let [from, to] = [best, best];
  const size = (a: number, b: number): number => (clauses[b]?.end ?? 0) - (clauses[a]?.start ?? 0);
  for (;;) {
    const back =
      from > 0 && to - from + 1 < SELECTION.partCount && best - from < 7 && size(from - 1, to) <= GROWN;
    const on = to + 1 < clauses.length && to - from + 1 < SELECTION.partCount && size(from, to + 1) <= GROWN;
    if (!back && !on) break;
    if (on && (!back || (scores[to + 1] ?? 0) >= (scores[from - 1] ?? 0))) to++;
    else from--;
  }
  return quotationOf(passage, {
    first: index - passage.firstSentence,
    count: 1,
    part: { from, count: to - from + 1 },
    mark: { from: best - from, count: 1 },
  });
}
