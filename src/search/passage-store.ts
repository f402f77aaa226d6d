import type { Article, Passage } from "../corpus/article.ts";
import type { Collection, Texts } from "./collection.ts";
import type { Lexicon } from "./lexicon.ts";
import type { SearchTerm } from "./search-index.ts";

/** Where the passages stand that questions are answered from: in this process, or in an engine elsewhere. What it holds never changes. */
export interface PassageStore {
  readonly lexicon: Lexicon;
  /** All passages, where they stand in this process. */
  readonly whole?: Collection;
  /** The passages that hold any of the terms, at most `limit`: those worth ranking. */
  candidates(terms: readonly SearchTerm[], limit: number): Promise<Candidates>;
  /** The id of the one article that lists a question in its front matter, by the question's `listingKey`. */
  listing(key: string): Promise<string | undefined>;
}

export interface Candidates {
  /** The candidates, or more passages than these. */
  readonly texts: Texts;
  /** Their numbers in `texts`. */
  readonly places: readonly number[];
  /** Reads the articles of some of them whole, and `further` ones. */
  read(places: readonly number[], further: readonly Article[]): Promise<ArticlesRead>;
}

/** Articles that were read whole, so that sentences can be chosen and quoted. */
export interface ArticlesRead {
  readonly collection: Collection;
  /** The number of a candidate in `collection`; `undefined` for one that was not read. */
  placeOf(candidate: number): number | undefined;
  /** All passages of an article, copies too. */
  readonly passagesOf: ReadonlyMap<Article, readonly Passage[]>;
  /** The passages that repeat a passage, by its key. */
  readonly copiesOf: ReadonlyMap<string, readonly Passage[]>;
}
