import { readFileSync } from "node:fs";
import { z } from "zod";
import type { Finding, Quotation } from "../src/index.ts";

const GoldQuestion = z.object({
  id: z.string(),
  question: z.string().min(1),
  /** How it is asked: standard Arabic, a dialect, key words, English, with slips… */
  style: z.string(),
  /** The file that answers; null where none does. */
  article: z.string().nullable(),
  /** Strings that a right quotation holds, as they stand in the article. */
  answers: z.array(z.string().min(1)),
  /** Other files that answer too; there one of the answers is enough. */
  also: z.array(z.string()).default([]),
});

/** A question whose answer is known, or known not to be there. */
export type GoldQuestion = z.infer<typeof GoldQuestion>;

/** The questions of a file of JSON lines. */
export function readGold(file: string | URL): GoldQuestion[] {
  const lines = readFileSync(file, "utf8").split("\n");
  return lines.filter((line) => line.trim() !== "").map((line) => GoldQuestion.parse(JSON.parse(line)));
}

/**
 * The shipped articles whose golden questions may be looked at and fitted to. Those of the other articles are only scored, so
 * that their figures tell how it goes with questions that nobody has seen.
 */
const LOOKED_AT: ReadonlySet<string> = new Set([
  "compute-leasing.md",
  "graphics-processor.md",
  "nvidia-story.md",
  "open-models.md",
]);

/** Which half of the project's golden questions it belongs to; those without an answer are parted by their ids. */
export function isLookedAt({ article, id }: GoldQuestion): boolean {
  return article === null ? /[02468]$/.test(id) : LOOKED_AT.has(article);
}

/** More than this nobody reads in a chat bubble, so it does not count as a quotation of the answer. UTF-16 units. */
const LONGEST_QUOTATION = 900;

/** Marks that are longer in all do not show where the answer is. UTF-16 units. */
const LONGEST_MARKS = 300;

/** A quotation is right when its file answers the question and it holds the answers; diacritics aside. */
export function isRight(gold: GoldQuestion, { quotation }: Finding): boolean {
  return quotation.quote.length <= LONGEST_QUOTATION && holds(gold, quotation, quotation.quote);
}

/** A right quotation whose marked words hold the answers too. */
export function isMarked(gold: GoldQuestion, finding: Finding): boolean {
  const { article } = finding.quotation.passage;
  const marks = finding.quotation.highlights.map(({ start, end }) => article.text.slice(start, end));
  const length = marks.reduce((sum, mark) => sum + mark.length, 0);
  return (
    isRight(gold, finding) &&
    length > 0 &&
    length <= LONGEST_MARKS &&
    holds(gold, finding.quotation, marks.join(" "))
  );
}

function holds(gold: GoldQuestion, { passage }: Quotation, shown: string): boolean {
  const { file } = passage.article;
  const text = plain(shown);
  const isIn = (answer: string): boolean => text.includes(plain(answer));
  if (file === gold.article) return gold.answers.every(isIn);
  return gold.also.includes(file) && gold.answers.some(isIn);
}

function plain(text: string): string {
  return text
    .normalize("NFKC")
    .replace(/[\u064b-\u065f\u0670\u0640\u200b-\u200f\u202a-\u202e\u2066-\u2069]/gu, "")
    .replace(/\s+/gu, " ")
    .trim();
}
