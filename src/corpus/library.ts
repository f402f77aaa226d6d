import type { Article, Passage } from "./article.ts";

/** Articles as people ask for them, wherever they are kept. What it holds never changes. */
export interface Library {
  /** How many articles there are. */
  readonly size: number;
  /** The passages with these keys, and not those that there are none of. */
  passages(keys: readonly string[]): Promise<ReadonlyMap<string, Passage>>;
  /** All passages of an article, in order. */
  passagesOf(article: Article): Promise<readonly Passage[]>;
  /** At most `count` articles of the list, from a place on. */
  articles(from: number, count: number): Promise<readonly Article[]>;
  /** The place of an article in the list. */
  placeOf(article: Article): Promise<number>;
  /** Articles of the list whose questions may be examples: the first `count`, and the first `count` that bring questions with them. */
  withQuestions(count: number): Promise<readonly Article[]>;
  /** The article with this key: see `articleKey`. */
  withKey(key: string): Promise<Article | undefined>;
  /**
   * The article that a person names: by its key or that of a passage of it, by its id or file, or by its title; by a part of a title where no other
   * title has it.
   */
  named(name: string): Promise<Article | undefined>;
  /** Articles whose title or publisher holds all words that were typed so far, best first; all for none. */
  holding(words: string, limit: number): Promise<readonly Article[]>;
  /** The articles have this word, or the words that it is made of: «RTX-4090». */
  holdsWord(word: string): Promise<boolean>;
}
