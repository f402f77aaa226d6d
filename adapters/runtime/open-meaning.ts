import { createLogger } from "./log.ts";
import type { Logger } from "./logger.ts";
import { logProgress, type ProgressStream, showProgress } from "./meaning-progress.ts";
import type { MeaningService } from "./meaning-service.ts";
import { type Settings, serves } from "./settings.ts";

export interface OpenMeaningOptions {
  /** The command that runs. */
  readonly command: string;
  readonly log: Logger;
  /** Where the progress is shown. */
  readonly stream: ProgressStream;
}

/**
 * Answers by meaning as the settings have them; nothing where they name no server of embeddings or the command answers nothing, and then
 * nothing of it is loaded. A service logs what happens; a chat and a command tell it in sentences, and a command shows the progress.
 */
export async function openMeaning(
  settings: Settings,
  { command, log, stream }: OpenMeaningOptions,
): Promise<MeaningService | undefined> {
  const { embeddings, cacheDir } = settings;
  if (embeddings === undefined || !ANSWERING.has(command)) return undefined;
  const way = serves(command, settings) ? "service" : command === "run" ? "chat" : "command";
  const { createMeaningService } = await import("./meaning-service.ts");
  const onProgress = { service: logProgress(log), chat: () => {}, command: showProgress(stream) }[way];
  const own = way === "service" ? log : createLogger({ level: "silent" });
  return createMeaningService({ embeddings, cacheDir, log: own, onProgress });
}

/** Other commands list, or compare letters. */
const ANSWERING: ReadonlySet<string> = new Set(["run", "serve", "ask", "batch", "rank"]);

/** What is being opened, when its vectors are there too; tells why where they do not come. */
export async function whenEmbedded<Opened>(
  opening: Promise<Opened>,
  meaning: MeaningService | undefined,
  tell: (sentence: string | undefined) => void,
): Promise<Opened> {
  const opened = await opening;
  tell(await meaning?.complete());
  return opened;
}
