import { describe, expect, it } from "vitest";
import { readArticle } from "../../src/corpus/article-file.ts";
import { shownText } from "../../src/corpus/inline-marks.ts";

function read(text: string, file = "a.txt") {
  const page = readArticle(file, text);
  if ("reason" in page) throw new Error(page.reason);
  const { article, leftOut } = page;
  const shown = article.paragraphs.map(
    ({ kind, start, end }) => `${kind}: ${shownText(article, start, end).text}`,
  );
  const sentences = article.sentences.map(({ start, end }) => shownText(article, start, end).text);
  return { title: article.title, author: article.author, shown, sentences, article, leftOut };
}

const WRAPPED = [
  "كانت الطاحونة القديمة تدور على ماء النهر منذ سنة 1820،",
  "وكان صاحبها يطحن القمح لأهل القرى كلها مقابل كيل من كل",
  "عشرة أكيال. وفي سنة 1936 جف النهر، فتوقفت عن الدوران حتى",
  "أعادها أحفاده إلى العمل بمحرك صغير.",
];

describe("readArticle on text that was wrapped at a width", () => {
  it.each(["a.txt", "a.md"])("joins its lines to sentences in %s", (file) => {
    const text = `${file === "a.md" ? "# " : ""}حكاية الطاحونة\n\n${WRAPPED.join("\n")}\n`;
    const { shown, sentences, article } = read(text, file);
    expect(shown).toEqual(["heading: حكاية الطاحونة", `prose: ${WRAPPED.join(" ")}`]);
    expect(sentences.at(-1)).toBe(
      "وفي سنة 1936 جف النهر، فتوقفت عن الدوران حتى أعادها أحفاده إلى العمل بمحرك صغير.",
    );
    expect(article.text).toContain(
      article.text.slice(article.sentences.at(-1)?.start, article.sentences.at(-1)?.end),
    );
  });

  it("goes on over a page's number", () => {
    const above = [
      "وبنى الأحفاد بجوارها بيتا من الحجر الأبيض، وجعلوا فيه",
      "متحفا صغيرا لأدوات الزراعة القديمة، فصار الناس يأتون من",
    ];
    const below = "المدن البعيدة كل ربيع ليروا الرحى وهي تدور.";
    const { shown } = read([...WRAPPED, "", ...above, "", "- 12 -", "", below].join("\n"));
    expect(shown).toEqual([`prose: ${WRAPPED.join(" ")}`, `prose: ${above.join(" ")} ${below}`]);
  });

  it("ends a paragraph below a short line, above an item and an indented line, and passes over a page's number", () => {
    const { shown } = read(
      [
        ...WRAPPED,
        ...WRAPPED.slice(0, 3).map((line, index) => (index === 0 ? `    ${line}` : line)),
        "",
        "- 12 -",
        "",
        "1- قمح",
        "2- شعير",
      ].join("\n"),
    );
    expect(shown).toEqual([
      `prose: ${WRAPPED.join(" ")}`,
      `prose: ${WRAPPED.slice(0, 3).join(" ")}`,
      "list-item: 1- قمح",
      "list-item: 2- شعير",
    ]);
  });

  it.each([
    [
      "verses",
      "طلع الفجر على الوادي الجميل\nوسرى النور، على تلك النخيل\nوشدا الطير، بصوت كالهديل\nوجرى الماء، بلحن مستحيل\n",
    ],
    [
      "short paragraphs",
      "يبدأ العمل في الساعة الثامنة صباحا.\nتغلق الأبواب، ثم يخرج الناس كلهم.\nيعود الحارس في المساء إلى البيت.\nوتضاء الأنوار، في الشوارع كلها.\n",
    ],
    ["items", "طماطم طازجة\nملعقة صغيرة من الملح، أو أقل\nخل\nزيت زيتون بكر، من الجبل\nثوم\n"],
  ])("joins no %s", (_, text) => {
    const { shown } = read(`${text}\nهذه فقرة واحدة طويلة بعض الشيء.\n`);
    expect(shown).toHaveLength(text.trim().split("\n").length + 1);
  });
});

describe("readArticle on subtitles", () => {
  it.each([
    [
      "SRT",
      "1\n00:00:01,000 --> 00:00:04,000\nبُني الجسر سنة 1911\n\n2\n00:00:04,500 --> 00:00:08,000\n<i>فوق نهر القرية.</i>\n",
    ],
    [
      "VTT",
      "WEBVTT - ترجمة\nKind: captions\n\nNOTE سر\nللمترجم\n\nintro\n00:01.000 --> 00:04.000 align:start\n<v أحمد>بُني الجسر سنة <c.red>1911</c></v>\n\n00:05.000 --> 00:08.000\nفوق نهر القرية.\n",
    ],
    ["SBV", "0:00:01.000,0:00:04.000\nبُني الجسر سنة 1911\n\n0:00:04.500,0:00:08.000\nفوق نهر القرية.\n"],
    ["a transcript", "0:01\nبُني الجسر\n0:04\nسنة 1911\n0:09\nفوق نهر القرية.\n"],
    [
      "a transcript with times before its lines",
      "[00:01] بُني الجسر\n[00:04] سنة 1911\n[00:09] فوق نهر القرية.\n",
    ],
  ])("joins the texts of %s to sentences, without numbers and times", (_, text) => {
    const { title, shown, sentences } = read(text);
    expect(sentences).toEqual(["بُني الجسر سنة 1911 فوق نهر القرية."]);
    expect(shown).toHaveLength(1);
    expect(title).toBe("بُني الجسر سنة 1911 فوق نهر القرية");
  });

  it("keeps the hours of a timetable", () => {
    const { shown } = read(
      "مواقيت اليوم\n\nالفجر\n4:30\nالظهر\n12:05\nالعصر\n15:20\n\nتتغير المواقيت كل يوم بضع دقائق.\n",
    );
    expect(shown).toContain("list-item: 15:20");
  });

  it("ends no paragraph of a long text without stops later than a screen", () => {
    const cue = (n: number) =>
      `${n}\n00:00:${10 + n},000 --> 00:00:${11 + n},000\nكلام ${n} طويل بلا نقطة في آخره يمضي\n`;
    const { article } = read(Array.from({ length: 80 }, (_, n) => cue(n)).join("\n"));
    expect(article.paragraphs.length).toBeGreaterThan(3);
  });
});

describe("readArticle on OpenITI mARkdown", () => {
  const BOOK = [
    "######OpenITI#",
    "",
    "#META# 010.AuthorAKA\t:: NODATA",
    "#META# 011.AuthorNAME\t:: أبو عبد الله الجبلي",
    "#META# 020.BookTITLE\t:: كتاب العيون",
    "#META#Header#End#",
    "",
    "### |EDITOR|",
    "# مقدمة المحقق.",
    "### | باب في عيون الجبل",
    "# PageV01P003 إن في الجبل عينا لا تنضب ms001 صيفا، وقد",
    "~~شرب منها أهل القرية مئة سنة. PageV01P004",
    "# ألا ليت الشباب %~% يعود يوما",
  ].join("\n");

  it.each(["a.txt", "0540Jabali.Uyun.mARkdown"])("reads its marks for what they mean in %s", (file) => {
    const { title, author, shown } = read(BOOK, file);
    expect({ title, author }).toEqual({ title: "كتاب العيون", author: "أبو عبد الله الجبلي" });
    expect(shown).toEqual([
      "heading: باب في عيون الجبل",
      "prose: إن في الجبل عينا لا تنضب  صيفا، وقد شرب منها أهل القرية مئة سنة.",
      "prose: ألا ليت الشباب – يعود يوما",
    ]);
  });
});
