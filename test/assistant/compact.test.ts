import { describe, expect, it } from "vitest";
import { createAssistant, type Selection } from "../../src/index.ts";
import { gardenCorpus, TREES } from "../reply/garden.ts";
import { answering, answerOf, corpus, HIVES, quotation } from "./garden-assistant.ts";
import { pressOf, quotesOf, rolesOf, textsOf } from "./reply-parts.ts";

describe("createAssistant", () => {
  describe("a compact answer", () => {
    const BEGINNING: Selection = { first: 0, count: 7, mark: { from: 0, count: 1 } };
    const END: Selection = { first: 0, count: 7, mark: { from: 19, count: 2 } };

    it.each([
      ["at its beginning", BEGINNING],
      ["at its end", END],
    ])(
      "has at most 700 characters of the quotation, marked words %s, and the rest behind «المزيد»",
      async (_, selection) => {
        const large = await gardenCorpus({ "trees.txt": `شجر البستان\n\n${TREES}\n` });
        const long = quotation("السرو", selection, large);
        const one = createAssistant({ corpus: large, answerer: answering(answerOf(long)) });
        const whole = quotesOf(await one.handle({ kind: "ask", text: HIVES }))[0];
        expect(whole?.text.length).toBeGreaterThan(700);

        const card = await one.handle({ kind: "ask", text: HIVES, compact: true });
        const [quote] = quotesOf(card);
        expect(quote?.text.length).toBeLessThanOrEqual(700);
        expect(quote?.text).toMatch(/^وفي اليوم رقم[\s\S]*دفتره\.$/);
        expect(whole?.text).toContain(quote?.text);
        const marked = (one: typeof quote) => one?.marks.map(({ start, end }) => one.text.slice(start, end));
        expect(marked(quote)).toEqual(marked(whole));
        expect(textsOf(card, "notice")).toBe("");

        const more = pressOf(card, "answer");
        expect(more.label).toBe("المزيد");
        const opened = await one.handle({ kind: "action", data: more.data, compact: true });
        expect(quotesOf(opened)[0]).toEqual(whole);
        expect(rolesOf(opened)).not.toContain("answer");
      },
    );

    it("says that it is a part where it is cut inside a sentence", async () => {
      const part: Selection = {
        first: 0,
        count: 1,
        part: { from: 10, count: 8 },
        mark: { from: 6, count: 1 },
      };
      const one = createAssistant({ corpus, answerer: answering(answerOf(quotation("الحوض رقم", part))) });
      const card = await one.handle({ kind: "ask", text: HIVES, compact: true });
      expect(textsOf(card, "notice")).toBe("هذا جزء من جملة أطول.");
    });
  });
});
