import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { readQuery } from "../../src/answer/query.ts";
import { createRankers, idf, type RankedPassage, type RankTerms } from "../../src/answer/rank.ts";
import { createVariants } from "../../src/answer/variants.ts";
import { type Collection, collect } from "../../src/search/collection.ts";
import { corpusFrom, LIBRARY, page, shippedCorpus } from "./library.ts";

const FILLERS = "قافلة بستان مئذنة شراع فانوس سجادة زورق خيمة مزمار طاحونة".split(" ");

let shipped: Collection;

beforeAll(async () => {
  shipped = collect((await shippedCorpus()).passages);
});

describe("idf", () => {
  it("is above 0, and greater the rarer a term is", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 5000 }), fc.nat(), (total, some) => {
        const frequency = some % total;
        expect(idf(frequency, total)).toBeGreaterThan(idf(frequency + 1, total));
        expect(idf(frequency + 1, total)).toBeGreaterThan(0);
      }),
    );
  });
});

describe("createRankers", () => {
  it("puts the passage that holds more of the asked words first", () => {
    expect(order(["زورق قديم", "زورق وفانوس وخيمة", "زورق وفانوس"], "زورق فانوس خيمة")).toEqual([1, 2, 0]);
  });

  it("counts a rare word more than a frequent one", () => {
    const days = ["السبت", "الأحد", "الاثنين", "الثلاثاء"];
    const texts = [...days.map((day) => `وصل زورق مساء ${day}`), "وصل فانوس مساء الأربعاء"];
    expect(order(texts, "زورق فانوس")[0]).toBe(4);
  });

  it("puts the shorter of two passages that hold the same first", () => {
    expect(order([`زورق قديم ${FILLERS.slice(1, 6).join(" ")}`, "زورق قديم"], "زورق")[0]).toBe(1);
  });

  it("counts a word that comes again, but less each time", () => {
    const [once, twice, thrice] = [1, 2, 3].map((times) =>
      scoreOf(`فانوس ${"زورق ".repeat(times)}${"خيمة ".repeat(3 - times)}`, "زورق"),
    );
    expect(twice).toBeGreaterThan(once ?? 0);
    expect(thrice).toBeGreaterThan(twice ?? 0);
    expect((thrice ?? 0) - (twice ?? 0)).toBeLessThan((twice ?? 0) - (once ?? 0));
  });

  it("counts the article's title a little", () => {
    const collection = collect(
      corpusFrom({
        "a.md": page("a", "أخبار السوق", "وصل التجار في المساء."),
        "b.md": page("b", "أخبار الزورق", "وصل التجار في المساء البارد."),
      }).passages,
    );
    expect(rank(collection, "الزورق")[0]?.passage).toBe(1);
  });

  it("finds a word in another form, by its root and by runs of its letters", () => {
    expect(order(["معابد قديمة", "خيمة جديدة"], "معبد")).toEqual([0]);
    expect(order(["خيمة جديدة", "أوكسجين سائل"], "الأكسجين")[0]).toBe(1);
  });

  it("finds a name in the other script, and a word by its synonym, behind the word itself", () => {
    expect(order(["لقيت Brahms مساء", "لقيت خيمة مساء"], "برامز")).toEqual([0]);
    expect(order(["ثمن البيت مرتفع", "سعر البيت مرتفع"], "سعر")).toEqual([1, 0]);
  });

  it("counts of several spellings of one word the best alone", () => {
    const [both, one] = ["إنفيديا Nvidia خيمة", "إنفيديا فانوس خيمة"].map((text) => scoreOf(text, "إنفيديا"));
    expect(both).toBeCloseTo(one ?? 0, 5);
  });

  it("gives every candidate once, with scores that fall, and 0 to one that holds nothing", () => {
    const ranked = rank(shipped, "ما المعالج الرسومي؟", false);
    expect(ranked.map(({ passage }) => passage).sort((a, b) => a - b)).toEqual([...shipped.passages.keys()]);
    const scores = ranked.map(({ score }) => score);
    expect(scores).toEqual([...scores].sort((a, b) => b - a));
    expect(rank(shipped, "ؤؤؤؤؤ", false).every(({ score }) => score === 0)).toBe(true);
  });

  it("does not depend on the order of candidates, on which others there are, nor on questions before", () => {
    const ranker = createRankers(shipped)(shipped);
    const terms = termsFor(shipped, "متى ظهر المعالج الرسومي وكم نواة فيه؟");
    const others = termsFor(shipped, "ما النموذج المفتوح؟");
    const all = [...shipped.passages.keys()];
    const whole = ranker.rank(terms, all);
    fc.assert(
      fc.property(fc.shuffledSubarray(all), (some) => {
        ranker.rank(others, some);
        expect(ranker.rank(terms, some)).toEqual(whole.filter(({ passage }) => some.includes(passage)));
      }),
      { numRuns: 25 },
    );
  });

  it("never scores a passage lower for a question that asks for one more of its words", () => {
    const words = "المعالج الرسومي النموذج المفتوح التدريب الاستدلال الحوسبة الشركة الذاكرة".split(" ");
    const ranker = createRankers(shipped)(shipped);
    fc.assert(
      fc.property(fc.shuffledSubarray(words, { minLength: 2 }), (asked) => {
        const fewer = new Map(
          ranker
            .rank(termsFor(shipped, asked.slice(1).join(" ")), shipped.passages.keys())
            .map(({ passage, score }) => [passage, score]),
        );
        const more = ranker.rank(termsFor(shipped, asked.join(" ")), shipped.passages.keys());
        for (const { passage, score } of more)
          expect(score).toBeGreaterThanOrEqual((fewer.get(passage) ?? 0) - 1e-9);
      }),
      { numRuns: 25 },
    );
  });

  it("scores a run of sentences by all that stands in it", () => {
    const collection = collect(corpusFrom(LIBRARY).passages);
    const ranker = createRankers(collection)(collection);
    const at = collection.passages.findIndex(({ article }) => article.id === "bridge");
    const first = collection.passageStart[at] ?? 0;
    const runs = [
      [first, first],
      [first, first + 1],
      [first, first + 2],
    ] as const;
    const [none, one, both] = ranker.score(termsFor(collection, "مهندس جسر السلسلة"), runs, 16);
    expect(none).toBe(0);
    expect(both).toBeGreaterThan(one ?? 0);
  });
});

function termsFor(collection: Collection, question: string): RankTerms {
  return readQuery(question, collection, createVariants(collection)).rankTerms;
}

function rank(collection: Collection, question: string, matching = true): RankedPassage[] {
  const ranked = createRankers(collection)(collection).rank(
    termsFor(collection, question),
    collection.passages.keys(),
  );
  return matching ? ranked.filter(({ score }) => score > 0) : ranked;
}

function collectionOf(texts: readonly string[]): Collection {
  const paragraphs = [...texts.map((text) => `${text}.`), ...FILLERS.map((word) => `بقي ${word} وحده.`)];
  return collect(corpusFrom({ "one.md": page("one", "دفتر", ...paragraphs) }).passages);
}

/** Which of the texts match, best first; the other passages are there to make words frequent or rare. */
function order(texts: readonly string[], question: string): number[] {
  return rank(collectionOf(texts), question)
    .map(({ passage }) => passage)
    .filter((passage) => passage < texts.length);
}

function scoreOf(text: string, question: string): number {
  return rank(collectionOf([text]), question).find(({ passage }) => passage === 0)?.score ?? 0;
}
