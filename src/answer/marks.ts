import { hasCue } from "../arabic/answer-cues.ts";
import type { ExpectedAnswer } from "../arabic/question.ts";
import { isQuestionWord } from "../arabic/stop-words.ts";
import type { Article, Sentence, Span } from "../corpus/article.ts";
import { legibleText } from "../corpus/inline-marks.ts";
import type { Collection } from "../search/collection.ts";
import { createAnswerFit } from "./answer-fit.ts";
import { type Coverage, cover, coverageOf, weigh } from "./coverage.ts";
import { announces, isLead, listBelow } from "./leads.ts";
import type { Query } from "./query.ts";
import { SELECTION } from "./quotation.ts";
import { readText, type TokenizedText } from "./read-text.ts";
import { FIT, MARK } from "./weights.ts";

/** Clauses that follow each other, counted from the first of a quotation or of a sentence. */
export interface ClauseRun {
  readonly from: number;
  readonly count: number;
}

/** Marks the words that answer one question. */
export interface Marker {
  /**
   * The marked clauses of the sentences `from` to `to` of an article, counted from the first clause of `from`. The sentence
   * `index` was chosen as the answer; a neighbour is marked instead that alone holds the kind of thing asked for.
   */
  mark(article: Article, from: number, to: number, index: number): ClauseRun;
  /** How much each clause of a sentence speaks for being the answer. */
  scoreClauses(article: Article, sentence: Sentence): number[];
}

export function createMarker(query: Query, collection: Collection): Marker {
  const fitOf = createAnswerFit(query, collection);
  const { expected } = query.question;
  const question = query.question.tokens.map(({ term }) => term).join(" ");
  const asksDifference = hasCue("asks-difference", question);
  const asks = expected !== "none" || query.question.tokens.some(({ term }) => isQuestionWord(term));
  const isPrecise = PRECISE.has(expected);
  const goesOn = expected === "definition" || hasCue("asks-identity", question);

  /** The sentences and clauses that were read for this question: most are looked at more than once. */
  const known = new Map<Span, { readonly text: TokenizedText; fit?: number }>();
  const read = (article: Article, span: Span) => {
    let found = known.get(span);
    if (found === undefined) {
      found = { text: readText(legibleText(article).slice(span.start, span.end)) };
      known.set(span, found);
    }
    return found;
  };
  const fitAt = (article: Article, span: Span): number => {
    const found = read(article, span);
    found.fit ??= fitOf(found.text);
    return found.fit;
  };
  const coveredBy = (article: Article, span: Span): Coverage =>
    coverageOf(read(article, span).text, query, collection);
  const readClauses = (article: Article, { clauses }: Sentence): ClauseEvidence[] =>
    clauses.map((clause) => ({
      start: clause.start,
      end: clause.end,
      covered: coveredBy(article, clause),
      fit: fitAt(article, clause),
    }));
  const scoreOf = (covered: Coverage, fit: number): number => weigh(query, covered) + MARK.fit * fit;

  /**
   * «اخترع الكثير. ومن اختراعاته …»: where no form tells which words answer, the sentence that names what is asked for often stands
   * beside the one that answers. The mark goes on over the clauses behind it, but not behind one that answers who, when or how many;
   * and over a whole neighbour in the quotation, of the same paragraph: the next one, else the last.
   */
  const withRest = (
    { from, count }: ClauseRun,
    { clauses }: Sentence,
    last: Sentence | undefined,
    next: Sentence | undefined,
  ): ClauseRun => {
    const start = clauses[from]?.start ?? 0;
    const fits = (length: number, more: number) => length <= MARK.longest && more <= SELECTION.markCount;
    let to = from + count;
    while (!isPrecise && to < clauses.length && fits((clauses[to]?.end ?? 0) - start, to + 1 - from)) to++;
    const run = { from, count: to - from };
    if (to < clauses.length) return run;
    const both = run.count + (next?.clauses.length ?? 0);
    if (next !== undefined && fits(next.end - start, both)) return { from, count: both };
    const before = last?.clauses.length ?? 0;
    const end = clauses.at(-1)?.end ?? 0;
    return last !== undefined && from === 0 && fits(end - last.start, before + run.count)
      ? { from: -before, count: before + run.count }
      : run;
  };
  const goesFurther = (fit: number): boolean => asks && fit < (isPrecise ? Number.EPSILON : MARK.fits);

  /** The sentence chosen, or the one beside it in the quotation that fits while the chosen one does not. */
  const fittest = (article: Article, from: number, to: number, index: number): number => {
    const chosen = article.sentences[index];
    if (!LENDS.has(expected) || chosen === undefined) return index;
    const own = fitAt(article, chosen);
    let [best, most] = [index, own <= FIT.otherFigure ? Math.min(1, own + MARK.fitter) : own + MARK.fitter];
    for (const at of [index + 1, index - 1]) {
      const sentence = article.sentences[at];
      if (most > 1 || at < from || at > to || sentence === undefined) continue;
      const fit = fitAt(article, sentence);
      if (fit >= most) [best, most] = [at, fit];
    }
    return best;
  };

  /**
   * Of a list that the sentence, or the one behind it, announces within the quotation: the item that tells most of what they leave open of the
   * question. They name the subject, the item what is asked of it.
   */
  const announcedItem = (article: Article, to: number, index: number): number | undefined => {
    const lead = [index, index + 1].find((at) => at < to && announces(article, at));
    const list = lead === undefined ? undefined : listBelow(article, lead, lead + 1);
    if (lead === undefined || list === undefined) return undefined;
    const above = new Float32Array(query.words.length);
    for (const sentence of article.sentences.slice(index, lead + 1))
      cover(above, coveredBy(article, sentence));
    let [best, most] = [-1, weigh(query, above)];
    for (let at = lead + 1; at <= Math.min(list[1], to); at++) {
      const item = article.sentences[at];
      if (item === undefined) continue;
      const both = above.slice();
      cover(both, coveredBy(article, item));
      const covered = weigh(query, both);
      if (covered > most) [best, most] = [at, covered];
    }
    return best < 0 ? undefined : best;
  };

  /**
   * All clauses of a short sentence, or of one whose clauses all hold what is asked for or none; else the run of clauses that
   * speaks most for being the answer. `alone`: nothing else is quoted, so that marking it whole would show nothing.
   */
  const markIn = (article: Article, sentence: Sentence, alone: boolean): ClauseRun => {
    const { clauses, start, end } = sentence;
    const whole = { from: 0, count: clauses.length };
    if (clauses.length === 1) return whole;
    if (clauses.length <= SELECTION.markCount && end - start <= (alone ? MARK.wholeAlone : MARK.longest)) {
      if (!isPrecise || end - start <= MARK.wholeAlways) return whole;
      const fitting = clauses.filter((clause) => fitAt(article, clause) >= MARK.fits).length;
      if (fitting === 0 || fitting === clauses.length) return whole;
    }
    const read = readClauses(article, sentence);
    return extended(read, bestRun(read), goesOn, expected === "where");
  };

  const bestRun = (clauses: readonly ClauseEvidence[]): ClauseRun => {
    let best = { from: 0, count: 1, score: Number.NEGATIVE_INFINITY };
    clauses.forEach((head, from) => {
      const covered = new Float32Array(query.words.length);
      let fit = 0;
      for (const [more, clause] of clauses.slice(from, from + SELECTION.markCount).entries()) {
        if (clause.end - head.start > MARK.longest && more > 0) break;
        cover(covered, clause.covered);
        fit = Math.max(fit, clause.fit);
        const score = scoreOf(covered, fit);
        if (score > best.score) best = { from, count: more + 1, score };
      }
    });
    return best;
  };

  /** Both sides of a difference: the shortest run of whole sentences around the chosen one that covers most of the question. */
  const markSides = (article: Article, from: number, to: number, index: number): ClauseRun | undefined => {
    let best: { first: number; last: number; score: number } | undefined;
    for (let first = from; first <= index; first++) {
      const covered = new Float32Array(query.words.length);
      for (let last = first; last <= to; last++) {
        const [head, tail] = [article.sentences[first], article.sentences[last]];
        if (head === undefined || tail === undefined || tail.end - head.start > MARK.longest) break;
        cover(covered, coveredBy(article, tail));
        const score = weigh(query, covered);
        if (last >= index && (best === undefined || score > best.score + 1e-6)) best = { first, last, score };
      }
    }
    if (best === undefined) return undefined;
    const count = clausesBetween(article, best.first, best.last + 1);
    return count > SELECTION.markCount
      ? undefined
      : { from: clausesBetween(article, from, best.first), count };
  };

  return {
    mark(article, from, to, index) {
      const sides = asksDifference ? markSides(article, from, to, index) : undefined;
      if (sides !== undefined) return sides;
      const at = announcedItem(article, to, index) ?? fittest(article, from, to, index);
      const sentence = article.sentences[at];
      if (sentence === undefined) return { from: 0, count: 1 };
      const own = markIn(article, sentence, from === to);
      const beside = (other: number): Sentence | undefined => {
        const neighbour = other < from || other > to ? undefined : article.sentences[other];
        return neighbour?.paragraph === sentence.paragraph && !isLead(article, other) ? neighbour : undefined;
      };
      const run = goesFurther(fitAt(article, sentence))
        ? withRest(own, sentence, beside(at - 1), beside(at + 1))
        : own;
      return { from: clausesBetween(article, from, at) + run.from, count: run.count };
    },
    scoreClauses: (article, sentence) =>
      readClauses(article, sentence).map(({ covered, fit }) => scoreOf(covered, fit)),
  };
}

