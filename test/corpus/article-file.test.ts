import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readArticle } from "../../src/corpus/article-file.ts";
import { corpusOf } from "../../src/corpus/corpus.ts";
import { describeReport } from "../../src/corpus/describe-report.ts";
import { loadCorpus } from "../../src/corpus/load.ts";
import { LONGEST_PASSAGE, MOST_SENTENCES, passagesOf } from "../../src/corpus/passages.ts";
import { plainArticle, plainPassage } from "../../src/corpus/plain-article.ts";
import { hasFaults } from "../../src/corpus/report.ts";
import { folderOf } from "./folder.ts";

function readOf(text: string, file = "a.txt") {
  const read = readArticle(file, text);
  if ("reason" in read) throw new Error(read.reason);
  return read;
}
const articleOf = (text: string, file?: string) => readOf(text, file).article;
const BODY = "تبدأ الحكاية في قرية على كتف الجبل.\nوكان أهلها يزرعون الزيتون.\n";

describe("readArticle", () => {
  it.each([
    ["المؤلف | نورة العلي", { author: "نورة العلي" }],
    ["كتب: سالم الحارثي - عمّان", { author: "سالم الحارثي" }],
    ["كتبه رائد ، دار الموج", { author: "رائد" }],
    ["بقلم د. هدى قاسم، طبيبة أطفال", { author: "د. هدى قاسم" }],
    ["المؤلف | Ren 李 قال الموقع الفلاني", { author: "Ren 李" }],
    ["By: Sara Haddad", { author: "Sara Haddad" }],
    ["المصدر: وكالة السهل", { source: "وكالة السهل" }],
    ["المصدر | Harbor Weekly", { source: "Harbor Weekly" }],
    ["نقلًا عن صحيفة الجبل", { source: "صحيفة الجبل" }],
    ["المصدر: https://example.org/story", { url: "https://example.org/story" }],
    ["نُشر في 3 مايو 2024", { date: "2024-05-03" }],
    ["تاريخ النشر: ١٧ تشرين الثاني ٢٠٢٣", { date: "2023-11-17" }],
    ["آخر تحديث: الأحد 25/02/2024 - 10:30", { date: "2024-02-25" }],
    ["2021-07-09", { date: "2021-07-09" }],
    ["نُشر في 05/03/2024", { date: "2024" }],
  ])("knows of a page that says «%s» no more than that", (line, expected) => {
    const { author, source, url, date, paragraphs } = articleOf(`حكاية الزيتون في الجبل\n${line}\n${BODY}`);
    expect({ author, source, url, date }).toEqual({
      author: undefined,
      source: undefined,
      url: undefined,
      date: undefined,
      ...expected,
    });
    expect(paragraphs[1]?.kind).toBe("source-line");
  });

  it.each([
    "كتب الشاعر رسالة إلى أخيه في المهجر يصف فيها الطريق",
    "المصدر الأول للمياه هو النهر",
    "نشر في 3 مايو 2019 روايته الثانية",
    "بقلم الرصاص رسم الطفل بيتًا.",
  ])("takes «%s» for no byline", (line) => {
    const { author, source, date } = articleOf(`حكاية الزيتون في الجبل\n${BODY}${line}\n`);
    expect([author, source, date]).toEqual([undefined, undefined, undefined]);
  });

  it("does not know what two lines at the top say differently, nor the source of a table further down", () => {
    expect(
      articleOf(`حكاية الزيتون في الجبل\nالمصدر: وكالة السهل\nالمصدر: وكالة الجبل\n${BODY}`).source,
    ).toBeUndefined();
    const long = Array.from({ length: 12 }, (_, i) => `الفقرة رقم ${i} من الحكاية طويلة بعض الشيء.`);
    expect(
      articleOf([...long.slice(0, 8), "المصدر: وزارة الزراعة", ...long.slice(8)].join("\n")).source,
    ).toBeUndefined();
    expect(articleOf([...long, "المصدر: وكالة السهل"].join("\n")).source).toBe("وكالة السهل");
  });

  it("takes for the title the line above a byline, wherever the page begins", () => {
    const text = `تبدأ هذه الحكاية في قرية بعيدة على كتف الجبل.\nوكان أهلها يزرعون الزيتون.\nحكاية الزيتون: كيف نجا الجبل من القحط؟\nكتبه رائد\nخاتمة الحكاية أن المطر عاد.\n`;
    expect(articleOf(text).title).toBe("حكاية الزيتون: كيف نجا الجبل من القحط؟");
  });

  it("takes the beginning of the first sentence for the title when there is no other, cut at a word", () => {
    const { title } = articleOf(
      "المصدر: وكالة السهل\nاجتمع أهل القرى السبع عند البئر القديمة صباح الخميس ليتفقوا على قسمة الماء بينهم. ثم افترقوا.\n",
    );
    expect(title).toBe("اجتمع أهل القرى السبع عند البئر القديمة صباح الخميس ليتفقوا…");
    expect(title.length).toBeLessThanOrEqual(60);
  });

  it("leaves out a line that repeats the one above it, with the line of the first", () => {
    const copy = "وكان أهلها يزرعون الزيتون ويعصرونه في الخريف.";
    const { article, leftOut } = readOf(
      `حكاية الزيتون في الجبل\n${copy}\nوكان أهلها يزرعون الزيتونَ، ويعصرونه في الخريف\nثم جاء القحط سنة بعد سنة.\n`,
    );
    expect(leftOut).toEqual([
      {
        line: 3,
        text: "وكان أهلها يزرعون الزيتونَ، ويعصرونه في الخريف",
        reason: "stands already at line 2",
        kind: "copy",
      },
    ]);
    expect(article.paragraphs.map(({ afterGap }) => afterGap)).toEqual([false, false, true]);
  });

  it("keeps a sentence that comes again where its place gives it a meaning", () => {
    const repealed = "ملغاة بموجب المادة الثانية من قانون التعديل رقم 12 لسنة 2005.";
    const law = [1, 2, 3]
      .map((n) => `المادة ${n}\nتنظم هذه المادة ${n} شؤون السوق كلها.\n${repealed}\n`)
      .join("\n");
    expect(readOf(`قانون السوق القديم\n\n${law}`).leftOut).toEqual([]);
    const faq =
      "## هل تفتحون مساء؟\n\nنعم، من الرابعة إلى الثامنة.\n\n## هل يعمل المختبر مساء؟\n\nنعم، من الرابعة إلى الثامنة.\n";
    for (const head of ["# أسئلة\n\n", "---\ntitle: أسئلة\n---\n\n", ""])
      expect(readOf(`${head}${faq}`, "a.md").leftOut).toEqual([]);
  });

  it("leaves out a page that stands again below itself, and its title above its text", () => {
    const page = Array.from(
      { length: 8 },
      (_, n) => `هذه الفقرة رقم ${n} من حكاية القرية التي على كتف الجبل البعيد.`,
    );
    const { leftOut } = readOf(
      [
        "حكاية القرية البعيدة",
        "الثلاثاء",
        "حكاية القرية البعيدة",
        ...page,
        "إعلان جديد في الوسط هنا",
        ...page,
      ].join("\n"),
    );
    expect(leftOut.map(({ line, kind }) => [line, kind])).toEqual(
      [3, ...page.map((_, n) => n + 13)].map((line) => [line, "copy"]),
    );
  });

  it("leaves out no sentence that begins as a site's line does, and nothing that Markdown makes a heading, row or item", () => {
    const sentences = [
      "نشر المقال في صحيفة الأهرام سنة 1950.",
      "احصل على أهم النتائج من بحثك الأول في المكتبة.",
      "قراءة المزيد عن هذا الأمر تحتاج إلى صبر.",
      "جميع الحقوق محفوظة للمؤلف ما لم يتنازل عنها كتابة قبل النشر.",
      "تحميل تطبيق البنك مجانا يحتاج إلى رقم هاتف صالح.",
    ];
    expect(readOf(`عن الصحافة القديمة\n\n${sentences.join("\n")}\n`).leftOut).toEqual([]);
    const items = ["## تعليقات", "- واتساب", "- طباعة", "| المشاهدات: 12 | 3 |"];
    expect(readOf(`# دليل\n\nهذا نص الدليل.\n\n${items.join("\n\n")}\n`, "a.md").leftOut).toEqual([]);
  });

  it("leaves out nothing where the folder keeps all", () => {
    const text =
      "حكاية القرية\n\nشارك على واتساب\nكانت القرية بعيدة جدا عن البحر.\nكانت القرية بعيدة جدا عن البحر.\n";
    const leftOut = (keepsAll: boolean) => {
      const read = readArticle("a.txt", text, { keepsAll });
      return "article" in read ? read.leftOut.length : undefined;
    };
    expect([leftOut(false), leftOut(true)]).toEqual([2, 0]);
  });

  it("tells a near copy from a text with other figures", () => {
    const words =
      "بلغ سعر الكيلوغرام الواحد من زيت الزيتون في سوق البلدة القديمة صباح اليوم نحو 12 دينارًا بعد أن كان في الموسم الماضي أقل من ذلك بكثير بحسب تجار السوق الذين تحدثوا إلينا عن أسباب هذا الارتفاع وعن توقعاتهم للموسم المقبل في القرى المجاورة كلها.";
    expect(readOf(`${words}\n${words.replace("كلها", "")}\n`).leftOut).toHaveLength(1);
    expect(readOf(`${words}\n${words.replace("12", "14")}\n`).leftOut).toEqual([]);
  });

  it("keeps an item and a heading that a page rightly has twice", () => {
    const text =
      "كعكتان لعيد واحد\nنقدم هنا طريقتين سهلتين لكعكة العيد.\nكعكة التمر:\n• ملعقة ملح\n• كوب تمر\nتُخبز نصف ساعة في فرن متوسط الحرارة.\nكعكة الجوز:\n• ملعقة ملح\n• كوب جوز\nتُخبز أربعين دقيقة في فرن هادئ.\n";
    expect(readOf(text).leftOut).toEqual([]);
  });

  it("ends lines at CR, CR LF, NEL and the separators of Unicode", () => {
    const text =
      "سطر أول هنا.\r\nسطر ثانٍ هنا.\rسطر ثالث هنا.\u0085سطر رابع هنا.\u2028سطر خامس هنا.\u2029سطر سادس هنا.";
    const { paragraphs } = articleOf(text);
    expect(paragraphs.map(({ start, end }) => text.slice(start, end))).toEqual(
      ["أول", "ثانٍ", "ثالث", "رابع", "خامس", "سادس"].map((n) => `سطر ${n} هنا.`),
    );
  });

  it("splits no pair of surrogates in a title or an excerpt", () => {
    for (let length = 50; length < 90; length += 1) {
      const { article, leftOut } = readOf(
        `${"ك".repeat(length)}😀😀😀 نص.\n#${"و".repeat(length)}😀😀 #وسم\n`,
      );
      expect(article.title.isWellFormed()).toBe(true);
      for (const { text } of leftOut) expect(text.isWellFormed()).toBe(true);
    }
  });

  it("names keys of an id that stand in names of objects too", () => {
    expect(articleOf("---\nid: __proto__\ntitle: constructor\n---\nنص عربي هنا.", "a.md")).toMatchObject({
      id: "__proto__",
      title: "constructor",
    });
  });
});

