import type { ParagraphKind, Span } from "./article.ts";
import { lineForm } from "./line-form.ts";

/** A line of a page (in Markdown: a block of lines), before it is known whether it is the article's. */
export interface ContentLine extends Span {
  /** Of its first line in the file, from 1. */
  readonly number: number;
  /** What a reader sees of it, and the same in the form that rules are matched with (its beginning, when long). */
  readonly shown: string;
  readonly form: string;
  /** It began with a bullet, which is not in the span. */
  readonly bullet: boolean;
  /** Set where the format says it: a Markdown heading, a table row. */
  readonly kind?: ParagraphKind;
  /** Of a Markdown heading: 1 to 6. */
  readonly level?: number;
  /** The boxes (notes, tabs) that it stands in, the outermost first: a heading in one heads nothing behind it. */
  readonly boxes?: readonly number[];
  /** It is the text of an image, which no page shows. */
  readonly isUnseen?: boolean;
  /** Something unquotable (code, a rule) stands above it. */
  readonly afterGap: boolean;
}

const LONGEST_FORM = 1200;

export function contentLine(
  line: Omit<ContentLine, "form" | "afterGap" | "bullet"> & {
    readonly afterGap?: boolean;
    readonly bullet?: boolean;
  },
): ContentLine {
  return { bullet: false, afterGap: false, ...line, form: lineForm(line.shown.slice(0, LONGEST_FORM)) };
}

/** It ends as a sentence does, whatever quotation marks and numbers of notes («[3]») stand behind the stop. */
export function endsWithStop(shown: string): boolean {
  return /[.!?\u061F\u2026\u06D4](?:[\s"'\u201C\u201D\u2019\u00BB)\]]|\[\p{Nd}{1,3}\])*$/u.test(shown);
}

export function wordCount(shown: string): number {
  return shown.match(/[\p{L}\p{N}][\p{L}\p{M}\p{N}\u0640'\u2019.-]*/gu)?.length ?? 0;
}

/** Running text: it ends with a stop and is more than a phrase, or is too long for a heading. */
export function isProse(line: ContentLine): boolean {
  const length = line.shown.length;
  return length > 180 || (length >= 40 && endsWithStop(line.shown) && wordCount(line.shown) >= 6);
}
