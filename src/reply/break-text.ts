/** A piece that ends well may be shorter than the room, but not by more than two thirds. */
const SEARCHED = 1 / 3;

// White space with an end before it, looked for backwards, so that no text is read more than once.
const SENTENCE_END = /[.!?\u061F\u2026]["\u00BB\u201D\u2019)\]]{0,3}\s+|\n\s*/gu;
const CLAUSE_END = /[\u061B\u060C;,:\u2013\u2014]\s+/gu;
const SPACE = /\s+/gu;

/**
 * Where to break a text so that the first piece has at most `max` UTF-16 units: after a sentence, else after a clause,
 * else after a space, else between two characters. The piece has at least one character, so that breaking always ends.
 */
export function breakAt(text: string, max: number): number {
  if (text.length <= max) return text.length;
  const head = text.slice(0, Math.max(1, max));
  for (const boundary of [SENTENCE_END, CLAUSE_END, SPACE]) {
    let cut = 0;
    for (const match of head.matchAll(boundary)) cut = match.index + match[0].length;
    if (cut > head.length * SEARCHED) return cut;
  }
  const splitsPair = /[\uD800-\uDBFF]$/.test(head) && /^[\uDC00-\uDFFF]/.test(text.slice(head.length));
  if (!splitsPair) return head.length;
  return head.length > 1 ? head.length - 1 : 2;
}

/** The largest whole number from 0 to `high` that fits; every smaller one must fit too. */
export function largestFitting(high: number, fits: (value: number) => boolean): number {
  let [low, top] = [0, high];
  while (low < top) {
    const middle = Math.ceil((low + top) / 2);
    if (fits(middle)) low = middle;
    else top = middle - 1;
  }
  return low;
}
