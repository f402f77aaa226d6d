import { describe, expect, it } from "vitest";
import { planOf } from "../../src/answer/plan.ts";
import { createVariants } from "../../src/answer/variants.ts";
import { collect } from "../../src/search/collection.ts";
import { corpusFrom, LIBRARY, page } from "./library.ts";

/** Terms that an engine is asked for a question over `count` notes of a diary, each of which speaks of the harbour. */
function createDiary(count: number): (question: string) => string[] {
  const notes = Array.from({ length: count }, (_, i) => {
    const subject = i % 4 === 0 ? "البضائع" : "السفن";
    return `شهد الميناء رحلة ${subject} ذات الرقم ${i + 3000} ${i === 7 ? "ومعها منارة متنقلة" : ""}.`;
  });
  const collection = collect(corpusFrom({ "diary.md": page("diary", "دفتر البحار", ...notes) }).passages);
  const variants = createVariants(collection);
  return (question) =>
    planOf(question, collection, variants).terms.map(({ field, term }) => `${field} ${term}`);
}

describe("engineTerms", () => {
  it("asks for the words by their light stem, in the text and in the title", () => {
    const collection = collect(corpusFrom(LIBRARY).passages);
    const { terms } = planOf("الهيموغلوبين", collection, createVariants(collection));
    expect(terms.map(({ field }) => field)).toEqual(["light", "title"]);
    expect(new Set(terms.map(({ term }) => term)).size).toBe(1);
  });

  it("gives a synonym much less weight than the word itself", () => {
    const collection = collect(
      corpusFrom({ "s.md": page("s", "دفتر", "اشترى الطبيب سيارة جديدة. باع التاجر عربة قديمة.") }).passages,
    );
    const { terms } = planOf("سيارة", collection, createVariants(collection));
    const weightOf = (term: string) =>
      terms.find((one) => one.field === "light" && one.term === term)?.weight;
    const others = terms.filter(({ term }) => term !== "سيار");
    expect(weightOf("سيار")).toBeGreaterThan(0.8);
    expect(others).not.toEqual([]);
    for (const { weight } of others) expect(weight).toBeLessThan(0.5);
  });

  it("U13: leaves frequent words out in a large collection while rarer ones remain", () => {
    const ask = createDiary(2100);
    expect(ask("منارة الميناء")).toContain("light منار");
    expect(ask("منارة الميناء").join()).not.toContain("ميناء");
    expect(ask("الميناء").join()).toContain("ميناء");
  });

  it("asks for all of them in a small one", () => {
    expect(createDiary(100)("منارة الميناء").join()).toContain("ميناء");
  });
});
