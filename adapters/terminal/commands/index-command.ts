import {
  type BuildStep,
  indexCorpus,
  loadCorpus,
  OpenSearchError,
  OperatorError,
  openCluster,
} from "../../../src/index.ts";
import { showProgress } from "../../runtime/meaning-progress.ts";
import type { OpenSearchSettings } from "../../runtime/opensearch-settings.ts";
import { type Streams, writeLine } from "../streams.ts";

export interface IndexOptions {
  readonly opensearch: OpenSearchSettings | undefined;
  readonly isIncremental: boolean;
  /** The folder of articles. */
  readonly corpusDir: string;
}

/** Milliseconds for which the index before stays: longer than a process takes to see the new one, and a question to end. */
const GRACE = 60_000;

/**
 * Sends the articles to OpenSearch beside those that are asked, and puts them in their place. The progress goes to standard error.
 * @throws OperatorError in a sentence with the cure
 */
export async function index(
  streams: Streams,
  { opensearch, isIncremental, corpusDir }: IndexOptions,
): Promise<number> {
  if (opensearch === undefined)
    throw new OperatorError(
      "OPENSEARCH_URL is not set: set the addresses of the nodes that take the articles.",
    );
  const { prefix, shards, replicas } = opensearch;
  const { corpus } = await loadCorpus(corpusDir);
  const cluster = await openCluster(opensearch);
  try {
    const built = await indexCorpus(cluster, corpus, {
      ...{ prefix, shards, replicas, isIncremental, grace: GRACE },
      onProgress: showProgress(streams.error),
      onStep: (step) => void tellStep(streams, step),
    });
    const { counts, sent, copied, known } = built;
    const parts = [
      `${count(sent)} sent`,
      ...(copied > 0 ? [`${count(copied)} copied within the cluster`] : []),
      ...(known > 0 ? [`${count(known)} there from before`] : []),
    ];
    await writeLine(
      streams.output,
      `${built.index}: ${count(counts.article)} articles, ${count(counts.passage)} passages (${parts.join(", ")})`,
    );
    return 0;
  } catch (error) {
    throw withCure(error);
  } finally {
    await cluster.close();
  }
}

const STEPS: Partial<Record<BuildStep, string>> = {
  resuming: "An index that was not finished is continued.",
  copying: "Articles that have not changed are copied within the cluster …",
  merging: "The index is checked and packed …",
  replicating: "Its copies are made …",
  live: `The new index is live. One that was live before is deleted after ${GRACE / 1000} s.`,
};

/** A line for each step that may take its time. */
async function tellStep({ error }: Streams, step: BuildStep): Promise<void> {
  if (STEPS[step] !== undefined) await writeLine(error, STEPS[step]);
}

function withCure(error: unknown): unknown {
  if (!(error instanceof OpenSearchError) || error.fault === "refused") return error;
  const cure = {
    unreachable: "start it, or correct OPENSEARCH_URL",
    unavailable: "isnad doctor tells why",
    busy: "try again later",
    missing: "the index was deleted while it was built; try again",
    denied: "correct OPENSEARCH_USERNAME and OPENSEARCH_PASSWORD, and what the user may do",
  }[error.fault];
  return new OperatorError(
    `OpenSearch did not take all articles, ${error.message}: ${cure}. The next isnad index goes on; what was live is.`,
  );
}

function count(number: number): string {
  return number.toLocaleString("en");
}
