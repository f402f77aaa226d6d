import { hasCue } from "../arabic/answer-cues.ts";
import type { ExpectedAnswer } from "../arabic/question.ts";
import type { Article, Sentence } from "../corpus/article.ts";
import type { Collection } from "../search/collection.ts";
import { type AnswerFit, createAnswerFit, readText } from "./answer-fit.ts";
import { type Coverage, cover, coverageOf, weigh } from "./coverage.ts";
import type { Query } from "./query.ts";
import { SELECTION } from "./quotation.ts";
import { MARK } from "./weights.ts";

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
  const goesOn = expected === "definition" || hasCue("asks-identity", question);
  const read = (article: Article, { clauses }: Sentence): ClauseEvidence[] =>
    readClauses(article, clauses, query, collection, fitOf);
  const score = (clause: ClauseEvidence): number => weigh(query, clause.covered) + MARK.fit * clause.fit;

  /** Both sides of a difference: the shortest run of whole sentences that covers most of the question. */
  const markSides = (article: Article, from: number, to: number, index: number): ClauseRun | undefined => {
    let best: { first: number; last: number; score: number } | undefined;
    for (let first = from; first <= index; first++) {
      const covered = new Float32Array(query.words.length);
      for (let last = first; last <= to; last++) {
        const [head, tail] = [article.sentences[first], article.sentences[last]];
        if (head === undefined || tail === undefined || tail.end - head.start > MARK.longest) break;
        cover(covered, coverageOf(article.text.slice(tail.start, tail.end), query, collection));
        const sides = weigh(query, covered);
        if (last >= index && (best === undefined || sides > best.score + 1e-6))
          best = { first, last, score: sides };
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
      const at = LENDS.has(expected) ? fittest(article, from, to, index, fitOf) : index;
      const sentence = article.sentences[at];
      if (sentence === undefined) return { from: 0, count: 1 };
      const own = markedClauses(
        read(article, sentence),
        sentence,
        from === to,
        expected,
        query,
        score,
        goesOn,
      );
      return { from: clausesBetween(article, from, at) + own.from, count: own.count };
    },
    scoreClauses: (article, sentence) => read(article, sentence).map(score),
  };
}

/** What a clause, or several together, cover of the question, and how far they hold the kind of thing asked for. */
interface ClauseEvidence {
  readonly start: number;
  readonly end: number;
  readonly covered: Coverage;
  readonly fit: number;
}

function readClauses(
  article: Article,
  clauses: Sentence["clauses"],
  query: Query,
  collection: Collection,
  fitOf: AnswerFit,
): ClauseEvidence[] {
  return clauses.map(({ start, end }) => {
    const text = article.text.slice(start, end);
    return { start, end, covered: coverageOf(text, query, collection), fit: fitOf(readText(text)) };
  });
}

/** The sentence chosen, or the one beside it in the quotation that fits while the chosen one does not. */
function fittest(article: Article, from: number, to: number, index: number, fitOf: AnswerFit): number {
  const fitAt = (i: number): number => {
    const sentence = article.sentences[i];
    return sentence === undefined ? 0 : fitOf(readText(article.text.slice(sentence.start, sentence.end)));
  };
  let best = { at: index, fit: fitAt(index) + MARK.fitter };
  for (const at of [index + 1, index - 1]) {
    if (at < from || at > to) continue;
    const fit = fitAt(at);
    if (fit >= best.fit) best = { at, fit };
  }
  return best.at;
}

/**
 * Which clauses of a sentence are marked: all of a short one, else the run of them that speaks most for being the answer.
 * Where the question asks for a thing that some clauses hold and others do not, the run is looked for in a short sentence too.
 * `alone`: the quotation is this sentence and no more, so that marking it whole would show nothing.
 */
function markedClauses(
  clauses: readonly ClauseEvidence[],
  sentence: Sentence,
  alone: boolean,
  expected: ExpectedAnswer,
  query: Query,
  score: (clause: ClauseEvidence) => number,
  goesOn: boolean,
): ClauseRun {
  const most = alone ? MARK.wholeAlone : MARK.longest;
  const isPrecise =
    PRECISE.has(expected) &&
    sentence.end - sentence.start > MARK.wholeAlways &&
    clauses.some(({ fit }) => fit >= MARK.fits) &&
    clauses.some(({ fit }) => fit < MARK.fits);
  const isShort = clauses.length <= SELECTION.markCount && sentence.end - sentence.start <= most;
  if (clauses.length === 1 || (isShort && !isPrecise)) return { from: 0, count: clauses.length };
  let best = { from: 0, count: 1, score: Number.NEGATIVE_INFINITY };
  for (let from = 0; from < clauses.length; from++) {
    const covered = new Float32Array(query.words.length);
    let fit = 0;
    for (let to = from; to < clauses.length && to - from < SELECTION.markCount; to++) {
      const [head, clause] = [clauses[from], clauses[to]];
      if (head === undefined || clause === undefined) break;
      if (clause.end - head.start > MARK.longest && to > from) break;
      cover(covered, clause.covered);
      fit = Math.max(fit, clause.fit);
      const own = score({ ...clause, covered, fit });
      if (own > best.score) best = { from, count: to - from + 1, score: own };
    }
  }
  return extended(clauses, best, goesOn, expected === "where");
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
