import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { searchTerms } from "../../src/answer/candidates.ts";
import { strengthOf } from "../../src/answer/coverage.ts";
import { type Query, type QueryWord, readQuery } from "../../src/answer/query.ts";
import { createVariants } from "../../src/answer/variants.ts";
import { QUERY } from "../../src/answer/weights.ts";
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

describe("readQuery", () => {
  it("keeps the words that name something, in their order, as they were written", () => {
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
    const query = read(`هل بلغ ${text}؟`);
    expect(query.asksFigures).toBe(true);
    expect(matching(query.words)).toContain(term);
  });

  it("takes a number that no article holds for words like others", () => {
    const query = read("من دفع 777 دينار؟");
    expect(query.asksFigures).toBe(false);
    expect(query.given).toContain(777);
    expect(query.words.find((word) => word.written === "777")?.matches.words.size).toBe(0);
  });

  it("knows the values that the question gives", () => {
    expect(read("ماذا حدث عام 1911 قبل 90 يوما؟").given).toEqual(new Set([1911, 90]));
  });

  it("joins a name that the question writes in two words and the articles in one", () => {
    const query = read("ماذا تفعل ديب سيك؟");
    const joined = query.words.filter((word) => /^(?:ديب|سيك)$/u.test(word.written));
    expect(joined).toHaveLength(2);
    for (const word of joined) expect(matching([word])).toContain("deepseek");
  });

  it("gives a word of every text less weight than one that Arabic seldom uses, where few articles hold both once", () => {
    const few = collect(
      corpusFrom({ "one.md": page("one", "سجل", "مرت السفينة في الصباح أمام المنارة.") }).passages,
    );
    const [usual, seldom] = readQuery("الصباح المنارة", few, createVariants(few)).words;
    expect(usual?.count).toBe(seldom?.count);
    expect(usual?.weight).toBeLessThan(seldom?.weight ?? 0);
  });

  it("gives a rare word more weight than a frequent one, and the most to one that no article holds", () => {
    const [club, hemoglobin, unknown] = read("الجسر الهيموغلوبين الزمهرير").words;
    expect(hemoglobin?.weight).toBeGreaterThan(club?.weight ?? Number.POSITIVE_INFINITY);
    expect(unknown?.weight).toBeGreaterThan(hemoglobin?.weight ?? Number.POSITIVE_INFINITY);
  });

  it("keeps the 24 rarest words that the articles have, and says so", () => {
    const asked =
      "نحل حقل دلو رمح سهل طبل عنب فجر قمح كوخ لوح مرج نمر هدهد وشاح يخت بوق تمر ثوب جمل حوت خاتم درع ذئب زيت".split(
        " ",
      );
    expect(asked).toHaveLength(25);
    expect(read(asked.slice(0, QUERY.mostWords).join(" ")).cut).toBe(false);
    const query = read(`${asked.join(" ")} الهيموغلوبين الجسر فيرغسون`);
    expect(query.cut).toBe(true);
    expect(query.words).toHaveLength(QUERY.mostWords);
    const kept = query.words.map((word) => word.written);
    expect(kept).toEqual(expect.arrayContaining(["الهيموغلوبين", "الجسر", "فيرغسون"]));
  });

  it("has at most 24 words, figures among them", () => {
    const words =
      "نحل حقل دلو رمح سهل طبل عنب فجر قمح كوخ لوح مرج نمر هدهد وشاح يخت بوق تمر ثوب جمل حوت خاتم درع ذئب";
    const query = read(`${words} عام 1874 ثم عام 1911`);
    expect(query.words).toHaveLength(QUERY.mostWords);
    expect(query.cut).toBe(true);
  });

  it("lets the last word grow while it is typed, and no other", () => {
    expect(matching(read("سعر نوفات", true).words)).toContain("نوفاتريك");
    expect(matching(read("نوفات سعر", true).words)).not.toContain("نوفاتريك");
  });

  it("asks an engine for each term of a field once, with a weight above 0, whatever the question", () => {
    const texts = fc.array(
      fc.constantFrom(
        ..."الجسر جسر جسور Novatrek نوفاتريك 12 ٪ مليار ونصف الأرز ارز __proto__ ذلك كم".split(" "),
      ),
      { maxLength: 60 },
    );
    fc.assert(
      fc.property(
        fc.oneof(
          texts.map((all) => all.join(" ")),
          fc.string({ unit: "binary" }),
        ),
        (text) => {
          const { words } = read(text);
          const terms = searchTerms(words, collection);
          const keys = terms.map(({ field, term }) => `${field} ${term}`);
          expect(new Set(keys).size).toBe(keys.length);
          for (const { weight, term } of terms) {
            expect(weight).toBeGreaterThan(0);
            expect(term).not.toBe("");
          }
          expect(words.length).toBeLessThanOrEqual(QUERY.mostWords);
        },
      ),
      { numRuns: 50 },
    );
  });
});

describe("strengthOf", () => {
  it("is greatest for the word itself, less for its relatives, and nothing for another word", () => {
    const [asked] = read("الجسر").words;
    const strength = (word: string) => {
      const id = collection.vocabulary.find(word);
      if (id === undefined || asked === undefined) throw new Error(`${word} is not in the collection`);
      return strengthOf(asked, id, collection.vocabulary);
    };
    expect(strength("الجسر")).toBe(1);
    expect(strength("جسر")).toBeGreaterThan(0.5);
    expect(strength("جسر")).toBeLessThan(1);
    expect(strength("الارز")).toBe(0);
  });
});

function read(text: string, prefix = false): Query {
  return readQuery(text, collection, variants, prefix);
}

function written(text: string): string[] {
  return read(text).words.map((word) => word.written);
}

/** Words of the collection that match by themselves, not by a stem. */
function matching(asked: readonly QueryWord[]): string[] {
  return asked.flatMap(({ matches: { words } }) =>
    [...words.keys()].map((id) => collection.vocabulary.words[id] ?? ""),
  );
}
