import type { Talk } from "../arabic/question.ts";
import type { Article, Passage, Span } from "../corpus/article.ts";

/** What Isnad says of its own findings: it claims an answer, shows near passages without claiming, or has none. */
export type Verdict = "answered" | "uncertain" | "unanswered";

/**
 * Where a quotation stands in its passage and what of it is marked, small enough to travel in a button
 * and enough to show the same text and marks again.
 */
export interface Selection {
  /** First sentence, counted from the passage's first: 0 to 15. */
  readonly first: number;
  /** Sentences quoted, 1 to 8, of a list up to 40; they may run over into the article's following passages. */
  readonly count: number;
  /** Set when the quotation is a part of one long sentence: its first clause (0 to 31) and how many (1 to 8). */
  readonly part?: { readonly from: number; readonly count: number };
  /**
   * The marked clauses, counted from the quotation's first clause: from 0 to 63, 1 to 15 of them, 0 for all to its end. Of more
   * than 8 sentences 1 or 0.
   */
  readonly mark: { readonly from: number; readonly count: number };
}

/** A verbatim slice of an article with the words in it that answer. */
export interface Quotation extends Span {
  readonly passage: Passage;
  readonly selection: Selection;
  /** `passage.article.text.slice(start, end)`. */
  readonly quote: string;
  /** Ranges of the article's text, inside the quotation. */
  readonly highlights: readonly Span[];
  /** First and last paragraph it touches, counted from 1; equal for most. */
  readonly paragraph: number;
  readonly paragraphTo: number;
  /** How many paragraphs the article has. */
  readonly paragraphs: number;
  /** A part of a sentence that is too long to quote whole. */
  readonly isPart: boolean;
}

export interface Finding {
  readonly quotation: Quotation;
  /** The same fact in other articles. */
  readonly alsoIn: readonly Quotation[];
  /** What other articles say otherwise: another figure or date for the same thing. */
  readonly differs: readonly Quotation[];
  /** A sentence of the quotation that is not marked may answer as well as the marked ones. */
  readonly isClose?: true;
}

/** How what was searched differs from what was written. */
export interface Adaptation {
  /** Words that no article has and for which others were searched: slips, or a question typed with the wrong keyboard layout. */
  readonly instead: readonly { readonly written: string; readonly searched: string }[];
  /** Words that were left out, since no article has them and they tell of no subject. */
  readonly leftOut: readonly string[];
  /** Phrases in quotation marks that no article has: their words were searched. */
  readonly unheld: readonly string[];
  /** The question as it is to be asked to search exactly what was written; absent where it was. */
  readonly exactly?: string;
}

/** What was found for a question. `findings` is empty exactly when the verdict is `unanswered`. */
export interface Answer {
  readonly verdict: Verdict;
  /** At most ten, best first, not overlapping. */
  readonly findings: readonly Finding[];
  /** The terms and spellings that were tried, as a reader would write them. */
  readonly searched: readonly string[];
  /** The findings speak of the subject, and none tells what is asked of it. */
  readonly isUntold: boolean;
  /** The words of the question that no article has, as a reader would write them: why nothing was found. */
  readonly lacking: readonly string[];
  /** Articles near to the question, at most three: the way on when nothing was found. Empty where none is near. */
  readonly nearest: readonly Article[];
  /** The question had more than 24 words, and only its rarest were searched. */
  readonly cut: boolean;
  /** Set where something else was searched than what was written. */
  readonly adapted?: Adaptation;
  /** Why there was no search: nothing to search for, a question that leans on an earlier answer, or talk. */
  readonly nothing?: "empty" | "needs-context" | Talk;
}
