import {
  articlesNear,
  createAnswerer,
  createAssistant,
  createSearchingVerifier,
  type Language,
  noticeOf,
  OpenSearchError,
  OperatorError,
  OtherAnalysisError,
  openCluster,
  openLatestSnapshot,
  type Relevance,
  type Snapshot,
} from "../../src/index.ts";
import { createFirstTime } from "./first-time.ts";
import type { Logger } from "./logger.ts";
import type { AnsweringParts } from "./open-assistant.ts";
import type { OpenSearchSettings } from "./opensearch-settings.ts";

/** What answers over an index on OpenSearch, which holds the articles: no folder is read. */
export interface IndexedAssistant extends AnsweringParts {
  readonly passages: number;
  /** Ends the connections. */
  close(): Promise<void>;
}

export interface OpenIndexOptions {
  /** Of every reply; left out, it follows the person. */
  readonly language?: Language | undefined;
  /** The first sentences are read again by a reranker. */
  readonly relevance?: Relevance | undefined;
  /** Limits are counted in a store that processes share. */
  readonly sharesCounts?: boolean;
}

/** A cluster that is away is looked for every few seconds: one line an hour for each reason. */
const TOLD = { max: 20, ttl: 3_600_000 };

/** What is told where a server of embeddings is named too. */
export const WORDS_ALONE =
  "Over OpenSearch answers go by words alone: EMBEDDINGS_URL is not used, since vectors need the folder.";

/**
 * Opens the index that the alias names, and goes over to each newer version of it. Where the cluster cannot be asked people are told
 * so, and nothing is answered in part.
 * @throws OperatorError where there is no index, or the cluster does not give it
 */
export async function openIndex(
  settings: OpenSearchSettings,
  log: Pick<Logger, "info" | "warn" | "error">,
  { language, relevance, sharesCounts = false }: OpenIndexOptions = {},
): Promise<IndexedAssistant> {
  const cluster = await openCluster(settings);
  const isFirst = createFirstTime(TOLD);
  const unreachable = (reason: string) => {
    if (isFirst(reason)) log.warn("index.unreachable", { reason });
  };
  const latest = await openLatestSnapshot({
    cluster,
    alias: settings.prefix,
    onRenewed: ({ index, library }) => log.info("index.renewed", { index, articles: library.size }),
    onFault: (error) => unreachable(reasonOf(error)),
  }).catch(async (error: unknown) => {
    await cluster.close();
    throw operatorError(error, settings.prefix);
  });

  const assemble = ({ store, library }: Snapshot) => {
    const answerer = createAnswerer(store, { relevance });
    const verifier = createSearchingVerifier((text) => articlesNear(store, text));
    const assistant = createAssistant({
      ...{ library, answerer, verifier, language },
      sendsQuestions: relevance !== undefined,
      sharesCounts,
      onMismatch: ({ key, article }) => log.error("quotation.mismatch", { key, article }),
    });
    return { assistant, answerer, verifier };
  };
  const assembled = new WeakMap<Snapshot, ReturnType<typeof assemble>>();
  const partsOf = (snapshot: Snapshot) => {
    const parts = assembled.get(snapshot) ?? assemble(snapshot);
    assembled.set(snapshot, parts);
    return parts;
  };

  /** Asks the newest version; one that is gone was replaced by another that is there. */
  const ask = async <Found>(
    question: (parts: ReturnType<typeof assemble>) => Promise<Found>,
  ): Promise<Found> => {
    try {
      return await question(partsOf(latest.current()));
    } catch (error) {
      if (!(error instanceof OpenSearchError) || error.fault !== "missing") throw error;
      return question(partsOf(await latest.renew()));
    }
  };
  const { index, library, store } = latest.current();
  log.info("index.opened", { index, articles: library.size });
  return {
    library,
    passages: store.lexicon.passageCount,
    answerer: { answer: (question, options) => ask(({ answerer }) => answerer.answer(question, options)) },
    verifier: { verify: (text) => ask(({ verifier }) => verifier.verify(text)) },
    assistant: {
      language,
      async handle(request) {
        try {
          return await ask(({ assistant }) => assistant.handle(request));
        } catch (error) {
          if (!(error instanceof OpenSearchError) || error.fault === "refused") throw error;
          unreachable(error.message);
          return noticeOf({ kind: "unavailable" }, language ?? request.language ?? "ar");
        }
      },
    },
    async close() {
      latest.close();
      await cluster.close();
    },
  };
}

/** What the operator can do about an index that cannot be opened. */
function operatorError(error: unknown, alias: string): unknown {
  if (error instanceof OtherAnalysisError)
    return new OperatorError(
      "The index was built by another version of Isnad: build it again (isnad index).",
    );
  if (!(error instanceof OpenSearchError)) return error;
  if (error.fault === "missing")
    return new OperatorError(`OpenSearch has no index ${alias}: build it first (isnad index).`);
  return new OperatorError(`OpenSearch cannot be used: ${error.message}. isnad doctor tells more.`);
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
