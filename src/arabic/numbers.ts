import { tokenize } from "./tokens.ts";

export type NumberKind =
  | "number"
  | "percent"
  | "money"
  | "year"
  | "date"
  | "duration"
  | "ordinal"
  | "fraction";

/** A number as it stands in a text, with its scale and unit words: `text.slice(start, end)`. */
export interface NumberMention {
  readonly start: number;
  readonly end: number;
  /** The whole value: 2.5 billion is 2500000000, 12 % is 12. */
  readonly value: number;
  readonly kind: NumberKind;
  readonly unit?: string;
  /** Said to be about, more than or less than this. */
  readonly approximate?: boolean;
}

/** The numbers of a text, in order, not overlapping. */
export function numbersIn(text: string): NumberMention[] {
  return tokenize(text).flatMap(({ term, start, end }) => {
    if (!/^\d+(?:\.\d+)?$/.test(term)) return [];
    const value = Number(term);
    const kind: NumberKind = /^(?:1[5-9]|20)\d\d$/.test(term) ? "year" : "number";
    return [{ start, end, value, kind }];
  });
}

/** The terms by which an index knows the mention whatever it was written like: `n:2500000000`. */
export function numberTerms(mention: NumberMention): string[] {
  return [`n:${mention.value}`];
}
