import type { Quotation } from "../answer/answer.ts";
import type { Corpus } from "../corpus/article.ts";

/** Is the quotation, letter for letter, what the loaded article holds at its place, with all its marks inside? */
export function verifyQuotation(quotation: Quotation, corpus: Corpus): boolean {
  const { passage, start, end, quote, highlights } = quotation;
  const text = corpus.byKey.get(passage.key)?.article.text;
  return (
    text !== undefined &&
    quote.length > 0 &&
    text.slice(start, end) === quote &&
    highlights.every((mark) => start <= mark.start && mark.start < mark.end && mark.end <= end)
  );
}
