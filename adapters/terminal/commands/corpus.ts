import type { CorpusReport } from "../../../src/index.ts";
import { type Streams, writeLine } from "../streams.ts";
import type { Style } from "../style.ts";

/** Something in the folder should be put right. */
const EXIT_BROKEN = 1;

export interface CorpusOptions {
  readonly report: CorpusReport;
  readonly json: boolean;
  readonly style: Style;
}

/**
 * Prints what was loaded, what was left out and what is wrong, by file and line.
 * The exit code is 1 when a file was skipped for a fault in one of its lines (its front matter): an author's mistake, to be put right.
 */
export async function corpus(streams: Streams, { report, json, style }: CorpusOptions): Promise<number> {
  await writeLine(streams.output, json ? JSON.stringify(report, null, 2) : describe(report, style));
  return report.skipped.some((file) => file.line !== undefined) ? EXIT_BROKEN : 0;
}

function describe(report: CorpusReport, style: Style): string {
  const passages = report.files.reduce((sum, file) => sum + file.passages, 0);
  const loaded = report.files.flatMap((file) => [
    `${style.title(file.file)}: ${file.title} (${file.passages} passages)`,
    ...file.warnings.map((warning) => `  ${style.notice("warning")} ${warning}`),
    ...file.leftOut.map(({ line, text, reason }) => `  ${style.faint(`line ${line}, ${reason}:`)} ${text}`),
  ]);
  const skipped = report.skipped.map(
    ({ file, reason }) => `${style.title(file)}: ${style.notice("skipped,")} ${reason}`,
  );
  const total = `${report.files.length} articles, ${passages} passages, ${report.skipped.length} files skipped in ${report.dir}`;
  return [...loaded, ...skipped, total].join("\n");
}
