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
    });
  });

  it("reads CRLF", () => {
    expect(readFrontMatter("---\r\ntitle: البحر\r\n---\r\nالنص")).toMatchObject({
      matter: { title: "البحر" },
      bodyStart: 22,
    });
  });

  it.each([
    ["bad YAML", "title: البحر: واسع", 2],
    ["a wrong type", "title: البحر\ntags: {a: b}", 3],
    ["a duplicate key", "title: أ\ntitle: ب", 3],
    ["a tag that makes objects", "title: !!js/function 'x'", 2],
    ["an alias", "title: &a البحر\nauthor: *a", 2],
    ["a day that no calendar has", "title: البحر\ndate: 2023-02-30", 3],
    ["an address of another scheme", "url: javascript:alert(1)", 2],
    ["a word that means the same as no other", "aliases:\n  - البحر = اليم\n  - موج", 4],
    ["a fault inside a list", "references:\n  - title: كتاب\n    url: nowhere", 4],
  ])("refuses %s and names the line", (_, yaml, line) => {
    const result = read(yaml);
    expect(result).toHaveProperty("reason");
    expect(result).toHaveProperty("line", line);
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
