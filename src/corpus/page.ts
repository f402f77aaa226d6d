import type { ParagraphKind, Span } from "./article.ts";
import type { Mark } from "./markup-mark.ts";

/** A page of any format as blocks, before it is known what of them is the article's. */
export interface Page {
  readonly blocks: readonly PageBlock[];
  readonly markup: readonly MarkupLine[];
  /** Marks that the format puts between the lines of a block, in order; those inside of lines are looked for when they are asked for. */
  readonly marks: readonly Mark[];
  /** What the format says of the article. */
  readonly told?: { readonly title?: string; readonly author?: string };
}

/** A block of lines without its marker, or a part of a line of markup that a reader sees. */
export interface PageBlock extends Span {
  /** Of its first line in the file, from 1. */
  readonly number: number;
  /** Undefined where the format does not say it. */
  readonly kind: ParagraphKind | undefined;
  /** Of a heading: 1 to 6; the title of a box has none. */
  readonly level?: number;
  /** The boxes (notes, tabs) that it stands in, the outermost first. */
  readonly boxes?: readonly number[];
  /** It began with a bullet, which is not in the span. */
  readonly bullet?: boolean;
  /** Something unquotable stands above it. */
  readonly afterGap: boolean;
  /** It stands inside of markup. */
  readonly isKept?: boolean;
  /** It is the text of an image. */
  readonly isUnseen?: boolean;
}

/** A line that holds markup only, and why it is none of the content. */
export interface MarkupLine {
  readonly number: number;
  readonly text: string;
  readonly reason: string;
}
