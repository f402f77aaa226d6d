import { describe, expect, it } from "vitest";
import { costsOf, logLoaded, summaryOf } from "../../adapters/runtime/corpus-report.ts";
import { createLogger } from "../../adapters/runtime/log.ts";
import type { CorpusReport } from "../../src/index.ts";

const GB = 1e9;

const file = { id: "a", title: "a", encoding: "utf-8", paragraphs: 3, leftOut: [], copies: [] };

describe("costsOf", () => {
  it("says nothing of a folder that is served well", () => {
    expect(costsOf({ passages: 20_000 }, 4 * GB)).toEqual([]);
  });

  it("says what a larger folder takes of memory and how long a question holds up the others", () => {
    expect(costsOf({ passages: 100_000 }, 4 * GB)).toEqual([
      expect.stringMatching(/100000 passages.* 0\.60 GB .*most take 0\.1 s, the hardest 1 s.*up to 20000/),
    ]);
  });

  it("foresees that the memory does not suffice, and names the option that allows more", () => {
    expect(costsOf({ passages: 20_000 }, 0.1 * GB)).toEqual([
      expect.stringMatching(/0\.12 GB .* 0\.10 GB.*NODE_OPTIONS=--max-old-space-size=200\./),
    ]);
    expect(costsOf({ passages: 800_000 }, 4 * GB)).toHaveLength(2);
  });
});

describe("logLoaded", () => {
  const report: CorpusReport = {
    dir: "/articles",
    files: [
      { ...file, file: "a.md", passages: 3, warnings: [{ line: 1, message: "unknown key" }] },
      { ...file, file: "b.md", passages: 4, warnings: [] },
    ],
    skipped: [
      { file: "broken\u001b[2J\u009b\u202e.md", line: 4, reason: "no\nfront matter", fault: true },
      { file: "empty.txt", reason: "empty", fault: false },
    ],
  };

  it("tells what was loaded and which files were not, without a control character", () => {
    const lines: string[] = [];
    const log = createLogger({
      level: "info",
      sink: { writableLength: 0, write: (line) => lines.push(line) },
    });
    logLoaded(summaryOf(report), 12.3, log);
    expect(lines.map((line) => JSON.parse(line))).toMatchObject([
      { level: "info", event: "corpus.loaded", articles: 2, passages: 7, skipped: 2, warnings: 1, ms: 12 },
      { level: "warn", event: "corpus.skipped", line: 4, reason: "no\nfront matter" },
      { level: "info", event: "corpus.skipped", file: "empty.txt", reason: "empty" },
    ]);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must not be there.
    for (const line of lines) expect(line.trimEnd()).not.toMatch(/[\u0000-\u001f\u007f-\u009f\u202e]/);
  });

  it("names twenty of the files that were skipped, and counts the others", () => {
    const lines: string[] = [];
    const log = createLogger({
      level: "info",
      sink: { writableLength: 0, write: (line) => lines.push(line) },
    });
    const skipped = Array.from({ length: 25 }, (_, i) => ({ file: `${i}.md`, reason: "bad", fault: true }));
    logLoaded(summaryOf({ ...report, skipped }), 1, log);
    expect(lines).toHaveLength(22);
    expect(JSON.parse(lines.at(-1) ?? "")).toMatchObject({ event: "corpus.skipped", more: 5 });
  });
});
