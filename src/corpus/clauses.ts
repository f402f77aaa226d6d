import type { Span } from "./article.ts";
import { trimSpan } from "./text-lines.ts";

/** More clauses than this are merged, shortest neighbours first, so that a mark fits a button. */
export const MOST_CLAUSES = 64;
/** A clause without any mark is cut at a space here: a part of a very long sentence can be quoted, and a mark holds a clause whole. */
export const LONGEST_CLAUSE = 280;
const SHORTEST_CLAUSE = 12;
const SHORT_BRACKETS = 60;
/** A list of single words («أرز، عدس، ملح») grows no longer clause than this. */
const LONGEST_JOINED = 120;

/**
 * The clauses of a sentence, in order: cut after ؛ ، : or a spaced dash, or at a line end; not inside a number nor inside
 * brackets or quotation marks that close within 60 characters. A clause of one word, or of fewer than 12 characters,
 * joins its neighbour. Clauses carry no white space at their ends: what stands between two of them belongs to none.
 */
export function clausesIn(text: string, start: number, end: number): Span[] {
  if (end - start < 2 * SHORTEST_CLAUSE) return start < end ? [{ start, end }] : [];
  const pieces: Span[] = [];
  let from = start;
  for (const cut of [...cutsIn(text, start, end), end]) {
    for (const piece of bounded(text, from, cut)) pieces.push(piece);
    from = cut;
  }
  return merged(joined(text, pieces));
}

const CUT = /[\u061B\u060C;,:]+|\s[-\u2013\u2014](?=\s)|[\n\r\u0085\u2028\u2029]+/gu;
const PAIRS = new Map([
  ["(", ")"],
  ["[", "]"],
  ["\u00AB", "\u00BB"],
  ["\u201C", "\u201D"],
  ['"', '"'],
]);

function cutsIn(text: string, start: number, end: number): number[] {
  const cuts: number[] = [];
  const sentence = text.slice(start, end);
  const closed = shortBrackets(sentence);
  let bracket = 0;
  for (const match of sentence.matchAll(CUT)) {
    const at = match.index;
    while (bracket < closed.length && (closed[bracket]?.end ?? 0) <= at) bracket += 1;
    if ((closed[bracket]?.start ?? Number.POSITIVE_INFINITY) <= at) continue;
    const after = at + match[0].length;
    if (
      /^[,.:\u060C]$/u.test(match[0]) &&
      /\p{Nd}/u.test(sentence.charAt(at - 1)) &&
      /\p{Nd}/u.test(sentence.charAt(after))
    )
      continue;
    // `http:`, `5:30` and a Latin list glued together are words.
    if (/^[,:;]$/u.test(match[0]) && /[\w/]/u.test(sentence.charAt(after))) continue;
    cuts.push(start + after);
  }
  return cuts;
}

/** Brackets and quotation marks that close within 60 characters; the outermost of nested ones. */
function shortBrackets(sentence: string): Span[] {
  const spans: Span[] = [];
  const opening = /[([\u00AB\u201C"]/gu;
  for (let match = opening.exec(sentence); match !== null; match = opening.exec(sentence)) {
    const inside = match.index + 1;
    const close = sentence.slice(inside, inside + SHORT_BRACKETS).indexOf(PAIRS.get(match[0]) ?? match[0]);
    if (close < 0) continue;
    spans.push({ start: match.index, end: inside + close + 1 });
    opening.lastIndex = inside + close + 1;
  }
  return spans;
}

function bounded(text: string, from: number, to: number): Span[] {
  const span = trimSpan(text, from, to);
  const length = span.end - span.start;
  if (length <= LONGEST_CLAUSE) return length > 0 ? [span] : [];
  const pieces: Span[] = [];
  const size = length / Math.ceil(length / LONGEST_CLAUSE);
  let start = span.start;
  while (span.end - start > LONGEST_CLAUSE) {
    const cut = spaceNear(text, start, Math.round(start + size));
    const piece = trimSpan(text, start, cut);
    if (piece.end > piece.start) pieces.push(piece);
    start = trimSpan(text, cut, span.end).start;
  }
  pieces.push({ start, end: span.end });
  return pieces;
}

function spaceNear(text: string, start: number, limit: number): number {
  for (let at = limit; at > start + SHORTEST_CLAUSE; at -= 1) if (/\s/u.test(text.charAt(at))) return at;
  return /[\uDC00-\uDFFF]/u.test(text.charAt(limit)) ? limit - 1 : limit;
}

function joined(text: string, pieces: readonly Span[]): Span[] {
  const clauses: Span[] = [];
  for (const piece of pieces) {
    const last = clauses.at(-1);
    const length = last === undefined ? 0 : last.end - last.start;
    if (last !== undefined && (isTiny(text, last) || (isTiny(text, piece) && length <= LONGEST_JOINED)))
      clauses[clauses.length - 1] = { start: last.start, end: piece.end };
    else clauses.push(piece);
  }
  return clauses;
}

function isTiny(text: string, { start, end }: Span): boolean {
  return end - start < SHORTEST_CLAUSE || !/\S\s+\S/u.test(text.slice(start, end));
}

function merged(clauses: readonly Span[]): Span[] {
  if (clauses.length <= MOST_CLAUSES) return [...clauses];
  const size = clauses.length / MOST_CLAUSES;
  const groups: Span[] = [];
  for (let group = 0; group < MOST_CLAUSES; group += 1) {
    const first = clauses[Math.round(group * size)];
    const last = clauses[Math.round((group + 1) * size) - 1];
    if (first !== undefined && last !== undefined) groups.push({ start: first.start, end: last.end });
  }
  return groups;
}
