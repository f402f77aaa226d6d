import { tokenize } from "../arabic/tokens.ts";
import type { Article, Sentence, Span } from "../corpus/article.ts";
import { legibleSlice } from "./legible-words.ts";
import type { ShingleIndex } from "./shingles.ts";

/** The word at a position as its article writes it, without inline marks inside it. */
export function writtenAt(index: ShingleIndex, position: number): string {
  const article = index.stretchAt(position)?.article;
  const [start, end] = [index.starts[position] ?? 0, index.ends[position] ?? 0];
  return article === undefined ? "" : legibleSlice(article, start, end);
}

/** The folded word at a position. */
export function termAt(index: ShingleIndex, position: number): string {
  return tokenize(writtenAt(index, position))[0]?.term ?? "";
}

/** What a reader sees between the words at two positions of one stretch; the number of a list item belongs to no sentence. */
export function betweenAt(index: ShingleIndex, before: number, after: number): string {
  const article = index.stretchAt(before)?.article;
  const [start, end] = [index.ends[before] ?? 0, index.starts[after] ?? 0];
  if (article === undefined) return "";
  const [left, right] = [sentenceAt(article, start - 1), sentenceAt(article, end)];
  if (left === undefined || right === undefined || left.paragraph === right.paragraph)
    return legibleSlice(article, start, end);
  return `${legibleSlice(article, start, left.end)}\n${legibleSlice(article, right.start, end)}`;
}

/** How many whole sentences stand between two offsets of an article. */
export function sentencesBetween({ sentences }: Article, start: number, end: number): number {
  let count = 0;
  for (let at = firstSentenceFrom(sentences, start); at < sentences.length; at++) {
    if ((sentences[at]?.end ?? end) > end) break;
    count += 1;
  }
  return count;
}

/** The index of the paragraph that holds an offset of a sentence. */
export function paragraphAt(article: Article, offset: number): number {
  return sentenceAt(article, offset)?.paragraph ?? 0;
}

/** The positions of the sentence that holds a position. */
export function sentenceRange(index: ShingleIndex, position: number): { from: number; to: number } {
  const stretch = index.stretchAt(position);
  const sentence = stretch && sentenceAt(stretch.article, index.starts[position] ?? 0);
  const { start, end } = sentence ?? { start: 0, end: 0 };
  let [from, to] = [position, position + 1];
  while (from > (stretch?.from ?? from) && (index.starts[from - 1] ?? 0) >= start) from -= 1;
  while (to < (stretch?.to ?? to) && (index.starts[to] ?? end) < end) to += 1;
  return { from, to };
}

/** Does a clause begin with the word at a position? */
export function beginsClause(index: ShingleIndex, position: number): boolean {
  const stretch = index.stretchAt(position);
  if (stretch === undefined || position === stretch.from) return true;
  const clause = clauseAround(stretch.article, index.starts[position] ?? 0);
  return clause === undefined || (index.starts[position - 1] ?? 0) < clause.start;
}

/** Does a clause end with the word at a position? */
export function endsClause(index: ShingleIndex, position: number): boolean {
  const stretch = index.stretchAt(position);
  return stretch === undefined || position + 1 >= stretch.to || beginsClause(index, position + 1);
}

function clauseAround(article: Article, offset: number): Span | undefined {
  return sentenceAt(article, offset)?.clauses.find(({ start, end }) => start <= offset && offset < end);
}

/** The sentence that holds an offset, which is that of a word. */
function sentenceAt({ sentences }: Article, offset: number): Sentence | undefined {
  return sentences[firstSentenceFrom(sentences, offset + 1) - 1];
}

/** The index of the first sentence that begins at an offset or behind it. */
function firstSentenceFrom(sentences: readonly Span[], offset: number): number {
  let low = 0;
  let high = sentences.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sentences[middle]?.start ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
