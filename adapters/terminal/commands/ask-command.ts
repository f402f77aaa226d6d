import type { Answerer, Assistant, Library } from "../../../src/index.ts";
import { printableJson } from "../../runtime/printable-json.ts";
import { answerJson } from "../answer-json.ts";
import { UsageError } from "../command-line.ts";
import { render } from "../render.ts";
import { type Streams, writeLine } from "../streams.ts";
import type { Style } from "../style.ts";

/** 3 and 4, so that a script tells them from a failure (1), a wrong call (2) and a wrong setting (78). */
const EXIT_CODES = { answered: 0, uncertain: 3, unanswered: 4 } as const;

export interface AskCommandOptions {
  readonly assistant: Assistant;
  readonly answerer: Answerer;
  readonly library: Library;
  readonly question: string;
  /** The article that alone is asked: its id, file or title. */
  readonly article?: string;
  readonly json: boolean;
  readonly style: Style;
  readonly columns?: number;
}

/**
 * Answers one question and gives the exit code that tells its outcome; 0 for a passage that is shown by its key.
 * @throws UsageError for an article that there is not
 */
export async function ask({ output }: Streams, options: AskCommandOptions): Promise<number> {
  const { assistant, answerer, question, article: name, json } = options;
  const article = name === undefined ? undefined : await options.library.named(name);
  if (name !== undefined && article === undefined)
    throw new UsageError(
      `no article, or more than one, is called ${JSON.stringify(name)}: isnad corpus lists them`,
    );
  if (json) {
    const answer = await answerer.answer(question, article && { within: article });
    await writeLine(output, printableJson(JSON.stringify(answerJson(answer))));
    return EXIT_CODES[answer.verdict];
  }
  const reply = await assistant.handle({
    kind: "ask",
    text: question,
    ...(article && { article: article.id }),
  });
  await writeLine(output, render(reply, options));
  return reply.failed ? 1 : EXIT_CODES[reply.verdict ?? "answered"];
}
