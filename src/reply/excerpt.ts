import type { Quotation } from "../answer/answer.ts";
import type { Span } from "../corpus/article.ts";

/** Characters of quotation on a compact card. */
export const CARD_MAX = 700;

/** A piece of a quotation. `isPart`: it is cut inside a sentence. */
export interface Excerpt extends Span {
  readonly isPart: boolean;
}

/**
 * At most `max` characters of a quotation, with its marks inside when they fit: cut at sentence ends, else at clause
 * ends, else at a space. From its beginning where that holds the marks.
 */
export function excerptOf(quotation: Quotation, max: number): Excerpt {
  const { start, end, highlights, isPart } = quotation;
  if (end - start <= max) return { start, end, isPart };
  const marked = { start: highlights[0]?.start ?? start, end: highlights.at(-1)?.end ?? start };
  const { sentences, clauses } = boundaries(quotation);
  const bySentence = window(sentences, marked, max);
  if (bySentence !== undefined) return { ...bySentence, isPart };
  const byClause =
    window(clauses, marked, max) ?? window(clauses, { start: marked.start, end: marked.start }, max);
  return { ...(byClause ?? atSpace(quotation, marked.start, max)), isPart: true };
}

/** The longest run of pieces that holds the marked words within `max`, from the earliest start that leaves room for them. */
function window(pieces: readonly Span[], marked: Span, max: number): Span | undefined {
  for (const { start } of pieces) {
    if (start > marked.start) return undefined;
    const last = pieces.findLast(({ end }) => end - start <= max && end > start);
    if (last !== undefined && last.end >= marked.end) return { start, end: last.end };
  }
  return undefined;
}

function boundaries({ passage, start, end }: Quotation): { sentences: Span[]; clauses: Span[] } {
  const own = passage.article.sentences.filter((sentence) => sentence.end > start && sentence.start < end);
  const inside = (spans: readonly Span[]) =>
    spans
      .map((span) => ({ start: Math.max(span.start, start), end: Math.min(span.end, end) }))
      .filter((span) => span.start < span.end);
  return { sentences: inside(own), clauses: inside(own.flatMap(({ clauses }) => clauses)) };
}

function atSpace({ passage, start, end }: Quotation, marked: number, max: number): Span {
  const { text } = passage.article;
  const from = marked - start + 40 <= max ? start : marked;
  let to = Math.min(end, from + max);
  if (to < end) {
    const space = text.lastIndexOf(" ", to);
    if (space > from + max / 2) to = space;
    else if (/[\uDC00-\uDFFF]/.test(text[to] ?? "")) to -= 1;
  }
  return { start: from, end: to };
}
