import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { charGrams } from "../../src/arabic/grams.ts";
import { deepStem, lightStem } from "../../src/arabic/stems.ts";
import { listAt } from "../../src/search/lists.ts";
import { createVocabularyBuilder, type Vocabulary } from "../../src/search/vocabulary.ts";

const WORDS = "النحل نحل والنحل العسل عسل المشروع مشاريع اسعار سعر من الذي متي gpu gpus n:12".split(" ");

/** Folded words as a text may hold them: ours, and whatever letters make. */
const words = fc.array(
  fc.oneof(
    fc.constantFrom(...WORDS, "__proto__", "constructor", "toString"),
    fc.string({ unit: fc.constantFrom(..."ابتجدرسعكلمنهوي"), minLength: 1, maxLength: 9 }),
  ),
  { maxLength: 40 },
);

describe("createVocabularyBuilder", () => {
  it("numbers words from 0 in the order in which they first come, and knows them again", () => {
    fc.assert(
      fc.property(words, (text) => {
        const builder = createVocabularyBuilder();
        const ids = text.map((word) => builder.intern(word));
        const vocabulary = builder.finish();
        const distinct = [...new Set(text)];
        expect(vocabulary.words).toEqual(distinct);
        expect(ids).toEqual(text.map((word) => distinct.indexOf(word)));
        expect(distinct.map((word) => vocabulary.find(word))).toEqual(distinct.map((_, id) => id));
      }),
    );
  });

  it("knows the stems of each word, and by them their words", () => {
    fc.assert(
      fc.property(words, (text) => {
        const vocabulary = vocabularyOf(text);
        vocabulary.words.forEach((word, id) => {
          expect(vocabulary.lightStems[vocabulary.lightOf[id] ?? -1]).toBe(lightStem(word));
          expect(vocabulary.deepStems[vocabulary.deepOf[id] ?? -1]).toBe(deepStem(word));
        });
        vocabulary.lightStems.forEach((stem, at) => {
          const own = vocabulary.words.filter((word) => lightStem(word) === stem);
          expect(wordsAt(vocabulary, "ofLight", at)).toEqual(own);
          expect(vocabulary.findLight(stem)).toBe(at);
        });
        vocabulary.deepStems.forEach((stem, at) => {
          const own = vocabulary.words.filter((word) => deepStem(word) === stem);
          expect(wordsAt(vocabulary, "ofDeep", at)).toEqual(own);
          expect(vocabulary.findDeep(stem)).toBe(at);
        });
      }),
    );
  });

  it("knows the 4-grams of words that tell something, and by each its words; a number has none", () => {
    const vocabulary = vocabularyOf(WORDS);
    for (const [id, word] of vocabulary.words.entries()) {
      const grams = [...listAt(vocabulary.grams, id)];
      const found =
        vocabulary.isStop[id] === 1 || word === "n:12"
          ? []
          : charGrams(word).map((gram) => vocabulary.findGram(gram));
      expect(grams, word).toEqual(found);
      for (const gram of grams) expect(wordsAt(vocabulary, "ofGram", gram)).toContain(word);
    }
  });

  it("tells function and question words from those that carry a topic", () => {
    const vocabulary = vocabularyOf(WORDS);
    const stops = vocabulary.words.filter((_, id) => vocabulary.isStop[id] === 1);
    expect(stops).toEqual(["من", "الذي", "متي"]);
  });

  it("does not know what it was not given, nor the names of an object's members", () => {
    const vocabulary = vocabularyOf(["نحل"]);
    for (const name of ["عسل", "", "__proto__", "constructor", "toString"]) {
      expect(vocabulary.find(name)).toBeUndefined();
      expect(vocabulary.findLight(name)).toBeUndefined();
      expect(vocabulary.findDeep(name)).toBeUndefined();
      expect(vocabulary.findGram(name)).toBeUndefined();
    }
  });
});

function vocabularyOf(text: readonly string[]): Vocabulary {
  const builder = createVocabularyBuilder();
  for (const word of text) builder.intern(word);
  return builder.finish();
}

function wordsAt(vocabulary: Vocabulary, list: "ofLight" | "ofDeep" | "ofGram", at: number): string[] {
  return [...listAt(vocabulary[list], at)].map((id) => vocabulary.words[id] ?? "");
}
