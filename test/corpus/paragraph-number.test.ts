import { describe, expect, it } from "vitest";
import { readArticle } from "../../src/corpus/article-file.ts";
import { loadCorpus } from "../../src/corpus/load.ts";
import { paragraphCount, paragraphNumber } from "../../src/corpus/paragraph-number.ts";
import { folderOf } from "./folder.ts";

const PAGE = [
  "# رحلة الوادي",
  "## الطريق",
  "ننطلق فجر السبت.",
  "![صورة الوادي](valley.jpg)",
  ":::tip نصيحة",
  "أحضر ماء كافيا.",
  ":::",
  "## خاتمة",
  "### شكر",
].join("\n\n");

describe("paragraphNumber", () => {
  it("counts as a reader does, without headings, images and markup, and never beyond the last", async () => {
    const read = readArticle("a.md", PAGE);
    if ("reason" in read) throw new Error(read.reason);
    const { article } = read;
    const numbers = article.paragraphs.map(({ start, end }, index) => [
      article.text.slice(start, end),
      paragraphNumber(article, index),
    ]);
    expect(numbers).toEqual([
      ["رحلة الوادي", 1],
      ["الطريق", 1],
      ["ننطلق فجر السبت.", 1],
      ["صورة الوادي", 2],
      ["نصيحة", 2],
      ["أحضر ماء كافيا.", 2],
      ["خاتمة", 2],
      ["شكر", 2],
    ]);
    expect(paragraphCount(article)).toBe(2);
    const { report } = await loadCorpus(await folderOf({ "a.md": PAGE }));
    expect(report.files[0]?.paragraphs).toBe(2);
  });
});
