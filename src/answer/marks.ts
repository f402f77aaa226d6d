import { numbersIn } from "../arabic/numbers.ts";
import { tokenize } from "../arabic/tokens.ts";
import type { Article, Sentence } from "../corpus/article.ts";
import type { Collection } from "../search/collection.ts";
import { createAnswerFit } from "./answer-fit.ts";
import { type Coverage, cover, coverageOf, weigh } from "./coverage.ts";
import type { Query } from "./query.ts";
import { SELECTION } from "./quotation.ts";
import { MARK } from "./weights.ts";

/** Clauses of a sentence, counted from its first. */
export interface ClauseRun {
  readonly from: number;
  readonly count: number;
}

/**
 * Which clauses of a sentence are marked: all of a short sentence, else the run of them that speaks most for being the
 * answer. `alone`: the quotation is this sentence and no more, so that marking it whole would show nothing.
 */
export function markedClauses(
  article: Article,
  sentence: Sentence,
  alone: boolean,
  query: Query,
  collection: Collection,
): ClauseRun {
  const { clauses, start, end } = sentence;
  const most = alone ? MARK.wholeAlone : MARK.longest;
  if (clauses.length === 1 || (clauses.length <= SELECTION.markCount && end - start <= most))
    return { from: 0, count: clauses.length };
  const evidence = readClauses(article, sentence, query, collection);
  let best = { from: 0, count: 1, score: Number.NEGATIVE_INFINITY };
  for (let from = 0; from < clauses.length; from++) {
    const covered = new Float32Array(query.words.length);
    let fit = 0;
    for (let to = from; to < clauses.length && to - from < SELECTION.markCount; to++) {
      const length = (clauses[to]?.end ?? 0) - (clauses[from]?.start ?? 0);
      if (length > MARK.longest && to > from) break;
      const clause = evidence[to];
      if (clause === undefined) break;
      cover(covered, clause.covered);
      fit = Math.max(fit, clause.fit);
      const score = scoreOf({ covered, fit }, query);
      if (score > best.score) best = { from, count: to - from + 1, score };
    }
  }
  return { from: best.from, count: best.count };
}

/** How much each clause of a sentence speaks for being the answer; scores compare within one question only. */
export function scoreClauses(
  article: Article,
  sentence: Sentence,
  query: Query,
  collection: Collection,
): number[] {
  return readClauses(article, sentence, query, collection).map((clause) => scoreOf(clause, query));
}

/** What a clause, or several together, cover of the question, and how far they hold the kind of thing asked for. */
interface ClauseEvidence {
  readonly covered: Coverage;
  readonly fit: number;
}

function readClauses(
  article: Article,
  { clauses }: Sentence,
  query: Query,
  collection: Collection,
): ClauseEvidence[] {
  const fitOf = createAnswerFit(query, collection);
  return clauses.map(({ start, end }) => {
    const text = article.text.slice(start, end);
    const tokens = tokenize(text);
    const read = { terms: tokens.map(({ term }) => term), figures: numbersIn(text, tokens) };
    return { covered: coverageOf(text, query, collection), fit: fitOf(read) };
  });
}

function scoreOf({ covered, fit }: ClauseEvidence, query: Query): number {
  return weigh(query, covered) + MARK.fit * fit;
}
