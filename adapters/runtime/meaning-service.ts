import {
  connectEmbeddings,
  createMeaning,
  type Meaning,
  ModelServerError,
  type OpenMeaning,
  type Progress,
} from "../../src/index.ts";
import { causeCode } from "./describe-error.ts";
import type { Logger } from "./logger.ts";
import { describeProgress } from "./meaning-progress.ts";
import type { EmbeddingsSettings } from "./settings.ts";

/** What runs behind answers by meaning: one for all that is opened with `open`. */
export interface MeaningService {
  readonly open: OpenMeaning;
  /** Waits for vectors that were made before, no longer; resolves to a sentence for the operator where others are missing. */
  soon(): Promise<string | undefined>;
  /** Resolves when all vectors are there, to nothing, or when the server has failed too often to be waited for, to a sentence for the operator. */
  complete(): Promise<string | undefined>;
  /** Questions that were answered by words alone, in one sentence with why; nothing where there were none. */
  missed(): string | undefined;
}

export interface MeaningServiceOptions {
  readonly embeddings: EmbeddingsSettings;
  readonly cacheDir: string | undefined;
  readonly log: Pick<Logger, "info" | "warn">;
  readonly onProgress: (progress: Progress) => void;
}

/** Milliseconds for reading the vectors of 20,000 texts from the cache, and asking a server that answers. */
const LOADING_MS = 1500;
/** Milliseconds between two lines of the log on questions that the server left without a vector. */
const BETWEEN_LINES = 60_000;

/** Opens meaning by the operator's server, and logs what goes wrong with it. */
export function createMeaningService({
  embeddings,
  cacheDir,
  log,
  onProgress,
}: MeaningServiceOptions): MeaningService {
  const opened: Meaning[] = [];
  let latest: Progress | undefined;
  let lastFault = "";
  let lastLine = Number.NEGATIVE_INFINITY;
  const openMeaning = createMeaning({
    connect: (signal) => connectEmbeddings(embeddings, signal),
    cacheDir,
    deadline: embeddings.deadline,
    onProgress(progress) {
      latest = progress;
      onProgress(progress);
    },
    onFault(error, of) {
      const { fault, reason = fault } = faultOf(error);
      if (of === "server") lastFault = reason;
      log.warn(`meaning.${of}-failed`, { fault, reason });
    },
    onMissed(why) {
      if (performance.now() - lastLine < BETWEEN_LINES) return;
      lastLine = performance.now();
      log.warn("meaning.question-missed", {
        ...(why === "late" ? { fault: why } : faultOf(why)),
        ...countsOf(opened),
      });
    },
  });
  const complete = async (): Promise<string | undefined> => {
    const all = await Promise.all(opened.map((meaning) => meaning.complete));
    return all.every(Boolean) ? undefined : `No vectors (${lastFault}): answers go by words alone.`;
  };
  return {
    complete,
    open(lists) {
      const meaning = openMeaning(lists);
      opened.push(meaning);
      return meaning;
    },
    async soon() {
      const now = new Promise<"">((resolve) => setTimeout(resolve, LOADING_MS, ""));
      const fault = await Promise.race([complete(), now]);
      if (fault !== "") return fault;
      const progress =
        latest === undefined ? "The embeddings server has not answered yet" : describeProgress(latest);
      return `${progress}: until then answers go by words alone.`;
    },
    missed() {
      const { compared, ...missed } = countsOf(opened);
      const reasons = Object.entries(missed).filter(([, count]) => count > 0);
      const total = reasons.reduce((sum, [, count]) => sum + count, 0);
      if (total === 0) return undefined;
      const why = reasons.map(([reason, count]) => `${WHY[reason] ?? reason} ${count}`).join(", ");
      return `Answered by words alone: ${total} of ${compared + total} (${why}).`;
    },
  };
}

const WHY: Readonly<Record<string, string>> = {
  early: "vectors were missing:",
  late: "the embeddings server was late:",
  failed: "the embeddings server failed:",
  rested: "it had failed just before:",
};

function countsOf(opened: readonly Meaning[]): Record<keyof Meaning["counts"], number> {
  const sum = { compared: 0, early: 0, late: 0, failed: 0, rested: 0 };
  for (const { counts } of opened) {
    sum.compared += counts.compared;
    sum.early += counts.early;
    sum.late += counts.late;
    sum.failed += counts.failed;
    sum.rested += counts.rested;
  }
  return sum;
}

function faultOf(error: unknown): { readonly fault: string; readonly reason?: string } {
  return error instanceof ModelServerError
    ? { fault: error.fault, reason: error.message }
    : { fault: causeCode(error) };
}
