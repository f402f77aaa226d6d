import type { ParagraphKind, Span } from "./article.ts";
import { closingStart } from "./closing-sign.ts";
import { type ContentLine, contentLine, endsWithStop } from "./content-line.ts";
import { markupLines } from "./html-tags.ts";
import { marksOf, marksWithin, withoutMarks } from "./inline-marks.ts";
import type { Content, MarkupLine } from "./plain-text.ts";
import { linesOf, type TextLine, trimSpan } from "./text-lines.ts";

/** What a line of Markdown is by its beginning. `text` goes on from the line above where that may go on. */
type LineKind =
  | "blank"
  | "fence"
  | "rule"
  | "heading"
  | "underline"
  | "item"
  | "row"
  | "row-rule"
  | "note"
  | "definition"
  | "image"
  | "text";

const KINDS: readonly [kind: LineKind, pattern: RegExp][] = [
  ["blank", /^[\s>]*$/u],
  ["fence", /^ {0,3}(?:`{3,}|~{3,})/u],
  ["heading", /^ {0,3}#{1,6}(?:\s|$)/u],
  ["row-rule", /^ {0,3}\|?\s*:?-{2,}:?\s*(?:\|\s*:?-{2,}:?\s*)+(?:\|\s*)?$/u],
  ["underline", /^ {0,3}(?:=+|-{2,})\s*$/u],
  ["rule", /^ {0,3}(?:(?:\*\s*){3,}|(?:_\s*){3,}|(?:-\s*){3,})$/u],
  ["item", /^\s*(?:>\s?)*(?:[-*+]|\d{1,9}[.)])\s+\S/u],
  ["note", /^ {0,3}\[\^[^\]\s]+\]:/u],
  ["definition", /^ {0,3}\[[^\]^][^\]]*\]:\s+\S+/u],
  ["row", /^\s*\|.*\|\s*$/u],
];
const MARKER = /^[\s>]*(?:(?:[-*+]|\d{1,9}[.)])\s+(?:\[[ xX]\]\s+)?|#{1,6}\s+|\|\s*|\[\^[^\]\s]+\]:\s*)?/u;

/** A Markdown text from `bodyStart` on: one line of content for each block, its marker taken off. */
export function markdownContent(
  article: { readonly text: string; readonly file: string },
  bodyStart: number,
): Content {
  return new Reader(article, bodyStart).read();
}

class Reader {
  readonly #text: string;
  readonly #marks: ReturnType<typeof marksOf>;
  readonly #all: readonly TextLine[];
  readonly #html: ReadonlyMap<number, string>;
  readonly #lines: ContentLine[] = [];
  readonly #markup: MarkupLine[] = [];
  #block: { from: TextLine; to: TextLine; kind: ParagraphKind | undefined } | undefined;
  #gap = false;

  constructor(article: { readonly text: string; readonly file: string }, bodyStart: number) {
    this.#text = article.text;
    this.#marks = marksOf(article);
    this.#all = linesOf(article.text).filter(({ start }) => start >= bodyStart);
    this.#html = markupLines(article.text, this.#all);
  }

  read(): Content {
    for (let index = 0; index < this.#all.length; index += 1) {
      const line = this.#all[index];
      if (line !== undefined) index = this.#take(line, index);
    }
    this.#flush();
    return { lines: this.#lines, markup: this.#markup };
  }

  /** Takes a line, and for a fence all lines to its end; the index of the last one taken. */
  #take(line: TextLine, index: number): number {
    const html = this.#html.get(index);
    const kind = html === undefined ? this.#kindOf(line) : "definition";
    switch (kind) {
      case "blank":
        this.#flush();
        return index;
      case "fence":
        this.#flush();
        return this.#leaveOutCode(line, index);
      case "underline":
        if (this.#block !== undefined && this.#block.kind === undefined)
          this.#flush("heading", this.#text.slice(line.start, line.end).includes("=") ? 1 : 2);
        else this.#flush();
        this.#gap = true;
        return index;
      case "row-rule": {
        this.#flush();
        // The row above names the columns: a caption of the table, no fact in it.
        const head = this.#lines.at(-1);
        if (head?.kind === "table-row") this.#lines[this.#lines.length - 1] = { ...head, kind: "caption" };
        this.#gap = true;
        return index;
      }
      case "rule":
        this.#flush();
        this.#gap = true;
        return index;
      case "definition":
        this.#flush();
        this.#leaveOut(line, html ?? "a link's address");
        return index;
      case "text":
        if (this.#block === undefined) this.#block = { from: line, to: line, kind: undefined };
        else this.#block.to = line;
        return index;
      default:
        this.#flush();
        this.#block = { from: line, to: line, kind: BLOCK_KINDS[kind] };
        if (kind === "heading" || kind === "row" || kind === "image") this.#flush();
        return index;
    }
  }

  #kindOf({ start, end }: TextLine): LineKind {
    const line = this.#text.slice(start, Math.min(end, start + 4000));
    const kind = KINDS.find(([, pattern]) => pattern.test(line))?.[0];
    return kind ?? (imageText(this.#text, start, end) === undefined ? "text" : "image");
  }

  #leaveOutCode(line: TextLine, index: number): number {
    const fence = /^ {0,3}(`{3,}|~{3,})/u.exec(this.#text.slice(line.start, line.end))?.[1] ?? "```";
    let last = index;
    for (let next = index + 1; next < this.#all.length; next += 1) {
      const { start, end } = this.#all[next] ?? line;
      last = next;
      if (this.#text.slice(start, end).trim().startsWith(fence)) break;
    }
    this.#leaveOut(line, "code");
    return last;
  }

  #leaveOut(line: TextLine, reason: string): void {
    this.#markup.push({ number: line.number, text: this.#text.slice(line.start, line.end).trim(), reason });
    this.#gap = true;
  }

  #flush(as?: ParagraphKind, underlined?: number): void {
    const block = this.#block;
    this.#block = undefined;
    if (block === undefined) return;
    const marker =
      MARKER.exec(this.#text.slice(block.from.start, Math.min(block.from.end, block.from.start + 200)))?.[0]
        .length ?? 0;
    // Of an image its text alone: its address may be the whole picture.
    let span =
      (block.kind === "caption" ? imageText(this.#text, block.from.start, block.to.end) : undefined) ??
      trimSpan(this.#text, block.from.start + marker, block.to.end);
    if (block.kind === "heading") span = { ...span, end: closingStart(this.#text, span, "#") };
    if (block.kind === "table-row") span = { ...span, end: closingStart(this.#text, span, "|") };
    const shown = withoutMarks(
      this.#text,
      marksWithin(this.#marks, span.start, span.end),
      span.start,
      span.end,
    ).trim();
    if (!/[\p{L}\p{N}]/u.test(shown)) {
      if (shown !== "" || span.end > span.start) this.#leaveOut(block.from, "no text");
      return;
    }
    const raw = this.#text.slice(span.start, span.end);
    const kind = as ?? block.kind ?? (isBoldTitle(raw, shown) ? "heading" : "prose");
    const bullet = block.kind === "list-item";
    const signs = /^ {0,3}(#{1,6})/u.exec(this.#text.slice(block.from.start, block.from.start + 10))?.[1];
    const level = underlined ?? (block.kind === "heading" ? signs?.length : undefined);
    this.#lines.push(
      contentLine({
        ...span,
        number: block.from.number,
        shown,
        kind,
        bullet,
        ...(level !== undefined && { level }),
        afterGap: this.#gap,
      }),
    );
    this.#gap = false;
  }
}

const IMAGE = /^(\s*!\[)([^\]]*)\]\(/u;

/** The text of the image that a line consists of. */
function imageText(text: string, start: number, end: number): Span | undefined {
  const last = trimSpan(text, start, end).end - 1;
  if (text.charAt(last) !== ")") return undefined;
  const [, opening, shown] = IMAGE.exec(text.slice(start, Math.min(end, start + 4000))) ?? [];
  if (opening === undefined || shown === undefined) return undefined;
  const from = start + opening.length;
  const to = from + shown.length;
  return text.indexOf(")", to) < last ? undefined : trimSpan(text, from, to);
}

const BLOCK_KINDS: Readonly<Record<"heading" | "item" | "row" | "note" | "image", ParagraphKind>> = {
  heading: "heading",
  item: "list-item",
  row: "table-row",
  note: "prose",
  image: "caption",
};

/** A short paragraph all in bold and without a stop is how many writers mark a heading. */
function isBoldTitle(raw: string, shown: string): boolean {
  return shown.length <= 100 && /^(?:\*\*|__)[^\n]+(?:\*\*|__)$/u.test(raw) && !endsWithStop(shown);
}
