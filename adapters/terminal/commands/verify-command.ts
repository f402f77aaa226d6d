import {
  type Assistant,
  LEAST_WORDS,
  LONGEST_TEXT,
  type Unverifiable,
  type Verifier,
} from "../../../src/index.ts";
import { printableJson } from "../../runtime/printable-json.ts";
import { UsageError } from "../command-line.ts";
import { render } from "../render.ts";
import { type Streams, writeLine } from "../streams.ts";
import type { Style } from "../style.ts";
import { verificationJson } from "../verification-json.ts";

/** As for a question: 3 is to be looked at, 4 is nothing found. */
const EXIT_CODES = { exact: 0, spelling: 0, altered: 3, stitched: 3, "not-found": 4 } as const;

export interface VerifyOptions {
  readonly assistant: Assistant;
  readonly verifier: Verifier;
  readonly text: string;
  readonly json: boolean;
  readonly style: Style;
  readonly columns?: number;
}

/**
 * Checks one text and gives the exit code that tells its state.
 * @throws UsageError for a text that is too short or too long
 */
export async function verify({ output }: Streams, options: VerifyOptions): Promise<number> {
  const { assistant, verifier, text, json } = options;
  const outcome = await verifier.verify(text);
  if (typeof outcome === "string") throw new UsageError(limitsOf(outcome));
  if (json) {
    await writeLine(output, printableJson(JSON.stringify(verificationJson(outcome))));
    return EXIT_CODES[outcome.state];
  }
  const reply = await assistant.handle({ kind: "verify", text });
  await writeLine(output, render(reply, options));
  return reply.failed ? 1 : EXIT_CODES[outcome.state];
}

/** What is wrong with a text, in one sentence. */
export function limitsOf(fault: Unverifiable): string {
  const what = fault === "too-short" ? "too short" : "too long";
  return `the text is ${what}: verify checks at least ${LEAST_WORDS} words and at most ${LONGEST_TEXT.toLocaleString("en")} characters`;
}
