import { numbersIn } from "../arabic/numbers.ts";
import type { Token } from "../arabic/token.ts";
import { tokenize } from "../arabic/tokens.ts";
import type { Figure } from "../search/collection.ts";

/** A sentence or clause, read. */
export interface ReadText {
  readonly text: string;
  /** Its folded words, in order. */
  readonly terms: readonly string[];
  readonly figures: readonly Figure[];
}

/** How far a text holds the kind of thing that the question asks for: 0 to 1. */
export type AnswerFit = (text: ReadText) => number;

/** Reads a text of an article, when it is first asked for: most kinds of questions need little of it. */
export function readText(text: string): ReadText {
  let tokens: readonly Token[] | undefined;
  const read = () => {
    tokens ??= tokenize(text);
    return tokens;
  };
  return {
    text,
    get terms() {
      return read().map(({ term }) => term);
    },
    get figures() {
      return numbersIn(text, read());
    },
  };
}
