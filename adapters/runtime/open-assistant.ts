import {
  type Answerer,
  type Assistant,
  type Corpus,
  type CorpusReport,
  createAssistant,
  createMiniSearchIndex,
  createVerifier,
  type Language,
  type Library,
  libraryOf,
  loadCorpus,
  type OpenMeaning,
  openAnswerer,
  openPassageSearch,
  type Passage,
  type PassageSearch,
  type Relevance,
  type Verifier,
} from "../../src/index.ts";
import type { Logger } from "./logger.ts";

/** What answers, wherever the articles are. */
export interface AnsweringParts {
  readonly assistant: Assistant;
  /** The engine of the answers behind the assistant: answers as data, for tools that print them. */
  readonly answerer: Answerer;
  readonly verifier: Verifier;
  readonly library: Library;
}

/** The same over a folder, and what it holds. */
export interface OpenAssistant extends AnsweringParts {
  readonly corpus: Corpus;
  readonly report: CorpusReport;
}

/** Bytes of a file that is named before it is read: a start that takes long is seen to take long, and why. */
const LARGE = 1_000_000;

/** What an assistant may be opened with. */
export interface OpenAssistantOptions {
  /** Called before the index is built, which takes longest and most memory. */
  readonly onLoaded?: (report: CorpusReport) => void;
  /** Of every reply; left out, it follows the person. */
  readonly language?: Language | undefined;
  /** Answers go by meaning as well as by words. */
  readonly openMeaning?: OpenMeaning | undefined;
  /** The first sentences are read again by a reranker. */
  readonly relevance?: Relevance | undefined;
  /** Counts of people's questions are kept in a store beside the process. */
  readonly sharesCounts?: boolean;
}

/**
 * Loads the articles of `dir` and puts the assistant together that every adapter calls.
 * @throws OperatorError when the folder is missing, cannot be read, or holds no article
 */
export async function openAssistant(
  dir: string,
  log: Pick<Logger, "debug" | "info" | "error">,
  { onLoaded = () => {}, language, openMeaning, relevance, sharesCounts = false }: OpenAssistantOptions = {},
): Promise<OpenAssistant> {
  const { corpus, report } = await loadCorpus(dir, {
    onReading: ({ file, size }) => log[size < LARGE ? "debug" : "info"]("article.reading", { file, size }),
  });
  onLoaded(report);
  const answerer = await openAnswerer(corpus, createMiniSearchIndex, { openMeaning, relevance });
  const verifier = createVerifier(corpus);
  const library = libraryOf(corpus);
  const assistant = createAssistant({
    library,
    answerer,
    verifier,
    language,
    sendsQuestions: (openMeaning ?? relevance) !== undefined,
    sharesCounts,
    onMismatch: ({ key, article }) => log.error("quotation.mismatch", { key, article }),
  });
  return { assistant, answerer, verifier, library, corpus, report };
}

/** Opens the same search over passages alone, for measuring how they are ranked. */
export async function openRanking(
  passages: readonly Passage[],
  openMeaning?: OpenMeaning,
): Promise<PassageSearch> {
  return openPassageSearch(passages, createMiniSearchIndex, openMeaning);
}
