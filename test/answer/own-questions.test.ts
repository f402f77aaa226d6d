import { describe, expect, it } from "vitest";
import { describeMissed, missedQuestions } from "../../src/answer/own-questions.ts";
import { answererOver, corpusFrom, shippedCorpus } from "./library.ts";

describe("the questions of the articles", () => {
  it("are told where another article answers them, or none", async () => {
    const corpus = corpusFrom({
      "well.md":
        "---\ntitle: بئر القرية\nquestions:\n  - كم عمق البئر؟\n  - كم غرامة الصيد؟\n  - متى وصل القطار البخاري؟\n---\n\nعمق البئر أربعون مترًا.\n",
      "lake.md": "---\ntitle: قانون البحيرة\n---\n\nتبلغ غرامة الصيد في البحيرة ألف دينار.\n",
    });
    const missed = await missedQuestions(corpus, await answererOver(corpus));
    expect(missed.map(({ question, answeredBy }) => [question, answeredBy?.file])).toEqual([
      ["كم غرامة الصيد؟", "lake.md"],
      ["متى وصل القطار البخاري؟", undefined],
    ]);
    expect(describeMissed(missed)).toContain("well.md: كم غرامة الصيد؟: answered from lake.md");
    expect(describeMissed(missed)).toContain("well.md: متى وصل القطار البخاري؟: not answered");
    expect(describeMissed([])).toBe("");
  });

  it("are all answered from their own article, in those that ship", async () => {
    const corpus = await shippedCorpus();
    expect(await missedQuestions(corpus, await answererOver(corpus))).toEqual([]);
  });
});
