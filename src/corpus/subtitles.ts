import { tagsIn } from "./html-tags.ts";
import { type Mark, ordered } from "./markup-mark.ts";
import { asTitle } from "./origin.ts";
import type { MarkupLine, Page, PageBlock } from "./page.ts";
import { linesOf, type TextLine, trimSpan } from "./text-lines.ts";

const CLOCK = "(?:\\p{Nd}{1,3}:)?\\p{Nd}{1,2}:\\p{Nd}{2}";
/** `00:00:01,000 --> 00:00:04,000 align:end` (SRT, VTT), `0:00:01.000,0:00:04.000` (SBV). */
const CUE = new RegExp(
  `^\\s*${CLOCK}[.,]\\p{Nd}{1,3}(?:\\s{0,4}-->\\s{0,4}|,)${CLOCK}[.,]\\p{Nd}{1,3}(?=\\s|$)`,
  "u",
);
/** `0:05`, `[00:01:05]`: a transcript has such a line above each text, or such a beginning in each line. */
const STAMP = new RegExp(`^\\s*[(\\[]?(${CLOCK})(?:[.,]\\p{Nd}{1,3})?[)\\]]?(?:\\s+|$)`, "u");
const BLOCK = /^(?:WEBVTT|NOTE|STYLE|REGION)(?:\s|$)/u;
/** Styles, voices and times inside of a text. */
const INLINE = /<\/?[cv](?:[.\s][^<>]{0,100})?>|<\p{Nd}{1,3}:\p{Nd}{2}[^<>]{0,12}>|\{\\[^{}]{1,40}\}/gu;

/** Of the lines that are not blank at least so many are times. */
const LEAST = { cues: 0.15, stamps: 0.25 };
/** Characters of a paragraph: it ends with a sentence from the first on, between any two texts at the second. */
const LENGTH = { least: 300, most: 600 };
/** In a file that has stops at all, this share of its texts has one. */
const POINTED = 0.1;

/**
 * A text as subtitles or as a transcript with times, whose texts run on over numbers and times; undefined for any other.
 * Sentences are joined; where there are no stops, a text's end stays a line's end.
 */
export function subtitlesIn(text: string): Page | undefined {
  const lines = linesOf(text);
  const time = timesIn(text, lines);
  if (time === undefined) return undefined;
  const markup: MarkupLine[] = [];
  const texts = textsBetween(text, lines, time, (line) => {
    if (markup.length === 0)
      markup.push({
        number: line.number,
        text: text.slice(line.start, line.end),
        reason: "numbers and times of subtitles",
      });
  });
  const stops = texts.filter(({ start, end }) =>
    /[.\u061F!?](?:[\s<"\u00BB]|$)/u.test(text.slice(start, end)),
  ).length;
  const as = stops >= texts.length * POINTED ? " " : "\n";
  const blocks: PageBlock[] = [];
  const marks: Mark[] = [];
  let block: PageBlock | undefined;
  let length = 0;
  for (const { start, end, number } of texts) {
    if (block === undefined) block = { start, end, number, kind: "prose", afterGap: false };
    else {
      marks.push({ start: block.end, end: start, as });
      block = { ...block, end };
    }
    length += end - start;
    const isEnd =
      length >= LENGTH.most ||
      (length >= LENGTH.least && /[.\u061F!?]["\u00BB]?$/u.test(text.slice(end - 2, end)));
    if (!isEnd) continue;
    blocks.push(block);
    block = undefined;
    length = 0;
  }
  if (block !== undefined) blocks.push(block);
  const styles = texts.flatMap(({ start, end }) =>
    Array.from(text.slice(start, end).matchAll(INLINE), ({ 0: sign, index }) => ({
      start: start + index,
      end: start + index + sign.length,
    })),
  );
  // What is heard and not said («(صرير)», «♪») titles nothing.
  const first = texts.find(({ start, end }) => /^[^([\u266A]/u.test(text.slice(start, end)));
  const told =
    first === undefined || first === texts[0]
      ? {}
      : { told: { title: asTitle(text.slice(first.start, first.end).replace(INLINE, "")) } };
  return { blocks, markup, ...told, marks: ordered([...marks, ...styles, ...tagsIn(text, 0, text.length)]) };
}

/** What in a line is a time, when the whole text has such as subtitles have: the length of it. */
function timesIn(text: string, lines: readonly TextLine[]): ((line: TextLine) => number) | undefined {
  const contents = lines.map((line) => headOf(text, line)).filter((content) => content.trim() !== "");
  const cues = contents.filter((content) => CUE.test(content)).length;
  if (cues >= 2 && cues >= contents.length * LEAST.cues)
    return ({ start, end }) => (CUE.test(headOf(text, { start, end })) ? end - start : 0);
  const stamps = contents.flatMap((content) => STAMP.exec(content)?.[1] ?? []);
  if (stamps.length < 3 || stamps.length < contents.length * LEAST.stamps || !beginsAtZero(stamps))
    return undefined;
  return (line) => STAMP.exec(headOf(text, line))?.[0].length ?? 0;
}

function headOf(text: string, { start, end }: Pick<TextLine, "start" | "end">): string {
  return text.slice(start, Math.min(end, start + 80));
}

/** A recording's times begin within its first minute and only grow; a table of hours does not. */
function beginsAtZero(stamps: readonly string[]): boolean {
  const seconds = stamps.map((stamp) =>
    stamp
      .replace(/\p{Nd}/gu, (digit) => (digit > "9" ? String(digit.charCodeAt(0) & 0xf) : digit))
      .split(":")
      .reduce((sum, part) => sum * 60 + Number(part), 0),
  );
  return (seconds[0] ?? 60) < 60 && seconds.every((each, index) => each >= (seconds[index - 1] ?? 0));
}

/** The lines of text, without times at their beginning, numbers above times, notes and the head of the file. */
function textsBetween(
  text: string,
  lines: readonly TextLine[],
  time: (line: TextLine) => number,
  onTime: (line: TextLine) => void,
): TextLine[] {
  const texts: TextLine[] = [];
  let isBlock = false;
  lines.forEach((line, index) => {
    const content = text.slice(line.start, line.end);
    if (content.trim() === "") {
      isBlock = false;
      return;
    }
    const before = lines[index - 1];
    const opens = before === undefined || text.slice(before.start, before.end).trim() === "";
    if (opens && BLOCK.test(content)) isBlock = true;
    const next = lines[index + 1];
    const isName = opens && content.length <= 80 && next !== undefined && CUE.test(headOf(text, next));
    const length = time(line);
    if (length > 0 || isBlock || isName) onTime(line);
    if (isBlock || isName) return;
    const { start, end } = trimSpan(text, line.start + length, line.end);
    if (start < end) texts.push({ ...line, start, end });
  });
  return texts;
}
