import type { Assistant, CitationStyle } from "../../../src/index.ts";
import { render } from "../render.ts";
import { type Streams, writeLine } from "../streams.ts";
import type { Style } from "../style.ts";

/** As for a question without an answer. */
const EXIT_UNKNOWN = 4;

export interface CiteOptions {
  readonly assistant: Assistant;
  /** A key, or a link that holds one. */
  readonly key: string;
  /** Set where the source is to be written out, to be copied. */
  readonly citation?: CitationStyle;
  readonly style: Style;
  readonly columns?: number;
}

/** Prints a passage and its source; the exit code says whether there is such a passage. */
export async function cite(streams: Streams, options: CiteOptions): Promise<number> {
  const { key, citation } = options;
  const reply = await options.assistant.handle({
    kind: "cite",
    text: key,
    keyOnly: true,
    ...(citation && { style: citation }),
  });
  await writeLine(streams.output, render(reply, options));
  return reply.failed ? EXIT_UNKNOWN : 0;
}
