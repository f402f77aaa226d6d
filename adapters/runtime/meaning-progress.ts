import type { BuildProgress, Progress } from "../../src/index.ts";
import type { Logger } from "./logger.ts";

/** Takes how far the vectors are, or the passages of an index, after each batch. */
export type ShowProgress = (progress: Progress | BuildProgress) => void;

/** `1,234 of 5,000 texts embedded, 25 %, 2.4 a second, 26 min left`. */
export function describeProgress(progress: Progress | BuildProgress): string {
  const { done, total, rate, seconds } = progress;
  const isOfTexts = "refused" in progress;
  const refused = isOfTexts ? progress.refused : 0;
  const share = total === 0 ? 100 : Math.floor((100 * done) / total);
  return [
    `${count(done)} of ${count(total)} ${isOfTexts ? "texts embedded" : "passages indexed"}`,
    `${share} %`,
    ...(rate > 0 && done < total
      ? [`${rate < 10 ? rate.toPrecision(2) : count(Math.round(rate))} a second`, `${duration(seconds)} left`]
      : []),
    ...(refused > 0 ? [`${count(refused)} refused`] : []),
  ].join(", ");
}

/** Milliseconds between two lines, where a line cannot be drawn over. */
const BETWEEN_LINES = { log: 30_000, error: 10_000 };
const BAR_WIDTH = 24;
const ERASE_LINE = "\r\u001b[2K";

/** Where progress is seen. */
export interface ProgressStream {
  readonly isTTY?: boolean;
  write(text: string): unknown;
}

/** A bar on a terminal, else a line now and then; gone when all is done, and nothing where all was known. */
export function showProgress(stream: ProgressStream, isPlain = !stream.isTTY): ShowProgress {
  const isDue = createClock(BETWEEN_LINES.error);
  return (progress) => {
    const { done, total, known } = progress;
    if (known === total) return;
    const line = describeProgress(progress);
    if (isPlain) {
      if (done === total || isDue()) stream.write(`${line}\n`);
      return;
    }
    const filled = Math.floor((BAR_WIDTH * done) / total);
    const bar = "\u2588".repeat(filled) + "\u2591".repeat(BAR_WIDTH - filled);
    stream.write(done === total ? ERASE_LINE : `${ERASE_LINE}${bar} ${line}`);
  };
}

/** A line of the log now and then, and one when all vectors are there. */
export function logProgress(log: Pick<Logger, "info">): (progress: Progress) => void {
  const isDue = createClock(BETWEEN_LINES.log);
  return ({ done, total, known, refused, rate, seconds }) => {
    if (done === total) log.info("meaning.ready", { texts: total, known, refused });
    else if (isDue())
      log.info("meaning.progress", {
        done,
        texts: total,
        perSecond: Number(rate.toPrecision(2)),
        secondsLeft: Math.round(seconds),
      });
  };
}

/** True at first, and again when so many milliseconds have passed since it was true. */
function createClock(ms: number): () => boolean {
  let last = Number.NEGATIVE_INFINITY;
  return () => {
    const now = performance.now();
    if (now - last < ms) return false;
    last = now;
    return true;
  };
}

function count(number: number): string {
  return number.toLocaleString("en");
}

function duration(seconds: number): string {
  if (seconds < 90) return `${Math.ceil(seconds)} s`;
  return seconds < 5400 ? `${Math.round(seconds / 60)} min` : `${(seconds / 3600).toFixed(1)} h`;
}
