import type { Article, Passage, Sentence, Span } from "../corpus/article.ts";
import type { Quotation, Selection } from "./answer.ts";

/** No quotation is longer, in UTF-16 units: about what a person reads in a chat without opening it. */
export const QUOTE_MAX = 900;

/** No more than this is marked. */
export const MARK_MAX = 300;

/** What a `Selection` can hold, so that it fits into a button. */
export const SELECTION = {
  first: 15,
  count: 8,
  partFrom: 31,
  partCount: 8,
  markFrom: 63,
  markCount: 15,
} as const;

/**
 * The quotation that a selection names. The same passage and selection give the same text and marks, always.
 * `undefined` when they do not belong together: past the passage's end, across something that was left out, or too long.
 */
export function quotationOf(passage: Passage, selection: Selection): Quotation | undefined {
  const { article } = passage;
  const sentences = sentencesOf(passage, selection);
  const [first, last] = [sentences[0], sentences.at(-1)];
  if (first === undefined || last === undefined) return undefined;
  const clauses = clausesOf(sentences, selection);
  const [head, tail] = [clauses[0], clauses.at(-1)];
  if (head === undefined || tail === undefined) return undefined;

  const { start, end } = trimmed(article.text, { start: head.start, end: tail.end });
  const marked = clauses.slice(selection.mark.from, selection.mark.from + selection.mark.count);
  if (start >= end || end - start > QUOTE_MAX || marked.length !== selection.mark.count) return undefined;
  return {
    passage,
    selection,
    start,
    end,
    quote: article.text.slice(start, end),
    highlights: withinMax(article.text, joined(article.text, marked, sentences)),
    paragraph: paragraphNumber(article, first.paragraph),
    paragraphTo: paragraphNumber(article, last.paragraph),
    paragraphs: paragraphNumber(article, article.paragraphs.length - 1),
    isPart: selection.part !== undefined,
  };
}

/** Do two sentences that follow each other stand together in the article, with nothing left out between them? */
export function adjoin(article: Article, before: Sentence, after: Sentence): boolean {
  for (let p = before.paragraph + 1; p <= after.paragraph; p++)
    if (article.paragraphs[p]?.afterGap) return false;
  return true;
}

/** A paragraph's place as a reader counts: headings are not paragraphs, and one counts as the paragraph below it. */
function paragraphNumber(article: Article, index: number): number {
  let number = 0;
  for (let p = 0; p <= index; p++) if (article.paragraphs[p]?.kind !== "heading") number++;
  return Math.max(
    1,
    article.paragraphs[index]?.kind === "heading" && index < article.paragraphs.length - 1
      ? number + 1
      : number,
  );
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

/** No more than `MARK_MAX` is marked: what would be too much ends with the last whole word, a very long word within it. */
function withinMax(text: string, marks: readonly Span[]): Span[] {
  let room = MARK_MAX;
  return marks.flatMap(({ start, end }) => {
    const most = start + room;
    room = Math.max(0, room - (end - start));
    if (end <= most) return [{ start, end }];
    const space = text.slice(start, most + 1).search(/\s+\S*$/u);
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
