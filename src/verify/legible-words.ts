import type { Token } from "../arabic/token.ts";
import { tokenize } from "../arabic/tokens.ts";
import type { Article } from "../corpus/article.ts";
import { legibleText } from "../corpus/inline-marks.ts";

/** A text as its file has it: a name that ends with `.md` tells that it may hold Markdown. */
export type MarkedText = Pick<Article, "text" | "file">;

/** The words that a reader sees between two offsets, each with its place in the text; the target of a link is none. */
export function legibleWords(of: MarkedText, start: number, end: number): Token[] {
  return tokenize(legibleText(of).slice(start, end)).map((token) => ({
    term: token.term,
    start: token.start + start,
    end: token.end + start,
  }));
}

/** What a reader sees between two offsets. */
export function legibleSlice(of: MarkedText, start: number, end: number): string {
  return legibleText(of).slice(start, end);
}
