import { readFile } from "node:fs/promises";
import { z } from "zod";
import type { Answer, Finding } from "../src/index.ts";

const GoldenQuestion = z.object({
  id: z.string(),
  question: z.string().min(1),
  /** How it is asked: standard Arabic, a dialect, key words, English, with slips… */
  style: z.string(),
  /** The file of the shipped corpus that answers; null where none does. */
  article: z.string().nullable(),
  /** Strings that a right quotation holds, as they stand in the article. */
  answers: z.array(z.string().min(1)),
  /** Other files that answer too; there one of the answers is enough. */
  also: z.array(z.string()).default([]),
});

export type GoldenQuestion = z.infer<typeof GoldenQuestion>;

/** How one question went. */
export interface GoldenResult {
  readonly golden: GoldenQuestion;
  readonly answer: Answer;
  /** Place of the first right quotation among the findings, from 0; -1 where none is right. */
  readonly rank: number;
}

/** The golden questions of `test/golden.jsonl`. */
export async function readGolden(): Promise<readonly GoldenQuestion[]> {
  const text = await readFile(new URL("golden.jsonl", import.meta.url), "utf8");
  const lines = text.split("\n").filter((line) => line !== "");
  return lines.map((line) => GoldenQuestion.parse(JSON.parse(line)));
}

/** More than this nobody reads in a chat bubble, so it does not count as a quotation of the answer. UTF-16 units. */
const LONGEST_QUOTATION = 900;

/** A quotation is right when its file answers the question and it holds the answers; diacritics aside. */
export function isRight(golden: GoldenQuestion, { quotation }: Finding): boolean {
  const { file } = quotation.passage.article;
  if (quotation.quote.length > LONGEST_QUOTATION) return false;
  const quote = plain(quotation.quote);
  const holds = (answer: string): boolean => quote.includes(plain(answer));
  if (file === golden.article) return golden.answers.every(holds);
  return golden.also.includes(file) && golden.answers.some(holds);
}

/** What `part` of `whole` comes to in per cent, with one decimal. */
export function percent(part: number, whole: number): number {
  return whole === 0 ? 0 : Math.round((1000 * part) / whole) / 10;
}

function plain(text: string): string {
  return text
    .normalize("NFKC")
    .replace(/[\u064b-\u065f\u0670\u0640]/gu, "")
    .replace(/\s+/gu, " ");
}
