import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createFieldPostings } from "../../src/search/field-postings.ts";
import { listAt } from "../../src/search/lists.ts";

const documents = fc.array(fc.array(fc.constantFrom("نحل", "عسل", "سدر", "جبل"), { maxLength: 9 }), {
  maxLength: 12,
});

describe("createFieldPostings", () => {
  it("names for each term the documents that hold it, in order, and how often they do", () => {
    fc.assert(
      fc.property(documents, (all) => {
        const builder = createFieldPostings();
        for (const document of all) builder.add(document);
        const { terms, holders, lengths, counterOf } = builder.finish();
        expect([...terms].sort()).toEqual([...new Set(all.flat())].sort());
        expect([...lengths]).toEqual(all.map((document) => new Set(document).size));
        terms.forEach((term, number) => {
          const held = [...listAt(holders, number)];
          expect(held).toEqual(
            all.flatMap((document, i) => (new Set<string>(document).has(term) ? [i] : [])),
          );
          const countIn = counterOf(term);
          for (const one of held)
            expect(countIn(one)).toBe(all[one]?.filter((other) => other === term).length);
        });
      }),
    );
  });
});
