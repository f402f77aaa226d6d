import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createVariants, type Matches } from "../../src/answer/variants.ts";
import { MATCH } from "../../src/answer/weights.ts";
import { lightStem } from "../../src/arabic/stems.ts";
import { type Collection, collect } from "../../src/search/collection.ts";
import { createVocabularyBuilder } from "../../src/search/vocabulary.ts";
import { corpusFrom, page } from "./library.ts";

const TEXT =
  "زار فيرغسون مستشفى الشرفة ومعه نوفاتريك وDeepSeek ثم غوغل وnvidia. اشترى الطبيب منظارا وخيمة ثم ميكروسكوب. ذهب إلى البرلمان بالقطار. قلم وعسل.";
const collection = collect(corpusFrom({ "one.md": page("one", "دفتر", TEXT) }).passages);
const { vocabulary } = collection;
const variants = createVariants(collection);

describe("matchesOf", () => {
  it("matches a word by itself and by its stems", () => {
    const found = variants.matchesOf("مستشفي", false);
    expect(found.words.get(idOf("مستشفي"))).toBe(MATCH.same);
    expect(found.light.size).toBeGreaterThan(0);
    expect(found.deep.size).toBeGreaterThan(0);
    for (const strength of strengths(found)) expect(strength).toBeLessThanOrEqual(1);
  });

  it.each([
    ["ferguson", "فيرغسون"],
    ["فيرجسون", "فيرغسون"],
    ["novatrek", "نوفاتريك"],
    ["google", "غوغل"],
    ["جوجل", "غوغل"],
    ["نفيديا", "nvidia"],
    ["انفيديا", "nvidia"],
  ])("knows %s as a spelling of %s", (asked, word) => {
    expect(variants.matchesOf(asked, false).words.get(idOf(word))).toBe(MATCH.name);
  });

  it("follows spellings of spellings: one that only a third of them joins", () => {
    const all = collect(
      corpusFrom({ "n.md": page("n", "أسماء", "كتب عن Huang مقال وعن هوانغ خبر وعن هوانج قصة.") }).passages,
    );
    const found = createVariants(all).matchesOf("هوانج", false);
    expect(found.words.has(all.vocabulary.find("huang") ?? -1)).toBe(true);
    expect(found.words.has(all.vocabulary.find("هوانغ") ?? -1)).toBe(true);
  });

  it("forgives one slip from four letters on, two from eight, and none in shorter words", () => {
    expect(lights("خيمت")).toContain("خيم");
    expect(lights("منضار")).toContain("منظار");
    expect(lights("منااار")).toEqual([]);
    expect(lights("ميكرسكزب")).toContain("ميكروسكوب");
    expect(lights("عسب")).toEqual([]);
    expect(lights("قلن")).toEqual([]);
  });

  it.each(["بجوال", "وجوال", "جوال"])(
    "knows what may stand for the word behind the particle of %s",
    (asked) => {
      const phones = collect(
        corpusFrom({ "c.md": page("c", "دفتر", "في الدرج هواتف بيضاء، وعند الباب هاتف.") }).passages,
      );
      const found = createVariants(phones).matchesOf(asked, false);
      const stem = phones.vocabulary.findLight(lightStem("هاتف")) ?? -1;
      expect(found.light.get(stem)).toBe(MATCH.synonym);
    },
  );

  it("takes the word behind a particle for the one asked for, though another shares the root of both", () => {
    const firms = collect(
      corpusFrom({ "f.md": page("f", "دفتر", "بنت شركة دلتا مصنعها، ثم دلت الناس على بضاعتها.") }).passages,
    );
    const found = createVariants(firms).matchesOf("بدلتا", false);
    expect(found.light.get(firms.vocabulary.findLight(lightStem("دلتا")) ?? -1)).toBe(MATCH.light);
  });

  it("looks for slips only where the collection has nothing else", () => {
    const known = variants.matchesOf("منظار", false);
    const slip = variants.matchesOf("منضار", false);
    expect(Math.max(...strengths(known))).toBeGreaterThanOrEqual(MATCH.light);
    expect(Math.max(...strengths(slip))).toBeLessThanOrEqual(MATCH.typo);
    const words = collect(corpusFrom({ "w.md": page("w", "دفتر", "هذا كتاب قديم. هذا كتان جيد.") }).passages);
    const both = createVariants(words).matchesOf("كتاب", false);
    expect(lightsOf(both, words)).toEqual(["كتاب"]);
  });

  it("takes a word for a slip exactly when one edit, or two in a long word, make it the other", () => {
    const letter = fc.constantFrom(..."بتجدرسكلمن");
    const word = fc.array(letter, { minLength: 3, maxLength: 10 }).map((all) => all.join(""));
    const edit = fc.record({
      at: fc.nat({ max: 9 }),
      cut: fc.nat({ max: 1 }),
      put: fc.oneof(fc.constant(""), letter),
    });
    const pair = fc.tuple(word, fc.array(edit, { minLength: 1, maxLength: 3 })).map(([known, edits]) => ({
      known,
      asked: edits.reduce((text, { at, cut, put }) => text.slice(0, at) + put + text.slice(at + cut), known),
    }));
    let slips = 0;
    fc.assert(
      fc.property(pair, ({ known, asked }) => {
        const builder = createVocabularyBuilder();
        builder.intern(known);
        const small = { ...collection, vocabulary: builder.finish() };
        const found = createVariants(small).matchesOf(asked, false);
        const guessed = [...found.light.values()].some(
          (strength) => strength === MATCH.typo || strength === MATCH.typo * MATCH.shortTypo,
        );
        if (!guessed && strengths(found).length > 0) return;
        const stem = lightStem(asked);
        const most = stem.length >= 8 ? 2 : stem.length >= 4 ? 1 : 0;
        expect(guessed).toBe(most > 0 && distance(stem, lightStem(known)) <= most);
        if (guessed) slips++;
      }),
      { numRuns: 400 },
    );
    expect(slips).toBeGreaterThan(20);
  });

  it("takes a particle off a name that the collection has without it", () => {
    expect(variants.matchesOf("لفيرغسون", false).words.get(idOf("فيرغسون"))).toBe(MATCH.same);
  });

  it("finds the words that begin with a growing one from two letters on", () => {
    expect(variants.matchesOf("نو", true).words.has(idOf("نوفاتريك"))).toBe(true);
    expect(variants.matchesOf("ن", true).words.has(idOf("نوفاتريك"))).toBe(false);
    expect(variants.matchesOf("نوف", false).words.has(idOf("نوفاتريك"))).toBe(false);
  });

  it("has no match for the names of an object's members, nor for nothing", () => {
    for (const term of ["__proto__", "constructor", "tostring", ""])
      expect(strengths(variants.matchesOf(term, true)), term).toEqual([]);
  });

  it("does not fail on a very long word", () => {
    expect(strengths(variants.matchesOf("\u0628".repeat(40), false))).toEqual([]);
  });

  it("gives the same whenever it is asked, and whatever was asked before", () => {
    const terms = ["google", "غوغل", "جوجل", "منضار", "الشرفه"];
    const once = terms.map((term) => variants.matchesOf(term, false));
    expect([...terms].reverse().map((term) => variants.matchesOf(term, false))).toEqual([...once].reverse());
  });
});

