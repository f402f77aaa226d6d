import { describe, expect, it } from "vitest";
import { corpusOf } from "../../src/corpus/corpus.ts";
import { answererOver, corpusFrom, LIBRARY } from "./library.ts";
import { expectSound } from "./shown.ts";

const corpus = corpusFrom(LIBRARY);
const answerer = await answererOver(corpus);
const articleWith = (id: string) => {
  const article = corpus.articles.find((one) => one.id === id);
  if (article === undefined) throw new Error(`There is an article ${id}`);
  return article;
};

describe("an answer from one article alone", () => {
  it("is quoted from it, with keys that the whole folder knows", async () => {
    const answer = await answerer.answer("متى أقيمت المباراة؟", { within: articleWith("match") });
    expectSound(answer);
    expect(answer.verdict).toBe("answered");
    for (const { quotation } of answer.findings) {
      expect(quotation.passage.article).toBe(articleWith("match"));
      expect(corpus.byKey.get(quotation.passage.key)?.article).toBe(quotation.passage.article);
    }
  });

  it("is the same as over a folder that holds nothing else", async () => {
    const alone = await answererOver(corpusOf([articleWith("iron")], corpus.aliases));
    for (const question of ["ما أعراض نقص الحديد؟", "كم ملغ من الحديد كل صباح؟", "من فاز بكأس الواحات؟"])
      expect(await answerer.answer(question, { within: articleWith("iron") })).toEqual(
        await alone.answer(question),
      );
  });

  it("is none where another article answers, and names the words that it lacks", async () => {
    const question = "من فاز في نهائي كأس الواحات؟";
    expect((await answerer.answer(question)).verdict).toBe("answered");
    const { verdict, lacking } = await answerer.answer(question, { within: articleWith("iron") });
    expect(verdict).toBe("unanswered");
    expect(lacking).toContain("الواحات");
  });

  it("claims nothing where all articles together claim the answer of another one", async () => {
    const wells = corpusFrom({
      ...LIBRARY,
      "price.md":
        "---\nid: price\ntitle: سوق الواحة\n---\n\nيباع رطل التمر بمئة درهم. وحضر السوق هذا العام تجار من القرية.\n",
    });
    const article = wells.articles.find(({ id }) => id === "price");
    if (article === undefined) throw new Error("There is the article");
    const asked = await answererOver(wells);
    const question = "كم متفرجًا حضر نهائي كأس الواحات؟";
    expect((await asked.answer(question)).verdict).toBe("answered");
    expect((await asked.answer(question, { within: article })).verdict).not.toBe("answered");
  });

  it("is found in an article whose passages stand in an earlier one too", async () => {
    const text =
      "---\nid: copy\ntitle: نسخة\n---\n\nفاز نادي النخيل على نادي الشراع بثلاثة أهداف لهدفين في نهائي كأس الواحات.\n";
    const both = corpusFrom({ "a.md": text.replace("id: copy", "id: first"), "b.md": text });
    const [, copy] = both.articles;
    if (copy === undefined) throw new Error("There are two articles");
    const { findings } = await (await answererOver(both)).answer("من فاز في نهائي كأس الواحات؟", {
      within: copy,
    });
    expect(findings[0]?.quotation.passage.article).toBe(copy);
  });

  it("is given for more articles than are kept, whichever was asked before", async () => {
    const many = corpusFrom(
      Object.fromEntries(
        Array.from({ length: 12 }, (_, i) => [
          `n${i}.md`,
          `---\nid: n${i}\ntitle: بئر ${i}\n---\n\nحُفرت البئر رقم ${i} عام ${1900 + i} في القرية.\n`,
        ]),
      ),
    );
    const asked = await answererOver(many);
    for (const article of [...many.articles, ...many.articles]) {
      const { findings } = await asked.answer("متى حفرت البئر؟", { within: article });
      expect(findings[0]?.quotation.passage.article).toBe(article);
    }
  });
});
