import type { Answerer, Assistant } from "../../../src/index.ts";
import { printableJson } from "../../runtime/printable-json.ts";
import { answerJson } from "../answer-json.ts";
import { render } from "../render.ts";
import { type Streams, writeLine } from "../streams.ts";
import type { Style } from "../style.ts";

/** 3 and 4, so that a script tells them from a failure (1), a wrong call (2) and a wrong setting (78). */
const EXIT_CODES = { answered: 0, uncertain: 3, unanswered: 4 } as const;

export interface AskCommandOptions {
  readonly assistant: Assistant;
  readonly answerer: Answerer;
  readonly question: string;
  readonly json: boolean;
  readonly style: Style;
  readonly columns?: number;
}

/** Answers one question and gives the exit code that tells its outcome; 0 for a passage that is shown by its key. */
export async function ask({ output }: Streams, options: AskCommandOptions): Promise<number> {
  const { assistant, answerer, question, json } = options;
  if (json) {
    const answer = await answerer.answer(question);
    await writeLine(output, printableJson(JSON.stringify(answerJson(answer))));
    return EXIT_CODES[answer.verdict];
  }
  const reply = await assistant.handle({ kind: "ask", text: question });
  await writeLine(output, render(reply, options));
  return reply.failed ? 1 : EXIT_CODES[reply.verdict ?? "answered"];
}
