import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { contextKey, createAssistant, type Selection } from "../../src/index.ts";
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
import { pressOf, quotesOf, textsOf } from "./reply-parts.ts";

describe("createAssistant", () => {
  describe("a button", () => {
    it("shows the passage in its context, and leads back", async () => {
      const lone = answerOf(quotation("يبدأ الموسم", SENTENCE));
      const one = createAssistant({ ...over(corpus), answerer: answering(lone) });
      const first = await one.handle({ kind: "ask", text: HIVES });
      const context = await one.handle({ kind: "action", data: pressOf(first, "context").data });
      const quotes = quotesOf(context);
      expect(quotes).toHaveLength(3);
      expect(quotes[0]?.text).toContain("٣٠٠ كيلوغرام");
      expect(quotes[1]?.text).toContain("يبدأ الموسم");
      expect(quotes[1]?.marks.map(({ start, end }) => quotes[1]?.text.slice(start, end))).toEqual(
        quotesOf(first)[0]?.marks.map(({ start, end }) => quotesOf(first)[0]?.text.slice(start, end)),
      );
      expect(quotes[2]?.text).toContain("طلاب المدارس");
      expect([quotes[0]?.marks, quotes[2]?.marks]).toEqual([[], []]);
      const back = await one.handle({ kind: "action", data: pressOf(context, "answer").data });
      expect(back.blocks).toEqual(first.blocks);
    });

    it("shows a part of a long sentence among its neighbouring clauses, not the whole of it", async () => {
      const part: Selection = {
        first: 0,
        count: 1,
        part: { from: 12, count: 3 },
        mark: { from: 1, count: 1 },
      };
      const one = createAssistant({
        ...over(corpus),
        answerer: answering(answerOf(quotation("الحوض رقم", part))),
      });
      const first = await one.handle({ kind: "ask", text: HIVES });
      const context = await one.handle({
        kind: "action",
        data: pressOf(first, "context").data,
        compact: true,
      });
      const [quote] = quotesOf(context);
      const [answer] = quotesOf(first);
      expect(quote?.text).toContain(answer?.text);
      expect(quote?.text.length).toBeGreaterThan((answer?.text.length ?? 0) + 200);
      expect(quote?.text.length).toBeLessThanOrEqual((answer?.text.length ?? 0) + 500);
      expect(quote?.text).toMatch(/^الحوض رقم[\s\S]*،$/);
    });

    it("shows the further sources, each with its own citation", async () => {
      const main = quotation("أربعون خلية", { first: 1, count: 1, mark: { from: 0, count: 1 } });
      const also = quotation("عسل السدر أغلى", { first: 2, count: 1, mark: { from: 0, count: 1 } });
      const answer = { ...answerOf(main), findings: [{ quotation: main, alsoIn: [also], differs: [] }] };
      const one = createAssistant({ ...over(corpus), answerer: answering(answer) });
      const first = await one.handle({ kind: "ask", text: "من ترعى الخلايا؟" });
      expect(textsOf(first)).toBe("ورد أيضًا في: «عسل السدر» (٢٠٢٢).");
      const press = pressOf(first, "sources");
      expect(press.label).toBe("مصادر أخرى (١)");
      const sources = await one.handle({ kind: "action", data: press.data });
      expect(textsOf(sources)).toBe("ورد هذا في مصدر آخر:");
      expect(quotesOf(sources)[0]?.text).toBe(also.quote);
      const back = await one.handle({ kind: "action", data: pressOf(sources, "answer").data });
      expect(back.blocks).toEqual(first.blocks);
    });

    it("keeps what other sources say otherwise, under «تختلف المصادر»", async () => {
      const [forty, fifty] = [quotation("أربعون خلية", SENTENCE), quotation("خمسون خلية", SENTENCE)];
      const answer = { ...answerOf(forty), findings: [{ quotation: forty, alsoIn: [], differs: [fifty] }] };
      const one = createAssistant({ ...over(corpus), answerer: answering(answer) });
      const first = await one.handle({ kind: "ask", text: HIVES });
      expect(first.blocks.map(({ type }) => type)).toEqual([
        "quote",
        "citation",
        "notice",
        "quote",
        "citation",
      ]);
      expect(textsOf(first, "notice")).toBe("تختلف المصادر. يقول مصدر آخر:");
      const context = await one.handle({ kind: "action", data: pressOf(first, "context").data });
      const back = await one.handle({ kind: "action", data: pressOf(context, "answer").data });
      expect(back.blocks).toEqual(first.blocks);
    });

    it("whose passage is gone says so and offers to ask again", async () => {
      const first = await assistant.handle({ kind: "ask", text: HIVES });
      const other = await gardenCorpus({
        "bees.md": "في القرية معمل للجبن.",
        "water.md": "والجبن كثير.",
        "honey.md": "والخبز قليل.",
      });
      const reply = await (await opened(other)).handle({
        kind: "action",
        data: pressOf(first, "context").data,
      });
      expect(reply).toMatchObject({ failed: true, actions: [] });
      expect(textsOf(reply)).toBe("لم يعد هذا الزر صالحًا، فقد تغيّرت المقالات. اطرح سؤالك من جديد.");
    });

    it("that was never ours says so too", async () => {
      for (const data of [
        "",
        "zzz:does-not-exist:999999",
        "__proto__",
        "x".repeat(64),
        "a\u0000b",
        "v0|page|-1",
        "1pa-1",
      ])
        expect(await assistant.handle({ kind: "action", data, language: "en" })).toMatchObject({
          failed: true,
          language: "en",
        });
    });

    it("never fails on any data", async () => {
      const data = fc.oneof(
        fc.string({ unit: "binary", maxLength: 70 }),
        fc.stringMatching(/^1[acs][\w-]{14,58}$/),
      );
      await fc.assert(
        fc.asyncProperty(data, async (one) => {
          const { blocks } = await assistant.handle({ kind: "action", data: one });
          expect(blocks.length).toBeGreaterThan(0);
        }),
      );
    });

    it("tells the passage that a reply to the answer is about", async () => {
      const reply = await assistant.handle({ kind: "ask", text: HIVES });
      const citation = reply.blocks.find((block) => block.type === "citation");
      expect(contextKey(pressOf(reply, "context").data)).toBe(citation?.key);
    });
  });
});
