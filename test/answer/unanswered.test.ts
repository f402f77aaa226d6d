import { describe, expect, it } from "vitest";
import { ask } from "./asked.ts";
import { answererOver, corpusFrom } from "./library.ts";
import { firstOf, marked } from "./shown.ts";

describe("a question that the articles do not answer", () => {
  it("says what was searched for and shows nothing", async () => {
    expect(await ask("كم قمرًا لكوكب زحل؟")).toMatchObject({
      verdict: "unanswered",
      findings: [],
      searched: ["قمرًا", "لكوكب", "زحل"],
    });
  });

  it("names the articles that are near to it", async () => {
    const { verdict, nearest } = await ask("هل يضر الشاي الأخضر بصحة الأسنان والعظام؟");
    expect(verdict).toBe("unanswered");
    expect(nearest[0]?.id).toBe("iron");
  });

  it("names none where none is near", async () => {
    const { verdict, nearest } = await ask("كم يومًا يدور كوكب المريخ حول الشمس مع أقماره؟");
    expect(verdict).toBe("unanswered");
    expect(nearest).toEqual([]);
  });

  it("claims nothing of a name in Latin letters that no article holds", async () => {
    expect((await ask("كم يبلغ سعر جهاز Quattrofin في متحف الفنار؟")).verdict).not.toBe("answered");
  });
});

describe("what is no question", () => {
  it.each([
    ["مرحبا", "greeting"],
    ["السلام عليكم", "peace"],
    ["من أنت؟", "identity"],
    ["2+2", "sum"],
    ["Hello!", "greeting"],
    ["شكرا جزيلا", "thanks"],
    ["Thanks a lot", "thanks"],
  ])("is told, and gets no search: %s", async (text, nothing) => {
    expect(await ask(text)).toMatchObject({ nothing, verdict: "unanswered", findings: [], nearest: [] });
  });

  it("does not hide a question that follows it", async () => {
    const answer = await ask("مساء الخير، كم كلف بناء الجسر؟");
    expect(answer.nothing).toBeUndefined();
    expect(marked(firstOf(answer).quotation)).toContain("40 ألف ليرة ذهبية");
  });
});

describe("an empty corpus", () => {
  it("answers nothing, and does not fail", async () => {
    const empty = await answererOver(corpusFrom({}));
    for (const question of ["كم كلف بناء الجسر؟", "", "مرحبا", "ومتى كان ذلك؟"])
      expect(await empty.answer(question)).toMatchObject({
        verdict: "unanswered",
        findings: [],
        nearest: [],
      });
  });
});
