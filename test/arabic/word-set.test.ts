import fc from "fast-check";
import { expect, it } from "vitest";
import { WordSet } from "../../src/arabic/word-set.ts";

it("has the words that it was given, and no other", () => {
  const word = fc.string({ unit: fc.constantFrom(..."اابتثنوي15a"), maxLength: 4 });
  fc.assert(
    fc.property(fc.array(word), fc.array(word), (words, others) => {
      const set = new WordSet(words);
      for (const one of [...words, ...others]) expect(set.has(one)).toBe(words.includes(one));
    }),
  );
});
