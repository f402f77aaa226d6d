import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { blocksMarkdown } from "../../adapters/discord/blocks-markdown.ts";
import { codeBlock, escapeText, maskedLink, safeUrl } from "../../adapters/discord/escape.ts";
import { shortened } from "../../adapters/discord/platform-limits.ts";
import { readMarkdown } from "./discord-markdown.ts";

/** Text made of what Discord gives a meaning to, with words between. */
const hostile = fc
  .array(
    fc.oneof(
      fc.constantFrom(..."\\`*_~|[]()<>@#:+-.!/{}=&%$^\"' \n"),
      fc.constantFrom(
        "**",
        "__",
        "||",
        "```",
        "~~",
        "-# ",
        "# ",
        "> ",
        ">>> ",
        "1. ",
        "https://evil.example/x",
        "[a](https://evil.example)",
        "<@123>",
        "<@&1>",
        "<#9>",
        "@everyone",
        "@here",
        "<t:1:R>",
        ":smile:",
        "<:name:123>",
        "</ask:1>",
        "discord.gg/abc",
      ),
      fc.constantFrom("كلمة", "نصّ", "word", "😀", "x", "٣"),
    ),
    { maxLength: 30 },
  )
  .map((parts) => parts.join(""));

const lines = (text: string) => text.split(/\r\n|[\n\r\u2028\u2029]/u).join("\n");

describe("escapeText", () => {
  it("shows any text as it is, and makes nothing of it", () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const read = readMarkdown(escapeText(text));
        expect(read.kinds).toEqual([]);
        expect(read.text).toBe(lines(text));
      }),
      { numRuns: 600 },
    );
  });

  it("leaves out lone surrogates and controls, and splits no pair", () => {
    expect(escapeText("a\ud83db\u0000c\u0007d😀\ufffee")).toBe("abcd😀e");
  });

  it("is done with a hundred thousand signs in no time that would be noticed here", () => {
    const long = `${"(a+)+$ [[**__||<<::".repeat(6000)}!`;
    expect(escapeText(long).length).toBeGreaterThan(long.length);
  });
});

describe("link", () => {
  it("keeps a label a label, whatever it says", () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const label = `x${lines(text).replace(/\n/g, " ")}x`;
        const read = readMarkdown(maskedLink(label, "https://example.org/"));
        expect(read.text).toBe(label);
        expect(read.links).toEqual(/[[\]]/.test(label) ? [] : [{ text: label, url: "https://example.org/" }]);
      }),
      { numRuns: 300 },
    );
  });

  it("leaves a fragment as it is that makes a browser jump to the words", () => {
    expect(safeUrl("https://example.org/a#:~:text=b")).toBe("https://example.org/a#:~:text=b");
  });

  it("vouches for no address but https, and for none with a name and password in it", () => {
    for (const url of [
      "http://evil.example",
      "javascript:alert(1)",
      "https://a:b@evil.example/",
      "no address",
    ]) {
      expect(safeUrl(url)).toBeUndefined();
      expect(maskedLink("bank", url)).toBe("bank");
    }
  });

  it("lets no sign in an address end the link", () => {
    const url = safeUrl("https://example.org/a(b)_c*d?e=<f>#:~:text=نص");
    expect(readMarkdown(`[x](${url})`).links).toEqual([{ text: "x", url }]);
  });
});

describe("codeBlock", () => {
  it("cannot be ended from within", () => {
    expect(readMarkdown(codeBlock("a ``` **b** ``` c")).kinds).toEqual(["code-block"]);
  });
});

describe("blocksMarkdown", () => {
  const spans = (text: string) =>
    fc
      .array(fc.tuple(fc.nat(text.length), fc.nat(text.length)), { maxLength: 4 })
      .map((pairs) => pairs.map(([a, b]) => ({ start: Math.min(a, b), end: Math.max(a, b) })));

  it("quotes a text letter for letter, with nothing in it but quotation and bold", () => {
    const quoted = hostile.chain((text) => spans(text).map((marks) => ({ text: lines(text), marks })));
    fc.assert(
      fc.property(quoted, ({ text, marks }) => {
        const read = readMarkdown(blocksMarkdown([{ type: "quote", text, marks }]));
        expect(read.kinds.filter((kind) => kind !== "quote" && kind !== "bold")).toEqual([]);
        expect(
          read.quotes
            .map((quote) => quote.text)
            .join("")
            .replaceAll("\u200F", ""),
        ).toBe(text);
      }),
      { numRuns: 300 },
    );
  });

  it("marks exactly the words that answer, over line ends and without the spaces around them", () => {
    const text = "قبل ذلك\nكان * الجواب هنا";
    const marks = [{ start: 3, end: text.length - 4 }];
    const read = readMarkdown(blocksMarkdown([{ type: "quote", text, marks }]));
    expect(read.quotes[0]?.marks).toEqual(["ذلك", "كان * الجواب"]);
  });

  it("makes one mark of two that touch", () => {
    const marks = [
      { start: 0, end: 2 },
      { start: 2, end: 4 },
    ];
    expect(readMarkdown(blocksMarkdown([{ type: "quote", text: "abcdef", marks }])).quotes[0]?.marks).toEqual(
      ["abcd"],
    );
  });

  it("gives a whole date as a timestamp at noon, and a part of one in words", () => {
    const cited = (iso: string, text: string) =>
      blocksMarkdown([{ type: "citation", key: "AAAAAAAA", title: "t", line: "l", date: { iso, text } }]);
    expect(cited("2024-03-05", "٥ مارس ٢٠٢٤")).toContain(
      `\u2068<t:${Date.UTC(2024, 2, 5, 12) / 1000}:D>\u2069`,
    );
    expect(cited("2024-03", "مارس ٢٠٢٤")).toContain("مارس ٢٠٢٤");
    expect(cited("2024-13-45", "٢٠٢٤")).not.toContain("<t:");
  });
});

describe("shortened", () => {
  it("keeps within the limit, on one line, without splitting a character", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: "grapheme", maxLength: 200 }),
        fc.integer({ min: 5, max: 100 }),
        (text, max) => {
          const cut = shortened(text, max);
          expect(cut.length).toBeLessThanOrEqual(max);
          expect(cut.isWellFormed()).toBe(true);
          expect(cut).not.toContain("\n");
        },
      ),
    );
    expect(shortened("👨‍👩‍👧‍👦 عائلة", 8)).toBe("…");
  });
});
