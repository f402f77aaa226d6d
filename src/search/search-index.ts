/** The analyses that an engine keeps of a passage, each a bag of terms that are compared letter for letter. */
export type Field = "light" | "deep" | "title";

export const FIELDS: readonly Field[] = ["light", "deep", "title"];

/** A passage as an engine receives it: analysed, so that every engine sees the same terms. */
export type SearchDocument = Readonly<Record<Field, readonly string[]>>;

/** A term of a question, in one field. No term comes twice in one search. */
export interface SearchTerm {
  readonly field: Field;
  readonly term: string;
  /** How much a match counts, above 0; 1 is a word of the question itself. */
  readonly weight: number;
}

/** A candidate. `passage` counts the documents in the order in which they were given; scores of two engines do not compare. */
export interface Hit {
  readonly passage: number;
  readonly score: number;
}

/**
 * An engine that gives candidates: passages that hold any of the terms, best first, at most `limit`.
 * The order among them is a hint only; ranking is done over the candidates and is the same on every engine.
 */
export interface SearchIndex {
  search(terms: readonly SearchTerm[], limit: number): Promise<readonly Hit[]>;
  close?(): Promise<void>;
}
