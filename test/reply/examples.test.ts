import { describe, expect, it } from "vitest";
import { createMiniSearchIndex, libraryOf, openAnswerer } from "../../src/index.ts";
import { createExamples } from "../../src/reply/examples.ts";
import { gardenCorpus } from "./garden.ts";

describe("createExamples", () => {
  it("takes the questions of the front matter, one of each article before a second one, and only answered ones", async () => {
    const corpus = await gardenCorpus();
    const answerer = await openAnswerer(corpus, createMiniSearchIndex);
    const examples = createExamples(libraryOf(corpus), (question) => answerer.answer(question));
    const found = await examples.some(6);
    expect(found.map(({ question }) => question)).toContain("كم خلية في وادي الزهر؟");
    for (const { question, answer } of found) {
      expect(answer.verdict).toBe("answered");
      expect(await answerer.answer(question)).toEqual(answer);
    }
  });

  it("else an article's own question lines, else asks about its title, and those last", async () => {
    const asked: string[] = [];
    const corpus = await gardenCorpus({
      "well.md":
        "---\ntitle: بئر القرية\n---\n\n## كم عمق البئر؟\n\nعمق البئر أربعون مترًا.\n\n## ثم ماذا؟ وكيف؟\n\nثم جفّت البئر.\n",
      "bees.md": "---\ntitle: من يحب العسل؟\n---\n\nيحب الدب العسل حبًّا شديدًا ولا يشبع منه.\n",
      "long.md": `وفي القرية سوق قديمة ${"يأتيها الناس من كل مكان ".repeat(5)} ويشترون منها ما يريدون.`,
    });
    const examples = createExamples(libraryOf(corpus), async (question) => {
      asked.push(question);
      return {
        verdict: "uncertain",
        findings: [],
        searched: [],
        isUntold: false,
        lacking: [],
        nearest: [],
        cut: false,
      };
    });
    expect(await examples.some(3)).toEqual([]);
    expect(asked[0]).toBe("كم عمق البئر؟");
    expect(asked.slice(1).sort()).toEqual(
      ["بئر القرية", "عسل السدر", "ماء البستان", "من يحب العسل"]
        .map((title) => `ماذا تقول المقالات عن «${title}»؟`)
        .sort(),
    );
  });

  it("looks for no more than are wanted, and for none twice", async () => {
    const corpus = await gardenCorpus();
    const answerer = await openAnswerer(corpus, createMiniSearchIndex);
    const asked: string[] = [];
    const examples = createExamples(libraryOf(corpus), (question) => {
      asked.push(question);
      return answerer.answer(question);
    });
    const [one, again] = await Promise.all([examples.some(1), examples.some(1)]);
    expect(again).toEqual(one);
    expect(new Set(asked).size).toBe(asked.length);
  });
});
