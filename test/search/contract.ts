import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type CreateIndex,
  FIELDS,
  type SearchDocument,
  type SearchTerm,
} from "../../src/search/search-index.ts";

/** What every engine behind the port `SearchIndex` keeps to. `numRuns`: made-up collections, each of which is an index. */
export function searchIndexContract(create: CreateIndex, numRuns = 60): void {
  async function search(
    documents: readonly SearchDocument[],
    terms: readonly SearchTerm[],
    limit = 200,
  ): Promise<readonly number[]> {
    const index = await create(documents);
    return index.search(terms, limit);
  }

  describe("the port SearchIndex", () => {
    it.each(FIELDS)("finds a term in the field %s, and in no other", async (field) => {
      const others = FIELDS.filter((other) => other !== field);
      const documents = [documentOf({ [field]: ["نحل"] }), documentOf({ [others[0] ?? ""]: ["نحل"] })];
      expect(await search(documents, [term("نحل", field)])).toEqual([0]);
    });

    it("counts the documents in the order in which they were given", async () => {
      const documents = ["نحل", "عسل", "سدر", "خلية"].map((word) => documentOf({ light: [word] }));
      for (const [at, word] of ["نحل", "عسل", "سدر", "خلية"].entries())
        expect(await search(documents, [term(word)])).toEqual([at]);
    });

    it("takes documents one by one from a generator", async () => {
      function* documents(): Generator<SearchDocument> {
        yield documentOf({ light: ["نحل"] });
        yield documentOf({ light: ["عسل"] });
      }
      const index = await create(documents());
      expect(await index.search([term("عسل")], 10)).toEqual([1]);
    });

    it("gives a document once, whatever number of terms and fields it matches", async () => {
      const words = ["نحل", "عسل", "سدر"];
      const documents = [
        documentOf({ light: words, deep: words, title: words }),
        documentOf({ light: words }),
      ];
      const terms = FIELDS.flatMap((field) => words.map((word) => term(word, field)));
      expect((await search(documents, terms)).toSorted()).toEqual([0, 1]);
    });

    it("gives the best first: who holds more of the terms stands before who holds fewer", async () => {
      const documents = [
        documentOf({ light: ["نحل", "جبل", "ريح"] }),
        documentOf({ light: ["نحل", "عسل", "سدر"] }),
        documentOf({ light: ["نحل", "عسل", "ريح"] }),
      ];
      const hits = await search(documents, [term("نحل"), term("عسل"), term("سدر")]);
      expect(hits).toEqual([1, 2, 0]);
    });

    it("lets a heavier term decide", async () => {
      const documents = [documentOf({ light: ["نحل"] }), documentOf({ light: ["عسل"] })];
      const first = async (nahl: number, asal: number) =>
        (await search(documents, [term("نحل", "light", nahl), term("عسل", "light", asal)]))[0];
      expect(await first(1, 0.1)).toBe(0);
      expect(await first(0.1, 1)).toBe(1);
    });

    it("gives at most as many as it is asked for, and then the best of them", async () => {
      const documents = Array.from({ length: 30 }, (_, i) =>
        documentOf({ light: i === 17 ? ["نحل", "عسل"] : ["نحل", "ريح"] }),
      );
      const terms = [term("نحل"), term("عسل")];
      expect(await search(documents, terms, 30)).toHaveLength(30);
      expect(await search(documents, terms, 5)).toHaveLength(5);
      expect(await search(documents, terms, 1)).toEqual([17]);
      expect(await search(documents, terms, 0)).toEqual([]);
    });

    it("finds nothing for terms that no document holds", async () => {
      const documents = [documentOf({ light: ["نحل"] })];
      expect(await search(documents, [term("زحل")])).toEqual([]);
    });

    it("compares letter for letter: neither a beginning nor a slip of a term is the term", async () => {
      const documents = [documentOf({ light: ["منارة"] }), documentOf({ light: ["منار"] })];
      expect(await search(documents, [term("منار")])).toEqual([1]);
      expect(await search(documents, [term("منا")])).toEqual([]);
      expect(await search(documents, [term("منارت")])).toEqual([]);
    });

    it("finds nothing without terms", async () => {
      expect(await search([documentOf({ light: ["نحل"] })], [])).toEqual([]);
    });

    it("finds nothing in nothing", async () => {
      expect(await search([], [term("نحل")])).toEqual([]);
      expect(await search([documentOf({})], [term("نحل")])).toEqual([]);
    });

    it("takes the names of an object's own members for words like others", async () => {
      const names = ["__proto__", "constructor", "toString", "hasOwnProperty", "valueOf"];
      const documents = [
        documentOf({ light: ["نحل"] }),
        ...names.map((name) => documentOf({ light: [name] })),
      ];
      for (const [at, name] of names.entries()) {
        expect(await search([documentOf({ light: ["نحل"] })], [term(name)])).toEqual([]);
        expect(await search(documents, [term(name)])).toEqual([at + 1]);
      }
      expect(
        (
          await search(
            documents,
            names.map((name) => term(name)),
          )
        ).toSorted(),
      ).toEqual([1, 2, 3, 4, 5]);
    });

    it("knows terms of numbers and of other scripts", async () => {
      const words = ["n:2500000000", "d:2025-10", "p:12", "gpu", "c++", "\u{1F600}"];
      const documents = words.map((word) => documentOf({ light: [word] }));
      for (const [at, word] of words.entries()) expect(await search(documents, [term(word)])).toEqual([at]);
    });

    it("gives the same hits in the same order again, and so does an index that was built anew", async () => {
      const documents = Array.from({ length: 40 }, (_, i) =>
        documentOf({ light: ["نحل", `كلمة${i % 4}`], deep: ["نحل"], title: [`كلمة${i % 3}`] }),
      );
      const terms = [term("نحل"), term("كلمة1"), term("كلمة2", "title", 0.5), term("نحل", "deep")];
      const index = await create(documents);
      const once = await index.search(terms, 20);
      expect(await index.search(terms, 20)).toEqual(once);
      expect(await search(documents, terms, 20)).toEqual(once);
    });

    it("takes very many terms, and a very long one", async () => {
      const long = "ن".repeat(300);
      const documents = [documentOf({ light: [long] }), documentOf({ light: ["كلمة7"] })];
      const many = Array.from({ length: 2000 }, (_, i) => term(`كلمة${i}`));
      expect(await search(documents, many)).toEqual([1]);
      expect(await search(documents, [term(long)])).toEqual([0]);
      expect(await search(documents, [term(long.slice(1))])).toEqual([]);
    });

    it("puts equals in the order of the documents", async () => {
      const documents = Array.from({ length: 12 }, () => documentOf({ light: ["نحل", "عسل"] }));
      expect(await search(documents, [term("نحل")], 5)).toEqual([0, 1, 2, 3, 4]);
    });

    it("answers several searches at once, each for itself", async () => {
      const index = await create(["نحل", "عسل", "سدر"].map((word) => documentOf({ light: [word] })));
      const hits = await Promise.all(["سدر", "نحل", "عسل"].map((word) => index.search([term(word)], 5)));
      expect(hits).toEqual([[2], [0], [1]]);
    });

    it("gives just the documents that hold a term in its field", async () => {
      const word = fc.constantFrom("نحل", "عسل", "سدر", "جبل", "ريح", "__proto__");
      const words = fc.array(word, { maxLength: 5 });
      const documents = fc.array(fc.record({ light: words, deep: words, title: words }), { maxLength: 8 });
      const terms = fc.uniqueArray(
        fc.record({
          field: fc.constantFrom(...FIELDS),
          term: word,
          weight: fc.double({ min: 0.05, max: 2, noNaN: true }),
        }),
        { maxLength: 6, selector: (one) => `${one.field} ${one.term}` },
      );
      await fc.assert(
        fc.asyncProperty(documents, terms, async (all, asked) => {
          const found = await search(all, asked);
          const holding = all.flatMap((document, at) =>
            asked.some((one) => document[one.field].includes(one.term)) ? [at] : [],
          );
          expect([...found].sort((a, b) => a - b)).toEqual(holding);
        }),
        { numRuns },
      );
    });
  });
}

function documentOf(fields: Partial<SearchDocument>): SearchDocument {
  return { light: [], deep: [], title: [], ...fields };
}

function term(word: string, field: SearchTerm["field"] = "light", weight = 1): SearchTerm {
  return { field, term: word, weight };
}
