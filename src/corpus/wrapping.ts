import type { Mark } from "./markup-mark.ts";
import type { TextLine } from "./text-lines.ts";

/** No lines are wrapped at more characters, or at fewer. */
const WIDTH = { least: 25, most: 140 };
/**
 * A line of this share of the width, the next word counted with it, is full: in a PDF letters are not of one width. Of
 * few lines each must show it without doubt.
 */
const FULL = { ofMany: 0.85, ofFew: 0.92 };
const FEW_LINES = 8;
/** Shares of the lines that go on in another: full ones at least, such as have a stop or comma inside, such as end with a stop. */
const SHARES = { full: 0.75, pointed: 0.15, stopped: 0.5 };
/** A sound that so many lines end in is a rhyme, and verses are not joined. */
const RHYME = 0.45;
const LEAST_LINES = 3;
/** So many words end in these that one of them alone is no rhyme. */
const ENDING = /[\u0629\u0647\u0627\u064A\u0648\u0646\u062A\u0649]$/u;

/** What begins a paragraph of its own: a list, a heading, a table, a quotation, markup, code. */
const BEGINS = /^\s*(?:[#>|<]|[-*+\u2022\u25CF\u2013\u2014]\s|\(?\p{Nd}{1,3}[.)\u2013-]|`{3}|~{3}|:::|\[\^)/u;

/**
 * The lines that go on in another one, by their indices: those of a text that was wrapped at a width (mail, PDF made
 * text, old books). The whole text shows it: nearly all lines that another follows are as long as fits, and sentences
 * run over their ends. A sentence goes on over a page's number too. Linear.
 */
export function wrappedLines(text: string, lines: readonly TextLine[]): ReadonlyMap<number, number> {
  const pairs = mostlyShort(lines) ? pairsOf(text, lines) : [];
  if (pairs.length < LEAST_LINES) return NONE;
  const widths = pairs.map(({ width }) => width).sort((a, b) => a - b);
  const limit = widths[Math.ceil((widths.length - 1) * 0.97)] ?? 0;
  if (limit < WIDTH.least || limit > WIDTH.most) return NONE;
  const least = limit * (pairs.length < FEW_LINES ? FULL.ofFew : FULL.ofMany);
  const isFull = ({ width, nextWord }: LinePair) => width + 1 + nextWord >= least && width <= limit * 1.3;
  const full = pairs.filter(isFull);
  const share = (part: readonly unknown[]) => part.length / pairs.length;
  const isWrapped =
    share(full) >= SHARES.full &&
    share(pairs.filter(({ isPointed }) => isPointed)) >= SHARES.pointed &&
    share(pairs.filter(({ isStopped }) => isStopped)) <= SHARES.stopped &&
    !rhymes(text, lines, pairs);
  if (!isWrapped) return NONE;
  const overPages = pairsOverPages(text, lines).filter((pair) => isFull(pair) && !pair.isStopped);
  return new Map(
    [...full, ...overPages].filter(({ isIndented }) => !isIndented).map(({ index, next }) => [index, next]),
  );
}

const NONE: ReadonlyMap<number, number> = new Map();

/** The number of a page alone on its line: «- 12 -». `content`: without white space around it. */
export function isPageNumber(content: string): boolean {
  return content.length <= 10 && PAGE_NUMBER.test(content);
}

const PAGE_NUMBER = /^(?:[-\u2013\u2014([] ?)?\p{Nd}{1,4}(?: ?[-\u2013\u2014)\]])?$/u;

/** The line ends between lines that go on, each as a space. */
export function wrapMarks(
  text: string,
  lines: readonly TextLine[],
  wrapped: ReadonlyMap<number, number>,
): Mark[] {
  const marks: Mark[] = [];
  for (const [index, at] of wrapped) {
    const next = lines[at];
    let { end: start } = lines[index] ?? { end: 0 };
    if (next === undefined) continue;
    while (/[ \t]/u.test(text.charAt(start - 1))) start -= 1;
    let end = next.start;
    while (/[ \t]/u.test(text.charAt(end))) end += 1;
    marks.push({ start, end, as: " " });
  }
  return marks;
}

interface LinePair {
  readonly index: number;
  /** The index of the line that may go on with it. */
  readonly next: number;
  readonly width: number;
  readonly nextWord: number;
  /** A stop or comma stands inside of it. */
  readonly isPointed: boolean;
  readonly isStopped: boolean;
  /** The next line begins further in. */
  readonly isIndented: boolean;
}

/** Most of the text stands in lines that may be wrapped ones. */
function mostlyShort(lines: readonly TextLine[]): boolean {
  let short = 0;
  let long = 0;
  for (const { start, end } of lines) {
    if (end - start <= 2 * WIDTH.most) short += end - start;
    else long += end - start;
  }
  return short > long;
}

function pairsOf(text: string, lines: readonly TextLine[]): LinePair[] {
  const pairs: LinePair[] = [];
  let line = shownLine(text, lines[0]);
  for (let index = 0; index + 1 < lines.length; index += 1) {
    const next = shownLine(text, lines[index + 1]);
    const pair = pairOf(line, next);
    if (pair !== undefined) pairs.push({ index, next: index + 1, ...pair });
    line = next;
  }
  return pairs;
}

/** The lines above and below each page's number and the blank lines around it. */
function pairsOverPages(text: string, lines: readonly TextLine[]): LinePair[] {
  const pairs: LinePair[] = [];
  let above: number | undefined;
  let isOver = false;
  lines.forEach((line, index) => {
    const content = shownLine(text, line);
    if (content.trim() === "") return;
    if (isPageNumber(content.trim())) {
      isOver = true;
      return;
    }
    const pair = isOver && above !== undefined ? pairOf(shownLine(text, lines[above]), content) : undefined;
    if (pair !== undefined && above !== undefined) pairs.push({ index: above, next: index, ...pair });
    above = index;
    isOver = false;
  });
  return pairs;
}

/** What two lines show of whether the first goes on in the second; undefined where either is no running text. */
function pairOf(line: string, next: string): Omit<LinePair, "index" | "next"> | undefined {
  const content = line.trim();
  const below = next.trim();
  if (content === "" || below === "" || BEGINS.test(next) || /^[#|<]/u.test(content)) return undefined;
  if (isPageNumber(content) || isPageNumber(below)) return undefined;
  return {
    width: content.length,
    nextWord: /^\S{1,20}/u.exec(below)?.[0].length ?? 0,
    isPointed: /[.\u061F!?\u061B\u060C:,;](?=["\u00BB)\]]?\s)/u.test(content),
    isStopped: /[.\u061F!?:]["\u00BB)\]]?$/u.test(content),
    isIndented: indentOf(next) >= indentOf(line) + 2,
  };
}

/** Without what takes no room; a long line is none that was wrapped, so its beginning tells enough. */
function shownLine(text: string, line: TextLine | undefined): string {
  if (line === undefined) return "";
  return text
    .slice(line.start, Math.min(line.end, line.start + 4 * WIDTH.most))
    .replace(/[\p{M}\p{Cf}]+/gu, "");
}

function indentOf(line: string): number {
  return line.length - line.trimStart().length;
}

function rhymes(text: string, lines: readonly TextLine[], pairs: readonly LinePair[]): boolean {
  const verses = new Set(pairs.flatMap(({ index }) => [index, index + 1]));
  const counts = new Map<string, number>();
  for (const index of verses) {
    const { start, end } = lines[index] ?? { start: 0, end: 0 };
    const letters = text.slice(Math.max(start, end - 16), end).replace(/\P{L}+/gu, "");
    const rhyme = letters.slice(ENDING.test(letters) ? -2 : -1);
    counts.set(rhyme, (counts.get(rhyme) ?? 0) + 1);
  }
  return Math.max(...counts.values()) >= verses.size * RHYME;
}
