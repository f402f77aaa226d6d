import { getHeapStatistics } from "node:v8";
import type { CorpusReport } from "../../src/index.ts";
import type { Logger } from "./logger.ts";

/** Files that were skipped and are named one by one in the log. */
const NAMED = 20;

/** What is told of a folder. */
export interface CorpusSummary {
  readonly articles: number;
  readonly passages: number;
  readonly warnings: number;
  readonly skipped: number;
  /** The first of the files that were skipped. */
  readonly named: readonly CorpusReport["skipped"][number][];
}

export function summaryOf({ files, skipped }: CorpusReport): CorpusSummary {
  return {
    articles: files.length,
    passages: files.reduce((sum, { passages }) => sum + passages, 0),
    warnings: files.reduce((sum, { warnings }) => sum + warnings.length, 0),
    skipped: skipped.length,
    named: skipped.slice(0, NAMED),
  };
}

/** Logs how many articles were loaded, and each file that was not: at info where nothing is wrong with it, else as a warning. */
export function logLoaded(summary: CorpusSummary, ms: number, log: Pick<Logger, "info" | "warn">): void {
  const { named, ...counts } = summary;
  log.info("corpus.loaded", { ...counts, ms: Math.round(ms) });
  for (const { file, line, reason, fault } of named)
    log[fault ? "warn" : "info"]("corpus.skipped", { file, line, reason });
  if (counts.skipped > NAMED) log.warn("corpus.skipped", { more: counts.skipped - NAMED });
}

/** Folders up to this size are answered from without anybody waiting noticeably for somebody else: 30 ms for most questions. */
const SERVED_WELL = 20_000;
/** Memory while the index is built, measured with newspaper articles of 65 to 110 words a passage. */
const BYTES_PER_PASSAGE = 6_000;
/** How long a question takes, for which the next one waits: most of them, and one of many rare words. */
const MICROSECONDS_PER_PASSAGE = { usual: 1, worst: 10 };

/**
 * Sentences for the operator on the costs of a folder, before its index is built: none for a folder that is served well
 * and fits into `heapLimit` bytes, the memory that Node may use.
 */
export function costsOf(
  { passages }: Pick<CorpusSummary, "passages">,
  heapLimit = getHeapStatistics().heap_size_limit,
): string[] {
  const needed = passages * BYTES_PER_PASSAGE;
  const costs: string[] = [];
  if (passages > SERVED_WELL) {
    const seconds = ({ usual, worst }: typeof MICROSECONDS_PER_PASSAGE) =>
      [usual, worst].map((each) => `${((passages * each) / 1e6).toPrecision(1)} s`);
    const [usual, worst] = seconds(MICROSECONDS_PER_PASSAGE);
    costs.push(
      `The articles have ${passages} passages: they need about ${gigabytes(needed)} of memory, and questions wait for each other (most take ${usual}, the hardest ${worst}); up to ${SERVED_WELL} passages nobody notices.`,
    );
  }
  if (needed > heapLimit) {
    const megabytes = Math.ceil((needed * 1.2) / 2 ** 20 / 100) * 100;
    costs.push(
      `The articles need about ${gigabytes(needed)} of memory and Node may use ${gigabytes(heapLimit)}: if it ends with "heap out of memory", start it with NODE_OPTIONS=--max-old-space-size=${megabytes}.`,
    );
  }
  return costs;
}

function gigabytes(bytes: number): string {
  return `${(bytes / 1e9).toPrecision(2)} GB`;
}
