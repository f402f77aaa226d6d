import { z } from "zod";
import { baseOf, callModelServer, ModelServerError } from "./model-server.ts";

/** A model that reads a question and a text together and says how relevant the text is: slower and surer than vectors. */
export interface Reranker {
  /**
   * The relevance of each text, 0 to 1, in their order.
   * @throws ModelServerError when the server cannot be reached, refuses, or answers with anything else; or the signal's reason
   */
  rerank(question: string, texts: readonly string[], signal?: AbortSignal): Promise<Float32Array>;
}

/** A server that speaks the protocol for reranking that Cohere began: Jina, vLLM, llama.cpp, Infinity and others. */
export interface RerankServer {
  /** Its address: of the server, of its `/v1`, or of `/v1/rerank`. */
  readonly url: string;
  /** Left out, none is named: servers of one model need none. */
  readonly model?: string | undefined;
  readonly key?: string | undefined;
}

/** Text Embeddings Inference gives the list by itself, with `score`. */
const scored = z
  .object({
    index: z.number().int().nonnegative(),
    relevance_score: z.number().optional(),
    score: z.number().optional(),
  })
  .transform(({ index, relevance_score, score }) => ({ index, score: relevance_score ?? score }));
const results = z.union([
  z.object({ results: z.array(scored) }).transform((body) => body.results),
  z.array(scored),
]);

export function connectReranker({ url, model, key }: RerankServer): Reranker {
  const address = `${baseOf(url, "/rerank")}/rerank`;
  return {
    async rerank(question, texts, signal) {
      if (texts.length === 0) return new Float32Array();
      const request = {
        ...(model !== undefined && { model }),
        query: question,
        documents: texts,
        top_n: texts.length,
      };
      const { data } = results.safeParse(await callModelServer(address, key, request, signal));
      if (data === undefined) throw new ModelServerError("malformed", "the answer holds no relevance");
      const scores = new Map(data.map((one) => [one.index, one.score]));
      const all = texts.map((_, index) => {
        const score = scores.get(index);
        if (score === undefined || !Number.isFinite(score))
          throw new ModelServerError("malformed", "a text got no relevance");
        return score;
      });
      if (data.length !== texts.length)
        throw new ModelServerError("malformed", `${texts.length} texts got ${data.length} scores`);
      // Some servers give the model's own numbers, which are logits.
      const areShares = all.every((score) => score >= 0 && score <= 1);
      return Float32Array.from(all, (score) => (areShares ? score : 1 / (1 + Math.exp(-score))));
    },
  };
}
