import { describe, expect, it } from "vitest";
import { gardenCorpus } from "../reply/garden.ts";
import { assistant, HIVES, opened, quotation, SENTENCE } from "./garden-assistant.ts";
import { quotesOf, textsOf } from "./reply-parts.ts";

describe("createAssistant", () => {
  describe("a citation", () => {
    it("is found by key, by #key, by a link and by a reference to some of its words", async () => {
      const { passage } = quotation("عسل السدر أغلى", SENTENCE);
      const forms = [
        passage.key,
        `#${passage.key}`,
        `https://t.me/some_bot?start=p_${passage.key}`,
        `p_${passage.key}`,
      ];
      for (const text of forms) {
        const reply = await assistant.handle({ kind: "cite", text });
        expect(quotesOf(reply)[0]?.text, text).toContain("عسل السدر أغلى");
        expect(quotesOf(reply)[0]?.marks).toEqual([]);
        expect(reply.language).toBe("ar");
      }
    });

    it("that was shared shows the same quotation with the same marks", async () => {
      const answer = await assistant.handle({ kind: "ask", text: HIVES });
      const share = answer.actions.flat().find((action) => action.type === "share");
      const reply = await assistant.handle({ kind: "cite", text: `#${share?.key}` });
      expect(quotesOf(reply)[0]).toEqual(quotesOf(answer)[0]);
    });

    it("by words is the best passage", async () => {
      const reply = await assistant.handle({ kind: "cite", text: "أربعون خلية من خلايا النحل" });
      expect(quotesOf(reply)[0]?.text).toContain("أربعون خلية");
    });

    it("of an unknown key says so and offers to ask again", async () => {
      for (const text of ["#AAAAAAAA", "https://t.me/some_bot?start=p_AAAAAAAA", "p_x"]) {
        const reply = await assistant.handle({ kind: "cite", text, language: "en" });
        expect(reply).toMatchObject({ failed: true, language: "en" });
        expect(textsOf(reply)).toMatch(/no passage with this key.*ask again/);
      }
    });

    it("finds a copy by its own key", async () => {
      const text = "يُروى أن أول نحّال في الوادي كان راعيًا فقيرًا يحب الزهر والعسل.";
      const twice = await gardenCorpus({
        "one.md": `---\nid: one\n---\n\n${text}\n`,
        "two.md": `---\nid: two\n---\n\n${text}\n`,
      });
      const keys = twice.passages
        .filter((p) => p.article.text.slice(p.start, p.end) === text)
        .map(({ key }) => key);
      expect(new Set(keys).size).toBe(2);
      const one = await opened(twice);
      for (const key of keys) {
        const reply = await one.handle({ kind: "cite", text: key });
        expect(reply.blocks).toContainEqual(expect.objectContaining({ type: "citation", key }));
      }
    });

    it("of a bare key that no passage has says so too, and searches only what is a word", async () => {
      for (const text of ["kX3-_aQ9", "aB3dE5gH", "aB3dE5gH bibtex", " 4-h07Zji "]) {
        const reply = await assistant.handle({ kind: "cite", text });
        expect(reply.failed, text).toBe(true);
        expect(textsOf(reply)).toContain("لم أجد فقرة بهذا المعرّف");
      }
      const named = await opened(
        await gardenCorpus({ "card.md": "# البطاقة\n\nطرحت الشركة بطاقة RTX-4090 في أكتوبر عام 2022.\n" }),
      );
      const words = await named.handle({ kind: "cite", text: "rtx-4090" });
      expect(quotesOf(words)[0]?.text).toContain("RTX-4090");
      expect((await named.handle({ kind: "cite", text: "computer" })).failed).not.toBe(true);
    });

    it("in a style is a text to copy, with the permalink below it where the platform has one", async () => {
      const { passage } = quotation("عسل السدر أغلى", SENTENCE);
      const request = { kind: "cite", text: `${passage.key} short` } as const;
      const plain = await assistant.handle(request);
      expect(plain.blocks[0]).toEqual({ type: "text", text: "عسل السدر — ٢٠٢٢", isToCopy: true });
      expect(textsOf(plain, "notice")).toBe("لا يذكر المقال: الكاتب، المصدر، الرابط.");
      const linked = await assistant.handle({ ...request, permalinks: "https://bot.example/" });
      expect(linked.blocks).toEqual([
        ...plain.blocks,
        { type: "text", text: `الرابط الدائم للفقرة:\nhttps://bot.example/${passage.key}` },
      ]);
    });

    it("of a key that no passage has is none where a question is expected either, and products are words", async () => {
      for (const text of ["kX3-_aQ9", "h6dTK2_xAQB"]) {
        const reply = await assistant.handle({ kind: "ask", text });
        expect([reply.failed, textsOf(reply)], text).toEqual([
          true,
          expect.stringContaining("لم أجد فقرة بهذا المعرّف"),
        ]);
      }
      for (const text of ["RTX-5090", "iPhone15", "computer", "DeepSeek", "AAAAAAAA"])
        expect((await assistant.handle({ kind: "ask", text })).failed, text).not.toBe(true);
    });

    it("is copied with its quotation and a permalink, without marks of direction", async () => {
      const reply = await assistant.handle({ kind: "ask", text: HIVES });
      const source = "نحل الوادي — مجلة الحقل — ٥ مارس ٢٠٢٤ — https://example.org/bees?a=1";
      const [copy] = reply.actions.flat().filter((action) => action.type === "copy");
      const [share] = reply.actions.flat().filter((action) => action.type === "share");
      expect(copy?.text).toBe(`«${quotesOf(reply)[0]?.text}»\n${source}`);
      expect(copy?.key).toBe(share?.key);
      const request = {
        kind: "copy",
        reference: copy?.key ?? "",
        permalink: "https://bot.example/1",
      } as const;
      expect((await assistant.handle(request)).blocks).toEqual([
        { type: "text", text: "انسخ الاقتباس ومصدره من هنا:" },
        { type: "text", text: `${copy?.text}\nhttps://bot.example/1`, isToCopy: true },
      ]);
      for (const reference of ["AAAAAAAA", "AAAAAAAAAAA", "x"])
        expect((await assistant.handle({ ...request, reference })).failed, reference).toBe(true);
    });
  });
});
