import { createReadStream } from "node:fs";
import { resolve } from "node:path";
import { createInterface } from "node:readline";
import { z } from "zod";
import {
  OperatorError,
  type Passage,
  type PassageSearch,
  plainArticle,
  plainPassage,
} from "../../../src/index.ts";
import type { Streams } from "../streams.ts";
import { answerJsonLines, readJsonLine } from "./json-lines.ts";

const idSchema = z.union([z.string(), z.number()]);
const passageLine = z.object({ id: idSchema, text: z.string() });
const queryLine = z.object({ id: idSchema, query: z.string() });
type Id = z.infer<typeof idSchema>;

const RANKED_MAX = 10;

/** `close`: ends what was opened for it. */
type Ranking = PassageSearch & { close?(): Promise<void> };

/**
 * An engine for ranking measurements: each `{"id","text"}` line of the file is a passage without a title; each
 * `{"id","query"}` line of standard input is answered with `{"id","ranked"}`, the ids of at most ten, best first.
 * @throws OperatorError when the file cannot be read, or a line of it is no passage
 */
export async function rank(
  streams: Streams,
  file: string,
  openRanking: (passages: readonly Passage[]) => Promise<Ranking>,
): Promise<void> {
  const ids = new Map<Passage, Id>();
  for await (const { id, text } of passagesIn(resolve(file))) {
    const passage = plainPassage(plainArticle(String(id), text));
    if (passage) ids.set(passage, id);
  }
  const ranking = await openRanking([...ids.keys()]);
  try {
    await answerJsonLines(streams, queryLine, async ({ id, query }) => {
      const found = await ranking.search(query, RANKED_MAX);
      return { id, ranked: found.map((passage) => ids.get(passage)) };
    });
  } finally {
    await ranking.close?.();
  }
}

async function* passagesIn(path: string): AsyncGenerator<z.infer<typeof passageLine>> {
  let number = 0;
  try {
    for await (const line of createInterface({
      input: createReadStream(path),
      crlfDelay: Number.POSITIVE_INFINITY,
    })) {
      number++;
      if (line.trim() === "") continue;
      const row = readJsonLine(line, passageLine);
      if ("problem" in row)
        throw new OperatorError(`Line ${number} of ${path} is no passage ({"id","text"}): ${row.problem}.`);
      yield row.value;
    }
  } catch (error) {
    if (error instanceof Error && "code" in error) {
      throw new OperatorError(
        `The passages ${path} cannot be read (${error.code}): give a file of {"id","text"} lines.`,
      );
    }
    throw error;
  }
}
