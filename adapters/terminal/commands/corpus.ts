import { type CorpusReport, describeReport, hasFaults } from "../../../src/index.ts";
import { printableJson } from "../../runtime/printable-json.ts";
import { type Streams, writeLine } from "../streams.ts";

/** Something in the folder should be put right. */
const EXIT_FAULTS = 1;

export interface CorpusOptions {
  readonly report: CorpusReport;
  readonly json: boolean;
}

/**
 * Prints what was loaded, what was left out and what is wrong, by file and line. The exit code is 1 when a file has
 * a fault that somebody should mend, such as broken front matter: so an author's checks can rest on it.
 */
export async function corpus(streams: Streams, { report, json }: CorpusOptions): Promise<number> {
  await writeLine(
    streams.output,
    json ? printableJson(JSON.stringify(report, null, 2)) : describeReport(report),
  );
  return hasFaults(report) ? EXIT_FAULTS : 0;
}
