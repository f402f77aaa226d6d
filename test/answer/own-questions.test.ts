import { describe, expect, it } from "vitest";
import { describeMissed, missedQuestions } from "../../src/answer/own-questions.ts";
import { answererOver, corpusFrom, shippedCorpus } from "./library.ts";

describe("the questions of the articles", () => {
  it("are told where another article answers them, none, or one without a claim", async () => {
    const corpus = corpusFrom({
      "well.md":
        "---\ntitle: بئر القرية\nquestions:\n  - كم عمق البئر؟\n  - كم غرامة الصيد؟\n  - متى جفت العين؟\n  - متى وصل القطار البخاري؟\n---\n\nعمق البئر أربعون مترًا. وحفرها جد القرية يونس الراوي قبل أن تجف العين.\n",
      "lake.md": "---\ntitle: قانون البحيرة\n---\n\nتبلغ غرامة الصيد في البحيرة ألف دينار.\n",
    });
    const missed = await missedQuestions(corpus, await answererOver(corpus));
    expect(missed.map(({ question, answeredBy }) => [question, answeredBy?.file])).toEqual([
      ["كم غرامة الصيد؟", "lake.md"],
      ["متى جفت العين؟", "well.md"],
      ["متى وصل القطار البخاري؟", undefined],
    ]);
    expect(describeMissed(missed)).toContain("well.md: كم غرامة الصيد؟: answered from lake.md");
    expect(describeMissed(missed)).toContain("well.md: متى وصل القطار البخاري؟: not answered");
    expect(describeMissed(missed)).toMatch(/without a claim.*:\n {2}well.md: متى جفت العين؟$/);
    expect(describeMissed([])).toBe("");
  });

  it("are all answered from their own article, in those that ship", async () => {
    const corpus = await shippedCorpus();
    const missed = await missedQuestions(corpus, await answererOver(corpus));
    expect(missed.filter(({ article, answeredBy }) => article !== answeredBy)).toEqual([]);
  });
});
