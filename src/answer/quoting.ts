import type { Article, Passage, Sentence } from "../corpus/article.ts";
import type { Collection } from "../search/collection.ts";
import type { Quotation, Selection } from "./answer.ts";
import type { Evidence } from "./evidence.ts";
import { grown } from "./growth.ts";
import { answeringRun } from "./marking.ts";
import { quotePart } from "./part.ts";
import type { Plan } from "./plan.ts";
import { QUOTE_MAX, quotationOf, SELECTION } from "./quotation.ts";

/** Makes quotations of the evidence for one question: the sentence with the neighbours that it needs, its answer marked. */
export type Quoter = (evidence: Evidence) => Quotation | undefined;

/** `passageAt` finds the passage of a sentence; `nearness` says how much a neighbour tells of the question. */
export function createQuoter(
  collection: Collection,
  plan: Plan,
  passageAt: (article: Article, sentence: number) => Passage | undefined,
  nearness: (sentence: Sentence) => number,
): Quoter {
  return (evidence) => {
    const { article, index, sentence } = evidence;
    const long = sentence.end - sentence.start > QUOTE_MAX;
    const [from, to] = long ? [index, index] : grown(article, index, nearness);
    const passage = passageAt(article, from);
    if (passage === undefined) return undefined;
    if (long) return quotePart(collection, plan, passage, evidence);
    let before = 0;
    for (let i = from; i < index; i++) before += article.sentences[i]?.clauses.length ?? 0;
    const run = answeringRun(collection, plan, article, sentence, from === to);
    if (before + run.from > SELECTION.markFrom) return undefined;
    const selection: Selection = {
      first: from - passage.firstSentence,
      count: to - from + 1,
      mark: { from: before + run.from, count: run.count },
    };
    return quotationOf(passage, selection);
  };
}