describe("passagesOf", () => {
  it("cuts a long paragraph into runs of whole sentences of about equal length", () => {
    const sentence = "هذه جملة من جمل المقال الطويل، فيها ما يكفي من الكلمات لكي تُحسب.";
    const article = plainArticle("a", Array.from({ length: 22 }, (_, i) => `${i} ${sentence}`).join(" "));
    const lengths = passagesOf(article).map(({ start, end }) => end - start);
    expect(Math.max(...lengths)).toBeLessThanOrEqual(LONGEST_PASSAGE);
    expect(Math.min(...lengths)).toBeGreaterThan(Math.max(...lengths) * 0.6);
    const many = passagesOf(plainArticle("b", "نعم. ".repeat(40)));
    expect(
      many.map(({ sentenceCount }) => sentenceCount).every((count) => count <= MOST_SENTENCES && count > 8),
    ).toBe(true);
  });

  it("covers each sentence once, in order, with keys of eight characters that white space does not change", () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom("جملة قصيرة.", "وهل من سؤال؟", "كلمة", "\n", " ", "، ", "ك".repeat(300)), {
          maxLength: 60,
        }),
        (parts) => {
          const article = plainArticle("x", parts.join(""));
          let next = 0;
          for (const { firstSentence, sentenceCount, key, start, end } of passagesOf(article)) {
            expect(firstSentence).toBe(next);
            expect(key).toMatch(/^[\w-]{8}$/u);
            expect(article.text.slice(start, end)).toBe(article.text.slice(start, end).trim());
            next += sentenceCount;
          }
          expect(next).toBe(article.sentences.length);
          const spaced = passagesOf(plainArticle("x", parts.join("").replace(/ /gu, "  ")));
          if (spaced.length === passagesOf(article).length && !parts.includes(" "))
            expect(spaced.map(({ key }) => key)).toEqual(passagesOf(article).map(({ key }) => key));
        },
      ),
    );
  });

  it("keeps the keys of an article whatever stands beside it", () => {
    const [a, b] = [articleOf(BODY), articleOf("نص آخر لا علاقة له بالأول.\nوله سطران.\n")];
    const keys = (passages: ReturnType<typeof passagesOf>) =>
      passages.filter(({ article }) => article === a).map(({ key }) => key);
    expect(keys([...corpusOf([b, a]).passages])).toEqual(keys([...corpusOf([a]).passages]));
  });
});

