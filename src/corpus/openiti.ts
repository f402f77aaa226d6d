import { endsWithStop } from "./content-line.ts";
import { type Mark, ordered } from "./markup-mark.ts";
import type { Page, PageBlock } from "./page.ts";
import { linesOf, type TextLine, trimSpan } from "./text-lines.ts";

/** A text of the Open Islamicate Texts Initiative, in its mARkdown, by its first line or the end of its head. */
export function isOpenIti(text: string): boolean {
  return text.startsWith("######OpenITI#") || /^#META#Header#End#/mu.test(text.slice(0, LONGEST_HEAD));
}

const LONGEST_HEAD = 20_000;
/** Pages, milestones of three hundred words, and tags of people, places and years. */
const INLINE = /PageV[^\sP]{1,8}P\d{1,6}[A-Z]?|\bms[A-Z]?\d{1,6}\b|@[A-Z]{1,12}\d{0,3}@?|Page(?:Beg|End)/gu;
/** Between the halves of a verse. */
const CAESURA = /[ \t]{0,9}%~%[ \t]{0,9}/gu;
/** `### | title`, and as older texts have it `# | title`; a program marks its guesses. */
const HEADING = /^#{1,3}\s*(\|+|\$+)\s*(?:AUTO\s+)?/u;
/** Where a line of the printed page ends. */
const LINE_OF_PRINT = /[ \t]{0,9}\|[ \t]{0,9}/gu;
/** Who edited the book, its notes and its lists are no part of it. */
const APPARATUS = /^###\s*\|(?:EDITOR|PARATEXT)\|/u;

/**
 * Headings, paragraphs and verses of a text in OpenITI mARkdown: `#META#` tells title and author, `# ` begins a paragraph,
 * `~~` goes on with it, `### |` is a heading; pages and milestones are no text.
 * Source: https://github.com/OpenITI/mARkdown_scheme
 */
export function openItiPage(text: string): Page {
  const lines = linesOf(text);
  const blocks: PageBlock[] = [];
  const marks: Mark[] = [];
  const meta: string[] = [];
  let block: PageBlock | undefined;
  let skipping = false;
  let isNewPage = false;
  const flush = () => {
    if (block !== undefined) blocks.push(block);
    block = undefined;
  };
  for (const line of lines) {
    const content = text.slice(line.start, line.end);
    if (content.startsWith("#META#")) meta.push(content);
    if (content.startsWith("#META#") || content.startsWith("######OpenITI#")) continue;
    const heading = HEADING.exec(content);
    if (heading !== null) {
      flush();
      skipping = APPARATUS.test(content);
      const span = trimSpan(text, line.start + heading[0].length, line.end);
      marks.push({ start: line.start, end: span.start });
      const level = Math.min(6, (heading[1] ?? "|").length + 1);
      // A title closed by a bar, as in `### |EDITOR|`, names a part of the book.
      if (!skipping) blocks.push({ ...span, number: line.number, kind: "heading", level, afterGap: false });
      continue;
    }
    if (skipping) continue;
    const sign = /^(?:~~|#(?![#~])\s*(?:\$[A-Z]{1,12}\$)?)?\s*/u.exec(content)?.[0].length ?? 0;
    const span = trimSpan(text, line.start + sign, line.end);
    if (span.start === span.end) continue;
    if (isOnlyMarks(text, span)) {
      isNewPage = true;
      continue;
    }
    // A page ends in the midst of a sentence, and the next begins with a `#` all the same.
    const goesOn =
      content.startsWith("~~") ||
      (isNewPage && block !== undefined && !endsWithStop(text.slice(block.start, block.end)));
    isNewPage = false;
    if (goesOn && block !== undefined) {
      marks.push({ start: block.end, end: span.start, as: " " });
      block = { ...block, end: span.end };
    } else {
      flush();
      if (span.start > line.start) marks.push({ start: line.start, end: span.start });
      block = { ...span, number: line.number, kind: undefined, afterGap: false };
    }
  }
  flush();
  for (const { 0: sign, index } of text.matchAll(INLINE))
    marks.push({ start: index, end: index + sign.length });
  for (const { 0: sign, index } of text.matchAll(LINE_OF_PRINT))
    marks.push({ start: index, end: index + sign.length, as: " " });
  for (const { 0: sign, index } of text.matchAll(CAESURA))
    marks.push({ start: index, end: index + sign.length, as: " \u2013 " });
  const told = toldBy(meta);
  const first = lines[0];
  const head = meta.length > 0 && first !== undefined ? [markupOf(text, first)] : [];
  return { blocks, markup: head, marks: ordered(marks), told };
}

function markupOf(text: string, { number, start, end }: TextLine) {
  return { number, text: text.slice(start, end), reason: "the head of an OpenITI text" };
}

function isOnlyMarks(text: string, { start, end }: { start: number; end: number }): boolean {
  return end - start <= 60 && text.slice(start, end).replace(INLINE, "").trim() === "";
}

/** Title and author of the lines `#META# 020.BookTITLE :: كتاب`; the longer of two spellings is the fuller one. */
function toldBy(meta: readonly string[]): { title?: string; author?: string } {
  const title = saidOf(meta, /title|^الكتاب/iu);
  const author = saidOf(meta, /author(?:name|aka)?(?=[\s:])|^(?:المؤلف|auth)(?=[\s:])/iu);
  return { ...(title !== undefined && { title }), ...(author !== undefined && { author }) };
}

function saidOf(meta: readonly string[], pattern: RegExp): string | undefined {
  for (const line of meta) {
    const [key = "", ...value] = line.slice("#META#".length).split(/::|:/u);
    const said = (value.join(":").split("\u00B6")[0] ?? "").trim();
    if (pattern.test(`${key.trim()} `) && /\p{Script=Arabic}/u.test(said)) return said.slice(0, 300);
  }
  return undefined;
}
