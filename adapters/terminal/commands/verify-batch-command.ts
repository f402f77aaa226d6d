import { z } from "zod";
import type { Verifier } from "../../../src/index.ts";
import type { Streams } from "../streams.ts";
import { verificationJson } from "../verification-json.ts";
import { answerJsonLines } from "./json-lines.ts";
import { limitsOf } from "./verify-command.ts";

const quotation = z.object({ id: z.union([z.string(), z.number()]), text: z.string() });

/** Checks the text of each `{"id","text"}` line; one that is too short or too long gets a line with `error`. */
export async function verifyBatch(streams: Streams, verifier: Verifier): Promise<void> {
  await answerJsonLines(streams, quotation, async ({ id, text }) => {
    const outcome = await verifier.verify(text);
    return typeof outcome === "string" ? { id, error: limitsOf(outcome) } : verificationJson(outcome, id);
  });
}
