import { describe, expect, it } from "vitest";
import { createAssistant, loadCorpus, type Selection } from "../../src/index.ts";
import { gardenCorpus } from "../reply/garden.ts";
import {
  answering,
  answerOf,
  assistant,
  corpus,
  HIVES,
  opened,
  over,
  quotation,
  SENTENCE,
} from "./garden-assistant.ts";
import { pressOf, quotesOf, rolesOf } from "./reply-parts.ts";

describe("createAssistant", () => {
  describe("a button", () => {
    const selections: [name: string, holding: string, selection: Selection][] = [
      ["a sentence", "أربعون خلية", { first: 1, count: 2, mark: { from: 1, count: 1 } }],
      [
        "a part of a long sentence",
        "الحوض رقم",
        { first: 0, count: 1, part: { from: 3, count: 5 }, mark: { from: 1, count: 2 } },
      ],
      ["two neighbouring paragraphs", "أربعون خلية", { first: 2, count: 2, mark: { from: 0, count: 2 } }],
    ];

    it.each(selections)("goes on and back to the same text and marks: %s", async (_, holding, selection) => {
      const other = { quotation: quotation("عسل السدر أغلى", SENTENCE), alsoIn: [], differs: [] };
      const answer = answerOf(quotation(holding, selection));
      const both = { ...answer, findings: [...answer.findings, other] };
      const first = await createAssistant({ ...over(corpus), answerer: answering(both) }).handle({
        kind: "ask",
        text: HIVES,
      });
      const next = pressOf(first, "next").data;

      // The same articles read again, as after a restart; and with one more, as after a reload.
      const more = { "cheese.md": "---\nid: cheese\n---\n\nفي القرية معمل للجبن يعمل فيه عشرة رجال.\n" };
      for (const now of [corpus, await gardenCorpus(), await gardenCorpus(more)]) {
        const later = await opened(now);
        const second = await later.handle({ kind: "action", data: next });
        expect(quotesOf(second)[0]?.text).toContain("عسل السدر أغلى");
        const back = await later.handle({ kind: "action", data: pressOf(second, "previous").data });
        expect(back.blocks).toEqual(first.blocks);
        expect(back.actions).toEqual(first.actions);
        expect(back.results).toEqual(first.results);
      }
    });

    it("goes back to the real answer, whatever was found", async () => {
      const questions = [
        HIVES,
        "من هدى الكرمي؟",
        "متى يبدأ الموسم؟",
        "كم يباع عسل السدر؟",
        "كيف يقسم ماء البستان؟",
      ];
      let turned = 0;
      for (const text of questions) {
        const first = await assistant.handle({ kind: "ask", text });
        if (!rolesOf(first).includes("next")) continue;
        turned++;
        const second = await assistant.handle({ kind: "action", data: pressOf(first, "next").data });
        const back = await assistant.handle({ kind: "action", data: pressOf(second, "previous").data });
        expect(quotesOf(back)).toEqual(quotesOf(first));
        expect(back.actions).toEqual(first.actions);
      }
      expect(turned).toBeGreaterThan(0);
    });

    it("goes back to the same text and marks with the articles that ship", async () => {
      const shipped = await opened((await loadCorpus("corpus")).corpus);
      const { actions } = await shipped.handle({ kind: "examples" });
      const questions = actions.flat().flatMap((action) => (action.type === "ask" ? action.text : []));
      expect(questions.length).toBeGreaterThanOrEqual(3);
      const replies = await Promise.all(questions.map((text) => shipped.handle({ kind: "ask", text })));
      const turning = replies.filter((reply) => rolesOf(reply).includes("next"));
      expect(turning.length).toBeGreaterThan(0);
      for (const first of turning) {
        const second = await shipped.handle({ kind: "action", data: pressOf(first, "next").data });
        const back = await shipped.handle({ kind: "action", data: pressOf(second, "previous").data });
        expect(back.blocks).toEqual(first.blocks);
        expect(back.actions).toEqual(first.actions);
      }
    });
  });
});
