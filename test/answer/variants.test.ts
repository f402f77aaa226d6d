import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createVariants, type Matches, STRENGTH } from "../../src/answer/variants.ts";
import { type Collection, collect } from "../../src/search/collection.ts";
import { createLexiconBuilder } from "../../src/search/lexicon.ts";
import { corpusFrom, page } from "./library.ts";

const TEXT =
  "زار فيرغسون مستشفى الشرفة ومعه نوفاتريك وDeepSeek ثم غوغل وnvidia. اشترى الطبيب منظارا وخيمة ثم ميكروسكوب. ذهب إلى البرلمان بالقطار. قلم وعسل.";
const collection = collect(corpusFrom({ "one.md": page("one", "دفتر", TEXT) }).passages);
const { lexicon } = collection;
const variants = createVariants(collection);

describe("matchesOf", () => {
  it("matches a word by itself and by its stems", () => {
    const found = variants.matchesOf("مستشفي", false);
    expect(found.words.get(idOf("مستشفي"))).toBe(STRENGTH.same);
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
    expect(variants.matchesOf(asked, false).words.get(idOf(word))).toBe(STRENGTH.name);
  });

  it("follows spellings of spellings: one that only a third of them joins", () => {
    const all = collect(
      corpusFrom({ "n.md": page("n", "أسماء", "كتب عن Huang مقال وعن هوانغ خبر وعن هوانج قصة.") }).passages,
    );
    const found = createVariants(all).matchesOf("هوانج", false);
    expect(found.words.has(all.lexicon.find("huang") ?? -1)).toBe(true);
    expect(found.words.has(all.lexicon.find("هوانغ") ?? -1)).toBe(true);
  });

  it("U16: forgives one slip from four letters on, two from eight, and none in shorter words", () => {
    expect(lights("خيمت")).toContain("خيم");
    expect(lights("منضار")).toContain("منظار");
    expect(lights("منااار")).toEqual([]);
    expect(lights("ميكرسكزب")).toContain("ميكروسكوب");
    expect(lights("عسب")).toEqual([]);
    expect(lights("قلن")).toEqual([]);
  });

  it("U16: looks for slips only where the collection has nothing else", () => {
    const known = variants.matchesOf("منظار", false);
    const slip = variants.matchesOf("منضار", false);
    expect(Math.max(...strengths(known))).toBeGreaterThanOrEqual(STRENGTH.light);
    expect(Math.max(...strengths(slip))).toBeLessThanOrEqual(STRENGTH.typo);
    const words = collect(corpusFrom({ "w.md": page("w", "دفتر", "هذا كتاب قديم. هذا كتان جيد.") }).passages);
    const both = createVariants(words).matchesOf("كتاب", false);
    expect(lightsOf(both, words)).toEqual(["كتاب"]);
  });

  it("U16: accepts a slip exactly when so few edits undo it", () => {
    const letter = fc.constantFrom(..."بتجدرسكلمن");
    const word = fc.array(letter, { minLength: 2, maxLength: 10 }).map((all) => all.join(""));
    fc.assert(
      fc.property(word, word, (known, asked) => {
        const builder = createLexiconBuilder();
        builder.intern(known);
        const small = withLexicon(builder.finish());
        const found = createVariants(small).matchesOf(asked, false);
        const slips = [...found.light.values()].some((strength) => strength <= STRENGTH.typo);
        if (!slips || found.deep.size > 0 || found.words.size > 0) return;
        const stem = small.lexicon.lightStems[0] ?? "";
        expect(distance(stem, asked)).toBeLessThanOrEqual(asked.length >= 8 ? 3 : 2);
      }),
      { numRuns: 300 },
    );
  });

  it("takes a particle off a name that the collection has without it", () => {
    const found = variants.matchesOf("لفيرغسون", false);
    expect(found.words.get(idOf("فيرغسون"))).toBeLessThan(STRENGTH.same);
    expect(found.words.get(idOf("فيرغسون"))).toBeGreaterThan(STRENGTH.synonym);
  });

  it("U15: finds the words that begin with a growing one from three letters on", () => {
    expect(variants.matchesOf("نوف", true).words.has(idOf("نوفاتريك"))).toBe(true);
    expect(variants.matchesOf("نو", true).words.has(idOf("نوفاتريك"))).toBe(false);
    expect(variants.matchesOf("نوف", false).words.has(idOf("نوفاتريك"))).toBe(false);
  });

  it("U17: has no match for the names of an object's members, nor for nothing", () => {
    for (const term of ["__proto__", "constructor", "tostring", ""])
      expect(strengths(variants.matchesOf(term, true)), term).toEqual([]);
  });

  it("U14: does not fail on a very long word", () => {
    expect(strengths(variants.matchesOf("ب".repeat(40), false))).toEqual([]);
  });

  it("U26: gives the same whenever it is asked, and whatever was asked before", () => {
    const terms = ["google", "غوغل", "جوجل", "منضار", "الشرفه"];
    const once = terms.map((term) => variants.matchesOf(term, false));
    expect([...terms].reverse().map((term) => variants.matchesOf(term, false))).toEqual([...once].reverse());
  });
});

describe("joined", () => {
  it("matches the words of a name put together", () => {
    expect(variants.joined(["ديب", "سيك"]).words.has(idOf("deepseek"))).toBe(true);
    expect(variants.joined(["deep", "seek"]).words.has(idOf("deepseek"))).toBe(true);
  });

  it("matches nothing where the collection has no such name", () => {
    expect(variants.joined(["الطبيب", "خيمه"]).words.size).toBe(0);
  });
});

function idOf(word: string): number {
  const id = lexicon.find(word);
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
  return [...light.keys()].map((id) => of.lexicon.lightStems[id] ?? "");
}

function withLexicon(small: Collection["lexicon"]): Collection {
  return { ...collection, lexicon: small };
}

/** Levenshtein's distance: a transposition counts two. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++)
      next.push(
        Math.min(
          (row[j] ?? 0) + 1,
          (next[j - 1] ?? 0) + 1,
          (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1),
        ),
      );
    row = next;
  }
  return row[b.length] ?? 0;
}
