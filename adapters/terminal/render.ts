import type { Block, Reply } from "../../src/index.ts";
import { harmless, withoutControls } from "./controls.ts";
import { numberedActions } from "./numbered-actions.ts";
import { readableUrl } from "./readable-url.ts";
import type { Style } from "./style.ts";
import { wording } from "./wording.ts";
import { type TextRange, widthOf, wrap } from "./wrap.ts";

export interface RenderOptions {
  readonly style: Style;
  /** Lines are filled up to this width; absent: a line of the reply is a line of the output, however long. */
  readonly columns?: number;
  /** The reply's actions are listed by number, to be typed. */
  readonly choices?: boolean;
}

/** In front of each line of a quotation. */
const BAR = "\u2503 ";
/** In front of the marked words where no colour shows them in the quotation. */
const POINTER = "\u2190 ";
const INDENT = "  ";
/** Between two choices of one row. */
const GAP = "   ";

/**
 * A reply as lines of text in logical order; the terminal does the reordering. The quotation is shown letter for letter:
 * its marks are colours around its words, or, without colours, its marked words once more below it.
 */
export function render(reply: Reply, options: RenderOptions): string {
  let shown = "";
  reply.blocks.forEach((block, i) => {
    const inOneRun = block.type === "text" && reply.blocks[i - 1]?.type === "text";
    shown += (i === 0 ? "" : inOneRun ? "\n" : "\n\n") + renderBlock(harmless(block), options);
  });
  const choices = options.choices ? renderChoices(reply, options) : "";
  return [shown, choices].filter((part) => part !== "").join("\n\n");
}

function renderBlock(block: Block, options: RenderOptions): string {
  switch (block.type) {
    case "text":
      return renderText(block, options);
    case "notice":
      return lines(block.text, options).map(options.style.notice).join("\n");
    case "quote":
      return renderQuote(block, options);
    case "citation":
      return renderCitation(block, options);
  }
}

type BlockOf<Type extends Block["type"]> = Extract<Block, { type: Type }>;

/** Where links cannot be opened by a press, their addresses stand below. */
function renderText({ text, links = [] }: BlockOf<"text">, options: RenderOptions): string {
  const { style } = options;
  if (!style.coloured)
    return [...lines(text, options), ...links.map(({ url }) => readableUrl(url))].join("\n");
  const painted = links.map(({ start, end, url }) => ({
    start,
    end,
    paint: (words: string) => style.link(words, url),
  }));
  return rangesOf(text, options)
    .map((line) => paint(text, line, painted))
    .join("\n");
}

function renderQuote({ text, marks, part }: BlockOf<"quote">, options: RenderOptions): string {
  const { style, columns } = options;
  const ranges = columns ? wrap(text, columns - BAR.length) : wrap(text, Number.POSITIVE_INFINITY);
  const painted = marks.map((mark) => ({ ...mark, paint: style.mark }));
  const quoted = ranges.map((line) => style.faint(BAR) + paint(text, line, painted));
  const whole = marks.length === 1 && marks[0]?.start === 0 && marks[0].end === text.length;
  if (!style.coloured && !whole)
    quoted.push(...marks.flatMap(({ start, end }) => pointedAt(text.slice(start, end), options)));
  if (part && part.total > 1) quoted.push(style.faint(`(${part.index}/${part.total})`));
  return quoted.join("\n");
}

/** Marked words on lines of their own, behind an arrow. */
function pointedAt(words: string, { columns }: RenderOptions): string[] {
  const text = words.replaceAll(/\s+/g, " ");
  const room = columns ? columns - POINTER.length : Number.POSITIVE_INFINITY;
  return wrap(text, room).map(({ start, end }, i) => (i === 0 ? POINTER : INDENT) + text.slice(start, end));
}

/** A line of a text, some ranges of which are painted. */
function paint(
  text: string,
  line: TextRange,
  painted: readonly (TextRange & { paint(words: string): string })[],
): string {
  let shown = "";
  let at = line.start;
  for (const range of painted) {
    const start = Math.max(range.start, at);
    const end = Math.min(range.end, line.end);
    if (start >= end) continue;
    shown += text.slice(at, start) + range.paint(text.slice(start, end));
    at = end;
  }
  return shown + text.slice(at, line.end);
}

function renderCitation(
  { title, url, line, date, basis, key }: BlockOf<"citation">,
  options: RenderOptions,
): string {
  const { style } = options;
  const heading = lines(title, options)
    .map(style.title)
    .map((words) => (url && style.coloured ? style.link(words, url) : words));
  const below = [line, date?.text].filter((part) => part).join(" \u00b7 ");
  return [
    ...heading,
    ...(below === "" ? [] : lines(below, options)),
    ...(basis ? lines(basis, options).map(style.faint) : []),
    ...(url && !style.coloured ? [readableUrl(url)] : []),
    style.faint(`#${key}`),
  ].join("\n");
}

/** A row of actions is a line, or several where it does not fit into one. */
function renderChoices(reply: Reply, { style, columns = Number.POSITIVE_INFINITY }: RenderOptions): string {
  const shown: string[] = [];
  const rows = numberedActions(reply);
  for (const row of rows) {
    let left = 0;
    for (const { number, label, action } of row) {
      // The entries of a list have their numbers in the list itself.
      if (action.type === "press" && action.role === "entry") continue;
      const width = GAP.length + widthOf(`[${number}] ${label}`);
      const choice = `${style.title(`[${number}]`)} ${withoutControls(label)}`;
      if (width > left) {
        shown.push(choice);
        left = columns - width + GAP.length;
      } else {
        shown.push(`${shown.pop() ?? ""}${GAP}${choice}`);
        left -= width;
      }
    }
  }
  return rows.length === 0 ? "" : [style.faint(wording[reply.language].choose), ...shown].join("\n");
}

function lines(text: string, options: RenderOptions): string[] {
  return rangesOf(text, options).map(({ start, end }) => text.slice(start, end));
}

function rangesOf(text: string, { columns }: RenderOptions): readonly TextRange[] {
  if (columns) return wrap(text, columns);
  let at = 0;
  return text.split("\n").map((line) => {
    const start = at;
    at += line.length + 1;
    return { start, end: start + line.length };
  });
}