describe("plainPassage", () => {
  it("is the whole text without the white space around it", () => {
    const article = plainArticle("7", "  جملة أولى. وثانية.\nوثالثة.  ");
    const passage = plainPassage(article);
    expect(passage && article.text.slice(passage.start, passage.end)).toBe("جملة أولى. وثانية.\nوثالثة.");
    expect(passage?.sentenceCount).toBe(3);
    expect(plainPassage(plainArticle("8", " \n"))).toBeUndefined();
  });
});

describe("describeReport", () => {
  it("says by file and line what was loaded, left out and skipped, and why", async () => {
    const dir = await folderOf({
      "a.txt": `حكاية الزيتون في الجبل\nالمصدر: وكالة السهل\n${BODY}لا توجد تعليقات\n`,
      "b.txt": `${BODY}`,
      "c.md": "---\ntags: [\n---\nنص.\n",
    });
    const { report } = await loadCorpus(dir);
    const text = describeReport(report);
    expect(text).toContain("title: حكاية الزيتون في الجبل");
    expect(text).toContain("origin: وكالة السهل");
    expect(text).toContain("left out: a.txt:5: comments of the page: لا توجد تعليقات");
    expect(text).toMatch(/copy: b\.txt:1: the same text as [\w-]{8} in a\.txt/u);
    expect(text).toContain("fault: c.md:3: front matter: ");
    expect(text).toContain("2 articles, 6 passages, 1 line left out, 2 copies, 1 file skipped.");
    expect(text).not.toContain("left out?");
    expect(hasFaults(report)).toBe(true);
    expect(JSON.parse(JSON.stringify(report))).toEqual(report);
  });

  it("shows first what was left out though it reads as a sentence, and counts markup", async () => {
    const dir = await folderOf({
      "a.md": "واتساب وفيسبوك\n\n<div>\n\nالبحر واسع ولا يرى آخره.\n\n</div>\n\n```js\na\n```\n",
      "b.txt": `شارك على واتساب\n${BODY}اشترك في نشرتنا البريدية ليصلك كل جديد.\n`,
    });
    const text = describeReport((await loadCorpus(dir)).report);
    expect(text).toContain("markup: HTML (2 lines), code (1 line)");
    expect(text.indexOf("left out?: b.txt:4")).toBeLessThan(text.indexOf("left out: b.txt:1"));
    expect(text).toContain('Look at the 1 line marked with "left out?"');
    expect(text).toContain("keep: all");
  });
});
