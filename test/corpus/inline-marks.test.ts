import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { tokenize } from "../../src/arabic/tokens.ts";
import { legibleText, shownText } from "../../src/corpus/inline-marks.ts";

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
    ["the bars around an empty cell", "| | عدد | 3 |", "عدد | 3"],
    ["emphasis in a link", "زر [**البحر**](x) الآن", "زر البحر الآن"],
    ["shortcodes", 'شاهد {{< video "a" >}}هذا و{{% ref "x" %}}ذاك', "شاهد هذا وذاك"],
    ["Liquid", "السعر {{ page.price }}درهم{% raw %}ان{% endraw %}", "السعر درهمان"],
    [
      "a link's target that a generator fills in",
      'راجع [الأسعار]({% link prices.md %}) و[البيت]({{< ref "a b" >}} "خ")',
      "راجع الأسعار والبيت",
    ],
    ["anchors and classes", "عنوان {#شراء-التذاكر .big}\nنص{: .lead} [كلمة]{.red}", "عنوان \nنص كلمة"],
    ["comments of MDX and Obsidian", "عنوان {/*a*/}ونص%%سر%% هنا{' '}غدًا", "عنوان ونص هنا غدًا"],
    ["components", '<Tip color="a > b">نصيحة</Tip> و<Icon n={a > 1}/>رمز <x-y>ي</x-y>', "نصيحة ورمز ي"],
    ["wiki links", "زر [[القلعة|قلعة المدينة]] و[[السوق]] و![[map.png]]غدًا", "زر قلعة المدينة والسوق وغدًا"],
    ["highlighting", "هذا ==مهم جدا== هنا", "هذا مهم جدا هنا"],
    ["the name of a block", "جملة مهمة. ^quote-1\nوبعدها", "جملة مهمة.\nوبعدها"],
    ["the name of a directive", 'لغة :abbr[HTML]{title="x"} هنا', "لغة HTML هنا"],
    ["a backslash that breaks a line", "سطر أول\\\nسطر ثان", "سطر أول\nسطر ثان"],
    [
      "direction marks before what begins a line",
      "\u200f# عنوان\n\u200f- بند\n\u202b> قول",
      "عنوان\nبند\nقول",
    ],
  ])("leaves out %s", (_, text, expected) => {
    expect(shown(text)).toBe(expected);
  });

  it.each([
    "5 * 3 = 15 و 2*3*4",
    "snake_case_name",
    "أ < ب و <الاسم> و 3 <4",
    "مصفوفة [1][2] ومرجع [3]",
    "نجمة * وحيدة و_شرطة",
    "&كلمة; و AT&T و &nosuch;",
    "قال تعالى: {وما أرسلناك إلا رحمة}",
    "اكتب {{الاسم}} و {x} و List<String> ثم <Enter>",
    "أ == ب و 50%% و a^b",
    "![وصف",
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

  it.each(["a.md", "a.txt"])("shows entities as the signs that they stand for, in %s", (file) => {
    expect(shown("&quot;ثمن&quot;&nbsp;الباب &#1575;&#x644;شرقي &amp;&hellip;", file)).toBe(
      '"ثمن"\u00a0الباب الشرقي &…',
    );
    const article = { text: "قال: &quot;نعم&quot;.", file };
    const { text, map } = shownText(article, 0, article.text.length);
    const { start, end } = map({ start: article.text.indexOf("نعم"), end: article.text.length });
    expect(text.slice(start, end)).toBe('نعم".');
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
    "{{< ",
    " >}}",
    "{% ",
    " %}",
    "{#a}",
    "[[",
    "]]",
    "==",
    "%%",
    "<Tab>",
    "</Tab>",
    ":::",
    "\n$$\n",
    " ^a\n",
    '!!! note "كلمة"\n',
    "```ad-tip\n",
    "\u200f",
  ];
  const markdown = fc.array(fc.constantFrom(...parts), { maxLength: 60 }).map((all) => all.join(""));

  it("is read in the same length, each word at its place", () => {
    const article = { text: "كت**اب**ك [عند](https://example.org/كلمة) &#1575;لباب{#اسم}", file: "a.md" };
    const legible = legibleText(article);
    expect(legible).toHaveLength(article.text.length);
    expect(tokenize(legible).map(({ term, start, end }) => [term, article.text.slice(start, end)])).toEqual([
      ["كتابك", "كت**اب**ك"],
      ["عند", "عند"],
      ["الباب", "&#1575;لباب"],
    ]);
  });

  it("is read in the same length, for any text", () => {
    fc.assert(
      fc.property(markdown, fc.constantFrom("a.md", "a.txt"), (text, file) => {
        expect(legibleText({ text, file })).toHaveLength(text.length);
      }),
    );
  });

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
