import { describe, expect, it } from "vitest";
import { readArticle } from "../../src/corpus/article-file.ts";
import { shownText } from "../../src/corpus/inline-marks.ts";

/** Each paragraph as its kind, what a reader sees of it, and the heading above it. */
function read(text: string, file = "a.md") {
  const page = readArticle(file, text);
  if ("reason" in page) throw new Error(page.reason);
  const { article, leftOut } = page;
  for (const { start, end } of article.sentences)
    expect(article.text.slice(start, end).trim()).toBe(article.text.slice(start, end));
  const shown = article.paragraphs.map(({ kind, start, end, heading }) => {
    const line = `${kind}: ${shownText(article, start, end).text}`;
    return heading === undefined ? line : `${line} [${heading}]`;
  });
  return { shown, leftOut: leftOut.map(({ line, reason }) => [line, reason]), article };
}

describe("readArticle on pages of site generators", () => {
  it("leaves out lines of markup alone, and what speaks to the generator", () => {
    const { shown, leftOut } = read(
      [
        "import Tabs from '@theme/Tabs';",
        "",
        "يفتح المتحف صباحًا.",
        "{: .lead}",
        '{{< youtube "a1" >}}',
        "{% include note.html %}",
        "وفي المساء يغلق.",
        "^note-1",
        "",
        "[[toc]]",
        "",
        "::video{#a}",
        "",
        "$$",
        "x = 1",
        "$$",
      ].join("\n"),
    );
    expect(shown).toEqual(["prose: يفتح المتحف صباحًا.", "prose: وفي المساء يغلق."]);
    expect(leftOut.map(([line]) => line)).toEqual([1, 4, 5, 6, 8, 10, 12, 14]);
  });

  it.each([
    [":::tip[نصيحة]{.x}\nاحمل الماء.\n:::\n"],
    [":::tip نصيحة\n\nاحمل الماء.\n\n:::\n"],
    ['::: {.callout-tip title="نصيحة"}\nاحمل الماء.\n:::\n'],
    ['!!! tip "نصيحة"\n    احمل الماء.\n'],
    ['??? tip "نصيحة"\n\n    احمل الماء.\n'],
    ["> [!TIP] نصيحة\n> احمل الماء.\n"],
    ["\u200f> [!tip]- نصيحة\n\u200f> احمل الماء.\n"],
    ["```ad-tip\ntitle: نصيحة\ncolor: 1,2,3\nاحمل الماء.\n```\n"],
    ['```smart header="نصيحة"\nاحمل الماء.\n```\n'],
    ['<Tip title="نصيحة">\n\nاحمل الماء.\n\n</Tip>\n'],
    ['{{% notice tip "نصيحة" %}}\nاحمل الماء.\n{{% /notice %}}\n'],
    ['{% tip title="نصيحة" %}\nاحمل الماء.\n{% endtip %}\n'],
  ])("reads a box as its title and its text, and no further: %j", (box) => {
    expect(read(`## الرحلة\n\n${box}\nننطلق فجرًا.\n`).shown).toEqual([
      "heading: الرحلة",
      "heading: نصيحة",
      "prose: احمل الماء. [نصيحة]",
      "prose: ننطلق فجرًا.",
    ]);
  });

  it("shows a title without its own marks", () => {
    expect(read("> [!note]- **ملاحظة** للأعضاء\n> أحضر بطاقتك.\n").shown).toEqual([
      "heading: ملاحظة للأعضاء",
      "prose: أحضر بطاقتك. [ملاحظة للأعضاء]",
    ]);
  });

  it("shows what stands in an attribute for readers, and no other", () => {
    expect(
      read(
        '<Note text="يغلق الباب ليلًا." id="عنوان" />\n\n{{< figure src="a.png"\n  caption="منظر القلعة" >}}\n\n{% include a.html content="نص في الصفحة." %}\n',
      ).shown,
    ).toEqual(["prose: يغلق الباب ليلًا.", "caption: منظر القلعة", "prose: نص في الصفحة."]);
  });

  it("reads prose in a fence, and leaves out code and comments", () => {
    const { shown, leftOut } = read(
      [
        "```",
        "يا دار عبلة بالجواء تكلمي",
        "وعمي صباحًا دار عبلة واسلمي",
        "```",
        "```js",
        'console.log("مرحبًا بكم جميعًا في الصفحة")',
        "```",
        "{% comment %}",
        "مسودة لا تنشر.",
        "{% endcomment %}",
        "%%",
        "ملاحظة لي وحدي.",
        "%%",
        "{{< highlight go >}}",
        "نص في برنامج.",
        "{{< /highlight >}}",
      ].join("\n"),
    );
    expect(shown).toEqual(["prose: يا دار عبلة بالجواء تكلمي\nوعمي صباحًا دار عبلة واسلمي"]);
    expect(leftOut.map(([line]) => line)).toEqual([1, 4, 5, 8, 11, 14]);
  });

  it("reads blocks of HTML as what they are, each by itself", () => {
    const { shown, article } = read(
      [
        '<h1 align="center">دليل المخيم</h1>',
        "<p>نلتقي عند البوابة.</p>",
        "<p>نعود مساء.</p>",
        "<details>",
        "<summary>متى العودة؟</summary>",
        "العودة يوم الجمعة.",
        "</details>",
        "",
        "<ul>",
        "<li>خيمة</li>",
        "<li>حبل</li>",
        "</ul>",
      ].join("\n"),
    );
    expect(article.title).toBe("دليل المخيم");
    expect(shown).toEqual([
      "heading: دليل المخيم",
      "prose: نلتقي عند البوابة.",
      "prose: نعود مساء.",
      "heading: متى العودة؟",
      "prose: العودة يوم الجمعة. [متى العودة؟]",
      "list-item: خيمة",
      "list-item: حبل",
    ]);
  });

  it("takes no box's title for the article's", () => {
    const { article } = read(":::tip تنبيه\n\nاحمل الماء.\n\n:::\n\n## الرحلة {#trip}\n\nننطلق فجرًا.\n");
    expect(article.title).toBe("الرحلة");
  });

  it("ends no sentence inside an entity or a mark", () => {
    const { article } = read("**قال نعم.** ثم انصرف&hellip; وعاد بعد ذلك&#46; وسكت.\n");
    expect(article.sentences.map(({ start, end }) => article.text.slice(start, end))).toEqual([
      "قال نعم.",
      "ثم انصرف&hellip; وعاد بعد ذلك&#46;",
      "وسكت.",
    ]);
  });
});
