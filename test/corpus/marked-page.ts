import { expect } from "vitest";
import type { ParagraphKind } from "../../src/corpus/article.ts";
import { readArticle } from "../../src/corpus/article-file.ts";

const KINDS: Record<ParagraphKind, string> = {
  heading: "H",
  prose: "P",
  "list-item": "L",
  "table-row": "T",
  caption: "C",
  "source-line": "S",
  question: "Q",
};

/**
 * A page whose lines begin with what is expected of them: the letter of a kind, or `x` for a line that is left out,
 * then `| `. Returns the page as a file and as the same notation made from what was read.
 */
export function readMarked(
  file: string,
  marked: string,
): { expected: string; actual: string; title: string } {
  const lines = marked.trim().split("\n");
  const text = lines.map((line) => line.replace(/^\S*\| ?/u, "")).join("\n");
  const read = readArticle(file, text);
  if ("reason" in read) return { expected: lines.join("\n"), actual: read.reason, title: "" };
  const numberAt = (offset: number) => text.slice(0, offset).split("\n").length;
  const marks = new Map<number, string>(read.leftOut.map(({ line }) => [line, "x"]));
  for (const { start, kind } of read.article.paragraphs) marks.set(numberAt(start), KINDS[kind]);
  const actual = text
    .split("\n")
    .map((line, index) => (line.trim() === "" ? "" : `${marks.get(index + 1) ?? "?"}| ${line}`));
  return {
    expected: lines.map((line) => (line.replace(/^\S*\| ?/u, "").trim() === "" ? "" : line)).join("\n"),
    actual: actual.join("\n"),
    title: read.article.title,
  };
}

/** Reads a page so marked, and expects of every line what its mark says, and this title. */
export function expectPage(marked: string, title: string): void {
  const read = readMarked("page.txt", marked);
  expect(read.actual).toBe(read.expected);
  expect(read.title).toBe(title);
}
