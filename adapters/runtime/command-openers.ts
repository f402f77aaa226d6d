import type { Passage, PassageSearch } from "../../src/index.ts";
import { createLogger } from "./log.ts";
import type { Logger } from "./logger.ts";
import { type AnsweringParts, type OpenAssistant, openAssistant, openRanking } from "./open-assistant.ts";
import { openMeaning, whenEmbedded } from "./open-meaning.ts";
import { openRelevance } from "./open-relevance.ts";
import type { OpenSearchSettings } from "./opensearch-settings.ts";
import type { Settings } from "./settings.ts";

/** What a command opens, each when it is asked for. */
export interface CommandOpeners {
  /** The articles, wherever they are. */
  open(): Promise<AnsweringParts>;
  /** Those of the folder, whether a cluster holds them too or not. */
  openFolder(): Promise<OpenAssistant>;
  /** Ranking over passages alone. */
  openRanking(passages: readonly Passage[]): Promise<PassageSearch & { close?(): Promise<void> }>;
  /** A sentence about questions that were answered without the help that was asked for. */
  missed(): string | undefined;
}

export interface CommandOpenersOptions {
  readonly command: string;
  /** Answers do not wait until vectors are complete. */
  readonly noWait: boolean;
  readonly dir: string;
  /** The cluster that holds the articles; left out, the folder does. */
  readonly opensearch: OpenSearchSettings | undefined;
  readonly settings: Settings;
  readonly log: Logger;
  tell(sentence: string | undefined): void;
  /** Shows that something is being loaded. */
  whileLoading<Loaded>(load: () => Promise<Loaded>): Promise<Loaded>;
}

export async function commandOpeners(options: CommandOpenersOptions): Promise<CommandOpeners> {
  const { command, noWait, dir, opensearch, settings, log, tell, whileLoading } = options;
  const meaning =
    opensearch === undefined
      ? await openMeaning(settings, { command, log, stream: process.stderr })
      : undefined;
  const waitedFor = noWait ? undefined : meaning;
  const help = () => ({
    language: settings.language,
    relevance: openRelevance(settings, command, log, tell),
  });
  const openFolder = () =>
    whileLoading(() => openAssistant(dir, log, { ...help(), openMeaning: meaning?.open }));
  return {
    openFolder,
    async open() {
      if (opensearch === undefined) return whenEmbedded(openFolder(), waitedFor, tell);
      const { openIndex, WORDS_ALONE } = await import("./open-index.ts");
      if (settings.embeddings !== undefined) tell(WORDS_ALONE);
      return openIndex(opensearch, createLogger({ level: "silent" }), help());
    },
    async openRanking(passages) {
      if (opensearch === undefined)
        return whenEmbedded(openRanking(passages, meaning?.open), waitedFor, tell);
      const { openIndexRanking } = await import("./open-index-ranking.ts");
      return openIndexRanking(opensearch, passages);
    },
    missed: () => meaning?.missed(),
  };
}
