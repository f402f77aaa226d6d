import { describe, expect, it } from "vitest";
import { zipfOf } from "../../src/arabic/word-frequencies.ts";

describe("zipfOf", () => {
  it("tells the words of every text from those of few", () => {
    const [usual, rarer, rare] = ["اليوم", "الطاوله", "الزمهرير"].map(zipfOf);
    expect(usual).toBeGreaterThan(rarer ?? 9);
    expect(rarer).toBeGreaterThan(rare ?? 9);
  });

  it("is the same for a word in all forms of its light stem, and behind a particle", () => {
    for (const form of ["مدرسه", "والمدرسه", "مدرستها", "بمدرسه"])
      expect(zipfOf(form), form).toBe(zipfOf("المدرسه"));
  });

  it("takes an English word for as frequent as its translation, and a name or a figure for rare", () => {
    expect(zipfOf("company")).toBe(zipfOf("شركه"));
    expect(zipfOf("novatrek")).toBe(zipfOf("الزمهرير"));
    expect(zipfOf("n:2022")).toBe(zipfOf("الزمهرير"));
  });
});
