/** A half-open range of UTF-16 offsets into a text. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/**
 * A word of a text: `text.slice(start, end)` is the word as it was written, `term` what it is compared by.
 * Offsets are UTF-16 units into the text that was tokenised; later steps change `term` only.
 */
export interface Token extends Span {
  readonly term: string;
}
