import { describe, expect, it } from "vitest";
import { readFrontMatter } from "../../src/corpus/front-matter.ts";

const read = (yaml: string) => readFrontMatter(`---\n${yaml}\n---\nالنص هنا.\n`);

describe("readFrontMatter", () => {
  it("reads all keys, with the body's offset", () => {
    const text =
      "---\nid: sea\ntitle: البحر\nauthor: سعاد\nsource: مجلة الموج\nurl: https://example.org/sea\ndate: 2024-02-29\nlanguage: ar\nlicence: CC BY 4.0\ntags: [بحر, 2024]\nreferences:\n  - title: كتاب الموج\n    url: https://example.org/book\n  - دليل الشاطئ\nquestions:\n  - لماذا البحر مالح؟\naliases:\n  - البحر = اليم\n  - [موج, waves]\n---\nالنص";
    const result = readFrontMatter(text);
    expect(result).toMatchObject({
      matter: {
        id: "sea",
        title: "البحر",
        author: "سعاد",
        source: "مجلة الموج",
        url: "https://example.org/sea",
        date: "2024-02-29",
        language: "ar",
        licence: "CC BY 4.0",
        tags: ["بحر", "2024"],
        references: [{ title: "كتاب الموج", url: "https://example.org/book" }, { title: "دليل الشاطئ" }],
        questions: ["لماذا البحر مالح؟"],
        aliases: [
          ["البحر", "اليم"],
          ["موج", "waves"],
        ],
      },
      warnings: [],
    });
    expect("bodyStart" in result && text.slice(result.bodyStart).trim()).toBe("النص");
  });

  it("takes an empty value for an absent one, and numbers for text", () => {
    expect(read("author:\ntitle: 1984\ndate: 2025\ntags:")).toMatchObject({
      matter: { title: "1984", date: "2025", tags: [] },
    });
    expect(read("author:")).not.toHaveProperty("matter.author");
  });

  it("warns of a key that is not known, with its line", () => {
    expect(read("title: البحر\nautor: سعاد")).toMatchObject({
      warnings: [{ line: 3, message: 'front matter: the key "autor" is not known' }],
    });
  });

  it("reads a text that opens with a rule as one without front matter", () => {
    expect(readFrontMatter("---\n\nنص يبدأ بخط.\n")).toEqual({
      matter: { tags: [], references: [], questions: [], aliases: [] },
      bodyStart: 0,
      warnings: [],
      unused: [],
    });
  });

  it("reads CRLF", () => {
    expect(readFrontMatter("---\r\ntitle: البحر\r\n---\r\nالنص")).toMatchObject({
      matter: { title: "البحر" },
      bodyStart: 22,
    });
  });

  it.each([
    ["bad YAML", "title: [البحر", 3],
    ["a duplicate key", "title: أ\ntitle: ب", 3],
    ["a tag that makes objects", "title: !!js/function 'x'", 2],
    ["an alias", "title: &a البحر\nauthor: *a", 2],
  ])("refuses %s and names the line", (_, yaml, line) => {
    expect(read(yaml)).toMatchObject({ reason: expect.any(String), line, fault: true });
  });

  it.each([
    ["a wrong type", "title: البحر\ntags: {a: b}", 3],
    ["a day that no calendar has", "title: البحر\ndate: 2023-02-30", 3],
    ["a day in words", "title: البحر\ndate: أمس", 3],
    ["a day of the Hijri calendar", "title: البحر\ndate: ١٥ شوال ١٤٤٣ هـ", 3],
    ["a day of the Hijri calendar in figures", "title: البحر\ndate: 1445-08-28", 3],
    ["an address of another scheme", "title: البحر\nurl: javascript:alert(1)", 3],
    ["an address without a host", "title: البحر\nurl: /posts/sea/", 3],
    ["a word that means the same as no other", "title: البحر\naliases:\n  - البحر = اليم\n  - موج", 5],
    ["a fault inside a list", "title: البحر\nreferences:\n  - title: كتاب\n    url: nowhere", 5],
  ])("leaves out %s with a warning that names the line, and keeps the rest", (_, yaml, line) => {
    const result = read(yaml);
    expect(result).toMatchObject({ matter: { title: "البحر" }, warnings: [{ line }] });
    for (const key of ["date", "url"]) expect(result).not.toHaveProperty(`matter.${key}`);
  });

  it("tells all faults of a file", () => {
    const result = read("date: أمس\nurl: nowhere\nautor: x");
    expect("warnings" in result && result.warnings.map(({ line }) => line)).toEqual([2, 3, 4]);
  });

  it.each([
    ["2024-03-09T10:00:00+03:00", "2024-03-09"],
    ["2024-03-09 10:00 +0300", "2024-03-09"],
    ["2024/03/09", "2024-03-09"],
    ["2024-3-9", "2024-03-09"],
    ["٢٠٢٤-٠٣-٠٩", "2024-03-09"],
    ["۲۰۲۴-۰۳-۰۹", "2024-03-09"],
    ["9 Mar 2024", "2024-03-09"],
    ["March 9, 2024", "2024-03-09"],
    ["٩ آذار ٢٠٢٤", "2024-03-09"],
    ["9 مارس 2024", "2024-03-09"],
    ["١٥ شوال ١٤٤٣ هـ الموافق ١٦ مايو ٢٠٢٢", "2022-05-16"],
    ["9/3/2024", "2024"],
    ["2024-03", "2024-03"],
    ["2024", "2024"],
  ])("reads the date «%s» as %s", (written, date) => {
    expect(read(`date: ${written}`)).toMatchObject({ matter: { date }, warnings: [] });
  });

  it.each([
    ["author: [سعاد, سامر]", { author: "سعاد، سامر" }],
    ["author:\n  name: سعاد\n  url: https://example.org", { author: "سعاد" }],
    ["authors:\n  - name: سعاد\n  - سامر", { author: "سعاد، سامر" }],
    ["pubDate: 2024-03-09", { date: "2024-03-09" }],
    ["published: 2024-03-09\ndate: 2023", { date: "2023" }],
    ["permalink: https://example.org/sea", { url: "https://example.org/sea" }],
    [
      "license: MIT\nlang: ar\ncategories: [بحر]\ntags: موج",
      { licence: "MIT", language: "ar", tags: ["موج", "بحر"] },
    ],
  ])("reads what generators of sites write: %s", (yaml, matter) => {
    expect(read(yaml)).toMatchObject({ matter, warnings: [] });
  });

  it("reads a title with a colon, and says that it belongs in quotation marks", () => {
    expect(read('author: سعاد\ntitle: البحر: قصة "الموج"')).toMatchObject({
      matter: { author: "سعاد", title: 'البحر: قصة "الموج"' },
      warnings: [{ line: 3, message: expect.stringContaining("quotation marks") }],
    });
  });

  it("reads JSON, and front matter of any kind below blank lines", () => {
    const head = (text: string) => {
      const read = readFrontMatter(text);
      if ("reason" in read) return read;
      return { title: read.matter.title, date: read.matter.date, body: text.slice(read.bodyStart).trim() };
    };
    const expected = { title: "حكاية", date: "2024-03-09", body: "النص هنا." };
    const json = '{\n\t"title": "حكاية",\n\t"date": "2024-03-09",\n\t"params": {"a": {"b": 1}}\n}';
    for (const text of [
      `${json}\n\nالنص هنا.\n`,
      `\n\n${json}\nالنص هنا.\n`,
      '{"title": "حكاية", "date": "2024-03-09"}\nالنص هنا.\n',
      "\n \n---\ntitle: حكاية\ndate: 2024-03-09\n---\nالنص هنا.\n",
      '\r\n+++\r\ntitle = "حكاية"\r\ndate = 2024-03-09\r\n+++\r\nالنص هنا.\r\n',
    ])
      expect(head(text)).toEqual(expected);
    expect(readFrontMatter('\n{\n  "title": "حكاية",\n  "date": "?"\n}\nنص.')).toMatchObject({
      warnings: [{ line: 4 }],
    });
    expect(readFrontMatter('{\n  "title": "حكاية",\n  "date": [\n}\nنص.')).toMatchObject({ fault: true });
    expect(head('{\n  "title": "حكاية",\n  "date": "2024-03-09",\n}\nالنص هنا.')).toEqual(expected);
    expect(readFrontMatter("\n\n---\ntitle: [\n---\nنص.")).toMatchObject({ line: 5, fault: true });
    for (const text of ["{{< toc >}}\n\nنص.", "{: .lead}\nنص.", "{#id}\nنص.", "\n\n---\n\nنص هنا.\n\n---\n"])
      expect(readFrontMatter(text)).toMatchObject({ bodyStart: 0 });
  });

  it("joins a relative address to the site's, and leaves it out with the cure where there is none", () => {
    const url = (value: string, site?: string) => {
      const read = readFrontMatter(`---\nurl: ${value}\n---\nنص.`, site);
      return "reason" in read ? read.reason : (read.matter.url ?? read.warnings[0]?.message);
    };
    expect(url("/guide/a/", "https://example.org")).toBe("https://example.org/guide/a/");
    expect(url("guide/a.html", "https://example.org/docs")).toBe("https://example.org/docs/guide/a.html");
    expect(url("https://a.example/x", "https://example.org")).toBe("https://a.example/x");
    expect(url("/guide/a/")).toContain("isnad.yaml");
    expect(url("/:year/:title/", "https://example.org")).toContain("https://");
    expect(url("javascript:alert", "https://example.org")).toContain("https://");
  });

  it("reads TOML between lines of +++, and names the lines of its faults", () => {
    const toml = (text: string) => readFrontMatter(`+++\n${text}\n+++\nالنص هنا.\n`);
    expect(
      toml(
        'title = "البحر"\nauthors = ["سعاد", "سامر"]\ndate = 2011-02-09T11:13:00+01:00\n[params]\nwide = true',
      ),
    ).toMatchObject({
      matter: { title: "البحر", author: "سعاد، سامر", date: "2011-02-09" },
      warnings: [],
      unused: ["params"],
    });
    expect(toml('title = "البحر"\ndate = "أمس"\nautor = "x"')).toMatchObject({
      matter: { title: "البحر" },
      warnings: [{ line: 3 }, { line: 4 }],
    });
    expect(toml('title = "البحر"\ndate =')).toMatchObject({ line: 3, fault: true });
    expect(toml(`x = ${"[".repeat(20_000)}`)).toMatchObject({ fault: true });
    expect(readFrontMatter("+++\ntitle = 1\nالنص")).toMatchObject({ line: 1, fault: true });
  });

  it("passes over a draft, which is no fault", () => {
    expect(read("draft: true")).toMatchObject({ reason: expect.stringContaining("draft"), fault: false });
    expect(read("draft: false")).toMatchObject({ warnings: [] });
  });

  it("refuses front matter without an end, and a bomb of aliases at once", () => {
    expect(readFrontMatter("---\ntitle: البحر\nالنص")).toMatchObject({ line: 1 });
    const bomb = [
      "a: &a [x,x,x,x,x,x,x,x,x]",
      ...["b", "c", "d", "e", "f", "g", "h"].map(
        (key, i) => `${key}: &${key} [${`*${"abcdefg"[i]},`.repeat(9)}]`,
      ),
    ];
    expect(read(bomb.join("\n"))).toHaveProperty("reason");
  });
});
