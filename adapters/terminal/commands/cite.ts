import type { Assistant } from "../conversation.ts";
import { render } from "../render.ts";
import { type Streams, writeLine } from "../streams.ts";
import type { Style } from "../style.ts";

/** As for a question without an answer. */
const EXIT_UNKNOWN = 4;

export interface CiteOptions {
  readonly assistant: Assistant;
  /** A key, a link that holds one, or words of the passage. */
  readonly key: string;
  readonly style: Style;
  readonly columns?: number;
}

/** Prints a passage and its source; the exit code says whether there is such a passage. */
export async function cite(streams: Streams, options: CiteOptions): Promise<number> {
  const reply = await options.assistant.handle({ kind: "cite", text: options.key });
  await writeLine(streams.output, render(reply, options));
  return reply.failed ? EXIT_UNKNOWN : 0;
}
