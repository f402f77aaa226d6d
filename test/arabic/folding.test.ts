import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { FOLDING_RULES, fold, foldHamza } from "../../src/arabic/folding.ts";

const arabic = fc.string({
  unit: fc.integer({ min: 0x5f0, max: 0x6ff }).map((code) => String.fromCharCode(code)),
});

describe("fold", () => {
  it("changes nothing when applied again", () => {
    fc.assert(
      fc.property(fc.oneof(arabic, fc.string({ unit: "binary", maxLength: 12 })), (word) => {
        expect(fold(fold(word))).toBe(fold(word));
      }),
      { numRuns: 400 },
    );
  });

  it("gives a word one term in whatever normal form it is stored", () => {
    fc.assert(
      fc.property(arabic, (word) => {
        expect(fold(word.normalize("NFD"))).toBe(fold(word.normalize("NFC")));
        expect(fold(word.normalize("NFKD"))).toBe(fold(word.normalize("NFKC")));
      }),
    );
  });

  it("leaves no mark, no invisible character and no tatweel in a term", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 20 }), (word) => {
        expect(fold(word)).not.toMatch(/[\p{M}\p{Cf}\p{Cc}\u0640]/u);
      }),
    );
  });

  it.each(
    FOLDING_RULES.flatMap(({ from, to, reason }) => [...from].map((letter) => ({ letter, to, reason }))),
  )("writes $letter as '$to': $reason", ({ letter, to }) => {
    expect(fold(`\u0628${letter}\u0628`)).toBe(`\u0628${to}\u0628`);
  });

  it("bounds what a character that normalises to eighteen can grow to", () => {
    expect(fold("\ufdfa".repeat(4096)).length).toBeLessThanOrEqual(256);
  });

  it("keeps property names of objects as plain words", () => {
    for (const word of ["__proto__", "constructor", "toString"]) expect(fold(word)).toBe(word.toLowerCase());
  });
});

describe("FOLDING_RULES", () => {
  it("never makes a letter that another rule replaces", () => {
    const replaced = FOLDING_RULES.map(({ from }) => from).join("");
    for (const { to } of FOLDING_RULES) for (const letter of to) expect(replaced).not.toContain(letter);
  });

  it("names each letter once and gives each rule a reason", () => {
    const letters = FOLDING_RULES.flatMap(({ from }) => [...from]);
    expect(new Set(letters).size).toBe(letters.length);
    for (const { reason } of FOLDING_RULES) expect(reason).not.toBe("");
  });
});

describe("foldHamza", () => {
  it("changes nothing when applied again", () => {
    fc.assert(
      fc.property(arabic, (word) => {
        const once = foldHamza(fold(word));
        expect(foldHamza(once)).toBe(once);
      }),
    );
  });
});
