import { answerJson } from "../answer-json.ts";
import type { Assistant } from "../conversation.ts";
import { render } from "../render.ts";
import { type Streams, writeLine } from "../streams.ts";
import type { Style } from "../style.ts";

/** 3 and 4, so that a script tells them from a failure (1), a wrong call (2) and a wrong setting (78). */
const EXIT_CODES = { answered: 0, uncertain: 3, unanswered: 4 } as const;

export interface AskOptions {
  readonly assistant: Assistant;
  readonly question: string;
  readonly json: boolean;
  readonly style: Style;
  readonly columns?: number;
}

/** Answers one question and gives the exit code that tells its outcome. */
export async function ask(streams: Streams, options: AskOptions): Promise<number> {
  const reply = await options.assistant.handle({ kind: "ask", text: options.question });
  const { answer } = reply;
  if (answer === undefined) throw new Error("The reply to a question came without its answer");
  await writeLine(streams.output, options.json ? JSON.stringify(answerJson(answer)) : render(reply, options));
  return EXIT_CODES[answer.verdict];
}
