import { createBreaker } from "./breaker.ts";
import type { Reranker } from "./rerank-client.ts";

/** Says how relevant texts are to a question. Where it cannot, the order by words and meaning stands. */
export interface Relevance {
  /** 0 to 1 for each text, in their order; `undefined` when the server fails or takes too long. Never rejects. */
  of(question: string, texts: readonly string[]): Promise<Float32Array | undefined>;
}

export interface RelevanceOptions {
  /** Milliseconds that a question waits for it. */
  readonly deadline?: number;
  /** Called with each question that got none: `"late"`, or the error. Not while a server that has failed repeatedly rests. */
  readonly onMissed?: (why: unknown) => void;
}

/** Milliseconds that a question waits for a reranker, if nothing else is said: it reads ten texts, where an embedder reads one. */
export const RERANK_DEADLINE = 1000;

/** UTF-16 units of a question that are sent, from its start. */
const LONGEST_QUESTION = 1000;

export function createRelevance(
  reranker: Reranker,
  { deadline = RERANK_DEADLINE, onMissed = () => {} }: RelevanceOptions = {},
): Relevance {
  const breaker = createBreaker({ failures: 3, rest: 5_000, longestRest: 60_000 });
  return {
    async of(question, texts) {
      if (!breaker.allows()) return undefined;
      const inTime = AbortSignal.timeout(deadline);
      try {
        const relevance = await reranker.rerank(question.slice(0, LONGEST_QUESTION), texts, inTime);
        breaker.succeeded();
        return relevance;
      } catch (error) {
        breaker.failed();
        onMissed(inTime.aborted ? "late" : error);
        return undefined;
      }
    },
  };
}
