import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { charGrams } from "../../src/arabic/grams.ts";
import { deepStem, lightStem } from "../../src/arabic/stems.ts";
import { createLexiconBuilder, type Lexicon } from "../../src/search/lexicon.ts";
import { listAt } from "../../src/search/lists.ts";

const WORDS = "النحل نحل والنحل العسل عسل المشروع مشاريع اسعار سعر من الذي متي gpu gpus n:12".split(" ");

/** Folded words as a text may hold them: ours, and whatever letters make. */
const words = fc.array(
  fc.oneof(
    fc.constantFrom(...WORDS, "__proto__", "constructor", "toString"),
    fc.string({ unit: fc.constantFrom(..."ابتجدرسعكلمنهوي"), minLength: 1, maxLength: 9 }),
  ),
  { maxLength: 40 },
);

describe("createLexiconBuilder", () => {
  it("numbers words from 0 in the order in which they first come, and knows them again", () => {
    fc.assert(
      fc.property(words, (text) => {
        const builder = createLexiconBuilder();
        const ids = text.map((word) => builder.intern(word));
        const lexicon = builder.finish();
        const distinct = [...new Set(text)];
        expect(lexicon.words).toEqual(distinct);
        expect(ids).toEqual(text.map((word) => distinct.indexOf(word)));
        expect(distinct.map((word) => lexicon.find(word))).toEqual(distinct.map((_, id) => id));
      }),
    );
  });

  it("knows the stems of each word, and by them their words", () => {
    fc.assert(
      fc.property(words, (text) => {
        const lexicon = lexiconOf(text);
        lexicon.words.forEach((word, id) => {
          expect(lexicon.lightStems[lexicon.lightOf[id] ?? -1]).toBe(lightStem(word));
          expect(lexicon.deepStems[lexicon.deepOf[id] ?? -1]).toBe(deepStem(word));
        });
        lexicon.lightStems.forEach((stem, at) => {
          const own = lexicon.words.filter((word) => lightStem(word) === stem);
          expect(wordsAt(lexicon, "ofLight", at)).toEqual(own);
          expect(lexicon.findLight(stem)).toBe(at);
        });
        lexicon.deepStems.forEach((stem, at) => {
          const own = lexicon.words.filter((word) => deepStem(word) === stem);
          expect(wordsAt(lexicon, "ofDeep", at)).toEqual(own);
          expect(lexicon.findDeep(stem)).toBe(at);
        });
      }),
    );
  });

  it("knows the 4-grams of words that tell something, and by each its words; a number has none", () => {
    const lexicon = lexiconOf(WORDS);
    for (const [id, word] of lexicon.words.entries()) {
      const grams = [...listAt(lexicon.grams, id)];
      const found =
        lexicon.isStop[id] === 1 || word === "n:12"
          ? []
          : charGrams(word).map((gram) => lexicon.findGram(gram));
      expect(grams, word).toEqual(found);
      for (const gram of grams) expect(wordsAt(lexicon, "ofGram", gram)).toContain(word);
    }
  });

  it("tells function and question words from those that carry a topic", () => {
    const lexicon = lexiconOf(WORDS);
    const stops = lexicon.words.filter((_, id) => lexicon.isStop[id] === 1);
    expect(stops).toEqual(["من", "الذي", "متي"]);
  });

  it("does not know what it was not given, nor the names of an object's members", () => {
    const lexicon = lexiconOf(["نحل"]);
    for (const name of ["عسل", "", "__proto__", "constructor", "toString"]) {
      expect(lexicon.find(name)).toBeUndefined();
      expect(lexicon.findLight(name)).toBeUndefined();
      expect(lexicon.findDeep(name)).toBeUndefined();
      expect(lexicon.findGram(name)).toBeUndefined();
    }
  });
});

function lexiconOf(text: readonly string[]): Lexicon {
  const builder = createLexiconBuilder();
  for (const word of text) builder.intern(word);
  return builder.finish();
}

function wordsAt(lexicon: Lexicon, list: "ofLight" | "ofDeep" | "ofGram", at: number): string[] {
  return [...listAt(lexicon[list], at)].map((id) => lexicon.words[id] ?? "");
}
