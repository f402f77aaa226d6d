import {
  type Block,
  type CitationBlock,
  closersOf,
  type QuoteBlock,
  rightToLeftMark,
} from "../../src/index.ts";
import { codeBlock, escapeInside, escapeLine, escapeText, maskedLink, safeUrl } from "./escape.ts";

type SaidBlock = Block & { readonly type: "text" | "notice" };

/** Blocks one under the other. The title of a source stands above the quotations that it is cited for, the rest of it below them. */
export function blocksMarkdown(blocks: readonly Block[]): string {
  return blocks.map((block, i) => placed(block, blocks.slice(i + 1), blocks[i - 1])).join("\n");
}

/** At least as many characters as a block takes in any place, with the line ends to the next one. */
export function blockSize(block: Block): number {
  return placed(block, [], undefined).length + 2;
}

function placed(block: Block, after: readonly Block[], before: Block | undefined): string {
  switch (block.type) {
    case "quote": {
      const source = before?.type === "quote" ? undefined : after.find(({ type }) => type !== "quote");
      const lines = [
        ...(source?.type === "citation" && !source.isOneLine ? [titleMarkdown(source)] : []),
        // An empty line of quotation between two of them: neighbours in the article, each by itself.
        ...(before?.type === "quote" ? ["> "] : []),
        quoteMarkdown(block),
        ...(block.part ? [subtext(block.part.text)] : []),
      ];
      return lines.join("\n");
    }
    case "citation": {
      if (block.isOneLine) return sourceMarkdown(block, linkMarkdown(block));
      const title = before?.type === "quote" ? [] : [titleMarkdown(block)];
      return [...title, sourceMarkdown(block)].join("\n");
    }
    default:
      return textMarkdown(block);
  }
}

function titleMarkdown(citation: CitationBlock): string {
  return `### ${linkMarkdown(citation)}`;
}

function linkMarkdown({ title, url }: CitationBlock): string {
  return `${rightToLeftMark(title)}${maskedLink(title, url)}${closersOf(title)}`;
}

/** Author, source, paragraph and date in small print, behind the `title` where it stands there too, and the references of the article. */
function sourceMarkdown({ line, date, basis }: CitationBlock, ...title: readonly string[]): string {
  const parts = [...title, escapeInside(line), ...(date === undefined ? [] : [dateMarkdown(date)])];
  return [`-# ${parts.join(" · ")}`, ...(basis === undefined ? [] : [subtext(basis)])].join("\n");
}

/** Every line quoted, the words that answer in bold. The text itself stays as it is. */
function quoteMarkdown({ text, marks }: QuoteBlock): string {
  const lines: string[] = [];
  let at = 0;
  for (const line of text.split("\n")) {
    const shown = line.replace(/\r$/u, "");
    const inLine = marks.map((mark) => ({ start: mark.start - at, end: mark.end - at }));
    lines.push(`> ${rightToLeftMark(shown)}${markedLine(shown, inLine)}${closersOf(shown)}`);
    at += line.length + 1;
  }
  return lines.join("\n");
}

/** The bot's own sentences, with their links. */
function textMarkdown(block: SaidBlock): string {
  const { text } = block;
  if (block.type === "text" && block.isToCopy) return codeBlock(text);
  const links = block.type === "text" ? (block.links ?? []) : [];
  let markdown = "";
  let at = 0;
  for (const { start, end, url } of [...links].sort((a, b) => a.start - b.start)) {
    if (start < at || safeUrl(url) === undefined) continue;
    markdown += `${stretch(text, at, start)}${maskedLink(text.slice(start, end), url)}`;
    at = end;
  }
  return markdown + stretch(text, at, text.length);
}

/** Small print, which Discord calls subtext. */
function subtext(line: string): string {
  return `-# ${escapeInside(line)}`;
}

/** A whole date as a timestamp, which each reader sees in their own language and zone. At noon UTC it is the same day nearly everywhere. */
function dateMarkdown(date: NonNullable<CitationBlock["date"]>): string {
  const noon = /^\d{4}-\d{2}-\d{2}$/.test(date.iso) ? Date.parse(`${date.iso}T12:00:00Z`) : Number.NaN;
  return Number.isNaN(noon) ? escapeInside(date.text) : `\u2068<t:${noon / 1000}:D>\u2069`;
}

/** A stretch of text that may begin within a line. */
function stretch(text: string, start: number, end: number): string {
  const atLineStart = start === 0 || text[start - 1] === "\n";
  const [first = "", ...rest] = text.slice(start, end).split("\n");
  const head = atLineStart ? escapeText(first) : escapeInside(first);
  return [head, ...rest.map((line) => escapeText(line))].join("\n");
}

/** Bold may neither begin nor end with a space or within a character, and two that touch are one. */
function markedLine(line: string, marks: readonly { start: number; end: number }[]): string {
  const spans: { start: number; end: number }[] = [];
  for (const mark of [...marks].sort((a, b) => a.start - b.start)) {
    let start = Math.max(mark.start, spans.at(-1)?.end ?? 0, 0);
    let end = Math.min(mark.end, line.length);
    if (splitsPair(line, start)) start--;
    if (splitsPair(line, end)) end++;
    while (start < end && /\s/u.test(line.charAt(start))) start++;
    while (start < end && /\s/u.test(line.charAt(end - 1))) end--;
    if (start >= end) continue;
    const before = spans.at(-1);
    if (before?.end === start) before.end = end;
    else spans.push({ start, end });
  }
  let markdown = "";
  let at = 0;
  for (const { start, end } of spans) {
    markdown += `${at === 0 ? escapeStart(line.slice(0, start)) : escapeInside(line.slice(at, start))}**${escapeInside(line.slice(start, end))}**`;
    at = end;
  }
  return markdown + (at === 0 ? escapeLine(line) : escapeInside(line.slice(at)));
}

/** The text before the first mark, which is the start of a line; empty where the mark begins the line. */
function escapeStart(text: string): string {
  return text === "" ? "" : escapeLine(text);
}

function splitsPair(text: string, at: number): boolean {
  return /^[\uD800-\uDBFF][\uDC00-\uDFFF]$/.test(text.slice(at - 1, at + 1));
}
