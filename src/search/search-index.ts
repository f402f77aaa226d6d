/** The analyses that an engine keeps of a passage, each a bag of terms that are compared letter for letter. */
export type Field = "light" | "deep" | "title";

export const FIELDS: readonly Field[] = ["light", "deep", "title"];

/** A passage as an engine receives it: analysed, so that every engine sees the same terms. */
export type SearchDocument = Readonly<Record<Field, readonly string[]>>;

/** A term of a question in one field. No term comes twice in one search. */
export interface SearchTerm {
  readonly field: Field;
  readonly term: string;
  /** The factor of a match's score, above 0; fields weigh the same. */
  readonly weight: number;
}

/** An engine that gives candidates. Its scores stay inside: those of two engines do not compare. */
export interface SearchIndex {
  /**
   * The passages that hold any of the terms, best first, at most `limit`, by their place among the documents that the
   * engine was given. The order decides who is among the `limit` and nothing else: ranking is done over the candidates.
   */
  search(terms: readonly SearchTerm[], limit: number): Promise<readonly number[]>;
}

/** Makes an engine of documents, empty or not. The composition root chooses which. */
export type CreateIndex = (documents: Iterable<SearchDocument>) => Promise<SearchIndex>;
