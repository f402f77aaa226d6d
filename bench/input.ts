import { readFileSync } from "node:fs";
import { z } from "zod";
import { loadCorpus } from "../src/corpus/load.ts";

const passageLine = z.object({ text: z.string() });
const questionLine = z.object({ question: z.string() });

/** The passages and questions to measure with: of the two files, or of the articles that ship. */
export async function readInput(
  passages?: string,
  questions?: string,
): Promise<{ texts: string[]; questions: string[] }> {
  if (passages !== undefined && questions !== undefined) {
    return {
      texts: linesOf(passages).map((line) => passageLine.parse(line).text),
      questions: linesOf(questions).map((line) => questionLine.parse(line).question),
    };
  }
  const { corpus } = await loadCorpus("corpus");
  return {
    texts: corpus.passages.map(({ article, start, end }) => article.text.slice(start, end)),
    questions: corpus.articles.flatMap((article) => article.questions),
  };
}

function linesOf(file: string): unknown[] {
  return readFileSync(file, "utf8")
    .split("\n")
    .filter((line) => line.trim() !== "")
    .map((line) => JSON.parse(line));
}
