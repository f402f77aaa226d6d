import { z } from "zod";
import type { Answerer } from "../../../src/index.ts";
import { answerJson } from "../answer-json.ts";
import type { Streams } from "../streams.ts";
import { answerJsonLines } from "./json-lines.ts";

const question = z.object({ id: z.union([z.string(), z.number()]), question: z.string() });

/** Answers `{"id","question"}` lines with one line of JSON each. */
export async function batch(streams: Streams, answerer: Answerer): Promise<void> {
  await answerJsonLines(streams, question, async ({ id, question: text }) =>
    answerJson(await answerer.answer(text), id),
  );
}
