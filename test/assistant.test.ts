import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { quotationOf } from "../src/answer/quotation.ts";
import {
  type Action,
  type Answer,
  type Answerer,
  type Assistant,
  type Corpus,
  contextKey,
  createAssistant,
  loadCorpus,
  openAnswerer,
  type Quotation,
  type Reply,
  type Selection,
} from "../src/index.ts";
import { gardenCorpus, TREES } from "./reply/garden.ts";

let corpus: Corpus;
let assistant: Assistant;

beforeAll(async () => {
  corpus = await gardenCorpus();
  assistant = await opened(corpus);
});

async function opened(corpus: Corpus): Promise<Assistant> {
  return createAssistant({ corpus, answerer: await openAnswerer(corpus) });
}

const HIVES = "كم خلية في وادي الزهر؟";

function pressOf(reply: Reply, role: string): Action & { type: "press" } {
  const action = reply.actions.flat().find((one) => one.type === "press" && one.role === role);
  if (action?.type !== "press") throw new Error(`The reply has a button ${role}`);
  return action;
}

function rolesOf(reply: Reply): string[] {
  return reply.actions.flat().map((action) => (action.type === "press" ? action.role : action.type));
}

function textsOf(reply: Reply, type: "text" | "notice" = "text"): string {
  return reply.blocks.flatMap((block) => (block.type === type ? block.text : [])).join("\n");
}

function quotesOf(reply: Reply) {
  return reply.blocks.filter((block) => block.type === "quote");
}

/** An answer of chosen quotations, as the answerer gives it: for what a small corpus does not happen to hold. */
function answerOf(first: Quotation, rest: Partial<Answer> = {}): Answer {
  const findings = [{ quotation: first, alsoIn: [], differs: [] }];
  return { verdict: "answered", findings, searched: [], nearest: [], cut: false, ...rest };
}

function answering(answer: Answer): Answerer {
  return { answer: async () => answer };
}

function quotation(holding: string, selection: Selection, from = corpus): Quotation {
  const passage = from.passages.find(({ article, start, end }) =>
    article.text.slice(start, end).includes(holding),
  );
  const found = passage && quotationOf(passage, selection);
  if (found === undefined) throw new Error(`A passage holds ${holding}`);
  return found;
}

