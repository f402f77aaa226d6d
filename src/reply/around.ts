import type { Quotation } from "../answer/answer.ts";
import type { Article, Span } from "../corpus/article.ts";
import { type Card, citationActions, quoteBlock, quoted } from "./card.ts";
import { citationOf } from "./citation.ts";
import { encodePress, type Trail } from "./codec.ts";
import { CARD_MAX } from "./excerpt.ts";
import type { Action, Block } from "./reply.ts";
import type { View } from "./trail.ts";
import { wordingOf } from "./wording.ts";

/** Characters shown before the quotation, and as many after it. */
const AROUND = { full: 900, compact: 250 };

/**
 * The quotation in its context: the rest of its paragraph and the paragraphs before and after, at most 900 characters
 * on each side (250 when compact), cut between sentences. Each block is one run of the article.
 */
export function contextOf({ quotation }: View, trail: Trail, compact: boolean): Card {
  const { article } = quotation.passage;
  const runs = runsAround(article, quotation, compact ? AROUND.compact : AROUND.full);
  const quotes = runs.map((run) => quoteBlock(quotation, run, trail.bare));
  const shown = quoteBlock(quotation, quotation, true).text;
  const citation = citationOf(quotation, shown, trail.language);
  const actions = [[back(trail)], citationActions(quotation, trail, citation.url)];
  return { blocks: [...quotes, citation], actions };
}

/** The other articles that say the same, each with its quotation. */
export function sourcesOf({ also }: View, trail: Trail, compact: boolean): Card {
  const max = compact ? Math.floor(CARD_MAX / Math.max(1, also.length)) : Number.POSITIVE_INFINITY;
  const text = wordingOf(trail.language).sources(also.length);
  const blocks: Block[] = [
    { type: "text", text },
    ...also.flatMap((other) => quoted(other, trail, max).blocks),
  ];
  return { blocks, actions: [[back(trail)]] };
}

function back(trail: Trail): Action {
  const label = wordingOf(trail.language).labels.back;
  return { type: "press", role: "answer", label, data: encodePress({ show: "answer", trail }) };
}

/** Runs of whole sentences, one for each paragraph; the quotation and what stands beside it in its paragraph are one. */
function runsAround(article: Article, { start, end }: Quotation, budget: number): Span[] {
  const first = article.sentences.findIndex((sentence) => sentence.end > start);
  const last = article.sentences.findLastIndex((sentence) => sentence.start < end);
  const own = (index: number, of: number) =>
    article.sentences[index]?.paragraph === article.sentences[of]?.paragraph;
  const grow = (from: number, step: -1 | 1, edge: number): number => {
    let at = from;
    for (;;) {
      const next = article.sentences[at + step];
      if (next === undefined) return at;
      const used = step < 0 ? edge - next.start : next.end - edge;
      const near = Math.abs(next.paragraph - (article.sentences[from]?.paragraph ?? 0)) <= 1;
      if (!near || used > budget) return at;
      at += step;
    }
  };
  const [from, to] = [grow(first, -1, start), grow(last, 1, end)];

  const runs: Span[] = [];
  const sentence = (i: number): Span => article.sentences[i] ?? { start, end };
  const head = indexWhere(from, first, (i) => own(i, first));
  const tail = indexWhere(to, last, (i) => own(i, last));
  if (head > from) runs.push({ start: sentence(from).start, end: sentence(head - 1).end });
  runs.push({ start: Math.min(start, sentence(head).start), end: Math.max(end, sentence(tail).end) });
  if (tail < to) runs.push({ start: sentence(tail + 1).start, end: sentence(to).end });
  return runs;
}

/** The first index from `from` towards `to` that holds. */
function indexWhere(from: number, to: number, holds: (index: number) => boolean): number {
  const step = from <= to ? 1 : -1;
  for (let i = from; i !== to; i += step) if (holds(i)) return i;
  return to;
}
