import type { Block, Reply } from "../../src/index.ts";
import { choicesOf } from "./choices.ts";
import { harmless, withoutControls } from "./controls.ts";
import type { Style } from "./style.ts";
import { wording } from "./wording.ts";
import { wrap } from "./wrap.ts";

export interface RenderOptions {
  readonly style: Style;
  /** Lines are filled up to this width; absent: a line of the reply is a line of the output, whatever its length. */
  readonly columns?: number;
  /** The reply's actions are listed by number, to be typed. */
  readonly choices?: boolean;
}

/** In front of each line of a quotation. */
const BAR = "\u2503 ";
/** In front of the marked words where no colour shows them in the quotation. */
const POINTER = "\u2190 ";

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
  if (links.length === 0) return lines(text, options).join("\n");
  if (!style.coloured) return [text, ...links.map((link) => link.url)].join("\n");
  let shown = "";
  let from = 0;
  for (const { start, end, url } of links) {
    shown += text.slice(from, start) + style.link(text.slice(start, end), url);
    from = end;
  }
  return shown + text.slice(from);
}

function renderQuote({ text, marks, part }: BlockOf<"quote">, options: RenderOptions): string {
  const { style, columns } = options;
  const ranges = columns ? wrap(text, columns - BAR.length) : wrap(text, Number.POSITIVE_INFINITY);
  const quoted = ranges.map(({ start, end }) => style.faint(BAR) + marked(text, marks, start, end, style));
  const whole = marks.length === 1 && marks[0]?.start === 0 && marks[0].end === text.length;
  if (!style.coloured && !whole) {
    for (const { start, end } of marks) quoted.push(POINTER + text.slice(start, end).replaceAll(/\s+/g, " "));
  }
  if (part && part.total > 1) quoted.push(style.faint(`(${part.index}/${part.total})`));
  return quoted.join("\n");
}

function marked(
  text: string,
  marks: BlockOf<"quote">["marks"],
  from: number,
  to: number,
  style: Style,
): string {
  let shown = "";
  let at = from;
  for (const mark of marks) {
    const start = Math.max(mark.start, at);
    const end = Math.min(mark.end, to);
    if (start >= end) continue;
    shown += text.slice(at, start) + style.mark(text.slice(start, end));
    at = end;
  }
  return shown + text.slice(at, to);
}

function renderCitation(
  { title, url, line, date, basis, key }: BlockOf<"citation">,
  options: RenderOptions,
): string {
  const { style } = options;
  const heading = url && style.coloured ? style.link(style.title(title), url) : style.title(title);
  const below = [line, date?.text].filter((part) => part).join(" \u00b7 ");
  return [
    heading,
    ...(below === "" ? [] : lines(below, options)),
    ...(basis ? lines(basis, options).map(style.faint) : []),
    ...(url && !style.coloured ? [url] : []),
    style.faint(`#${key}`),
  ].join("\n");
}

/** A row of actions is a line. */
function renderChoices(reply: Reply, { style }: RenderOptions): string {
  const rows = choicesOf(reply).map((row) =>
    row.map(({ number, label }) => `${style.title(`[${number}]`)} ${withoutControls(label)}`).join("   "),
  );
  if (rows.length === 0) return "";
  return [style.faint(wording[reply.language].choose), ...rows].join("\n");
}

function lines(text: string, { columns }: RenderOptions): string[] {
  if (!columns) return text.split("\n");
  return wrap(text, columns).map(({ start, end }) => text.slice(start, end));
}
