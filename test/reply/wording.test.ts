import { describe, expect, it } from "vitest";
import { printWording, sentencesOf } from "../../bench/wording.ts";
import { wordingOf } from "../../src/index.ts";

const [ar, en] = [wordingOf("ar"), wordingOf("en")];

describe("wordingOf", () => {
  it("counts results in the six forms of Arabic", () => {
    expect([0, 1, 2, 3, 10, 11, 99, 100, 102, 103, 111, 1000].map(ar.results)).toEqual([
      "لا نتائج",
      "نتيجة واحدة",
      "نتيجتان",
      "٣ نتائج",
      "١٠ نتائج",
      "١١ نتيجة",
      "٩٩ نتيجة",
      "١٠٠ نتيجة",
      "١٠٢ نتيجة",
      "١٠٣ نتائج",
      "١١١ نتيجة",
      "١٬٠٠٠ نتيجة",
    ]);
    expect([0, 1, 2].map(en.results)).toEqual(["no results", "1 result", "2 results"]);
  });

  it("names paragraphs as one, two and many", () => {
    expect(ar.paragraph(3, 3, 12)).toBe("الفقرة ٣ من ١٢");
    expect(ar.paragraph(3, 4, 12)).toBe("الفقرتان ٣ و٤ من ١٢");
    expect(ar.paragraph(3, 5, 12)).toBe("الفقرات ٣–٥ من ١٢");
    expect(en.paragraph(3, 4, 12)).toBe("paragraphs 3 and 4 of 12");
  });

  it("writes a date as exactly as it is known", () => {
    expect(["2025", "2025-10", "2025-10-31"].map(ar.date)).toEqual(["٢٠٢٥", "أكتوبر ٢٠٢٥", "٣١ أكتوبر ٢٠٢٥"]);
    expect(["2025", "2025-10", "2025-10-31"].map(en.date)).toEqual([
      "2025",
      "October 2025",
      "31 October 2025",
    ]);
    expect(ar.date("بلا تاريخ")).toBe("بلا تاريخ");
  });

  it("knows the twelve months from يناير to ديسمبر", () => {
    const months = Array.from({ length: 12 }, (_, i) => ar.date(`2024-${String(i + 1).padStart(2, "0")}`));
    expect(months.map((month) => month.split(" ")[0])).toEqual(
      "يناير فبراير مارس أبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر".split(" "),
    );
  });

  it("joins what an article rests on, with Latin names isolated", () => {
    expect(ar.basis(["دفتر الوادي، العدد ٣", "Valley Weekly"], 0)).toBe(
      "استنادًا إلى دفتر الوادي، العدد ٣؛ \u2068Valley Weekly\u2069",
    );
  });

  it.each([
    [1, "ومرجع آخر"],
    [2, "ومرجعين آخرين"],
    [3, "و٣ مراجع أخرى"],
    [10, "و١٠ مراجع أخرى"],
    [11, "و١١ مرجعًا آخر"],
    [58, "و٥٨ مرجعًا آخر"],
    [100, "و١٠٠ مرجع آخر"],
    [103, "و١٠٣ مراجع أخرى"],
  ])("counts %i further references in good Arabic", (others, expected) => {
    expect(ar.basis(["دفتر الوادي"], others)).toBe(`استنادًا إلى دفتر الوادي؛ ${expected}`);
    expect(en.basis(["Valley Weekly"], others)).toBe(`Based on Valley Weekly; and ${others} more`);
  });

  it("makes searched words harmless", () => {
    expect(ar.searched(["\u202Eevil\u2066", "a\u0000b"])).toBe("بحثتُ عن: \u2068evil\u2069، \u2068ab\u2069.");
    expect(ar.searched(["\u202E"])).toBe("");
    expect(en.searched([])).toBe("");
  });

  it("has each sentence in both languages, and none in the other's script", () => {
    const english = new Map(sentencesOf(en));
    for (const [name, texts] of sentencesOf(ar)) {
      // A question to be asked again, not a line of ours: nothing is put around the title.
      if (name === "aboutTitle") continue;
      expect(english.get(name), name).toHaveLength(texts.length);
      for (const text of texts)
        expect(text.replaceAll(/\u2068[^\u2069]*\u2069/g, ""), name).not.toMatch(/[A-Za-z0-9]/);
    }
    const inserted = new Set([
      "asks",
      "unanswered",
      "searched",
      "instead",
      "withoutWords",
      "unheld",
      "alsoIn",
      "basis",
      "line",
      "titled",
      "sourceTitled",
      "aboutTitle",
      "verifiedPart",
      "meaningChange",
      "difference",
      "differences",
      "spellingDifferences",
      "misattributed",
      "notHere",
      "deniedHere",
      "notInArticle",
      "onlyIn",
      "whichArticle",
    ]);
    for (const [name, texts] of english)
      for (const text of texts) if (!inserted.has(name)) expect(text, name).not.toMatch(/[\u0600-\u06FF]/);
  });
});

/** Sentences that belong together, each by its own name. */
const GROUPS = ["labels", "talk", "verified", "elsewhere", "retold", "noFurther", "notAsker"] as const;

describe("printWording", () => {
  it("prints every sentence that there is, in both languages", () => {
    const lines: string[] = [];
    printWording((line) => lines.push(line));
    const nested = GROUPS.flatMap((group) => Object.keys(ar[group]).map((name) => `${group}.${name}`));
    for (const name of [...Object.keys(ar), ...nested].filter(
      (one) => !GROUPS.some((group) => group === one),
    ))
      expect(lines.filter((line) => line.startsWith(`${name}:`)).length, name).toBeGreaterThanOrEqual(2);
  });
});
