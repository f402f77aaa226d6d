import { legibleText } from "../corpus/inline-marks.ts";
import type { Relevance } from "../meaning/relevance.ts";
import type { Collection } from "../search/collection.ts";
import { withNeighbours } from "./sentence-evidence.ts";
import type { ScoredSentence } from "./sentences.ts";
import { RERANK } from "./weights.ts";

/** Sentences in their new order, and how relevant a reranker finds those that it read, by their numbers. */
export interface Reranked {
  readonly sentences: readonly ScoredSentence[];
  readonly relevance: ReadonlyMap<number, number>;
}

/** Has the first sentences read by a reranker, each with its neighbours, and puts them in order again; `undefined` where it cannot be asked now. */
export async function rerank(
  question: string,
  sentences: readonly ScoredSentence[],
  reranker: Relevance,
  collection: Collection,
): Promise<Reranked | undefined> {
  const read = sentences.slice(0, RERANK.read);
  if (read.length === 0) return undefined;
  const found = await reranker.of(
    question.replace(/\s+/gu, " ").trim(),
    read.map((one) => textOf(one, collection)),
  );
  if (found === undefined) return undefined;
  const relevance = new Map(read.map(({ evidence }, i) => [evidence.id, found[i] ?? 0]));
  const reordered = read
    .map((one, i) => ({ ...one, score: one.score + RERANK.weight * (found[i] ?? 0) }))
    .sort((a, b) => b.score - a.score || a.evidence.id - b.evidence.id);
  return { sentences: [...reordered, ...sentences.slice(read.length)], relevance };
}

/** The sentence with its neighbours: what a quotation of it would be. */
function textOf({ evidence: { id, article, index } }: ScoredSentence, collection: Collection): string {
  const [from, to] = withNeighbours(id, article, index, collection);
  const start = article.sentences[index + from - id]?.start ?? 0;
  const end = article.sentences[index + to - 1 - id]?.end ?? 0;
  return legibleText(article).slice(start, end).replace(/\s+/gu, " ").trim();
}
