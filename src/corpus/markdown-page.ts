import type { ParagraphKind, Span } from "./article.ts";
import { closingStart } from "./closing-sign.ts";
import {
  type Container,
  closedNames,
  type GeneratorText,
  generatorLine,
  type MarkupText,
  textsIn,
} from "./generator-lines.ts";
import { componentsIn, markupLines, tagsIn } from "./html-tags.ts";
import type { MarkupLine, Page, PageBlock } from "./page.ts";
import { isProseFence } from "./prose-fence.ts";
import { headStart, linesOf, type TextLine, trimSpan } from "./text-lines.ts";
import { wrapMarks, wrappedLines } from "./wrapping.ts";

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
  ["fence", /^\s*(?:>\s?)*(?:`{3,}|~{3,})/u],
  ["heading", /^ {0,3}#{1,6}(?:\s|$)/u],
  ["row-rule", /^ {0,3}\|?\s*:?-{2,}:?\s*(?:\|\s*:?-{2,}:?\s*)+(?:\|\s*)?$/u],
  ["underline", /^ {0,3}(?:=+|-{2,})\s*$/u],
  ["rule", /^ {0,3}(?:(?:\*\s*){3,}|(?:_\s*){3,}|(?:-\s*){3,})$/u],
  ["item", /^\s*(?:>\s?)*(?:[-*+]|\d{1,9}[.)])\s+\S/u],
  ["note", /^ {0,3}\[\^[^\]\s]+\]:/u],
  ["definition", /^ {0,3}\[[^\]^][^\]]*\]:\s+\S+/u],
  ["row", /^\s*\|.*\|\s*$/u],
];
const MARKER =
  /^[\s>]*(?:(?:[-*+]|\d{1,9}[.)])\s+(?:\[[ xX]\]\s+)?|#{1,6}\s+|(?:\|\s*)+|\[\^[^\]\s]+\]:\s*)?/u;
const OPTION = /^:?(title|color|icon|collapse|class|name|width):[ \t]*/u;
const FENCE = /^\s*(?:>\s?)*(`{3,}|~{3,})/u;
/** No line of a kind other than text is told by more of its beginning than this. */
const LONGEST_HEAD = 4000;

/**
 * A Markdown text from `bodyStart` on as blocks, and its lines of markup. Where the whole text shows that it was wrapped
 * at a width, a line end inside of a paragraph is a space.
 */
export function markdownPage(text: string, bodyStart = 0): Page {
  return new Reader(text, bodyStart).read();
}

/** What begins a block in HTML; of these headings, questions and items are known for what they are. */
const BLOCK_TAG =
  /^\s*<(h[1-6]|summary|p|div|li|dt|dd|td|th|caption|figcaption|blockquote|section|article)(?=[\s>])/iu;
const TAG_KINDS: ReadonlyMap<string, ParagraphKind> = new Map([
  ["h", "heading"],
  ["summary", "heading"],
  ["li", "list-item"],
  ["td", "table-row"],
  ["figcaption", "caption"],
]);

interface OpenBox {
  readonly id: number;
  readonly box: Container;
}

/** Boxes in one another; of more the innermost count. */
const MOST_BOXES = 16;

class Reader {
  readonly #text: string;
  readonly #page: GeneratorText;
  readonly #components: ReadonlySet<string>;
  readonly #html: ReadonlyMap<number, string>;
  readonly #blocks: PageBlock[] = [];
  readonly #markup: MarkupLine[] = [];
  #boxes: readonly OpenBox[] = [];
  #boxCount = 0;
  #block: { from: TextLine; to: TextLine; kind: ParagraphKind | undefined } | undefined;
  #gap = false;

  constructor(text: string, bodyStart: number) {
    this.#text = text;
    const lines = linesOf(text)
      .filter(({ start }) => start >= bodyStart)
      .map((line) => {
        const start = headStart(text, line);
        return start === line.start ? line : { ...line, start };
      });
    this.#page = { text, lines, closed: closedNames(text) };
    this.#components = componentsIn(text);
    this.#html = markupLines(text, lines, this.#components);
  }

  read(): Page {
    const { lines } = this.#page;
    for (let index = 0; index < lines.length; index += 1) {
      const line = lines[index];
      if (line !== undefined) index = this.#take(line, index);
    }
    this.#flush();
    const marks = wrapMarks(this.#text, lines, wrappedLines(this.#text, lines));
    return { blocks: this.#blocks, markup: this.#markup, marks };
  }

  /** Takes a line, and for code all lines to its end; the index of the last one taken. */
  #take(line: TextLine, index: number): number {
    const content = this.#text.slice(line.start, Math.min(line.end, line.start + LONGEST_HEAD));
    this.#leaveBoxes(content);
    const html = this.#html.get(index);
    if (html !== undefined) return this.#takeTags(line, index, html);
    const kind = this.#kindOf(line, content);
    if (kind === "fence") return this.#takeFence(line, index, content);
    const tag = BLOCK_TAG.exec(content)?.[1]?.toLowerCase();
    if (tag !== undefined) {
      this.#flush();
      this.#block = { from: line, to: line, kind: TAG_KINDS.get(tag.replace(/\d/u, "")) };
      if (this.#block.kind === "heading")
        this.#flush(undefined, tag === "summary" ? undefined : Number(tag[1]));
      return index;
    }
    const command = kind === "blank" ? undefined : generatorLine(this.#page, index);
    if (command !== undefined) {
      this.#flush();
      if (command.closes !== undefined) this.#close(command.closes);
      if (command.opens !== undefined) this.#open(command.opens);
      this.#leaveOut(line, command.reason);
      this.#keep(line, command.texts);
      return command.last;
    }
    switch (kind) {
      case "blank":
        this.#flush();
        return index;
      case "underline":
        if (this.#block !== undefined && this.#block.kind === undefined)
          this.#flush("heading", content.includes("=") ? 1 : 2);
        else this.#flush();
        this.#gap = true;
        return index;
      case "row-rule": {
        this.#flush();
        // The row above names the columns: a caption of the table, no fact in it.
        const head = this.#blocks.at(-1);
        if (head?.kind === "table-row") this.#blocks[this.#blocks.length - 1] = { ...head, kind: "caption" };
        this.#gap = true;
        return index;
      }
      case "rule":
        this.#flush();
        this.#gap = true;
        return index;
      case "definition":
        this.#flush();
        this.#leaveOut(line, "a link's address");
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

  #kindOf({ start, end }: TextLine, content: string): LineKind {
    const kind = KINDS.find(([, pattern]) => pattern.test(content))?.[0];
    return kind ?? (imageText(this.#text, start, end) === undefined ? "text" : "image");
  }

  /** Ends the boxes that go no further than the line above. */
  #leaveBoxes(content: string): void {
    const ended = this.#boxes.findIndex(({ box }) => "goesOn" in box && !box.goesOn.test(content));
    if (ended < 0) return;
    this.#flush();
    this.#boxes = this.#boxes.slice(0, ended);
  }

  #open(box: Container): void {
    this.#boxCount += 1;
    this.#boxes = [...this.#boxes, { id: this.#boxCount, box }].slice(-MOST_BOXES);
  }

  #close(name: string): void {
    const at = this.#boxes.findLastIndex(({ box }) => "name" in box && box.name === name);
    if (at >= 0) this.#boxes = this.#boxes.slice(0, at);
  }

  #takeTags(line: TextLine, index: number, reason: string): number {
    this.#flush();
    let last = index;
    const end = Math.min(line.end, line.start + LONGEST_HEAD);
    const whole = this.#text.slice(line.start, end);
    if (/^\s*<[A-Z]/u.test(whole) && !whole.includes(">"))
      while (this.#html.has(last + 1) && !/>\s*$/u.test(this.#contentOf(last))) last += 1;
    const span = {
      start: line.start,
      end: Math.max(end, Math.min(this.#page.lines[last]?.end ?? end, end + LONGEST_HEAD)),
    };
    this.#leaveOut(line, reason);
    for (const tag of tagsIn(this.#text, span.start, span.end, this.#components)) this.#takeTag(tag, line);
    return last;
  }

  #takeTag(tag: Span, line: TextLine): void {
    const content = this.#text.slice(tag.start, tag.end);
    const [, slash, name = ""] = /^<(\/?)([\w.-]+)/u.exec(content) ?? [];
    const isComponent = /^[A-Z]/u.test(name);
    if (slash === "/") this.#close(name);
    else if ((isComponent || name === "details") && !content.endsWith("/>") && this.#components.has(name)) {
      this.#open({ name });
      this.#keep(line, textsIn(this.#text, tag, "heading"));
    } else
      this.#keep(
        line,
        textsIn(this.#text, tag, "caption").flatMap((kept) => {
          const isAlt = /alt\s*=\s*$/u.test(this.#text.slice(Math.max(0, kept.start - 9), kept.start - 1));
          return isAlt ? [{ ...kept, isUnseen: true }] : isComponent ? [kept] : [];
        }),
      );
  }

  /** Code is left out; prose in a fence (a note, a poem) is read on. */
  #takeFence(line: TextLine, index: number, content: string): number {
    this.#flush();
    const [head = "", fence = "```"] = FENCE.exec(content) ?? [];
    const info = content.slice(head.length);
    const { lines } = this.#page;
    let last = index + 1;
    while (last < lines.length && !closesFence(this.#contentOf(last), fence)) last += 1;
    const end = lines[last] ?? line;
    const { end: from } = line;
    const top = this.#boxes.at(-1)?.box;
    if (top !== undefined && "name" in top && top.name === fence && info.trim() === "") {
      this.#close(fence);
      this.#leaveOut(line, "the edge of a box");
      return index;
    }
    const inside = this.#text.slice(
      from,
      Math.min(last < lines.length ? end.start : this.#text.length, from + LONGEST_HEAD),
    );
    if (last < lines.length && isProseFence(info, inside)) {
      this.#open({ name: fence });
      this.#leaveOut(line, "the edge of a box");
      this.#keep(line, textsIn(this.#text, line, "heading"));
      return this.#takeOptions(index);
    }
    this.#leaveOut(line, "code");
    return Math.min(last, lines.length - 1);
  }

  /** The lines of options that a note begins with: `title: …`. The index of the last one. */
  #takeOptions(index: number): number {
    let last = index;
    for (let line = this.#page.lines[last + 1]; line !== undefined; line = this.#page.lines[last + 1]) {
      const option = OPTION.exec(this.#contentOf(last + 1));
      if (option === null) break;
      last += 1;
      this.#leaveOut(line, "an option of a box");
      if (option[1] === "title")
        this.#keep(line, [{ start: line.start + option[0].length, end: line.end, kind: "heading" }]);
    }
    return last;
  }

  #contentOf(index: number): string {
    const { start, end } = this.#page.lines[index] ?? { start: 0, end: 0 };
    return this.#text.slice(start, Math.min(end, start + LONGEST_HEAD));
  }

  #leaveOut(line: TextLine, reason: string): void {
    this.#markup.push({ number: line.number, text: this.#text.slice(line.start, line.end).trim(), reason });
    this.#gap = true;
  }

  /** Texts inside of markup, as blocks of their own. */
  #keep({ number }: TextLine, texts: readonly MarkupText[]): void {
    for (const { start, end, ...text } of texts)
      this.#add({ ...trimSpan(this.#text, start, end), number, ...text, isKept: true });
  }

  #flush(as?: ParagraphKind, underlined?: number): void {
    const block = this.#block;
    this.#block = undefined;
    if (block === undefined) return;
    const { from, to } = block;
    const marker =
      MARKER.exec(this.#text.slice(from.start, Math.min(from.end, from.start + 200)))?.[0].length ?? 0;
    // Of an image its text alone: its address may be the whole picture.
    let span =
      (block.kind === "caption" ? imageText(this.#text, from.start, to.end) : undefined) ??
      trimSpan(this.#text, from.start + marker, to.end);
    if (block.kind === "heading") span = { ...span, end: closingStart(this.#text, span, "#") };
    if (block.kind === "table-row") span = { ...span, end: closingStart(this.#text, span, "|") };
    const signs = /^ {0,3}(#{1,6})/u.exec(this.#text.slice(from.start, from.start + 10))?.[1];
    const level = underlined ?? (block.kind === "heading" ? signs?.length : undefined);
    this.#add({
      ...span,
      number: from.number,
      kind: as ?? block.kind,
      isKept: false,
      ...(block.kind === "caption" && { isUnseen: true }),
      ...(level !== undefined && { level }),
    });
  }

  #add(block: Omit<PageBlock, "boxes" | "afterGap">): void {
    this.#blocks.push({ ...block, boxes: this.#boxes.map(({ id }) => id), afterGap: this.#gap });
    this.#gap = false;
  }
}

function closesFence(content: string, fence: string): boolean {
  const line = content.replace(/^[\s>]+/u, "");
  return line.startsWith(fence) && line.replace(/[`~]/gu, "").trim() === "";
}

const IMAGE = /^(\s*!\[)([^\]]*)\]\(/u;

/** The text of the image that a line consists of. */
function imageText(text: string, start: number, end: number): Span | undefined {
  const last = trimSpan(text, start, end).end - 1;
  if (text.charAt(last) !== ")") return undefined;
  const [, opening, shown] = IMAGE.exec(text.slice(start, Math.min(end, start + LONGEST_HEAD))) ?? [];
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
