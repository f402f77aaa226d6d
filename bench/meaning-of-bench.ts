import { type Answerer, openAnswerer } from "../src/answer/answerer.ts";
import type { MeaningWeights } from "../src/answer/model.ts";
import type { Corpus } from "../src/corpus/article.ts";
import type { Embedder } from "../src/meaning/embedder.ts";
import { connectEmbeddings } from "../src/meaning/embeddings-client.ts";
import { createMeaning, type Meaning } from "../src/meaning/meaning.ts";
import { createMiniSearchIndex } from "../src/search/minisearch.ts";

/** Opens answerers by words, or by meaning as well. */
export interface AnswererOpener {
  /** The embedder's model; none by words alone. */
  readonly model?: string;
  open(corpus: Corpus, weights?: MeaningWeights): Promise<Answerer>;
}

export const byWords: AnswererOpener = {
  open: (corpus) => openAnswerer(corpus, createMiniSearchIndex),
};

/** As the environment has it: by meaning where `EMBEDDINGS_URL` is set, with the vectors of `CACHE_DIR`. */
export async function openerOf({
  EMBEDDINGS_URL: url,
  EMBEDDINGS_MODEL: model,
  EMBEDDINGS_KEY: key,
  CACHE_DIR: cacheDir,
}: NodeJS.ProcessEnv): Promise<AnswererOpener> {
  if (!url) return byWords;
  const embedder = rememberingQuestions(await connectEmbeddings({ url, model, key }));
  return {
    model: embedder.model,
    async open(corpus, weights) {
      let meaning: Meaning | undefined;
      const openMeaning = createMeaning({
        connect: async () => embedder,
        cacheDir,
        // What is measured is how good answers are, not how fast the server is.
        deadline: 60_000,
        onFault(error) {
          throw error;
        },
      });
      const answerer = await openAnswerer(corpus, createMiniSearchIndex, {
        openMeaning(lists) {
          meaning = openMeaning(lists);
          return meaning;
        },
        ...(weights && { weightsFor: () => weights }),
      });
      await meaning?.complete;
      return answerer;
    },
  };
}

/** Questions are asked many times while weights are chosen: each is embedded once. */
function rememberingQuestions(embedder: Embedder): Embedder {
  const known = new Map<string, readonly Float32Array[]>();
  return {
    ...embedder,
    async embed(texts, kind, signal) {
      const key = JSON.stringify(texts);
      const vectors = (kind === "query" && known.get(key)) || (await embedder.embed(texts, kind, signal));
      if (kind === "query") known.set(key, vectors);
      return vectors;
    },
  };
}
