import type { Assistant } from "../../src/index.ts";
import type { WorkerTask } from "./assistant-messages.ts";
import { type CorpusSummary, costsOf, summaryOf } from "./corpus-report.ts";
import type { Logger } from "./logger.ts";
import { openAssistant } from "./open-assistant.ts";
import { openMeaning } from "./open-meaning.ts";
import { openRelevance } from "./open-relevance.ts";
import { serves } from "./settings.ts";

/** An assistant that goes on answering, and what its folder holds. */
export interface Service {
  readonly assistant: Assistant;
  readonly summary: CorpusSummary;
  /** A sentence for the person at a terminal. */
  readonly note: string | undefined;
  /** Gives up what is being answered. */
  close(): Promise<void>;
}

export interface ServiceOptions extends WorkerTask {
  readonly log: Logger;
  /** One sentence for the operator. */
  tell(sentence: string): void;
}

/**
 * Loads a folder and everything that the settings name, and answers in this thread.
 * @throws OperatorError when the folder is missing, cannot be read, or holds no article
 */
export async function openHere({ dir, command, settings, log, tell }: ServiceOptions): Promise<Service> {
  const meaning = await openMeaning(settings, { command, log, stream: process.stderr });
  const { assistant, report } = await openAssistant(dir, log, {
    onLoaded: (loaded) => costsOf(summaryOf(loaded)).forEach(tell),
    language: settings.language,
    openMeaning: meaning?.open,
    relevance: openRelevance(settings, command, log, tell),
    sharesCounts: settings.redisUrl !== undefined,
  });
  return {
    assistant,
    summary: summaryOf(report),
    note: serves(command, settings) ? undefined : await meaning?.soon(),
    close: async () => {},
  };
}
