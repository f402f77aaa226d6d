import type { Quotation } from "../answer/answer.ts";
import type { Article, Span } from "../corpus/article.ts";
import type { Card } from "./answer-card.ts";
import { referenceOf, type ShownFinding } from "./answer-state.ts";
import { cardActions } from "./card-actions.ts";
import { citationOf } from "./citation.ts";
import type { AnswerState } from "./codec.ts";
import { CARD_MAX, excerptOf } from "./excerpt.ts";
import { cited, citedInShort, quoteBlock } from "./quoted.ts";
import type { Block } from "./reply.ts";
import { wordingOf } from "./wording/index.ts";

/** Characters shown before the quotation, and as many after it. */
const AROUND = { full: 900, compact: 250 };

/**
 * The quotation in its context: the rest of its paragraph and the paragraphs before and after, at most 900 characters
 * on each side (250 when compact), cut between sentences. Each block is one run of the article.
 */
export function contextCard(finding: ShownFinding, state: AnswerState, compact: boolean): Card {
  const { quotation } = finding;
  const { article } = quotation.passage;
  const runs = runsAround(article, quotation, compact ? AROUND.compact : AROUND.full);
  const quotes = runs.map((run) => quoteBlock(quotation, run));
  const shown = quoteBlock(quotation, quotation);
  const citation = citationOf(quotation, shown, state.language);
  return {
    blocks: [...quotes, citation],
    actions: cardActions("context", finding, state, compact),
    reference: referenceOf(state),
  };
}

/** The other articles that say the same, each with its quotation. The buttons are those of the answer, whose sources they are. */
export function sourcesCard(finding: ShownFinding, state: AnswerState, compact: boolean): Card {
  const { also } = finding;
  const { language } = state;
  const max = Math.floor(CARD_MAX / Math.max(1, also.length));
  const shown = also.flatMap((other) =>
    compact ? citedInShort(other, excerptOf(other, max), language) : cited(other, language),
  );
  const text = wordingOf(language).sources(also.length);
  const blocks: Block[] = [{ type: "text", text }, ...shown];
  return { blocks, actions: cardActions("sources", finding, state, compact), reference: referenceOf(state) };
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
