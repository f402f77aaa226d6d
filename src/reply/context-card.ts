import type { Quotation } from "../answer/answer.ts";
import type { Article, Span } from "../corpus/article.ts";
import { type Card, citationActions, citedQuotation, pressAction, quoteBlock } from "./answer-card.ts";
import type { ShownFinding } from "./answer-state.ts";
import { citationOf } from "./citation.ts";
import type { AnswerState } from "./codec.ts";
import { CARD_MAX } from "./excerpt.ts";
import type { Action, Block } from "./reply.ts";
import { wordingOf } from "./wording/index.ts";

/** Characters shown before the quotation, and as many after it. */
const AROUND = { full: 900, compact: 250 };

/**
 * The quotation in its context: the rest of its paragraph and the paragraphs before and after, at most 900 characters
 * on each side (250 when compact), cut between sentences. Each block is one run of the article.
 */
export function contextCard({ quotation }: ShownFinding, state: AnswerState, compact: boolean): Card {
  const { article } = quotation.passage;
  const runs = runsAround(article, quotation, compact ? AROUND.compact : AROUND.full);
  const quotes = runs.map((run) => quoteBlock(quotation, run));
  const shown = quoteBlock(quotation, quotation);
  const citation = citationOf(quotation, shown, state.language);
  const actions = [[back(state)], citationActions(quotation, state, citation.url)];
  return { blocks: [...quotes, citation], actions };
}

/** The other articles that say the same, each with its quotation. */
export function sourcesCard({ also }: ShownFinding, state: AnswerState, compact: boolean): Card {
  const max = compact ? Math.floor(CARD_MAX / Math.max(1, also.length)) : Number.POSITIVE_INFINITY;
  const text = wordingOf(state.language).sources(also.length);
  const blocks: Block[] = [
    { type: "text", text },
    ...also.flatMap((other) => citedQuotation(other, state.language, max).blocks),
  ];
  return { blocks, actions: [[back(state)]] };
}

function back(state: AnswerState): Action {
  return pressAction("answer", wordingOf(state.language).labels.back, state);
}

/**
 * Runs of whole sentences, one for each paragraph; the paragraphs of the quotation are one run. Of a sentence that the
 * quotation is a part of, whole clauses.
 */
function runsAround(article: Article, { start, end }: Quotation, budget: number): Span[] {
  const units = article.sentences.flatMap(({ paragraph, clauses, ...sentence }) => {
    const isWhole =
      (start <= sentence.start && sentence.end <= end) || sentence.end <= start || sentence.start >= end;
    return (isWhole ? [sentence] : clauses).map((span) => ({ paragraph, start: span.start, end: span.end }));
  });
  const own = units.filter((unit) => unit.start < end && unit.end > start).map(({ paragraph }) => paragraph);
  const [first, last] = [Math.min(...own), Math.max(...own)];
  const near = units.filter((unit) => unit.start >= start - budget && unit.end <= end + budget);

  const before = near.filter(({ paragraph }) => paragraph === first - 1);
  const after = near.filter(({ paragraph }) => paragraph === last + 1);
  const main = [...near.filter(({ paragraph }) => paragraph >= first && paragraph <= last), { start, end }];
  return [before, main, after].filter((run) => run.length > 0).map(spanOver);
}

/** From the beginning of the first to the end of the last. */
function spanOver(spans: readonly Span[]): Span {
  return {
    start: Math.min(...spans.map(({ start }) => start)),
    end: Math.max(...spans.map(({ end }) => end)),
  };
}
