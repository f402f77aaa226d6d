import fc from "fast-check";
import MiniSearch from "minisearch";
import { describe, expect, it } from "vitest";
import { createMiniSearchIndex } from "../../src/search/minisearch.ts";
import { FIELDS, type SearchDocument, type SearchTerm } from "../../src/search/search-index.ts";

const WORDS = ["نحل", "عسل", "سدر", "جبل", "ريح", "خلية"];

describe("createBestDocuments", () => {
  it("gives the best documents by the scores that MiniSearch gives, whatever they hold and how often", async () => {
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
        const index = await createMiniSearchIndex(all);
        const scores = scoresOfAll(all, asked);
        const hits = await index.search(asked, limit);
        const best = [...scores.values()].sort((a, b) => b - a).slice(0, limit);
        expect(hits.map((id) => scores.get(id))).toEqual(best);
      }),
      { numRuns: 300 },
    );
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
