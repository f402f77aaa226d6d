import { describe, expect, it } from "vitest";
import { parseDataFile } from "../../src/arabic/data-file.ts";
import { compilePatterns, LISTS } from "../../src/arabic/phrase-patterns.ts";

const compile = (lists: string, pattern: string) => {
  const file = parseDataFile("p.tsv", `[lists]\n${lists}\n[patterns]\n${pattern}\n`, {
    lists: LISTS,
    patterns: { columns: ["text"], once: "row" },
  });
  return compilePatterns(file, "patterns")[0]?.pattern ?? /$^/;
};
const MONEY = "money\tال لل\tسعر أجرة\tه ها\nmoney\t-\tجائزة\t-";

describe("compilePatterns", () => {
  it.each([
    ["كم <money>", "كم سعر التذكره", true],
    ["كم <money>", "وكم اجرتها", false],
    ["كم <money>", "وكم سعرها", true],
    ["كم <money>", "قل لي كم السعر", true],
    ["كم <money>", "بكم سعر", false],
    ["كم <money>", "كم جائزه", true],
    ["كم <money>", "كم الجائزه", false],
    ["^كم", "كم سعر", true],
    ["^كم", "وكم سعر", false],
    ["كم( <word>){1,2} قرأ", "كم كتابا طويلا قرا", true],
    ["كم( <word>){1,2} قرأ", "كم قرا", false],
    ["(متى|أين) ?(كان)?$", "اين كان", true],
  ])("«%s» of «%s»: %s", (pattern, text, fits) => {
    expect(compile(MONEY, pattern).test(text)).toBe(fits);
  });

  it.each([
    ["كم <price>", /^p\.tsv:5: There is no list <price>: add it to \[lists\]\.$/],
    ["كم (سعر", /^p\.tsv:5: This pattern is no regular expression \(.*\): mend it\.$/],
  ])("names the line of «%s»", (pattern, told) => {
    expect(() => compile(MONEY, pattern)).toThrow(told);
  });
});
