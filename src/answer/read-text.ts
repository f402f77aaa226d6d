import { type NumberMention, numbersIn } from "../arabic/numbers.ts";
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

/** A text with the places of its words. */
export interface TokenizedText extends ReadText {
  readonly tokens: readonly Token[];
  readonly figures: readonly NumberMention[];
}

/** Reads a text of an article, each part of it once, when it is first asked for: most kinds of questions need little of it. */
export function readText(text: string): TokenizedText {
  return new LazilyRead(text);
}

// A class, since a literal with getters takes V8 many times as long, and room in the old generation of its memory.
class LazilyRead implements TokenizedText {
  readonly text: string;
  #tokens: readonly Token[] | undefined;
  #terms: readonly string[] | undefined;
  #figures: readonly NumberMention[] | undefined;

  constructor(text: string) {
    this.text = text;
  }

  get tokens(): readonly Token[] {
    this.#tokens ??= tokenize(this.text);
    return this.#tokens;
  }

  get terms(): readonly string[] {
    this.#terms ??= this.tokens.map(({ term }) => term);
    return this.#terms;
  }

  get figures(): readonly NumberMention[] {
    this.#figures ??= numbersIn(this.text, this.tokens);
    return this.#figures;
  }
}
