import fc from "fast-check";
import MiniSearch from "minisearch";
import { describe, expect, it } from "vitest";
import { createMiniSearchIndex } from "../../src/search/minisearch.ts";
import { FIELDS, type SearchDocument, type SearchTerm } from "../../src/search/search-index.ts";
import { createShortlistBuilder } from "../../src/search/shortlist.ts";

const WORDS = ["نحل", "عسل", "سدر", "جبل", "ريح", "خلية"];

describe("createShortlistBuilder", () => {
  it("loses none of the best documents, whatever they hold and how often", async () => {
    const words = fc.array(fc.constantFrom(...WORDS), { maxLength: 12 });
    const documents = fc.array(fc.record({ light: words, deep: words, title: words }), {
      minLength: 5,
      maxLength: 40,
    });
    const terms = fc.uniqueArray(
      fc.record({
        field: fc.constantFrom(...FIELDS),
        term: fc.constantFrom(...WORDS),
        weight: fc.double({ min: 0.05, max: 2, noNaN: true }),
      }),
      { minLength: 1, maxLength: 8, selector: (one) => `${one.field} ${one.term}` },
    );
    await fc.assert(
      fc.asyncProperty(documents, terms, fc.integer({ min: 1, max: 8 }), async (all, asked, limit) => {
        const index = await createMiniSearchIndex(all, 0);
        const scores = scoresOfAll(all, asked);
        const hits = await index.search(asked, limit);
        const best = [...scores.values()].sort((a, b) => b - a).slice(0, limit);
        expect(hits.map((id) => scores.get(id))).toEqual(best);
      }),
      { numRuns: 300 },
    );
  });

  it("leaves out documents that hold a frequent term alone", () => {
    const builder = createShortlistBuilder({ k: 1.2, b: 0.7, d: 0.5 });
    const documents = Array.from({ length: 100 }, (_, i) =>
      documentOf(i < 10 ? ["نحل", "عسل", "سدر"] : ["نحل", "جبل"]),
    );
    for (const document of documents) builder.add(document);
    const shortlist = builder.finish(
      (field, terms) =>
        new Map(
          terms.map((term) => [term, documents.flatMap((one, i) => (one[field].includes(term) ? [i] : []))]),
        ),
    );
    const terms = ["نحل", "عسل", "سدر"].map((term): SearchTerm => ({ field: "light", term, weight: 1 }));
    expect([...(shortlist(terms, 10) ?? [])]).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
    expect(shortlist(terms, 100)).toBeUndefined();
  });
});

/** The score of each document that matches, as MiniSearch gives it when it scores them all. */
function scoresOfAll(
  documents: readonly SearchDocument[],
  terms: readonly SearchTerm[],
): ReadonlyMap<number, number> {
  const index = new MiniSearch({ fields: [...FIELDS], tokenize: (text) => text.split(" ").filter(Boolean) });
  documents.forEach(({ light, deep, title }, id) => {
    index.add({ id, light: light.join(" "), deep: deep.join(" "), title: title.join(" ") });
  });
  const queries = FIELDS.flatMap((field) => {
    const own = terms.filter((one) => one.field === field);
    const boostTerm = (term: string) => own.find((one) => one.term === term)?.weight ?? 1;
    return own.length === 0
      ? []
      : [{ queries: [own.map(({ term }) => term).join(" ")], fields: [field], boostTerm }];
  });
  return new Map(index.search({ combineWith: "OR", queries }).map(({ id, score }) => [id, score]));
}

function documentOf(light: readonly string[]): SearchDocument {
  return { light, deep: [], title: [] };
}