/** What a clause covers of the question, and how far it holds the kind of thing asked for. */
interface ClauseEvidence extends Span {
  readonly covered: Coverage;
  readonly fit: number;
}

/** What says who or what something is goes on behind the clause that names it, what says where over all its places. */
function extended(
  clauses: readonly ClauseEvidence[],
  { from, count }: ClauseRun,
  goesOn: boolean,
  overPlaces: boolean,
): ClauseRun {
  const start = clauses[from]?.start ?? 0;
  let more = count;
  for (; more < SELECTION.markCount; more++) {
    const next = clauses[from + more];
    if (next === undefined || !(goesOn || (overPlaces && next.fit >= MARK.fits))) break;
    if (next.end - start > (more === count ? MARK.longest : MARK.definition)) break;
  }
  return { from, count: more };
}

/** Kinds whose answer is told by its form: a neighbour that holds it is marked where the sentence chosen does not. */
const LENDS: ReadonlySet<ExpectedAnswer> = new Set([
  "when",
  "where",
  "how-many",
  "how-much",
  "percent",
  "definition",
  "list",
  "which",
  "none",
]);

/** Kinds of answers that are a few words: the clause with them is marked. */
const PRECISE: ReadonlySet<ExpectedAnswer> = new Set([
  "who",
  "when",
  "where",
  "how-many",
  "how-much",
  "percent",
]);

function clausesBetween({ sentences }: Article, from: number, to: number): number {
  return sentences.slice(from, to).reduce((sum, { clauses }) => sum + clauses.length, 0);
}
