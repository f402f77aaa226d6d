import type { Passage, Span } from "../corpus/article.ts";

/** What became of a text, or of a segment of it; a segment is never `stitched`. */
export type VerificationState = "exact" | "spelling" | "altered" | "stitched" | "not-found";

/** The shortest and the longest text that can be checked: in words, and in UTF-16 units without the white space around it. */
export const LEAST_WORDS = 3;
export const LONGEST_TEXT = 4000;

/**
 * A step from the source to the given text. `insert` stands in the given text alone, `delete` in the source alone; a `move`
 * stands in both, at different places. The words are slices of both texts.
 */
export interface DiffStep {
  readonly op: "same" | "insert" | "delete" | "replace" | "move";
  readonly given?: string;
  readonly source?: string;
  /** Where the words stand in the given text, and in the text of the source's article. */
  readonly givenAt?: Span;
  readonly sourceAt?: Span;
}

/** A difference that changes what is said. */
export interface MeaningChange {
  readonly kind: "number" | "date" | "name" | "negation";
  readonly given?: string;
  readonly source?: string;
}

/** A place of the articles at which a segment stands, or to which it is nearest. */
export interface VerifiedMatch extends Span {
  readonly passage: Passage;
  /** `passage.article.text.slice(start, end)`. */
  readonly quote: string;
  /** First and last paragraph it touches and how many the article has, counted as in an answer. */
  readonly paragraph: number;
  readonly paragraphTo: number;
  readonly paragraphs: number;
  readonly diff: readonly DiffStep[];
  readonly changes: readonly MeaningChange[];
}

/** What was left out of the source before a segment: whole sentences, and words in all. */
export interface LeftOutBefore {
  readonly sentences: number;
  readonly words: number;
}

/** A part of the given text that stands in one place, or in none. Offsets count in the given text. */
export interface Segment extends Span {
  readonly state: Exclude<VerificationState, "stitched">;
  /** Best first. Of a segment that is not found the nearest place, where one shares enough. */
  readonly matches: readonly VerifiedMatch[];
  /** Set when the segment before it stands earlier in the same article and whole sentences are left out between them. */
  readonly gap?: LeftOutBefore;
}

/** Whom or what the given text names as its source. */
export interface Attribution extends Span {
  readonly name: string;
  /** An article that has the text names it: as its author, source or title, or in the passage itself. */
  readonly holds: boolean;
}

export interface Verification {
  readonly state: VerificationState;
  /** In the order of the text. What only names the source is in none. */
  readonly segments: readonly Segment[];
  readonly attribution?: Attribution;
}

/** Why a text cannot be checked. */
export type Unverifiable = "too-short" | "too-long";
