import { describe, expect, it } from "vitest";
import {
  type Answer,
  type Answerer,
  createAssistant,
  createMiniSearchIndex,
  openAnswerer,
} from "../../src/index.ts";
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
import { pressOf, quotesOf, rolesOf, textsOf } from "./reply-parts.ts";

describe("createAssistant", () => {
  describe("a question", () => {
    it("is answered by a quotation with marks and its citation", async () => {
      const reply = await assistant.handle({ kind: "ask", text: HIVES });
      const [quote] = quotesOf(reply);
      expect(quote?.text).toContain("أربعون خلية");
      expect(quote?.marks.map(({ start, end }) => quote.text.slice(start, end)).join(" ")).toContain(
        "أربعون خلية",
      );
      expect(reply.blocks.find((block) => block.type === "citation")).toMatchObject({
        title: "نحل الوادي",
        line: expect.stringMatching(/^سلمى الحداد · مجلة الحقل · الفقر(ة|تان) /),
        date: { iso: "2024-03-05", text: "٥ مارس ٢٠٢٤" },
        basis: "استنادًا إلى دفتر الوادي؛ \u2068Valley Weekly\u2069",
        url: expect.stringMatching(/^https:\/\/example\.org\/bees\?a=1#:~:text=%/),
      });
      expect(reply.verdict).not.toBe("unanswered");
    });

    it("tells what was searched instead of what was written, and offers to search exactly that", async () => {
      const adapted = {
        instead: [{ written: "الواضي", searched: "الوادي" }],
        leftOut: ["مزيد"],
        unheld: ["نحل الواضي"],
        exactly: "نحل +الواضي",
      };
      const answer = { ...answerOf(quotation("عسل السدر أغلى", SENTENCE)), adapted };
      const reply = await createAssistant({ ...over(corpus), answerer: answering(answer) }).handle({
        kind: "ask",
        text: HIVES,
      });
      const told = textsOf(reply, "notice");
      expect(told).toContain("بحثتُ عن «الوادي» بدلًا من «الواضي».");
      expect(told).toContain("لا تذكر المقالات هذا، فبحثتُ بدونه: مزيد.");
      expect(told).toContain("لا ترد «نحل الواضي» بنصها في المقالات، فبحثتُ عن كلماتها.");
      expect(reply.actions.flat()).toContainEqual({
        type: "ask",
        label: "البحث كما كُتب",
        text: "نحل +الواضي",
      });
    });

    it("is answered in the language that its keys were meant for", async () => {
      const adapted = {
        instead: [{ written: "ljn hguvs?", searched: "متى العرس؟" }],
        leftOut: [],
        unheld: [],
      };
      const answer = { ...answerOf(quotation("عسل السدر أغلى", SENTENCE)), adapted };
      const one = createAssistant({ ...over(corpus), answerer: answering(answer) });
      expect((await one.handle({ kind: "ask", text: "ljn hguvs?", language: "en" })).language).toBe("ar");
    });

    it("leaves out what an article does not say of itself", async () => {
      const lone = answerOf(quotation("عسل السدر أغلى", SENTENCE));
      const reply = await createAssistant({ ...over(corpus), answerer: answering(lone) }).handle({
        kind: "ask",
        text: HIVES,
      });
      const citation = reply.blocks.find((block) => block.type === "citation");
      expect(Object.keys(citation ?? {}).sort()).toEqual(["date", "key", "line", "title", "type"]);
      expect(citation).toMatchObject({ line: "الفقرة ١ من ١", date: { iso: "2022", text: "٢٠٢٢" } });
      expect(rolesOf(reply)).not.toContain("link");
    });

    it("shows the quotation without inline marks, and marks the right words of it", async () => {
      const lone = answerOf(quotation("العسل الأبيض", { first: 1, count: 1, mark: { from: 0, count: 1 } }));
      const [quote] = quotesOf(
        await createAssistant({ ...over(corpus), answerer: answering(lone) }).handle({
          kind: "ask",
          text: HIVES,
        }),
      );
      expect(quote?.text).toBe("وقالت هدى الكرمي إن العسل الأبيض أندر أنواع العسل في الوادي.");
      expect(quote?.marks).toEqual([{ start: 0, end: quote?.text.length }]);
    });

    it("without an answer says so, and which of its words the articles lack", async () => {
      const reply = await assistant.handle({ kind: "ask", text: "كيف أصلح محرك الطائرة؟" });
      expect(reply.verdict).toBe("unanswered");
      expect(textsOf(reply)).toMatch(/^ليس في هذه المقالات جواب عن هذا؛ لم يرد فيها: .*الطائرة/);
      expect(quotesOf(reply)).toEqual([]);
    });

    it("names the nearest articles, with what they do answer", async () => {
      const [nearest] = corpus.articles.filter(({ id }) => id === "bees");
      const real = await openAnswerer(corpus, createMiniSearchIndex);
      const none: Answer = {
        verdict: "unanswered",
        findings: [],
        searched: ["الحرير"],
        isUntold: false,
        lacking: [],
        nearest: nearest ? [nearest] : [],
        cut: false,
      };
      const answerer: Answerer = { answer: async (text) => (text === "الحرير" ? none : real.answer(text)) };
      const reply = await createAssistant({ ...over(corpus), answerer }).handle({
        kind: "ask",
        text: "الحرير",
      });
      const line = reply.blocks.at(-1);
      expect(line?.type === "text" && line.text).toBe("أقرب مقال إلى سؤالك:\n• «نحل الوادي»");
      expect(
        line?.type === "text" && line.links?.map(({ start, end }) => line.text.slice(start, end)),
      ).toEqual(["«نحل الوادي»"]);
    });

    it("that is uncertain says so, also after going on and back", async () => {
      const unsure = answerOf(quotation("أربعون خلية", SENTENCE), {
        verdict: "uncertain",
        searched: ["خلية"],
      });
      const one = createAssistant({ ...over(corpus), answerer: answering(unsure) });
      const reply = await one.handle({ kind: "ask", text: HIVES });
      expect(textsOf(reply, "notice")).toBe("لم أجد جوابًا صريحًا. هذا أقرب ما وجدته:");
      expect(textsOf(reply)).toBe("بحثتُ عن: خلية.");
      const untold = createAssistant({ ...over(corpus), answerer: answering({ ...unsure, isUntold: true }) });
      expect(textsOf(await untold.handle({ kind: "ask", text: HIVES }))).toContain("ما سألت عنه بعينه");
      const context = await one.handle({ kind: "action", data: pressOf(reply, "context").data });
      const back = await one.handle({ kind: "action", data: pressOf(context, "answer").data });
      expect(textsOf(back, "notice")).toBe(textsOf(reply, "notice"));
    });

    it("that is sure claims its first place alone", async () => {
      const [first, second] = [quotation("أربعون خلية", SENTENCE), quotation("يبدأ الموسم", SENTENCE)];
      const findings = [first, second].map((one) => ({ quotation: one, alsoIn: [], differs: [] }));
      const one = createAssistant({ ...over(corpus), answerer: answering(answerOf(first, { findings })) });
      const reply = await one.handle({ kind: "ask", text: HIVES });
      expect(textsOf(reply, "notice")).toBe("");
      const next = await one.handle({ kind: "action", data: pressOf(reply, "next").data });
      expect(textsOf(next, "notice")).toBe("هذا موضع آخر قريب، وقد لا يجيب عن سؤالك (٢ من ٢):");
    });

    it("says when it was cut", async () => {
      const cut = answerOf(quotation("أربعون خلية", SENTENCE), { cut: true });
      const reply = await createAssistant({ ...over(corpus), answerer: answering(cut) }).handle({
        kind: "ask",
        text: HIVES,
      });
      expect(textsOf(reply, "notice")).toContain("سؤالك طويل");
    });

    it("with nothing to search for gets a hint and examples, and no search result", async () => {
      for (const text of ["", "   ", "؟!…", "😀", "\u064E\u064F"]) {
        const reply = await assistant.handle({ kind: "ask", text });
        expect(textsOf(reply), text).toMatch(/^لم أجد في رسالتك ما أبحث عنه/);
        expect(quotesOf(reply)).toEqual([]);
      }
    });

    it("in English is answered in English, around the article's own words", async () => {
      const reply = await assistant.handle({ kind: "ask", text: "what is zzzz" });
      expect(textsOf(reply)).toMatch(/^These articles do not answer this; nothing in them mentions: zzzz\./);
    });

    it("gets the same reply again and again", async () => {
      const first = await assistant.handle({ kind: "ask", text: HIVES });
      expect(await assistant.handle({ kind: "ask", text: HIVES })).toEqual(first);
      expect(await (await opened(corpus)).handle({ kind: "ask", text: HIVES })).toEqual(first);
    });

    it("that is a permalink opens the passage", async () => {
      const { key } = quotation("عسل السدر أغلى", SENTENCE).passage;
      const reply = await assistant.handle({ kind: "ask", text: `#${key}` });
      expect(quotesOf(reply)[0]?.text).toContain("عسل السدر أغلى");
    });
  });
});
