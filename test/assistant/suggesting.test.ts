import { describe, expect, it } from "vitest";
import { assistant, quotation, SENTENCE } from "./garden-assistant.ts";
import { quotesOf, textsOf } from "./reply-parts.ts";

describe("createAssistant", () => {
  describe("suggestions", () => {
    it("come while a word is being typed, each a card of its own that can be cited by its key", async () => {
      const { suggestions = [] } = await assistant.handle({ kind: "suggest", text: "خلايا الن", limit: 10 });
      expect(suggestions.length).toBeGreaterThan(0);
      expect(new Set(suggestions.map(({ key }) => key)).size).toBe(suggestions.length);
      for (const { key, title, description, card } of suggestions) {
        expect(title).not.toBe("");
        expect(description.replaceAll(/[\u2068\u2069]/g, "").length).toBeLessThanOrEqual(120);
        const cited = await assistant.handle({ kind: "cite", text: key });
        expect(quotesOf(cited)).toEqual(quotesOf(card));
      }
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

    it("say so when there are none", async () => {
      const reply = await assistant.handle({ kind: "suggest", text: "ظظظظ", limit: 10 });
      expect(reply.suggestions).toEqual([]);
      expect(textsOf(reply)).toBe("لا نتائج. افتح المحادثة الخاصة لتسأل بكلمات أخرى.");
    });
  });
});
