import { beforeAll, describe, expect, it } from "vitest";
import { openPassageSearch } from "../../src/answer/answerer.ts";
import { searchTerms } from "../../src/answer/candidates.ts";
import { readQuery } from "../../src/answer/query.ts";
import { createRankers } from "../../src/answer/rank.ts";
import { createVariants } from "../../src/answer/variants.ts";
import { CANDIDATES } from "../../src/answer/weights.ts";
import type { Corpus } from "../../src/corpus/article.ts";
import { type Collection, collect, documentsOf } from "../../src/search/collection.ts";
import { createMiniSearchIndex } from "../../src/search/minisearch.ts";
import type { SearchTerm } from "../../src/search/search-index.ts";
import { readGolden } from "../golden-set.ts";
import { corpusFrom, LIBRARY, page, shippedCorpus } from "./library.ts";

let shipped: Corpus;

beforeAll(async () => {
  shipped = await shippedCorpus();
});

describe("searchTerms", () => {
  it("asks for the words by their light stem, in the text and in the title", () => {
    const collection = collect(corpusFrom(LIBRARY).passages);
    const terms = termsFor("الهيموغلوبين", collection);
    expect(terms.map(({ field }) => field)).toEqual(["light", "title"]);
    expect(new Set(terms.map(({ term }) => term)).size).toBe(1);
  });

  it("gives a synonym much less weight than the word itself", () => {
    const collection = collect(
      corpusFrom({ "s.md": page("s", "دفتر", "اشترى الطبيب سيارة جديدة. باع التاجر مركبة قديمة.") }).passages,
    );
    const terms = termsFor("سيارة", collection);
    const weightOf = (term: string) =>
      terms.find((one) => one.field === "light" && one.term === term)?.weight;
    const others = terms.filter(({ term }) => term !== "سيار");
    expect(weightOf("سيار")).toBeGreaterThan(0.8);
    expect(others).not.toEqual([]);
    for (const { weight } of others) expect(weight).toBeLessThan(0.5);
  });

  it("leaves frequent words out in a large collection while rarer ones remain", () => {
    const ask = createDiary(2100);
    expect(ask("منارة الميناء")).toContain("light منار");
    expect(ask("منارة الميناء").join()).not.toContain("ميناء");
    expect(ask("الميناء").join()).toContain("ميناء");
  });

  it("asks for all of them in a small one", () => {
    expect(createDiary(100)("منارة الميناء").join()).toContain("ميناء");
  });
});

describe("the engine's candidates", () => {
  it("hold every passage that ranking all of them puts first, for each golden question", async () => {
    const rank = await rankers(shipped);
    for (const { question } of readGolden()) {
      const { candidates, all } = await rank(question);
      if (all[0] !== undefined) expect(candidates, question).toContain(all[0].passage);
    }
  });

  it("hold passages that only the root, a synonym, another script or a number joins with the question", async () => {
    const corpus = corpusFrom({
      ...LIBRARY,
      "plans.md": page(
        "plans",
        "خطط البلدية",
        "تعد البلدية مشاريع كثيرة للصيف. وترمم معابد قديمة خمسة.",
        "عدد العمال 2.5 مليون.",
      ),
    });
    const rank = await rankers(corpus);
    const find = async (question: string, words: string) => {
      const { candidates, collection } = await rank(question);
      const texts = candidates.map((at) => {
        const passage = collection.passages[at];
        return passage?.article.text.slice(passage.start, passage.end);
      });
      expect(
        texts.some((text) => text?.includes(words)),
        `${question} → ${words}`,
      ).toBe(true);
    };
    await find("مشروع", "مشاريع كثيرة");
    await find("معبد", "معابد قديمة");
    await find("متفرجون", "32 ألف متفرج");
    await find("Novatrek", "نوفاتريك");
    await find("مليونان ونصف", "2.5 مليون");
    await find("hemoglobin", "الهيموغلوبين");
  });
});

describe("openPassageSearch", () => {
  it("gives the best passages first, at most as many as asked, and the same again", async () => {
    const search = await openPassageSearch(shipped.passages, createMiniSearchIndex);
    const found = await search.search("ما المعالج الرسومي؟", 10);
    expect(found).toHaveLength(10);
    const rank = await rankers(shipped);
    const { all, collection } = await rank("ما المعالج الرسومي؟");
    expect(found).toEqual(all.slice(0, 10).map(({ passage }) => collection.passages[passage]));
    expect(await search.search("ما المعالج الرسومي؟", 3)).toEqual(found.slice(0, 3));
    expect(await search.search("ئئئئئ ؤؤؤؤؤ", 3)).toEqual([]);
    expect(await search.search("", 3)).toEqual([]);
  });
});

/** Terms that an engine is asked for a question over `count` notes of a diary, each of which speaks of the harbour. */
function createDiary(count: number): (question: string) => string[] {
  const notes = Array.from({ length: count }, (_, i) => {
    const subject = i % 4 === 0 ? "البضائع" : "السفن";
    return `شهد الميناء رحلة ${subject} ذات الرقم ${i + 3000} ${i === 7 ? "ومعها منارة متنقلة" : ""}.`;
  });
  const collection = collect(corpusFrom({ "diary.md": page("diary", "دفتر البحار", ...notes) }).passages);
  return (question) => termsFor(question, collection).map(({ field, term }) => `${field} ${term}`);
}

function termsFor(question: string, collection: Collection): SearchTerm[] {
  return searchTerms(readQuery(question, collection, createVariants(collection)).words, collection);
}

type Rank = (question: string) => Promise<{
  readonly collection: Collection;
  readonly candidates: readonly number[];
  readonly all: readonly { readonly passage: number }[];
}>;

async function rankers({ passages }: Corpus): Promise<Rank> {
  const collection = collect(passages);
  const index = await createMiniSearchIndex(documentsOf(collection));
  const ranker = createRankers(collection)(collection);
  const variants = createVariants(collection);
  return async (question) => {
    const query = readQuery(question, collection, variants);
    const candidates = await index.search(searchTerms(query.words, collection), CANDIDATES.most);
    const ranked = ranker.rank(query.rankTerms, collection.passages.keys());
    const all = ranked.filter(({ score }) => score > 0);
    return { collection, candidates, all };
  };
}
