import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { loadCorpus } from "../../src/corpus/load.ts";

let dir: string;
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), "isnad-corpus-"));
});
afterEach(async () => {
  await rm(dir, { recursive: true, force: true });
});

describe("loadCorpus", () => {
  it("reads the articles of a folder as passages that are slices of their text", async () => {
    await writeFile(join(dir, "sea.txt"), "البحر واسع.\nوالشاطئ ضيّق، والرمل ناعم. هل تسمع الموج؟\n");
    const { corpus } = await loadCorpus(dir);
    expect(corpus.passages.map(({ article, start, end }) => article.text.slice(start, end))).toEqual([
      "البحر واسع.",
      "والشاطئ ضيّق، والرمل ناعم. هل تسمع الموج؟",
    ]);
    for (const passage of corpus.passages) expect(corpus.byKey.get(passage.key)).toBe(passage);
  });

  it("C24: ends with one sentence that names the folder when nothing in it is usable", async () => {
    await expect(loadCorpus(dir)).rejects.toThrow(dir);
  });
});
