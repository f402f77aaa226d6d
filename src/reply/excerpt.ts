import type { Quotation } from "../answer/answer.ts";
import { leansBack, turns } from "../arabic/sentence-links.ts";
import type { Sentence, Span } from "../corpus/article.ts";

/** Characters of quotation on a compact card. */
export const CARD_MAX = 700;

/** A piece of a quotation. `isPart`: it is cut inside a sentence. */
export interface Excerpt extends Span {
  readonly isPart: boolean;
}

/**
 * The sentences of a quotation that hold its marks, whole, at most `CARD_MAX` characters where they can be cut. With them go those
 * without which they say something else: the line that announces them, the sentence that they point to («وهذا …»), that opens the
 * speech in which they stand, or that takes them back («لكن …»). All of a quotation in which nothing is marked.
 */
export function answeringExcerpt(quotation: Quotation): Excerpt {
  const { start, end, highlights, passage } = quotation;
  const { text } = passage.article;
  const sentences = sentencesOf(quotation);
  const isMarked = (one: Span) => highlights.some((mark) => mark.start < one.end && mark.end > one.start);
  let from = sentences.findIndex(isMarked);
  let to = sentences.findLastIndex(isMarked);
  if (from < 0) return excerptOf(quotation, CARD_MAX);

  const wordsOf = (i: number) => text.slice(sentences[i]?.start, sentences[i]?.end);
  const leans = () =>
    wordsOf(from - 1)
      .trimEnd()
      .endsWith(":") ||
    leansBack(wordsOf(from)) ||
    isInSpeech(text.slice(start, sentences[from]?.start));
  while (from > 0 && leans()) from--;
  while (to + 1 < sentences.length && turns(wordsOf(to + 1))) to++;
  // What stands before a sentence in its line, such as the number of an item, goes with it.
  const span = {
    start: from === 0 ? start : (sentences[from]?.start ?? start),
    end: to === sentences.length - 1 ? end : (sentences[to]?.end ?? end),
  };
  return excerptOf({ ...quotation, ...span }, CARD_MAX);
}

/** A quotation mark was opened and not closed again: what follows is somebody's speech, which the words before it ascribe. */
function isInSpeech(before: string): boolean {
  const opened = [...before.matchAll(/[\u00ab\u201c]/gu)].length;
  const closed = [...before.matchAll(/[\u00bb\u201d]/gu)].length;
  return opened > closed || [...before.matchAll(/"/gu)].length % 2 === 1;
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

function sentencesOf({ passage, start, end }: Quotation): readonly Sentence[] {
  return passage.article.sentences.filter((sentence) => sentence.end > start && sentence.start < end);
}

function boundaries(quotation: Quotation): { sentences: Span[]; clauses: Span[] } {
  const { start, end } = quotation;
  const own = sentencesOf(quotation);
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
