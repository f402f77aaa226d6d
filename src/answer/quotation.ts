import type { Article, Passage, Sentence, Span } from "../corpus/article.ts";
import { paragraphCount, paragraphNumber } from "../corpus/paragraph-number.ts";
import type { Quotation, Selection } from "./answer.ts";
import { MARK, QUOTE } from "./weights.ts";

/** The greatest numbers that a `Selection` can hold: a button has three characters for it (`src/reply/selection-code.ts`). */
export const SELECTION = {
  first: 15,
  count: 8,
  listCount: 40,
  partFrom: 31,
  partCount: 8,
  markFrom: 63,
  markCount: 15,
} as const;

/**
 * The quotation that a selection names: the same passage and selection always give the same text and marks. `undefined`
 * when the selection runs past the passage's end or across something that was left out, and when the text is too long.
 */
export function quotationOf(passage: Passage, selection: Selection): Quotation | undefined {
  const { article } = passage;
  const sentences = sentencesOf(passage, selection);
  const [first, last] = [sentences[0], sentences.at(-1)];
  if (first === undefined || last === undefined) return undefined;
  const clauses = clausesOf(sentences, selection);
  const [head, tail] = [clauses[0], clauses.at(-1)];
  if (head === undefined || tail === undefined) return undefined;

  const isList = sentences.length > 1 && article.paragraphs[first.paragraph]?.kind === "list-item";
  const from = isList ? markerBefore(article.text, head.start) : head.start;
  const { start, end } = trimmed(article.text, { start: from, end: tail.end });
  const { mark } = selection;
  const marked = clauses.slice(mark.from, mark.count === 0 ? undefined : mark.from + mark.count);
  const areAll = mark.count === 0 ? marked.length > 0 : marked.length === mark.count;
  if (start >= end || end - start > QUOTE.longest || !areAll) return undefined;
  return {
    passage,
    selection,
    start,
    end,
    quote: article.text.slice(start, end),
    highlights: withinMax(article.text, joined(article.text, marked, sentences)),
    paragraph: paragraphNumber(article, first.paragraph),
    paragraphTo: paragraphNumber(article, last.paragraph),
    paragraphs: paragraphCount(article),
    isPart: selection.part !== undefined,
  };
}

/** Where the line of an item begins when nothing but its bullet or number stands before it; else where the item begins. */
function markerBefore(text: string, start: number): number {
  const line = text.lastIndexOf("\n", start - 1) + 1;
  const before = text.slice(Math.max(line, start - LONGEST_MARKER), start);
  const marker = /^[\s>]*((?:[-*+\u2022\u25cf]|\p{Nd}{1,3}[.)-])\s+)$/u.exec(before)?.[1];
  return marker === undefined ? start : start - marker.length;
}

const LONGEST_MARKER = 12;

/** Do two neighbouring sentences stand together in the article, with nothing left out between them? */
export function adjoin(article: Article, before: Sentence, after: Sentence): boolean {
  for (let p = before.paragraph + 1; p <= after.paragraph; p++)
    if (article.paragraphs[p]?.afterGap) return false;
  return true;
}

function sentencesOf(passage: Passage, { first, count, part }: Selection): Sentence[] {
  if (first >= passage.sentenceCount || count < 1 || (part !== undefined && count !== 1)) return [];
  const from = passage.firstSentence + first;
  const sentences = passage.article.sentences.slice(from, from + count);
  if (sentences.length !== count) return [];
  const whole = sentences.every((s, i) => i === 0 || adjoin(passage.article, sentences[i - 1] ?? s, s));
  return whole ? sentences : [];
}

function clausesOf(sentences: readonly Sentence[], { part }: Selection): readonly Span[] {
  const clauses = sentences.flatMap((sentence) => sentence.clauses);
  if (part === undefined) return clauses;
  const some = clauses.slice(part.from, part.from + part.count);
  return some.length === part.count ? some : [];
}

/** Marked clauses that follow each other within a sentence become one mark. */
function joined(text: string, clauses: readonly Span[], sentences: readonly Sentence[]): Span[] {
  const marks: Span[] = [];
  for (const { start, end } of sentences) {
    const own = clauses.filter((clause) => clause.start >= start && clause.end <= end);
    const [head, tail] = [own[0], own.at(-1)];
    if (head !== undefined && tail !== undefined)
      marks.push(trimmed(text, { start: head.start, end: tail.end }));
  }
  return marks;
}

/** Cuts marks to `MARK.longest` in all, after the last whole word that fits, or within a word that is longer than the room. */
function withinMax(text: string, marks: readonly Span[]): Span[] {
  let room = MARK.longest;
  return marks.flatMap(({ start, end }) => {
    const most = start + room;
    room = Math.max(0, room - (end - start));
    if (end <= most) return [{ start, end }];
    const space = text.slice(start, most + 1).search(/(?<!\s)\s+\S*$/u);
    if (space > 0) return [{ start, end: start + space }];
    const cut = /[\udc00-\udfff]/.test(text.charAt(most)) ? most - 1 : most;
    return cut > start ? [{ start, end: cut }] : [];
  });
}

function trimmed(text: string, { start, end }: Span): Span {
  let [from, to] = [start, end];
  while (from < to && /\s/u.test(text[from] ?? "")) from++;
  while (to > from && /\s/u.test(text[to - 1] ?? "")) to--;
  return { start: from, end: to };
}
