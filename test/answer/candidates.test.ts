import { beforeAll, describe, expect, it } from "vitest";
import { CANDIDATES, openPassageSearch } from "../../src/answer/passage-search.ts";
import { planOf } from "../../src/answer/plan.ts";
import { createRanker } from "../../src/answer/ranking.ts";
import { createVariants } from "../../src/answer/variants.ts";
import type { Corpus } from "../../src/corpus/article.ts";
import { type Collection, collect, documentsOf } from "../../src/search/collection.ts";
import { createMiniSearchIndex } from "../../src/search/minisearch.ts";
import { readGolden } from "../golden-set.ts";
import { corpusFrom, LIBRARY, page, shippedCorpus } from "./library.ts";

let shipped: Corpus;

beforeAll(async () => {
  shipped = await shippedCorpus();
});

describe("the engine's candidates", () => {
  it("hold every passage that ranking all of them puts first, for each golden question", async () => {
    const rank = await rankers(shipped);
    for (const { question } of await readGolden()) {
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
    const search = await openPassageSearch(shipped.passages);
    const ranked = await search.rank("ما المعالج الرسومي؟", 10);
    expect(ranked).toHaveLength(10);
    expect(ranked.map(({ score }) => score)).toEqual(ranked.map(({ score }) => score).sort((a, b) => b - a));
    expect(await search.rank("ما المعالج الرسومي؟", 3)).toEqual(ranked.slice(0, 3));
    expect(await search.rank("ئئئئئ ؤؤؤؤؤ", 3)).toEqual([]);
    expect(await search.rank("", 3)).toEqual([]);
  });
});

type Rank = (question: string) => Promise<{
  readonly collection: Collection;
  readonly candidates: readonly number[];
  readonly all: readonly { readonly passage: number }[];
}>;

async function rankers({ passages }: Corpus): Promise<Rank> {
  const collection = collect(passages);
  const index = await createMiniSearchIndex(documentsOf(collection));
  const ranker = createRanker(collection);
  const variants = createVariants(collection);
  return async (question) => {
    const plan = planOf(question, collection, variants);
    const hits = await index.search(plan.terms, CANDIDATES);
    const ranked = ranker.rank(plan.weights, collection.passages.keys());
    const all = ranked.filter(({ score }) => score > 0);
    return { collection, candidates: hits.map(({ passage }) => passage), all };
  };
}
