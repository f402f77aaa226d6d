import { describe, expect, it } from "vitest";
import { readArticle } from "../../src/corpus/article-file.ts";
import { readMarked } from "./marked-page.ts";

function articleOf(text: string) {
  const read = readArticle("a.md", text);
  if ("reason" in read) throw new Error(read.reason);
  return read.article;
}
const paragraphsOf = (text: string) => {
  const { paragraphs, text: whole } = articleOf(text);
  return paragraphs.map(({ kind, start, end }) => [kind, whole.slice(start, end)]);
};

describe("readArticle on Markdown", () => {
  it("knows headings, lists, rows, quotations, images, notes and code", () => {
    const { expected, actual, title } = readMarked(
      "a.md",
      `
H| # دليل الحديقة المنزلية
|
P| تحتاج الحديقة إلى شمس وماء، وإلى وقت كل يوم.
|
H| ## الأدوات ##
|
L| - مجرفة **صغيرة**
L| * قفازات
L| + [ ] دلو ماء
L| 1. مقص للأغصان
|
C| | النبات | الشهر |
| |---|---|
T| | النعناع | نيسان |
|
P| > من زرع حصد، كما يقول المثل.
|
C| ![حديقة في الربيع](garden.jpg)
|
x| \`\`\`sh
| echo "ماء"
| \`\`\`
|
Q| هل تُسقى في الظهيرة؟
|
P| لا[^1]. تُسقى فجرًا.
|
P| [^1]: لأن الماء يتبخر سريعًا في الحر.
x| [site]: https://example.org
x| <script>alert(1)</script>`,
    );
    expect(actual.replace(/^\?/gmu, "")).toBe(expected.replace(/^\?/gmu, ""));
    expect(title).toBe("دليل الحديقة المنزلية");
  });

  it("takes consecutive lines for one paragraph, and a blank line for its end", () => {
    expect(paragraphsOf("سطر أول\nيتبعه سطر ثانٍ.\n\nفقرة أخرى.\n")).toEqual([
      ["prose", "سطر أول\nيتبعه سطر ثانٍ."],
      ["prose", "فقرة أخرى."],
    ]);
  });

  it("takes the marker of an item, a row, a heading and a note out of the span", () => {
    expect(
      paragraphsOf("## عنوان ##\n\n- بند أول\n  يتبعه سطر\n\n| خلية | أخرى |\n\nنص الختام هنا.\n"),
    ).toEqual([
      ["heading", "عنوان"],
      ["list-item", "بند أول\n  يتبعه سطر"],
      ["table-row", "خلية | أخرى"],
      ["prose", "نص الختام هنا."],
    ]);
  });

  it("reads headings that are underlined and such as are bold", () => {
    expect(
      paragraphsOf("العنوان\n===\n\nنص أول.\n\n**عنوان آخر**\n\nنص ثانٍ.\n").map(([kind]) => kind),
    ).toEqual(["heading", "prose", "heading", "prose"]);
  });

  it("lets no quotation run over code, a rule, or markup", () => {
    const { paragraphs } = articleOf(
      "نص أول.\n\n---\n\nنص ثانٍ.\n\n```\ncode\n```\n\nنص ثالث.\nوسطره الثاني.\n",
    );
    expect(paragraphs.map(({ afterGap }) => afterGap)).toEqual([false, true, true]);
  });

  it("prefers the title of the front matter, then the first heading, then the first words", () => {
    expect(articleOf("---\ntitle: من الرأس\n---\n# من النص\n\nنص.").title).toBe("من الرأس");
    expect(articleOf("# من **النص**\n\nنص.").title).toBe("من النص");
    expect(articleOf("نص قصير يبدأ به المقال. ثم غيره.").title).toBe("نص قصير يبدأ به المقال");
  });

  it("prefers the first heading of the first level to an earlier one of a lower level", () => {
    expect(articleOf("## اللغات\n\n# دليل الدراجة\n\nنص.").title).toBe("دليل الدراجة");
    expect(articleOf("اللغات\n---\n\nدليل الدراجة\n===\n\nنص.").title).toBe("دليل الدراجة");
    expect(articleOf("## الأول\n\nنص.\n\n## الثاني\n\nنص آخر.").title).toBe("الأول");
  });

  it("gives each paragraph the heading above it, but not the title", () => {
    const { paragraphs } = articleOf("# العنوان\n\nأول النص.\n\n## القسم\n\nثاني النص.\n");
    expect(paragraphs.map(({ heading }) => heading)).toEqual([undefined, undefined, undefined, "القسم"]);
  });

  it("lets the first heading head its text where the front matter gives another title", () => {
    const heads = (title: string) =>
      articleOf(`---\ntitle: ${title}\n---\n## متى يفتح المكتب؟\n\nمن الثامنة.\n`).paragraphs.at(-1)?.heading;
    expect(heads("أسئلة")).toBe("متى يفتح المكتب؟");
    expect(heads("متى يفتح المكتب؟")).toBeUndefined();
  });

  it("leaves scripts, styles and bare tags out of paragraphs and never rewrites the text", () => {
    const text = "<style>\np { color: red }\n</style>\n\n<div>\n\nنص <b>ثقيل</b> &amp; خفيف.\n\n</div>\n";
    const read = readArticle("a.md", text);
    if ("reason" in read) throw new Error(read.reason);
    expect(read.article.text).toBe(text);
    expect(read.article.paragraphs.map(({ start, end }) => text.slice(start, end))).toEqual([
      "نص <b>ثقيل</b> &amp; خفيف.",
    ]);
    expect(read.leftOut.map(({ line, reason }) => [line, reason])).toEqual(
      [1, 2, 3, 5, 9].map((line) => [line, "HTML"]),
    );
  });
});