describe("joined", () => {
  it("matches the words of a name put together", () => {
    expect(variants.joined(["ديب", "سيك"]).words.has(idOf("deepseek"))).toBe(true);
    expect(variants.joined(["deep", "seek"]).words.has(idOf("deepseek"))).toBe(true);
    expect(variants.joined(["لديب", "سيك"]).words.has(idOf("deepseek"))).toBe(true);
  });

  it("matches nothing where the collection has no such name", () => {
    expect(variants.joined(["الطبيب", "خيمه"]).words.size).toBe(0);
  });
});

function idOf(word: string): number {
  const id = vocabulary.find(word);
  if (id === undefined) throw new Error(`${word} is not in the collection`);
  return id;
}

function strengths({ words, light, deep }: Matches): number[] {
  return [...words.values(), ...light.values(), ...deep.values()];
}

function lights(term: string): string[] {
  return lightsOf(variants.matchesOf(term, false), collection);
}

function lightsOf({ light }: Matches, of: Collection): string[] {
  return [...light.keys()].map((id) => of.vocabulary.lightStems[id] ?? "");
}

/** How many letters to put in, leave out, change or swap with the next make one word of the other. */
function distance(a: string, b: string): number {
  const rows: number[][] = [Array.from({ length: b.length + 1 }, (_, j) => j)];
  const at = (i: number, j: number) => rows[i]?.[j] ?? Number.POSITIVE_INFINITY;
  for (let i = 1; i <= a.length; i++) {
    rows.push([i]);
    for (let j = 1; j <= b.length; j++) {
      const swapped =
        a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1] ? at(i - 2, j - 2) + 1 : Number.POSITIVE_INFINITY;
      const changed = at(i - 1, j - 1) + (a[i - 1] === b[j - 1] ? 0 : 1);
      rows[i]?.push(Math.min(at(i - 1, j) + 1, at(i, j - 1) + 1, changed, swapped));
    }
  }
  return at(a.length, b.length);
}
