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
      texts: await readPassages(passages),
      questions: readQuestions(questions),
    };
  }
  const { corpus } = await loadCorpus("corpus");
  return { texts: await readPassages(), questions: corpus.articles.flatMap((article) => article.questions) };
}

/** The questions of a file. */
export function readQuestions(file: string): string[] {
  return linesOf(file).map((line) => questionLine.parse(line).question);
}

/** The passages to measure with: of a file, or of the articles that ship. */
export async function readPassages(file?: string): Promise<string[]> {
  if (file !== undefined) return linesOf(file).map((line) => passageLine.parse(line).text);
  const { corpus } = await loadCorpus("corpus");
  return corpus.passages.map(({ article, start, end }) => article.text.slice(start, end));
}

function linesOf(file: string): unknown[] {
  return readFileSync(file, "utf8")
    .split("\n")
    .filter((line) => line.trim() !== "")
    .map((line) => JSON.parse(line));
}
