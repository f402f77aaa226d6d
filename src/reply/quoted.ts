import type { Quotation } from "../answer/answer.ts";
import type { Span } from "../corpus/article.ts";
import { shownText } from "../corpus/inline-marks.ts";
import { paragraphNumber } from "../corpus/paragraph-number.ts";
import { citationOf, onOneLine } from "./citation.ts";
import type { Excerpt } from "./excerpt.ts";
import type { Block, CitationBlock, Language, QuoteBlock } from "./reply.ts";
import { tableColumns } from "./table-columns.ts";
import { wordingOf } from "./wording/index.ts";

/** `span` of the quotation's article as it is shown, with the quotation's marks in it. */
export function quoteBlock(quotation: Quotation, span: Span): QuoteBlock {
  const shown = shownText(quotation.passage.article, span.start, span.end);
  const marks = quotation.highlights
    .map((mark) => ({ start: Math.max(mark.start, span.start), end: Math.min(mark.end, span.end) }))
    .filter((mark) => mark.start < mark.end)
    .map((mark) => shown.map(mark))
    .filter((mark) => mark.start < mark.end);
  return { type: "quote", text: shown.text, marks };
}

/** A quotation whole, with its citation, and a notice where it is a part of a sentence. */
export function cited(quotation: Quotation, language: Language): Block[] {
  const { start, end, isPart } = quotation;
  return citedBy(quotation, { start, end, isPart }, language, (citation) => citation);
}

/** A piece of a quotation, with its source on one line. */
export function citedInShort(quotation: Quotation, excerpt: Excerpt, language: Language): Block[] {
  const piece = pieceOf(quotation, excerpt);
  return citedBy(piece, excerpt, language, (citation) => onOneLine(citation, piece, language));
}

/** The quotation of the piece alone: in its own paragraphs. */
function pieceOf(quotation: Quotation, { start, end }: Span): Quotation {
  const { article } = quotation.passage;
  const own = article.sentences.filter((sentence) => sentence.end > start && sentence.start < end);
  const numberOf = (sentence = own[0]) => sentence && paragraphNumber(article, sentence.paragraph);
  const paragraph = numberOf() ?? quotation.paragraph;
  const quote = article.text.slice(start, end);
  return { ...quotation, start, end, quote, paragraph, paragraphTo: numberOf(own.at(-1)) ?? paragraph };
}

function citedBy(
  quotation: Quotation,
  excerpt: Excerpt,
  language: Language,
  formed: (citation: CitationBlock) => CitationBlock,
): Block[] {
  const words = wordingOf(language);
  const quote = quoteBlock(quotation, excerpt);
  const blocks: Block[] = [quote, formed(citationOf(quotation, quote, language))];
  const columns = tableColumns(quotation);
  if (columns !== undefined) blocks.push({ type: "notice", text: words.columns(columns), about: "above" });
  if (excerpt.isPart) blocks.push({ type: "notice", text: words.part, about: "above" });
  return blocks;
}
