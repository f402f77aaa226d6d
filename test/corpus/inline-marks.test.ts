import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { shownText } from "../../src/corpus/inline-marks.ts";

const shown = (text: string, file = "a.md") => shownText({ text, file }, 0, text.length).text;

describe("shownText", () => {
  it.each([
    [
      "emphasis",
      "كان **الجو** *جميلًا* و __المطر__ _خفيفًا_ و~~ثقيلًا~~",
      "كان الجو جميلًا و المطر خفيفًا وثقيلًا",
    ],
    ["code ticks", "اكتب `npm ci` ثم ``a`b``", "اكتب npm ci ثم a`b"],
    ["a link's target", 'زر [موقع البحر](https://example.org/a_(b) "العنوان") غدًا', "زر موقع البحر غدًا"],
    ["an image", "انظر ![صورة القلعة](castle.png) هنا", "انظر صورة القلعة هنا"],
    [
      "a link by reference",
      "زر [الموقع][site] غدًا\n[site]: https://example.org",
      "زر الموقع غدًا\n[site]: https://example.org",
    ],
    ["angle brackets of an address", "راسل <https://example.org> اليوم", "راسل https://example.org اليوم"],
    ["a footnote's mark", "وقعت المعركة[^1] شتاءً[^ملاحظة]:", "وقعت المعركة شتاءً:"],
    ["HTML tags and comments", 'كلمة <b>ثقيلة</b><br/> و<a href="x">رابط</a><!-- سر -->', "كلمة ثقيلة ورابط"],
    ["escapes", "النجمة \\* والقوس \\[هنا\\]", "النجمة * والقوس [هنا]"],
    ["marks that begin lines", "> اقتباس\n> تابع\n- بند\n## عنوان ##", "اقتباس\nتابع\nبند\nعنوان"],
    ["the bars around a row", "| اسم | عدد |", "اسم | عدد"],
    ["emphasis in a link", "زر [**البحر**](x) الآن", "زر البحر الآن"],
  ])("leaves out %s", (_, text, expected) => {
    expect(shown(text)).toBe(expected);
  });

  it.each([
    "5 * 3 = 15 و 2*3*4",
    "snake_case_name",
    "أ < ب و <الاسم> و 3 <4",
    "مصفوفة [1][2] ومرجع [3]",
    "نجمة * وحيدة و_شرطة",
    "&amp; و &nbsp;",
    "C:\\النص",
    "نص (بين قوسين) [وآخر]",
  ])("keeps all of «%s»", (text) => {
    expect(shown(text)).toBe(text);
  });

  it("leaves out a mark whose partner stands outside the slice", () => {
    const article = { text: "**الأولى هنا. الثانية هناك.**", file: "a.md" };
    expect(shownText(article, 0, 13).text).toBe("الأولى هنا.");
    expect(shownText(article, 14, article.text.length).text).toBe("الثانية هناك.");
  });

  it("shows the words of a masked link without its target", () => {
    expect(shown("ادخل [المصرف](http://evil.example) الآن")).toBe("ادخل المصرف الآن");
  });

  it("takes signs of plain text for text, and HTML tags for marks", () => {
    expect(shown("**نجوم** و[قوس](x) و_شرطة_ <b>ثقيل</b>", "a.txt")).toBe("**نجوم** و[قوس](x) و_شرطة_ ثقيل");
  });

  it("maps a range of the article to the same words in the shown text", () => {
    const article = { text: "قال **الوزير** إن [السعر](https://example.org) ثابت.", file: "a.md" };
    const { text, map } = shownText(article, 0, article.text.length);
    for (const word of ["الوزير", "السعر", "ثابت"]) {
      const start = article.text.indexOf(word);
      const { start: from, end: to } = map({ start, end: start + word.length });
      expect(text.slice(from, to)).toBe(word);
    }
  });

  const parts = [
    "*",
    "**",
    "_",
    "`",
    "[",
    "](",
    ")",
    "]",
    "![",
    "<b>",
    "</b>",
    "<",
    ">",
    "\\",
    "~~",
    "كلمة",
    "word",
    " ",
    "\n",
    "\n\n",
    "- ",
    "# ",
    "|",
    "[^1]",
    "<!--",
    "-->",
    "9",
  ];
  const markdown = fc.array(fc.constantFrom(...parts), { maxLength: 60 }).map((all) => all.join(""));

  it("only deletes, for any text and slice, and maps in order", () => {
    fc.assert(
      fc.property(markdown, fc.nat(), fc.nat(), fc.constantFrom("a.md", "a.txt"), (text, a, b, file) => {
        const [start, end] = [a % (text.length + 1), b % (text.length + 1)].sort((x, y) => x - y) as [
          number,
          number,
        ];
        const { text: rest, map } = shownText({ text, file }, start, end);
        let at = start;
        for (const sign of rest) {
          at = text.indexOf(sign, at);
          expect(at).toBeGreaterThanOrEqual(0);
          at += sign.length;
        }
        expect(at).toBeLessThanOrEqual(end);
        expect(map({ start, end })).toEqual({ start: 0, end: rest.length });
        let last = 0;
        for (let offset = start; offset <= end; offset += 1) {
          const { start: mapped } = map({ start: offset, end });
          expect(mapped).toBeGreaterThanOrEqual(last);
          expect(mapped).toBeLessThanOrEqual(rest.length);
          last = mapped;
        }
      }),
      { numRuns: 500 },
    );
  });
});
