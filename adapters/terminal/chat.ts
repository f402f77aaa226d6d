import type { Assistant } from "../../src/index.ts";
import { createGuard } from "../runtime/guard.ts";
import type { Limits } from "../runtime/limits.ts";
import type { Logger } from "../runtime/logger.ts";
import { chatByLines } from "./chat-by-lines.ts";
import { chatOnTerminal } from "./chat-on-terminal.ts";
import type { Streams } from "./streams.ts";
import type { Style } from "./style.ts";

export interface ChatOptions {
  readonly assistant: Assistant;
  readonly streams: Streams;
  readonly style: Style;
  readonly log: Logger;
}

/** One person sits at a terminal, and waits for nobody else. */
const NO_LIMITS: Limits = { admit: async () => ({ allowed: true }) };

/** The chat in the terminal; where standard input or output is none, one question a line. Resolves at its end. */
export async function openChat({ assistant, streams, style, log }: ChatOptions): Promise<void> {
  const guard = createGuard(assistant, { platform: "terminal", limits: NO_LIMITS, log });
  const guarded: Assistant = { handle: (request) => guard.answer(request) };
  if (streams.input.isTTY && streams.output.isTTY) await chatOnTerminal(guarded, streams, style);
  else await chatByLines(guarded, streams);
}
