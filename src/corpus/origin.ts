import type { ParagraphKind } from "./article.ts";
import { type ContentLine, endsWithStop } from "./content-line.ts";
import { type SourceLine, sourceLineIn } from "./publication.ts";
import { sentencesIn } from "./sentence-boundaries.ts";

/** What an article's own text says of its origin. */
export interface Origin extends SourceLine {
  readonly title: string;
  /** Index of the line that is the title; absent when the title is the beginning of the first sentence. */
  readonly titleLine?: number;
}

const LONGEST_TITLE = 60;
const LONGEST_TITLE_LINE = 160;
/** A source named further down belongs to a picture or a table there. */
const HEAD_LINES = 6;
const FOOT_LINES = 3;

/**
 * Title, author, source and date as the text tells them. The title is the line above a byline, else the first line
 * when it looks like a heading (in Markdown: the first heading of the first level, else the first), else the first sentence cut at a word within 60
 * characters. Author and source count near the top, or in the last lines; what several lines there say differently is
 * not known.
 */
export function originOf(
  lines: readonly ContentLine[],
  kinds: readonly ParagraphKind[],
  markdown: boolean,
): Origin {
  const titleLine = markdown ? headingLine(lines, kinds) : titleLineOf(lines, kinds);
  const shown = titleLine === undefined ? undefined : lines[titleLine]?.shown;
  const title = shown === undefined ? firstWords(lines, kinds) : shown.replace(/\s+/gu, " ");
  const said = sourceLines(lines, kinds, titleLine ?? 0);
  const author = agreed(said.map((line) => line.author));
  const source = agreed(said.map((line) => line.source));
  const url = agreed(said.map((line) => line.url));
  const date = said.map((line) => line.date).find((value) => value !== undefined);
  return {
    title,
    ...(titleLine === undefined ? {} : { titleLine }),
    ...(author === undefined ? {} : { author }),
    ...(source === undefined ? {} : { source }),
    ...(url === undefined ? {} : { url }),
    ...(date === undefined ? {} : { date }),
  };
}

/** A text cut at a word, with an ellipsis, when it is longer than a title may be. */
export function asTitle(text: string): string {
  const words = text.replace(/\s+/gu, " ").trim();
  if (words.length <= LONGEST_TITLE) return words.replace(/[.\u06D4]$/u, "");
  const head = words.slice(0, LONGEST_TITLE - 1);
  const cut = /\s/u.test(words.charAt(LONGEST_TITLE - 1)) ? head : head.replace(/\s\S*$/u, "");
  const whole = cut.length < head.length || /\s/u.test(head) ? cut : head.replace(/[\uD800-\uDBFF]$/u, "");
  return `${whole.replace(/(?<![\s\u060C\u061B,:;\u2013-])[\s\u060C\u061B,:;\u2013-]+$/u, "")}…`;
}

/** The first heading of the first level, wherever it stands, else the first heading. */
function headingLine(lines: readonly ContentLine[], kinds: readonly ParagraphKind[]): number | undefined {
  const top = kinds.findIndex((kind, index) => kind === "heading" && lines[index]?.level === 1);
  // The title of a box is none of the article's.
  const isOpen = ({ level, boxes = [] }: ContentLine) => level !== undefined || boxes.length === 0;
  const index =
    top < 0
      ? kinds.findIndex((kind, at) => kind === "heading" && lines.slice(at, at + 1).every(isOpen))
      : top;
  return index < 0 ? undefined : index;
}

function titleLineOf(lines: readonly ContentLine[], kinds: readonly ParagraphKind[]): number | undefined {
  const first = kinds.findIndex((kind) => kind !== "source-line");
  const bylined = kinds.findIndex(
    (kind, index) =>
      kind === "source-line" && index > 0 && isByline(lines[index]) && isTitle(lines, kinds, index - 1),
  );
  if (bylined > 0 && (bylined <= HEAD_LINES || !isTitle(lines, kinds, first)))
    return topOf(lines, kinds, bylined - 1);
  return isTitle(lines, kinds, first) ? first : undefined;
}

/** Above a byline a title may have a subtitle below it. */
function topOf(lines: readonly ContentLine[], kinds: readonly ParagraphKind[], index: number): number {
  let top = index;
  while (top > 0 && index - top < 2 && isTitle(lines, kinds, top - 1)) top -= 1;
  return top;
}

function isByline(line: ContentLine | undefined): boolean {
  return line !== undefined && sourceLineIn(line)?.author !== undefined;
}

function isTitle(lines: readonly ContentLine[], kinds: readonly ParagraphKind[], index: number): boolean {
  const line = lines[index];
  if (line === undefined || line.shown.length > LONGEST_TITLE_LINE || !/\p{L}/u.test(line.shown))
    return false;
  if (kinds[index] === "heading") return true;
  const next = kinds[index + 1];
  if (kinds[index] === "question") return line.shown.length <= 130 && !line.bullet && next !== undefined;
  // A title may be longer than a heading of the text: one sentence that ends with no sign at all.
  return kinds[index] === "prose" && next !== undefined && !line.bullet && isOneOpenSentence(line.shown);
}

function isOneOpenSentence(shown: string): boolean {
  return (
    /[\p{L}\p{N}"\u00BB\u201D)]\s*$/u.test(shown) &&
    !endsWithStop(shown) &&
    sentencesIn(shown, 0, shown.length).length === 1
  );
}

function firstWords(lines: readonly ContentLine[], kinds: readonly ParagraphKind[]): string {
  const running = lines.find(({ shown }, index) => kinds[index] === "prose" && /\p{L}/u.test(shown));
  const line = running ?? lines.find((_, index) => kinds[index] !== "source-line") ?? lines[0];
  const sentence = line === undefined ? undefined : sentencesIn(line.shown, 0, line.shown.length)[0];
  return line === undefined || sentence === undefined
    ? ""
    : asTitle(line.shown.slice(sentence.start, sentence.end));
}

function sourceLines(
  lines: readonly ContentLine[],
  kinds: readonly ParagraphKind[],
  title: number,
): SourceLine[] {
  const said = lines.map((line, index) => (kinds[index] === "source-line" ? sourceLineIn(line) : undefined));
  const near = said.filter(
    (_, index) => index <= HEAD_LINES || (index >= title && index <= title + HEAD_LINES),
  );
  const head = near.filter((line) => line !== undefined);
  const foot = said
    .slice(Math.max(HEAD_LINES + 1, lines.length - FOOT_LINES))
    .filter((line) => line !== undefined);
  // The top of the page decides; its foot tells what the top leaves open.
  const keys = ["author", "source", "url", "date"] as const;
  const open = keys.filter((key) => head.every((line) => line[key] === undefined));
  return [...head, ...foot.map((line) => Object.fromEntries(open.map((key) => [key, line[key]])))];
}

function agreed(values: readonly (string | undefined)[]): string | undefined {
  const known = new Set(values.filter((value) => value !== undefined));
  return known.size === 1 ? [...known][0] : undefined;
}
