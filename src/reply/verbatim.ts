import type { Quotation } from "../answer/answer.ts";
import type { Passages } from "./answer-state.ts";

/** Does the article hold the quotation at its place, letter for letter, with all its marks inside? */
export function isVerbatim(quotation: Quotation, passages: Passages): boolean {
  const { passage, start, end, quote, highlights } = quotation;
  const text = passages.get(passage.key)?.article.text;
  return (
    text !== undefined &&
    quote.length > 0 &&
    text.slice(start, end) === quote &&
    highlights.every((mark) => start <= mark.start && mark.start < mark.end && mark.end <= end)
  );
}
