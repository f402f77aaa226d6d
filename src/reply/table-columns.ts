import type { Quotation } from "../answer/answer.ts";
import { shownText } from "../corpus/inline-marks.ts";

/** The names of the columns above a quoted row of a table, as they are shown; `undefined` for all other quotations. */
export function tableColumns({ passage: { article }, start }: Quotation): string | undefined {
  const { paragraphs, sentences } = article;
  let at = sentences.find((sentence) => sentence.end > start)?.paragraph ?? -1;
  if (paragraphs[at]?.kind !== "table-row") return undefined;
  while (paragraphs[at]?.kind === "table-row") at--;
  const head = paragraphs[at];
  if (head?.kind !== "caption") return undefined;
  const { text } = shownText(article, head.start, head.end);
  return text.includes("|") ? text.trim() : undefined;
}
