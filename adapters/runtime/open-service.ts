import { holdsBytes } from "../../src/index.ts";
import { createLogger } from "./log.ts";
import { openRelevance } from "./open-relevance.ts";
import type { OpenSearchSettings } from "./opensearch-settings.ts";
import { openHere, type Service } from "./service.ts";
import { serves } from "./settings.ts";
import type { WorkerOptions } from "./worker-assistant.ts";

export interface OpenServiceOptions extends WorkerOptions {
  /** Bytes of articles from which on a worker thread answers. */
  readonly large?: number;
  /** The cluster that holds the articles; left out, the folder does. */
  readonly opensearch?: OpenSearchSettings | undefined;
}

/** About 10,000 passages: of newspaper articles and an encyclopaedia one takes 700 to 850 bytes. */
const LARGE = 7_000_000;

/**
 * Opens the articles of a cluster, or of a folder, for a chat or a service: a large folder in a worker thread, so that reading it and answering from it hold
 * nothing else up. A small one is read and answered from at once, which a thread would only delay.
 * @throws OperatorError when the folder is missing, cannot be read, or holds no article, or the cluster has no index
 */
export async function openService({
  large = LARGE,
  opensearch,
  ...options
}: OpenServiceOptions): Promise<Service> {
  if (opensearch !== undefined) return openIndexed(opensearch, options);
  if (!(await holdsBytes(options.dir, large))) return openHere(options);
  const { openInWorker } = await import("./worker-assistant.ts");
  return openInWorker(options);
}

/** A cluster has threads of its own, and a bot that only asks it needs none. */
async function openIndexed(opensearch: OpenSearchSettings, options: WorkerOptions): Promise<Service> {
  const { command, settings, log, tell } = options;
  const { openIndex, WORDS_ALONE } = await import("./open-index.ts");
  const relevance = openRelevance(settings, command, log, tell);
  const own = serves(command, settings) ? log : createLogger({ level: "silent" });
  const { assistant, library, passages, close } = await openIndex(opensearch, own, {
    language: settings.language,
    relevance,
    sharesCounts: settings.redisUrl !== undefined,
  });
  if (settings.embeddings !== undefined) tell(WORDS_ALONE);
  const summary = { articles: library.size, passages, warnings: 0, skipped: 0, named: [] };
  return { assistant, summary, note: undefined, close };
}
