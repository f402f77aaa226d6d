import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { clean, FOREIGN_MAX, insert, listed } from "../../src/reply/foreign-text.ts";

const anything = fc.string({ unit: "binary", maxLength: 300 });

describe("clean", () => {
  it("takes away overrides, isolates and direction marks", () => {
    expect(clean("a\u202Eb\u2066c\u2069\u200F\u061Cd\u202C")).toBe("abcd");
  });

  it("keeps at most four marks on a letter", () => {
    expect(clean(`Z${"\u0335".repeat(1000)}!`)).toBe(`Z${"\u0335".repeat(4)}!`);
    expect(clean("مُتَمَرِّدٌ")).toBe("مُتَمَرِّدٌ");
  });

  it("takes away controls, byte order marks, tags and annotation characters", () => {
    expect(clean("a\u0000b\u0007\u0085c\uFEFFd\uFFFE\uFFF9e\u{E0041}")).toBe("abcde");
  });

  it("is well-formed, also where it is cut", () => {
    expect(clean("abc \ud83d def \ude00")).toBe("abc def");
    expect(clean("a😀b😀", 3)).toBe("a😀…");
    fc.assert(
      fc.property(anything, fc.integer({ min: 1, max: 50 }), (text, max) => {
        const cleaned = clean(text, max);
        expect(cleaned.isWellFormed()).toBe(true);
        expect([...cleaned].length).toBeLessThanOrEqual(max);
      }),
    );
  });

  it("leaves emoji sequences whole", () => {
    expect(clean("👨‍👩‍👧 ok")).toBe("👨‍👩‍👧 ok");
  });

  it("is one line", () => {
    fc.assert(
      fc.property(anything, (text) => {
        expect(clean(text)).not.toMatch(/[\n\r\u2028\u2029]/);
      }),
    );
  });

  it("reads 100,000 characters in no time worth the name", () => {
    for (const unit of ["a", " ", "\u0335", "\n", "\u202E", "😀", "\u0640"])
      expect([...clean(unit.repeat(100_000))].length).toBeLessThanOrEqual(FOREIGN_MAX);
  });
});

describe("insert", () => {
  it("isolates Latin words, Western digits and addresses in an Arabic line", () => {
    expect(insert("Valley Weekly", "ar")).toBe("\u2068Valley Weekly\u2069");
    expect(insert("2025", "ar")).toBe("\u20682025\u2069");
    expect(insert("نحل الوادي", "ar")).toBe("نحل الوادي");
  });

  it("reads words by the greater part of them, whatever they open with", () => {
    expect(insert("IBM، الشركة الأمريكية", "ar")).toBe("\u2068\u200FIBM، الشركة الأمريكية\u2069");
    expect(insert("مجلة The Valley Weekly Journal", "ar")).toBe(
      "\u2068\u200Eمجلة The Valley Weekly Journal\u2069",
    );
    expect(insert("الحقل 24", "ar")).toBe("\u2068الحقل 24\u2069");
  });

  it("isolates Arabic words in an English line", () => {
    expect(insert("نحل", "en")).toBe("\u2068نحل\u2069");
    expect(insert("bees", "en")).toBe("bees");
  });

  it("leaves every line balanced", () => {
    fc.assert(
      fc.property(anything, fc.constantFrom("ar" as const, "en" as const), (text, language) => {
        const line = insert(text, language);
        expect(line.split("\u2068").length).toBe(line.split("\u2069").length);
        expect(line).not.toMatch(/[\u202A-\u202E\u2066\u2067]/);
      }),
    );
  });
});

describe("listed", () => {
  it("names each word once and entries after twelve", () => {
    expect(listed(["نحل", "نحل", "\u202E", "bee"], "ar", "، ")).toBe("نحل، \u2068bee\u2069");
    expect(
      listed(
        Array.from({ length: 20 }, (_, i) => "ن".repeat(i + 1)),
        "ar",
        "، ",
      ).split("، "),
    ).toHaveLength(12);
  });
});
