import { wordingOf } from "../../src/index.ts";
import type { Logger } from "../runtime/adapter.ts";
import { newErrorCode } from "../runtime/log.ts";
import type { Assistant } from "./conversation.ts";
import { chatInTerminal } from "./interactive.ts";
import { answerLines } from "./lines.ts";
import type { Streams } from "./streams.ts";
import type { Style } from "./style.ts";

/** What both forms of the chat work with. */
export interface ChatParts {
  readonly assistant: Assistant;
  readonly streams: Streams;
  /** The sentence for a person who ran into a bug, which is logged with its stack under the code in that sentence. */
  apologise(error: unknown): string;
}

export interface ChatOptions {
  readonly assistant: Assistant;
  readonly streams: Streams;
  readonly style: Style;
  readonly log: Logger;
}

/** The chat in the terminal; where standard input or output is none, one question a line. Resolves at its end. */
export async function openChat({ assistant, streams, style, log }: ChatOptions): Promise<void> {
  const apologise = (error: unknown) => {
    const code = newErrorCode();
    log.error("terminal.failed", { code }, error);
    return wordingOf("ar").apology(code);
  };
  const parts = { assistant, streams, apologise };
  if (streams.input.isTTY && streams.output.isTTY) await chatInTerminal({ ...parts, style });
  else await answerLines(parts);
}
