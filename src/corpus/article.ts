import type { Span } from "../arabic/token.ts";
import type { Aliases } from "./aliases.ts";

export type { Span } from "../arabic/token.ts";

/** What a line is; only `prose` reads as running text, the others are known so that ranking can treat them as such. */
export type ParagraphKind =
  | "prose"
  | "heading"
  | "caption"
  | "list-item"
  | "table-row"
  | "source-line"
  | "question";

/** A sentence without the white space around it. Its clauses cover it, in order, cut after ؛ ، : or a line end. */
export interface Sentence extends Span {
  /** Index into the article's `paragraphs`. */
  readonly paragraph: number;
  readonly clauses: readonly Span[];
}

/** A paragraph that can be quoted. What was left out as boilerplate, or stands earlier in the file, is none. */
export interface Paragraph extends Span {
  readonly kind: ParagraphKind;
  /** Index into the article's `sentences` of the first one, and how many there are. */
  readonly firstSentence: number;
  readonly sentenceCount: number;
  /** The text of the nearest heading above it. */
  readonly heading?: string;
  /** Something was left out between this paragraph and the one before: no quotation may run across. */
  readonly afterGap: boolean;
  /** The text of an image, which a page shows in place of the image alone. */
  readonly isUnseen?: boolean;
}

/** A publication that reported the facts of an article: shown as «استنادًا إلى», never as the source of a quotation. */
export interface Reference {
  readonly title: string;
  readonly url?: string;
}

/** A file of the corpus folder. What is not known is absent, never guessed. */
export interface Article {
  readonly id: string;
  /** Path inside the corpus folder, with `/`; for operators, never shown to a reader. */
  readonly file: string;
  /** The decoded text, after a byte order mark, never rewritten: all offsets count in it. */
  readonly text: string;
  readonly title: string;
  readonly author?: string;
  readonly source?: string;
  readonly url?: string;
  /** ISO 8601: `2025`, `2025-10` or `2025-10-31`. */
  readonly date?: string;
  readonly language?: string;
  readonly licence?: string;
  readonly tags: readonly string[];
  readonly references: readonly Reference[];
  /** Questions that the article answers, as its front matter gives them. */
  readonly questions: readonly string[];
  /** Words that mean the same in all articles, as its front matter gives them. */
  readonly aliases: readonly Aliases[];
  readonly paragraphs: readonly Paragraph[];
  /** All sentences of all paragraphs, in order. */
  readonly sentences: readonly Sentence[];
}

/** The unit of search: a paragraph, or a run of whole sentences of a long one (at most 16). */
export interface Passage extends Span {
  /** Eight characters of base64url: 48 bits of a hash of the article's id and the passage's text. A permalink. */
  readonly key: string;
  readonly article: Article;
  /** Index into the article's `paragraphs`. */
  readonly paragraph: number;
  /** Index into the article's `sentences`, and how many belong to the passage. */
  readonly firstSentence: number;
  readonly sentenceCount: number;
  /** Key of the passage in an earlier article that has the same text: such a copy is found by key, not by search. */
  readonly copyOf?: string;
}

/** All that was loaded. */
export interface Corpus {
  readonly articles: readonly Article[];
  readonly passages: readonly Passage[];
  readonly byKey: ReadonlyMap<string, Passage>;
  /** Words that mean the same, as the folder's settings and the articles give them. */
  readonly aliases: readonly Aliases[];
}
