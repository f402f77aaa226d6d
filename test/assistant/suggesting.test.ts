import { describe, expect, it } from "vitest";
import { assistant, HIVES, quotation, SENTENCE } from "./garden-assistant.ts";
import { quotesOf, textsOf } from "./reply-parts.ts";

describe("createAssistant", () => {
  describe("suggestions", () => {
    it("come while a word is being typed, each a card of its own that can be cited by its key", async () => {
      const reply = await assistant.handle({ kind: "suggest", text: "خلايا الن", limit: 10 });
      const suggestions = (reply.suggestions ?? []).filter(({ asks }) => asks === undefined);
      expect(suggestions.length).toBeGreaterThan(0);
      expect(new Set(suggestions.map(({ key }) => key)).size).toBe(suggestions.length);
      for (const { key, title, description, card } of suggestions) {
        expect(title).not.toBe("");
        expect(description.replaceAll(/[\u2068\u2069]/g, "").length).toBeLessThanOrEqual(120);
        const cited = await assistant.handle({ kind: "cite", text: key, compact: true });
        const [whole, shown] = [quotesOf(cited)[0], card && quotesOf(card)[0]];
        expect(whole?.text).toContain(shown?.text);
        expect(whole?.marks.map((mark) => whole.text.slice(mark.start, mark.end))).toEqual(
          shown?.marks.map((mark) => shown.text.slice(mark.start, mark.end)),
        );
      }
    });

    it("begin with the entry that asks what was typed, whose card is the whole answer", async () => {
      const { suggestions: [first] = [] } = await assistant.handle({
        kind: "suggest",
        text: HIVES,
        limit: 10,
      });
      expect(first).toMatchObject({ key: "ask", title: `اسأل: ${HIVES}`, asks: HIVES });
      expect(first?.card).toEqual(await assistant.handle({ kind: "ask", text: HIVES, compact: true }));
    });

    it("are labelled by the words that answer, on one line, with the source below", async () => {
      const { suggestions = [] } = await assistant.handle({ kind: "suggest", text: HIVES, limit: 10 });
      const [, second] = suggestions;
      const [quote] = second?.card ? quotesOf(second.card) : [];
      const [mark] = quote?.marks ?? [];
      expect(second?.title).toBe(quote?.text.slice(mark?.start, mark?.end).trim());
      expect(second?.description).toContain("نحل الوادي");
      for (const { title } of suggestions) expect(title).not.toMatch(/\n/);
    });

    it.each(["كم خل", "ومتى كان الموس", "من تر", "خل"])(
      "come for %s, which is no whole question yet, and say in the chat that they are only near",
      async (text) => {
        const reply = await assistant.handle({ kind: "suggest", text, limit: 10 });
        const [first, ...passages] = reply.suggestions ?? [];
        expect(first?.asks).toBe(text);
        expect(passages.length).toBeGreaterThan(0);
        for (const { card } of passages) {
          if (card?.verdict === "answered") continue;
          expect(card && textsOf(card, "notice")).toContain("لم أجد جوابًا صريحًا. هذا أقرب ما وجدته:");
          expect(card && textsOf(card)).not.toContain("بحثتُ عن");
        }
      },
    );

    it("keep the caveat when they are cited by their key", async () => {
      const { key } = quotation("عسل السدر أغلى", SENTENCE).passage;
      const near = await assistant.handle({ kind: "cite", text: `#${key}`, uncertain: true });
      expect(textsOf(near, "notice")).toContain("لم أجد جوابًا صريحًا. هذا أقرب ما وجدته:");
    });

    it("keep to the limit, whatever it is", async () => {
      for (const limit of [0, 1, 2, -1, Number.NaN]) {
        const { suggestions = [] } = await assistant.handle({ kind: "suggest", text: "العسل", limit });
        expect(suggestions.length).toBeLessThanOrEqual(Math.max(0, limit) || 0);
      }
    });

    it("are the examples' answers for an empty text, and that very passage for a key", async () => {
      const empty = await assistant.handle({ kind: "suggest", text: " ", limit: 10 });
      expect(empty.suggestions?.length).toBeGreaterThan(0);
      const { key } = quotation("عسل السدر أغلى", SENTENCE).passage;
      const { suggestions } = await assistant.handle({ kind: "suggest", text: `#${key}`, limit: 10 });
      expect(suggestions?.map((one) => one.key)).toEqual([key]);
    });

    it("say so when there are none, and have nothing that would be posted", async () => {
      const reply = await assistant.handle({ kind: "suggest", text: "ظظظظ", limit: 10 });
      expect(reply.suggestions).toEqual([{ key: "ask", title: "اسأل: ظظظظ", description: "", asks: "ظظظظ" }]);
      expect(textsOf(reply)).toBe("لا نتائج. افتح المحادثة الخاصة لتسأل بكلمات أخرى.");
    });
  });
});
