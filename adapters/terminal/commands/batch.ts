import { z } from "zod";
import { answerJson } from "../answer-json.ts";
import type { Assistant } from "../conversation.ts";
import type { Streams } from "../streams.ts";
import { answerJsonLines } from "./json-lines.ts";

const question = z.object({ id: z.union([z.string(), z.number()]), question: z.string() });

/** Answers `{"id","question"}` lines with one line of JSON each. */
export async function batch(streams: Streams, assistant: Assistant): Promise<void> {
  await answerJsonLines(streams, question, async ({ id, question: text }) => {
    const { answer } = await assistant.handle({ kind: "ask", text });
    if (answer === undefined) throw new Error("The reply to a question came without its answer");
    return answerJson(answer, id);
  });
}