const SENTENCE: Selection = { first: 0, count: 1, mark: { from: 0, count: 1 } };

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
        line: expect.stringMatching(/^سلمى الحداد، مجلة الحقل، الفقر(ة|تان) /),
        date: { iso: "2024-03-05", text: "٥ مارس ٢٠٢٤" },
        basis: "استنادًا إلى دفتر الوادي و\u2068Valley Weekly\u2069",
        url: expect.stringMatching(/^https:\/\/example\.org\/bees\?a=1#:~:text=%/),
      });
      expect(reply.verdict).not.toBe("unanswered");
      expect(reply.answer?.findings.length).toBeGreaterThan(0);
    });

    it("leaves out what an article does not say of itself", async () => {
      const lone = answerOf(quotation("عسل السدر أغلى", SENTENCE));
      const reply = await createAssistant({ corpus, answerer: answering(lone) }).handle({
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
        await createAssistant({ corpus, answerer: answering(lone) }).handle({ kind: "ask", text: HIVES }),
      );
      expect(quote?.text).toBe("وقالت هدى الكرمي إن العسل الأبيض أندر أنواع العسل في الوادي.");
      expect(quote?.marks).toEqual([{ start: 0, end: quote?.text.length }]);
    });

    it("without an answer says so, what was searched for, and a way on", async () => {
      const reply = await assistant.handle({ kind: "ask", text: "كيف أصلح محرك الطائرة؟" });
      expect(reply.verdict).toBe("unanswered");
      expect(textsOf(reply)).toMatch(/^لم أجد جوابًا عن هذا في هذه المقالات\.\nبحثتُ عن: .*الطائرة/);
      expect(quotesOf(reply)).toEqual([]);
    });

    it("names the nearest articles, with what they do answer", async () => {
      const [nearest] = corpus.articles.filter(({ id }) => id === "bees");
      const real = await openAnswerer(corpus);
      const none: Answer = {
        verdict: "unanswered",
        findings: [],
        searched: ["الحرير"],
        nearest: nearest ? [nearest] : [],
        cut: false,
      };
      const answerer: Answerer = { answer: async (text) => (text === "الحرير" ? none : real.answer(text)) };
      const reply = await createAssistant({ corpus, answerer }).handle({ kind: "ask", text: "الحرير" });
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
      const one = createAssistant({ corpus, answerer: answering(unsure) });
      const reply = await one.handle({ kind: "ask", text: HIVES });
      expect(textsOf(reply, "notice")).toBe("لستُ على يقين. قد يكون الجواب في هذا الموضع:");
      expect(textsOf(reply)).toBe("بحثتُ عن: خلية.");
      const context = await one.handle({ kind: "action", data: pressOf(reply, "context").data });
      const back = await one.handle({ kind: "action", data: pressOf(context, "answer").data });
      expect(textsOf(back, "notice")).toBe(textsOf(reply, "notice"));
    });

    it("U12: says when it was cut", async () => {
      const cut = answerOf(quotation("أربعون خلية", SENTENCE), { cut: true });
      const reply = await createAssistant({ corpus, answerer: answering(cut) }).handle({
        kind: "ask",
        text: HIVES,
      });
      expect(textsOf(reply, "notice")).toContain("سؤالك طويل");
    });

    it("U11: with nothing to search for gets a hint and examples, and no search result", async () => {
      for (const text of ["", "   ", "؟!…", "😀", "\u064E\u064F"]) {
        const reply = await assistant.handle({ kind: "ask", text });
        expect(textsOf(reply), text).toMatch(/^لم أجد في رسالتك ما أبحث عنه/);
        expect(quotesOf(reply)).toEqual([]);
      }
    });

    it("in English is answered in English, around the article's own words", async () => {
      const reply = await assistant.handle({ kind: "ask", text: "zzzz qqqq" });
      expect(textsOf(reply)).toMatch(/^I found no answer to this in these articles\./);
    });

    it("U26: gets the same reply again and again", async () => {
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
      const first = await createAssistant({ corpus, answerer: answering(both) }).handle({
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
      for (const text of questions) {
        const first = await shipped.handle({ kind: "ask", text });
        const second = await shipped.handle({ kind: "action", data: pressOf(first, "next").data });
        const back = await shipped.handle({ kind: "action", data: pressOf(second, "previous").data });
        expect(back.blocks).toEqual(first.blocks);
        expect(back.actions).toEqual(first.actions);
      }
    });

    it("shows the passage in its context, and leads back", async () => {
      const lone = answerOf(quotation("يبدأ الموسم", SENTENCE));
      const one = createAssistant({ corpus, answerer: answering(lone) });
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
      const one = createAssistant({ corpus, answerer: answering(answerOf(quotation("الحوض رقم", part))) });
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
      const one = createAssistant({ corpus, answerer: answering(answer) });
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
      const one = createAssistant({ corpus, answerer: answering(answer) });
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

    it("U23: that was never ours says so too", async () => {
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

    it("U23: never fails on any data", async () => {
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

    it("by words is the best passage as a compact card", async () => {
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

    it("is copied in at most 256 characters, without marks of direction", async () => {
      const reply = await assistant.handle({ kind: "ask", text: HIVES });
      const copy = reply.actions.flat().find((action) => action.type === "copy");
      expect(copy?.text).toBe("نحل الوادي — مجلة الحقل — ٥ مارس ٢٠٢٤ — https://example.org/bees?a=1");
    });
  });

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

  describe("other requests", () => {
    it("start with up to three questions that are answered", async () => {
      const reply = await assistant.handle({ kind: "start" });
      const questions = reply.actions.flat().flatMap((action) => (action.type === "ask" ? action.text : []));
      expect(questions.length).toBeGreaterThan(0);
      expect(questions.length).toBeLessThanOrEqual(3);
      for (const text of questions)
        expect((await assistant.handle({ kind: "ask", text })).verdict, text).toBe("answered");
      expect(textsOf(reply)).toMatch(/^أهلًا بك في إسناد!\n.*لديّ ٣ مقالات\.\nجرّب أحد هذه الأسئلة:$/);
    });

    it("list the articles, ten on a page", async () => {
      const many = await gardenCorpus(
        Object.fromEntries(
          Array.from({ length: 20 }, (_, i) => [
            `n${i}.md`,
            `---\ntitle: مقال ${i}\n---\n\nنص المقال رقم ${i} قصير.\n`,
          ]),
        ),
      );
      const one = await opened(many);
      const first = await one.handle({ kind: "sources" });
      expect(first.blocks).toHaveLength(12);
      expect(textsOf(first)).toMatch(/^٢٣ مقالًا:[\s\S]*الصفحة ١ من ٣$/);
      const second = await one.handle({ kind: "action", data: pressOf(first, "page").data });
      expect(textsOf(second)).toMatch(/الصفحة ٢ من ٣$/);
      expect(rolesOf(second)).toEqual(["page", "page"]);
      for (const page of [0, -1, 99, Number.NaN, Number.POSITIVE_INFINITY])
        expect((await one.handle({ kind: "sources", page })).blocks.length).toBeGreaterThan(1);
    });

    it("say what is kept and how to ask, in the person's language", async () => {
      expect(textsOf(await assistant.handle({ kind: "privacy", language: "en" }))).toMatch(
        /neither your question/,
      );
      expect(textsOf(await assistant.handle({ kind: "help" }))).toMatch(/^اكتب سؤالك/);
      expect(textsOf(await assistant.handle({ kind: "examples" }))).toBe("أسئلة تجيب عنها المقالات:");
    });
  });

  it("never sends a quotation that is not what the article holds, and tells the operator", async () => {
    const real = quotation("أربعون خلية", SENTENCE);
    const tampered = [
      { ...real, quote: real.quote.replace("أربعون", "خمسون") },
      { ...real, start: real.start + 1 },
      { ...real, highlights: [{ start: real.start, end: real.end + 1 }] },
    ];
    for (const wrong of tampered) {
      const told: unknown[] = [];
      const answerer = answering(answerOf(wrong));
      const one = createAssistant({ corpus, answerer, onMismatch: (mismatch) => told.push(mismatch) });
      const reply = await one.handle({ kind: "ask", text: HIVES });
      expect(reply).toMatchObject({ failed: true, actions: [] });
      expect(quotesOf(reply)).toEqual([]);
      expect(textsOf(reply)).toMatch(/^عذرًا، لم يطابق الاقتباس/);
      expect(told).toEqual([{ key: real.passage.key, article: "bees" }]);
    }
  });

  it("U4, U6, U7, U19: answers any text at all, with lines of ours that stay balanced and well-formed", async () => {
    const word = fc.constantFrom(
      "النحل",
      "العسل",
      "constructor",
      "__proto__",
      "\u202E",
      "../../etc/passwd",
      "'; DROP",
      "#",
    );
    const text = fc.oneof(
      fc.string({ unit: "binary", maxLength: 200 }),
      fc.array(word).map((words) => words.join(" ")),
    );
    const kind = fc.constantFrom("ask" as const, "cite" as const, "suggest" as const);
    await fc.assert(
      fc.asyncProperty(text, kind, fc.option(text), async (one, kind, context) => {
        const reply = await assistant.handle({
          kind,
          text: one,
          limit: 5,
          ...(context !== null && { context }),
        });
        expect(reply.blocks.length + (reply.suggestions?.length ?? 0)).toBeGreaterThan(0);
        for (const block of reply.blocks) {
          if (block.type !== "text" && block.type !== "notice") continue;
          expect(block.text.isWellFormed()).toBe(true);
          expect(block.text.split("\u2068").length).toBe(block.text.split("\u2069").length);
          expect(block.text).not.toMatch(/[\u202A-\u202E\u2066\u2067]/);
        }
      }),
      { numRuns: 150 },
    );
  });
});
