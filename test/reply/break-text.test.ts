import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { breakAt, largestFitting } from "../../src/reply/break-text.ts";
import { readCited } from "../../src/reply/cite.ts";
import { languageOf } from "../../src/reply/language.ts";

describe("breakAt", () => {
  it.each([
    ["يمشي. ثم يجري، ثم يقف", 15, "يمشي. "],
    ["قال: «يكفي!» ثم مضى إلى بيته", 16, "قال: «يكفي!» "],
    ["يمشي ببطء، ثم يجري", 16, "يمشي ببطء، "],
    ["يمشي ببطء ثم يجري", 12, "يمشي ببطء "],
    ["النسبة 3.14 فقط", 10, "النسبة "],
    ["السطر الأول\nالسطر الثاني", 15, "السطر الأول\n"],
    ["abcdefgh", 3, "abc"],
    ["😀😀", 3, "😀"],
    ["😀😀", 1, "😀"],
  ])("cuts %j at %d after %j", (text, max, head) => expect(text.slice(0, breakAt(text, max))).toBe(head));

  it("always goes on, and never by more than fits but for one character", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", minLength: 1, maxLength: 60 }), fc.nat(70), (text, max) => {
        const cut = breakAt(text, max);
        expect(cut).toBeGreaterThan(0);
        expect(cut).toBeLessThanOrEqual(Math.max(max, 2));
        expect(text.slice(0, cut).isWellFormed() || !text.isWellFormed()).toBe(true);
      }),
    );
  });

  it("reads 100,000 characters of any one kind", async () => {
    for (const unit of [
      ".",
      "«",
      "»",
      "،",
      " ",
      "\n",
      "/",
      "#",
      "p_",
      "?start=p_",
      "ا",
      "a",
      ". ",
      "!\u00BB",
    ]) {
      const text = unit.repeat(100_000 / unit.length);
      expect(breakAt(text, 90_000)).toBeGreaterThan(0);
      expect(languageOf(text, "en")).toMatch(/^(ar|en)$/);
      const cited = await readCited(text, async () => false);
      expect(cited?.isNamed ?? true).toBe(true);
    }
  });
});

describe("largestFitting", () => {
  it("is the greatest that fits", () => {
    fc.assert(
      fc.property(fc.nat(1000), fc.nat(1000), (high, limit) => {
        expect(largestFitting(high, (value) => value <= limit)).toBe(Math.min(high, limit));
      }),
    );
  });
});
