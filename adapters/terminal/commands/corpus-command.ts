import {
  type Answerer,
  type Corpus,
  type CorpusReport,
  describeMissed,
  describeReport,
  hasFaults,
  missedQuestions,
} from "../../../src/index.ts";
import { printableJson } from "../../runtime/printable-json.ts";
import { type Streams, writeLine } from "../streams.ts";

/** Something in the folder should be put right. */
const EXIT_FAULTS = 1;

export interface CorpusOptions {
  readonly corpus: Corpus;
  readonly answerer: Answerer;
  readonly report: CorpusReport;
  readonly json: boolean;
}

/**
 * Prints the articles that were loaded, the lines that were left out, the faults, by file and line, and which of the articles' `questions:` they do
 * not answer, or not for sure. The exit code is 1 when a file has a fault that somebody should mend, such as broken front matter: so an
 * author's checks can rest on it.
 */
export async function corpus(streams: Streams, options: CorpusOptions): Promise<number> {
  const { report, json } = options;
  const missed = await missedQuestions(options.corpus, options.answerer);
  const questions = missed.map(({ article, question, answeredBy }) => ({
    file: article.file,
    question,
    answeredBy: answeredBy?.file,
  }));
  const text = [describeReport(report), describeMissed(missed)].filter((part) => part !== "").join("\n\n");
  await writeLine(
    streams.output,
    json ? printableJson(JSON.stringify({ ...report, questions }, null, 2)) : text,
  );
  return hasFaults(report) ? EXIT_FAULTS : 0;
}
