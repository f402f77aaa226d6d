import type { ExpectedAnswer } from "./expected-answer.ts";

/** A kind of answer and the phrase of folded words, one space between them, that asks for it. */
export type Rule = readonly [expected: ExpectedAnswer, pattern: RegExp];

/** A phrase of whole words, with و or ف before it. */
export function phrase(words: string): RegExp {
  return new RegExp(`(?<= |^)[\\u0648\\u0641]?(?:${words})(?= |$)`);
}

/** Whole words at the start of the text. */
export function start(words: string): RegExp {
  return new RegExp(`^(?:${words})(?= |$)`);
}
