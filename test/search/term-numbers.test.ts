import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { TermNumbers } from "../../src/search/term-numbers.ts";

describe("TermNumbers", () => {
  it("numbers different terms in the order of first appearance, however many there are", () => {
    const numbers = new TermNumbers();
    const terms = Array.from({ length: 5000 }, (_, i) => `كلمة${i % 3000}`);
    const expected = new Map<string, number>();
    for (const term of terms) {
      if (!expected.has(term)) expected.set(term, expected.size);
      expect(numbers.number(term)).toBe(expected.get(term));
    }
    expect(numbers.terms).toEqual([...expected.keys()]);
  });

  it("finds the number that a term was given, and none for another", () => {
    fc.assert(
      fc.property(fc.array(fc.string()), fc.string(), (terms, other) => {
        const numbers = new TermNumbers();
        for (const term of terms) numbers.number(term);
        for (const term of [...terms, other]) {
          const number = numbers.find(term);
          expect(number === undefined ? undefined : numbers.terms[number]).toBe(
            terms.includes(term) ? term : undefined,
          );
        }
      }),
    );
  });
});
