import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { LONGEST_TERM, tokenize } from "../../src/arabic/tokens.ts";

/** Text of the characters that hurt: letters of both scripts, digits, marks, joiners, bidi, surrogates, blanks. */
const hostile = fc.string({
  unit: fc.constantFrom(
    ..."\u0627\u0644\u0643\u062a\u0628\u0629\u0649\u0640\u064b\u0651\u0670\u0654\u06cc\ufefb\ufdfa",
    ..."aBcGPT\u00e9\u00df\u0130\ufb01s",
    ..."019\u0661\u06f2\u00bd\u00b2",
    ..." \t\n\u00a0\u2028.,\u060c\u066b\u066c&'\u2019-/%",
    ..."\u200b\u200c\u200f\u202e\u2066\u2069\u00ad\ufeff\u0000\ufffe",
    "\u{1f64f}",
    "\u{1d400}",
    "\u5434",
    "\ud800",
    "\udc00",
  ),
  maxLength: 60,
});

describe("tokenize", () => {
  it("gives tokens in order that do not overlap and whose slices re-join to the text", () => {
    fc.assert(
      fc.property(hostile, (text) => {
        let at = 0;
        let joined = "";
        for (const { start, end } of tokenize(text)) {
          expect(start).toBeGreaterThanOrEqual(at);
          expect(end).toBeGreaterThan(start);
          joined += text.slice(at, start) + text.slice(start, end);
          at = end;
        }
        expect(joined + text.slice(at)).toBe(text);
      }),
    );
  });

  it("leaves no letter and no digit outside the tokens", () => {
    fc.assert(
      fc.property(hostile, (text) => {
        let rest = text;
        for (const { start, end } of tokenize(text).reverse())
          rest = `${rest.slice(0, start)} ${rest.slice(end)}`;
        expect(rest.replace(/\u0640/g, "")).not.toMatch(/[\p{L}\p{N}]/u);
      }),
    );
  });

  it("gives the slice of a token the term of the token", () => {
    fc.assert(
      fc.property(hostile, (text) => {
        for (const { term, start, end } of tokenize(text)) {
          expect(tokenize(text.slice(start, end))).toEqual([{ term, start: 0, end: end - start }]);
        }
      }),
      { numRuns: 300 },
    );
  });

  it.each([
    ["S&P 500 وAT&T", ["s&p", "500", "\u0648", "at&t"]],
    ["3FS و5G وH800", ["3fs", "\u0648", "5g", "\u0648", "h800"]],
    ["1,234,567 و12.5.2020", ["1234567", "\u0648", "12.5.2020"]],
    ["15.000 و2.50 و007", ["15000", "\u0648", "2.5", "\u0648", "007"]],
    ["10:30", ["10", "30"]],
    ["1,2,3", ["1", "2", "3"]],
    ["2020,2021 و2020،21", ["2020", "2021", "\u0648", "2020", "21"]],
    ["15,000,000 و2,5", ["15000000", "\u0648", "2.5"]],
    ["ب “كتاب” وفي", ["\u0628", "كتاب", "وفي"]],
    ["it’s O'Neil's", ["it", "oneil"]],
    ["L’eau d'un puits n'est qu'à lui", ["eau", "un", "puits", "est", "qua", "lui"]],
    ["CamelCase", ["camelcase"]],
    ["قال李", ["قال", "\u674e"]],
    ["@everyone <b>نص</b>", ["everyone", "b", "نص", "b"]],
  ])("reads %s", (text, terms) => {
    expect(tokenize(text).map(({ term }) => term)).toEqual(terms);
  });

  it("bidi controls around a word are outside its slice", () => {
    expect(tokenize("\u202eكتاب\u202c \u2067Nvidia\u2069")).toEqual([
      { term: "كتاب", start: 1, end: 5 },
      { term: "nvidia", start: 8, end: 14 },
    ]);
  });

  it("a thousand marks on a letter neither split its word nor reach its term", () => {
    const zalgo = `ك${"\u0651\u0301".repeat(500)}تاب`;
    expect(tokenize(zalgo)).toEqual([{ term: "كتاب", start: 0, end: zalgo.length }]);
  });

  it("controls, noncharacters and tag characters inside a word do not split it", () => {
    expect(tokenize("كت\u0000ا\ufffe\u{e0041}ب").map(({ term }) => term)).toEqual(["كتاب"]);
  });

  it("lone surrogates reach no term, and a cut never splits a pair", () => {
    expect(tokenize("كت\ud800اب").map(({ term }) => term)).toEqual(["كتاب"]);
    const [token] = tokenize("\u{20000}".repeat(100));
    expect(token?.term.isWellFormed()).toBe(true);
  });

  it("a character that normalises to eighteen stays within the bound", () => {
    for (const { term } of tokenize("\ufdfa".repeat(4096)))
      expect(term.length).toBeLessThanOrEqual(LONGEST_TERM);
  });

  it("has no token for blanks, punctuation, emoji or marks alone", () => {
    for (const text of ["", "  \n\t", "؟!…«»", "🙏👩‍👩‍👧‍👦", "\u064e\u0651", "\u0640\u0640", "\u200f\u200b"])
      expect(tokenize(text)).toEqual([]);
  });

  it("cuts the term of a very long word, not its place in the text", () => {
    expect(tokenize("ا".repeat(4096))).toEqual([{ term: "ا".repeat(LONGEST_TERM), start: 0, end: 4096 }]);
  });

  it("comes to an end on 100 kB of one kind, and of two in turn", () => {
    for (const unit of [
      "ا",
      "a",
      "1",
      "a&",
      "1,",
      "a'",
      "\u064e",
      "ا\u200b",
      "a1",
      "\ud800",
      "(a+)+$",
      "__proto__ ",
    ]) {
      const text = unit.repeat(Math.ceil(100_000 / unit.length));
      expect(tokenize(text).at(-1)?.end ?? 0).toBeLessThanOrEqual(text.length);
    }
  });

  it("every kind of line end parts words", () => {
    expect(tokenize("كتاب\r\nقلم\rدفتر\u0085باب\u2028دار").map(({ term }) => term)).toEqual([
      "كتاب",
      "قلم",
      "دفتر",
      "باب",
      "دار",
    ]);
  });
});
