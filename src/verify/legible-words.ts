import type { Token } from "../arabic/token.ts";
import { tokenize } from "../arabic/tokens.ts";
import type { Article } from "../corpus/article.ts";
import { legibleText } from "../corpus/inline-marks.ts";

/** A text as its file has it: a name that ends with `.md` tells that it may hold Markdown. */
export type MarkedText = Pick<Article, "text" | "file">;

// A text is asked for word by word, and whether it has marks at all takes reading it whole.
const known = new WeakMap<MarkedText, string>();

function legible(of: MarkedText): string {
  let text = known.get(of);
  if (text === undefined) {
    text = legibleText(of);
    known.set(of, text);
  }
  return text;
}

/** The words that a reader sees between two offsets, each with its place in the text; the target of a link is none. */
export function legibleWords(of: MarkedText, start: number, end: number): Token[] {
  return tokenize(legible(of).slice(start, end)).map((token) => ({
    term: token.term,
    start: token.start + start,
    end: token.end + start,
  }));
}

/** What a reader sees between two offsets. */
export function legibleSlice(of: MarkedText, start: number, end: number): string {
  return legible(of).slice(start, end);
}
