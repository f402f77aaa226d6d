import type { Article, Sentence } from "../corpus/article.ts";
import { adjoin, SELECTION } from "./quotation.ts";

/** A quotation grows by its neighbours up to so many units: understanding needs them, a reader's patience bounds them. */
export const GROWN = 620;

/** A quotation touches at most so many paragraphs. */
const MOST_PARAGRAPHS = 2;

/** First and last sentence of the quotation around a sentence: the better neighbour joins while there is room. */
export function grown(
  article: Article,
  index: number,
  nearness: (sentence: Sentence) => number,
): readonly [number, number] {
  let [from, to] = [index, index];
  const worth = (i: number): number => {
    const sentence = article.sentences[i];
    return sentence === undefined ? 0 : nearness(sentence);
  };
  for (;;) {
    const options = [from - 1, to + 1].filter((i) => mayJoin(article, from, to, i));
    const [a, b] = options;
    if (a === undefined) return [from, announces(article, to) && to > index ? to - 1 : to];
    // Of two equal neighbours the following one explains more.
    const next = b !== undefined && worth(b) >= worth(a) ? b : a;
    if (next < from) from = next;
    else to = next;
  }
}

/** A sentence that ends with a colon announces what follows: it is nothing to end with. */
function announces(article: Article, index: number): boolean {
  return article.text[(article.sentences[index]?.end ?? 0) - 1] === ":";
}

function mayJoin(article: Article, from: number, to: number, next: number): boolean {
  const sentence = article.sentences[next];
  const [first, last] = [article.sentences[Math.min(from, next)], article.sentences[Math.max(to, next)]];
  const edge = article.sentences[next < from ? from : to];
  if (sentence === undefined || first === undefined || last === undefined || edge === undefined) return false;
  if (last.end - first.start > GROWN || Math.max(to, next) - Math.min(from, next) + 1 > SELECTION.count)
    return false;
  if (last.paragraph - first.paragraph + 1 > MOST_PARAGRAPHS) return false;
  if (sentence.paragraph !== edge.paragraph) {
    const kinds = [article.paragraphs[sentence.paragraph]?.kind, article.paragraphs[edge.paragraph]?.kind];
    if (kinds.some((kind) => kind !== "prose" && kind !== "list-item")) return false;
  }
  return next < from ? adjoin(article, sentence, edge) : adjoin(article, edge, sentence);
}
