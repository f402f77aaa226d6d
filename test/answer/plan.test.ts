import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { MOST_WORDS, type Plan, type Probe, planOf, strengthOf } from "../../src/answer/plan.ts";
import { createVariants } from "../../src/answer/variants.ts";
import { collect } from "../../src/search/collection.ts";
import { corpusFrom, LIBRARY, page } from "./library.ts";

const collection = collect(
  corpusFrom({
    ...LIBRARY,
    "tech.md": page(
      "tech",
      "شركات المرفأ",
      "تنافس شركة DeepSeek شركة نوفاتريك في سوق بلغت قيمته 2.5 مليار دولار.",
      "ارتفعت المبيعات بنسبة 12 في المئة في أكتوبر 2025.",
    ),
  }).passages,
);
const variants = createVariants(collection);

describe("planOf", () => {
  it("has a probe for each word that names something, in the order of the question, as it was written", () => {
    expect(written("كم كَلَّفَ بناء الجسر، والجسر من؟")).toEqual(["كَلَّفَ", "بناء", "الجسر", "والجسر"]);
    expect(written("من في على")).toEqual([]);
    expect(written("")).toEqual([]);
  });

  it.each([
    ["2.5 مليار دولار", "n:2500000000"],
    ["مليارين ونصف", "n:2500000000"],
    ["٢٫٥ مليار", "n:2500000000"],
    ["2,500,000,000", "n:2500000000"],
    ["12%", "n:12"],
    ["١٢ بالمئة", "n:12"],
    ["تسعون يوما", "n:90"],
  ])("takes %s for one figure that the articles hold", (text, term) => {
    const plan = plans(`هل بلغ ${text}؟`);
    expect(plan.asksFigures).toBe(true);
    expect(matching(plan.probes)).toContain(term);
  });

  it("takes a number that no article holds for words like others", () => {
    const plan = plans("من دفع 777 دينار؟");
    expect(plan.asksFigures).toBe(false);
    expect(plan.given).toContain(777);
    expect(plan.probes.find(({ written: word }) => word === "777")?.unknown).toBe(true);
  });

  it("knows the values that the question gives", () => {
    expect(plans("ماذا حدث عام 1911 قبل 90 يوما؟").given).toEqual(new Set([1911, 90]));
  });

  it("joins a name that the question writes in two words and the articles in one", () => {
    const plan = plans("ماذا تفعل ديب سيك؟");
    const joined = plan.probes.filter((probe) => /^(?:ديب|سيك)$/u.test(probe.written));
    expect(joined).toHaveLength(2);
    for (const probe of joined) expect(matching([probe])).toContain("deepseek");
  });

  it("gives a rare word more weight than a frequent one, and the most to one that no article holds", () => {
    const [club, hemoglobin, unknown] = plans("الجسر الهيموغلوبين الزمهرير").probes;
    expect(hemoglobin?.weight).toBeGreaterThan(club?.weight ?? Number.POSITIVE_INFINITY);
    expect(unknown?.weight).toBeGreaterThan(hemoglobin?.weight ?? Number.POSITIVE_INFINITY);
    expect([hemoglobin?.unknown, unknown?.unknown]).toEqual([false, true]);
  });

  it("U12: keeps the 24 rarest words that the articles have, and says so", () => {
    const asked =
      "نحل حقل دلو رمح سهل طبل عنب فجر قمح كوخ لوح مرج نمر هدهد وشاح يخت بوق تمر ثوب جمل حوت خاتم درع ذئب زيت".split(
        " ",
      );
    expect(asked).toHaveLength(25);
    expect(plans(asked.slice(0, MOST_WORDS).join(" ")).cut).toBe(false);
    const plan = plans(`${asked.join(" ")} الهيموغلوبين الجسر فيرغسون`);
    expect(plan.cut).toBe(true);
    expect(plan.probes).toHaveLength(MOST_WORDS);
    const kept = plan.probes.map((probe) => probe.written);
    expect(kept).toEqual(expect.arrayContaining(["الهيموغلوبين", "الجسر", "فيرغسون"]));
  });

  it("U12: has at most 24 probes, figures among them", () => {
    const words =
      "نحل حقل دلو رمح سهل طبل عنب فجر قمح كوخ لوح مرج نمر هدهد وشاح يخت بوق تمر ثوب جمل حوت خاتم درع ذئب";
    const plan = plans(`${words} عام 1874 ثم عام 1911`);
    expect(plan.probes).toHaveLength(MOST_WORDS);
    expect(plan.cut).toBe(true);
  });

  it("lets the last word grow while it is typed, and no other", () => {
    expect(matching(plans("سعر نوفات", true).probes)).toContain("نوفاتريك");
    expect(matching(plans("نوفات سعر", true).probes)).not.toContain("نوفاتريك");
  });

  it("U13: asks an engine for each term of a field once, with a weight above 0, whatever the question", () => {
    const words = fc.array(
      fc.constantFrom(
        ..."الجسر جسر جسور Novatrek نوفاتريك 12 ٪ مليار ونصف الأرز ارز __proto__ ذلك كم".split(" "),
      ),
      { maxLength: 60 },
    );
    fc.assert(
      fc.property(
        fc.oneof(
          words.map((all) => all.join(" ")),
          fc.string({ unit: "binary" }),
        ),
        (text) => {
          const { terms, probes } = plans(text);
          const keys = terms.map(({ field, term }) => `${field} ${term}`);
          expect(new Set(keys).size).toBe(keys.length);
          for (const { weight, term } of terms) {
            expect(weight).toBeGreaterThan(0);
            expect(term).not.toBe("");
          }
          expect(probes.length).toBeLessThanOrEqual(MOST_WORDS);
        },
      ),
      { numRuns: 50 },
    );
  });
});

describe("strengthOf", () => {
  it("is greatest for the word itself, less for its relatives, and nothing for another word", () => {
    const [probe] = plans("الجسر").probes;
    const strength = (word: string) => {
      const id = collection.lexicon.find(word);
      if (id === undefined || probe === undefined) throw new Error(`${word} is not in the collection`);
      return strengthOf(probe, id, collection.lexicon);
    };
    expect(strength("الجسر")).toBe(1);
    expect(strength("جسر")).toBeGreaterThan(0.5);
    expect(strength("جسر")).toBeLessThan(1);
    expect(strength("الارز")).toBe(0);
  });
});

function plans(text: string, prefix = false): Plan {
  return planOf(text, collection, variants, prefix);
}

function written(text: string): string[] {
  return plans(text).probes.map((probe) => probe.written);
}

/** Words of the collection that the probes name one by one. */
function matching(probes: readonly Probe[]): string[] {
  return probes.flatMap(({ words }) => [...words.keys()].map((id) => collection.lexicon.words[id] ?? ""));
}
