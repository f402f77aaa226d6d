import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { charGrams } from "../../src/arabic/grams.ts";
import { deepStem, lightStem } from "../../src/arabic/stems.ts";
import { isQuestionWord, isStopWord } from "../../src/arabic/stop-words.ts";
import type { Corpus, Passage } from "../../src/corpus/article.ts";
import { type Collection, collect, documentsOf, termsOf, wordRange } from "../../src/search/collection.ts";
import { corpusFrom, LIBRARY, page, shippedCorpus } from "../answer/library.ts";

const COPY = "تبرعت شركة نوفاتريك بأجهزة العرض في قاعة الخرائط. وتعرض القاعة خريطة بحرية رسمت على جلد غزال.";

let corpora: readonly Corpus[];

beforeAll(async () => {
  corpora = [
    await shippedCorpus(),
    corpusFrom({ ...LIBRARY, "copy.md": page("copy", "أخبار المتاحف", "تستعد المتاحف لموسم الصيف.", COPY) }),
    corpusFrom({}),
  ];
});

describe("collect", () => {
  it("leaves copies out and keeps the order of the corpus", () => {
    for (const { passages } of corpora)
      expect(collect(passages).passages).toEqual(passages.filter(({ copyOf }) => copyOf === undefined));
    expect(corpora[1]?.passages.some(({ copyOf }) => copyOf !== undefined)).toBe(true);
  });

  it("holds for each sentence just the terms of its text", () => {
    for (const { passages } of corpora) expectSameWords(collect(passages));
  });

  it("counts in how many passages each stem and 4-gram stands", () => {
    for (const { passages } of corpora) expectSameCounts(collect(passages));
  });

  it("does all this for articles of any words", () => {
    const word = fc.constantFrom(
      ..."النحل نحل العسل عسل من إلى متى 2025 مليارين ونصف مشروع مشاريع GPU gpus".split(" "),
    );
    const sentence = fc.array(word, { minLength: 3, maxLength: 8 }).map((words) => `كتب ${words.join(" ")}.`);
    const paragraph = fc.array(sentence, { minLength: 1, maxLength: 4 }).map((all) => all.join(" "));
    const article = fc.array(paragraph, { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(fc.array(article, { minLength: 1, maxLength: 3 }), (articles) => {
        const files = articles.map((all, i) => [`${i}.md`, page(`a${i}`, "دفتر النحال", ...all)]);
        const collection = collect(corpusFrom(Object.fromEntries(files)).passages);
        expectSameWords(collection);
        expectSameCounts(collection);
      }),
      { numRuns: 30 },
    );
  });

  it("knows what each sentence is about: the title and the heading above it", () => {
    const collection = collect(corpusFrom(LIBRARY).passages);
    const at = collection.passages.findIndex((passage) => textOf(passage).includes("يحمر البصل"));
    const subject = collection.subjects[collection.passageStart[at] ?? -1] ?? [];
    const words = Array.from(subject, (id) => collection.vocabulary.words[id]);
    expect(words).toEqual([...termsOf("كبسة الدجاج على طريقة أم خالد"), ...termsOf("الطريقة")]);
  });

  it("knows the numbers of each sentence, and says nothing of those without", () => {
    const collection = collect(corpusFrom(LIBRARY).passages);
    const figuresIn = (words: string) => {
      const at = collection.passages.findIndex((passage) => textOf(passage).startsWith(words));
      return collection.figures.get(collection.passageStart[at] ?? -1);
    };
    expect(figuresIn("افتتح الوالي")).toContainEqual(expect.objectContaining({ kind: "year", value: 1874 }));
    expect(figuresIn("يلزم النظام")).toMatchObject([{ kind: "duration", value: 90, unit: "duration:day" }]);
    expect(figuresIn("الهيموغلوبين")).toBeUndefined();
  });

  it("is the same whenever it is built of the same passages", () => {
    const { passages } = corpora[0] ?? { passages: [] };
    const [one, two] = [collect(passages), collect(passages)];
    expect(two.words).toEqual(one.words);
    expect(two.vocabulary.words).toEqual(one.vocabulary.words);
    expect(two.frequency).toEqual(one.frequency);
  });
});

describe("termsOf", () => {
  it("puts numbers behind the words, in one form for digits of every script and for words", () => {
    expect(termsOf("بلغ ٢٫٥ مليار")).toContain("n:2500000000");
    expect(termsOf("بلغ مليارين ونصف")).toContain("n:2500000000");
    expect(termsOf("reached 2.5 billion")).toContain("n:2500000000");
  });
});

describe("wordRange", () => {
  it("divides the words among the passages without a rest", () => {
    for (const { passages } of corpora) {
      const collection = collect(passages);
      let end = 0;
      for (let passage = 0; passage < collection.passages.length; passage++) {
        const [from, to] = wordRange(collection, passage);
        expect(from).toBe(end);
        end = to;
      }
      expect(end).toBe(collection.words.length);
    }
  });
});

describe("documentsOf", () => {
  it("gives one document a passage: the stems of its words that tell something, and of its title", () => {
    for (const { passages } of corpora) {
      const collection = collect(passages);
      const documents = [...documentsOf(collection)];
      const lightsOf = new Map<string, Set<string>>();
      for (const word of collection.vocabulary.words)
        lightsOf.set(deepStem(word), (lightsOf.get(deepStem(word)) ?? new Set()).add(lightStem(word)));
      expect(documents).toHaveLength(collection.passages.length);
      documents.forEach((document, at) => {
        const words = telling(collection.passages[at]);
        expect(document.light).toEqual(words.map(lightStem));
        // A deeper stem that joins no two light ones would find nothing more.
        const joining = words.filter((word) => (lightsOf.get(deepStem(word))?.size ?? 0) > 1);
        expect(document.deep).toEqual(joining.map(deepStem));
        const title = termsOf(collection.passages[at]?.article.title ?? "").filter(tells);
        expect(document.title).toEqual(title.map(lightStem));
      });
    }
  });
});

function expectSameWords(collection: Collection): void {
  const { vocabulary, words, sentenceStart, sentencePassage, passageStart } = collection;
  collection.passages.forEach((passage, at) => {
    sentencesOf(passage).forEach((text, i) => {
      const id = (passageStart[at] ?? 0) + i;
      expect(sentencePassage[id]).toBe(at);
      const own = words.subarray(sentenceStart[id], sentenceStart[id + 1]);
      expect(Array.from(own, (word) => vocabulary.words[word])).toEqual(termsOf(text));
      expect(collection.sentenceLength[id]).toBe(termsOf(text).filter(tells).length);
    });
    expect(passageStart[at + 1]).toBe((passageStart[at] ?? 0) + passage.sentenceCount);
    expect(collection.passageLength[at]).toBe(telling(passage).length);
  });
}

function expectSameCounts(collection: Collection): void {
  const { vocabulary, frequency, passages } = collection;
  const counts = (of: (word: string) => readonly string[]): Map<string, number> => {
    const found = new Map<string, number>();
    for (const passage of passages)
      for (const one of new Set(telling(passage).flatMap(of))) found.set(one, (found.get(one) ?? 0) + 1);
    return found;
  };
  const light = counts((word) => [lightStem(word)]);
  const deep = counts((word) => [deepStem(word)]);
  const gram = counts((word) => (word.includes(":") ? [] : charGrams(word)));
  expect(Array.from(frequency.light)).toEqual(vocabulary.lightStems.map((stem) => light.get(stem) ?? 0));
  expect(Array.from(frequency.deep)).toEqual(vocabulary.deepStems.map((stem) => deep.get(stem) ?? 0));
  for (const [one, count] of gram) expect(frequency.gram[vocabulary.findGram(one) ?? -1], one).toBe(count);
}

function telling(passage: Passage | undefined): string[] {
  return passage === undefined
    ? []
    : sentencesOf(passage)
        .flatMap((text) => termsOf(text))
        .filter(tells);
}

function tells(term: string): boolean {
  return !isStopWord(term) && !isQuestionWord(term);
}

function sentencesOf({ article, firstSentence, sentenceCount }: Passage): string[] {
  return article.sentences
    .slice(firstSentence, firstSentence + sentenceCount)
    .map(({ start, end }) => article.text.slice(start, end));
}

function textOf({ article, start, end }: Passage): string {
  return article.text.slice(start, end);
}
