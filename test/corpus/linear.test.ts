import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readArticle } from "../../src/corpus/article-file.ts";
import { markupLines } from "../../src/corpus/html-tags.ts";
import { passagesOf } from "../../src/corpus/passages.ts";
import { sourceLineIn } from "../../src/corpus/publication.ts";
import { linesOf } from "../../src/corpus/text-lines.ts";
import { expectLinear, inTime } from "./growth.ts";

const END = "\n\nنص عربي في آخر الصفحة.\n";

function read(file: string, text: string): void {
  const article = readArticle(file, text);
  const passages = "article" in article ? passagesOf(article.article) : [];
  for (const { start, end } of passages) expect(end).toBeGreaterThan(start);
}

/** Pieces that open something, close something, or may be read in two ways. */
const PIECES = [
  ...[".", ". ", '."', "؟ ", "،", "… ", ":", "؛ ", "- ", "1.", "١) ", "(", ")", '"', "«", "»"],
  ...["[", "]", "[a](", "![](", "](", "][]", "[^1]", "[^", "*", "**", "*a ", "_a", "~~", "`", "``", "`a``b"],
  ...[
    "<",
    "<a ",
    "<!-- ",
    "-->",
    "<script>",
    "</script>",
    "<b>",
    "\\",
    "| ",
    " |",
    "|",
    "#",
    " #",
    ">",
    "> ",
  ],
  ...[
    " ",
    "\t",
    "\n",
    "\r",
    "\n\n",
    "\u064b",
    "\u202b",
    "\u200f",
    "ك",
    "كلمة ",
    "كلمة\n",
    "x",
    "2020 ",
    "١",
    "0",
  ],
  ...[
    "اقرأ أيضا\n",
    "تعليق\n",
    "شارك ",
    "واتساب ",
    "الرئيسية - ",
    "المصدر: ",
    "توقيت ",
    "م",
    "https://a.b/",
    "---\n",
    "%",
  ],
  ...[
    "{{<",
    ">}}",
    "{%",
    "%}",
    "{{",
    "{#a}",
    "{",
    "}",
    ":::\n",
    ":::",
    "!!! ",
    "%%",
    "&amp;",
    "&#",
    "<Tab ",
    "</Tab>",
  ],
  ...["[[", "]]", "==", "$$\n", "import ", "[!a] ", "```ad-a\n", "\u200f", " ^a\n", ":a[", "{% comment %}\n"],
  ...[
    "00:00:01,000 --> 00:00:02,000\n",
    "0:01\n",
    "WEBVTT\n",
    "<v ",
    "######OpenITI#\n",
    "#META#a: ب\n",
    "~~",
    "# ",
    "PageV01P1",
    "%~%",
  ],
];

describe("reading an article", () => {
  it.each(["a.txt", "a.md"])("takes time that grows with the length of any run of pieces in %s", (file) => {
    const some = fc.array(fc.constantFrom(...PIECES), { minLength: 1, maxLength: 3 });
    fc.assert(
      fc.property(some, some, some, (before, run, after) => {
        const unit = run.join("");
        const make = (length: number) =>
          `${before.join("")}${unit.repeat(length / unit.length)}${after.join("")}${END}`;
        expectLinear(make, (text) => read(file, text), 10_000);
      }),
      { numRuns: 30, endOnFailure: true },
    );
  });

  it.each<[what: string, length: number, make: (length: number) => string]>([
    ["spaces behind a heading", 10_000, (n) => `# خلية${" ".repeat(n)}x`],
    ["spaces in a row of a table", 10_000, (n) => `| خلية${" ".repeat(n)}x`],
    ["spaces in the target of a link", 1000, (n) => `[خلية](${" ".repeat(n)}x`],
    ["pairs of brackets that are no references", 100_000, (n) => "[".repeat(n / 4) + "][]".repeat(n / 4)],
    ["runs of ticks of falling length", 100_000, fallingTicks],
    [
      "scripts that close above a text",
      50_000,
      (n) => `${"<script>\n".repeat(n / 18)}</script>${"ع".repeat(n / 2)}`,
    ],
    ["images without an end", 100_000, (n) => "![a](\n".repeat(n / 6)],
    ["the rule of a table with blanks", 4000, (n) => `${`--|--${" ".repeat(900)}x\n`.repeat(n / 900)}`],
    [
      "lines that could be notices on cookies",
      20_000,
      (n) => `${"نستخدم ملفات الكوكيز ".repeat(28)}x\n`.repeat(n / 590),
    ],
    ["lines that could be dates", 20_000, (n) => `نشر في ${"1 من  يناير   ".repeat(9)}x\n`.repeat(n / 135)],
    [
      "a line that stands there again and again",
      50_000,
      (n) => "نص عربي في هذا السطر من الصفحة.\n".repeat(n / 32),
    ],
  ])("takes time that grows with the length of %s", (_, length, make) => {
    for (const file of ["a.md", "a.txt"])
      expectLinear(
        (size) => make(size) + END,
        (text) => read(file, text),
        length,
      );
  });

  it("takes time that grows with the number of comments that have text behind them", () => {
    expectLinear(
      (length) => "<!-- --> عرب\n".repeat(length / 13),
      (text) => markupLines(text, linesOf(text)),
      400_000,
    );
  });

  it("takes time that grows with the number of keys and of comments in front matter", () => {
    const keys = (length: number) => Array.from({ length: length / 10 }, (_, i) => `key${i}: x`).join("\n");
    const page = (yaml: string) => `---\ntitle: x\n${yaml}\n---\nنص عربي هنا.\n`;
    expectLinear(
      (length) => page(keys(length)),
      (text) => read("a.md", text),
      50_000,
    );
    expectLinear(
      (length) => page("# x\n\n".repeat(length / 5)),
      (text) => read("a.md", text),
      50_000,
    );
  });

  it("reads blank lines at the head of a page that opens with a rule", () => {
    for (const end of ["\n", "\r\n", "\r"])
      inTime(() => read("a.md", `---${end}${end.repeat(900)}كتاب جديد صدر سنة 2020.${end}`));
  });
});

describe("a line that hung the start", () => {
  it("is read in no time as a trail of sections", () => {
    inTime(() => read("a.txt", `الرئيسية -- أ -- ب -- ت -- ث -- ج -- ح -- خ -- د -- ذ -- ر.ز${END}`));
  });

  it("is read in no time as a date with many time zones", () => {
    inTime(() => sourceLineIn({ shown: `1-1-2020 ${"توقيت ممممممم ".repeat(9)}x` }), 5000);
    expect(sourceLineIn({ shown: "25-02-2024 10:30 م بتوقيت غرينتش" })).toEqual({ date: "2024-02-25" });
  });

  it("is still known for what it is", () => {
    const reasons = (line: string) => {
      const article = readArticle("a.txt", `نص عربي في أول الصفحة.\n${line}${END}`);
      return "article" in article ? article.leftOut.map(({ reason }) => reason) : [];
    };
    expect(reasons("الرئيسية - أخبار - الشرق-الأوسط » كتب")).toEqual(["navigation"]);
    expect(reasons("حجم الخط A+ A-")).toEqual(["navigation"]);
    expect(reasons("حجم الخطأ ثلاثة أمتار.")).toEqual([]);
    expect(reasons("شارك على واتساب، واتس اب")).toEqual(["share buttons"]);
  });
});

function fallingTicks(length: number): string {
  let text = "";
  for (let run = Math.floor(Math.sqrt(2 * length)); run > 0; run -= 1) text += `${"`".repeat(run)} `;
  return text;
}
