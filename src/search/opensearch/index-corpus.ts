import type { Corpus } from "../../corpus/article.ts";
import { type BuildOptions, type BuildResult, buildIndex } from "./build-index.ts";
import type { OpenSearchCluster } from "./cluster.ts";
import { indicesOf } from "./indices.ts";
import { openSnapshot } from "./snapshot.ts";
import { articlesOf, storedDocuments } from "./stored-corpus.ts";
import { OtherAnalysisError } from "./stored-lexicon.ts";

/**
 * Builds the index of a corpus: see `buildIndex`.
 * @throws as `buildIndex` does
 */
export async function indexCorpus(
  cluster: OpenSearchCluster,
  corpus: Corpus,
  options: Omit<BuildOptions, "total">,
): Promise<BuildResult> {
  const known = options.isIncremental ? await liveWords(cluster, options.prefix) : [];
  const documents = storedDocuments(articlesOf(corpus), corpus.aliases, known);
  return buildIndex(cluster, documents, { ...options, total: corpus.passages.length });
}

/** Words keep the numbers that they have in the live index, so that documents of articles that have not changed are the same. */
async function liveWords(cluster: OpenSearchCluster, alias: string): Promise<readonly string[]> {
  const [live] = await indicesOf(cluster, alias);
  if (live === undefined) return [];
  try {
    const { store } = await openSnapshot(cluster, live.name);
    return store.lexicon.vocabulary.words;
  } catch (error) {
    // All articles are analysed otherwise now, so all are sent.
    if (error instanceof OtherAnalysisError) return [];
    throw error;
  }
}
