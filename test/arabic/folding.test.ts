import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { FOLDING_RULES, fold, foldHamza } from "../../src/arabic/folding.ts";

const arabic = fc.string({
  unit: fc.integer({ min: 0x5f0, max: 0x6ff }).map((code) => String.fromCharCode(code)),
});

describe("fold", () => {
  it("changes nothing when applied again", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (word) => void expect(fold(fold(word))).toBe(fold(word))),
    );
    fc.assert(fc.property(arabic, (word) => void expect(fold(fold(word))).toBe(fold(word))));
  });
});

describe("FOLDING_RULES", () => {
  it("never makes a letter that another rule replaces", () => {
    const replaced = FOLDING_RULES.map(({ from }) => from).join("");
    for (const { to } of FOLDING_RULES) for (const letter of to) expect(replaced).not.toContain(letter);
  });
});

describe("foldHamza", () => {
  it("changes nothing when applied again", () => {
    fc.assert(
      fc.property(
        arabic,
        (word) => void expect(foldHamza(foldHamza(fold(word)))).toBe(foldHamza(fold(word))),
      ),
    );
  });
});
