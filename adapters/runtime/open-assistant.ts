import {
  type Assistant,
  createAssistant,
  createMiniSearchIndex,
  type LoadedCorpus,
  loadCorpus,
  openAnswerer,
  openPassageSearch,
  type Passage,
  type PassageSearch,
} from "../../src/index.ts";
import type { Logger } from "./adapter.ts";

export interface OpenAssistant {
  readonly assistant: Assistant;
  readonly report: LoadedCorpus["report"];
}

/** Bytes of a file that is named before it is read: a start that takes long is seen to take long, and why. */
const LARGE = 1_000_000;

/**
 * Loads the articles of `dir` and puts the assistant together that every adapter calls.
 * @throws OperatorError when the folder is missing, cannot be read, or holds no article
 */
export async function openAssistant(
  dir: string,
  log: Pick<Logger, "debug" | "info" | "error">,
): Promise<OpenAssistant> {
  const { corpus, report } = await loadCorpus(dir, {
    onReading: ({ file, size }) => log[size < LARGE ? "debug" : "info"]("article.reading", { file, size }),
  });
  const assistant = createAssistant({
    corpus,
    answerer: await openAnswerer(corpus, createMiniSearchIndex),
    onMismatch: ({ key, article }) => log.error("quotation.mismatch", { key, article }),
  });
  return { assistant, report };
}

/** Opens the same search over passages alone, for measuring how they are ranked. */
export async function openRanking(passages: readonly Passage[]): Promise<PassageSearch> {
  return openPassageSearch(passages, createMiniSearchIndex);
}
