import { describe, expect, it } from "vitest";
import { quotationOf } from "../../src/answer/quotation.ts";
import { createAssistant, type Reply, type Selection } from "../../src/index.ts";
import { gardenCorpus, TREES } from "../reply/garden.ts";
import {
  answering,
  answerOf,
  assistant,
  corpus,
  HIVES,
  over,
  quotation,
  SENTENCE,
} from "./garden-assistant.ts";
import { pressOf, quotesOf, rolesOf, textsOf } from "./reply-parts.ts";

const marked = (reply: Reply) =>
  quotesOf(reply).flatMap(({ text, marks }) => marks.map(({ start, end }) => text.slice(start, end)));

/** The compact answer that quotes the first `count` sentences of a text of its own and marks `words` in them. */
async function shownOf(text: string, count: number, words: string): Promise<string> {
  const one = await gardenCorpus({ "one.md": `# مقال\n\n${text}\n` });
  const marks = Array.from({ length: 12 }, (_, from) => ({ from, count: 1 }));
  const passage = one.passages.find(({ article, start, end }) =>
    article.text.slice(start, end).startsWith(text.slice(0, 20)),
  );
  const found = marks
    .map((mark) => passage && quotationOf(passage, { first: 0, count, mark }))
    .find((some) =>
      some?.highlights.some(({ start, end }) => some.passage.article.text.slice(start, end).includes(words)),
    );
  if (found === undefined) throw new Error(`${words} can be marked`);
  const compact = createAssistant({ ...over(one), answerer: answering(answerOf(found)) });
  return quotesOf(await compact.handle({ kind: "ask", text: HIVES, compact: true }))[0]?.text ?? "";
}

/** More than fits beside a marked sentence. */
const FILLER = `${"يصف الكاتب السوق والمرفأ والطريق بينهما وصفًا طويلًا ".repeat(7).trim()}.`;

describe("createAssistant", () => {
  describe("a compact answer", () => {
    it("is the marked sentence, its source on one line, and one button", async () => {
      const large = await gardenCorpus({ "trees.txt": `شجر البستان\n\n${TREES}\n` });
      const selection: Selection = { first: 0, count: 7, mark: { from: 19, count: 2 } };
      const one = createAssistant({
        ...over(large),
        answerer: answering(answerOf(quotation("السرو", selection, large))),
      });
      const whole = await one.handle({ kind: "ask", text: HIVES });
      const card = await one.handle({ kind: "ask", text: HIVES, compact: true });
      expect(card.blocks.map(({ type }) => type)).toEqual(["quote", "citation"]);
      expect(quotesOf(card)[0]?.text).toMatch(/^وفي اليوم رقم [567][\s\S]*دفتره\.$/);
      expect(quotesOf(card)[0]?.text.length).toBeLessThanOrEqual(200);
      expect(quotesOf(whole)[0]?.text).toContain(quotesOf(card)[0]?.text);
      expect(marked(card)).toEqual(marked(whole));
      expect(card.blocks[1]).toMatchObject({ isOneLine: true, title: "«شجر البستان»" });
      expect(card.actions.map((row) => row.map(({ label }) => label))).toEqual([["المزيد"]]);
      expect(card.reference).toBe(whole.reference);
      expect(card.results).toBeUndefined();
    });

    it("names the paragraphs of what it shows, not of the whole quotation", async () => {
      const longer = await gardenCorpus({
        "two.md": `# مقال\n\nبُني المرفأ سنة ١٩٥٨.\n\n${FILLER}\n`,
      });
      const found = quotation("بُني المرفأ", { first: 0, count: 2, mark: { from: 0, count: 1 } }, longer);
      const one = createAssistant({ ...over(longer), answerer: answering(answerOf(found)) });
      const card = await one.handle({ kind: "ask", text: HIVES, compact: true });
      expect(quotesOf(card)[0]?.text).toBe("بُني المرفأ سنة ١٩٥٨.");
      expect(card.blocks.at(-1)).toMatchObject({ line: "الفقرة ١ من ٢" });
    });

    it("opens to the whole answer with all its buttons, and closes again", async () => {
      const one = createAssistant({
        ...over(corpus),
        answerer: answering(answerOf(quotation("يبدأ الموسم", SENTENCE))),
      });
      const card = await one.handle({ kind: "ask", text: HIVES, compact: true });
      const whole = await one.handle({ kind: "ask", text: HIVES });
      const opened = await one.handle({ kind: "action", data: pressOf(card, "more").data, compact: true });
      expect(opened.blocks).toEqual(whole.blocks);
      expect(rolesOf(opened)).toEqual([...rolesOf(whole), "less"]);
      const closed = await one.handle({ kind: "action", data: pressOf(opened, "less").data, compact: true });
      expect(closed).toEqual({ ...card, verdict: undefined });
      const context = await one.handle({
        kind: "action",
        data: pressOf(opened, "context").data,
        compact: true,
      });
      const back = await one.handle({ kind: "action", data: pressOf(context, "answer").data, compact: true });
      expect(back).toEqual(opened);
    });

    it.each([
      [
        "points to",
        `${FILLER} بُني المرفأ سنة ١٩٥٨. وهذا ما جعل البلدة مدينة.`,
        "مدينة",
        "بُني المرفأ سنة ١٩٥٨. وهذا ما جعل البلدة مدينة.",
      ],
      [
        "is announced by",
        `${FILLER} وكان السبب واحدًا:\n\nجفّت البئر.`,
        "جفّت",
        "وكان السبب واحدًا:\n\nجفّت البئر.",
      ],
      [
        "stands in the speech of",
        `${FILLER} قال الحارس: «كنت هناك وحدي. نمت ليلتها على السور.»`,
        "السور",
        "قال الحارس: «كنت هناك وحدي. نمت ليلتها على السور.»",
      ],
    ])("keeps the sentence that the marked one %s", async (_, text, words, expected) => {
      expect(await shownOf(text, 3, words)).toBe(expected);
    });

    it("keeps the sentence that takes the marked one back", async () => {
      const text = `بُني المرفأ سنة ١٩٥٨. لكن هذا لم يثبت. ${FILLER}`;
      expect(await shownOf(text, 3, "المرفأ سنة")).toBe("بُني المرفأ سنة ١٩٥٨. لكن هذا لم يثبت.");
    });

    it("is the whole quotation where another sentence of it may be the answer, and so again when it is closed", async () => {
      const two = quotation("أربعون خلية", { first: 0, count: 2, mark: { from: 0, count: 1 } });
      const shown = async (isClose: boolean) => {
        const answer = answerOf(two);
        const [finding] = answer.findings;
        const findings = finding && isClose ? [{ ...finding, isClose: true as const }] : answer.findings;
        const one = createAssistant({ ...over(corpus), answerer: answering({ ...answer, findings }) });
        const card = await one.handle({ kind: "ask", text: HIVES, compact: true });
        const opened = await one.handle({ kind: "action", data: pressOf(card, "more").data, compact: true });
        const closed = await one.handle({
          kind: "action",
          data: pressOf(opened, "less").data,
          compact: true,
        });
        expect(quotesOf(closed)).toEqual(quotesOf(card));
        return quotesOf(card)[0]?.text;
      };
      expect(await shown(true)).toBe(two.quote);
      expect(await shown(false)).toBe("في وادي الزهر أربعون خلية من خلايا النحل.");
    });

    it("says that it is a part where it is cut inside a sentence", async () => {
      const part: Selection = {
        first: 0,
        count: 1,
        part: { from: 10, count: 8 },
        mark: { from: 6, count: 1 },
      };
      const one = createAssistant({
        ...over(corpus),
        answerer: answering(answerOf(quotation("الحوض رقم", part))),
      });
      const card = await one.handle({ kind: "ask", text: HIVES, compact: true });
      expect(textsOf(card, "notice")).toBe("هذا جزء من جملة أطول.");
    });

    it("keeps its caveat, without the words searched for", async () => {
      const rest = { verdict: "uncertain" as const, searched: ["النحل"] };
      const near = answerOf(quotation("يبدأ الموسم", SENTENCE), rest);
      const other = { quotation: quotation("عسل السدر أغلى", SENTENCE), alsoIn: [], differs: [] };
      const answer = { ...near, findings: [...near.findings, other] };
      const one = createAssistant({ ...over(corpus), answerer: answering(answer) });
      const card = await one.handle({ kind: "ask", text: HIVES, compact: true });
      expect(textsOf(card, "notice")).toBe("لم أجد جوابًا صريحًا. هذا أقرب ما وجدته:");
      expect(textsOf(card)).toBe("");
      expect(rolesOf(card)).toEqual(["more"]);
    });

    it("says in one line that the articles speak of it and do not tell what is asked", async () => {
      const rest = { verdict: "uncertain" as const, isUntold: true };
      const one = createAssistant({
        ...over(corpus),
        answerer: answering(answerOf(quotation("يبدأ الموسم", SENTENCE), rest)),
      });
      const card = await one.handle({ kind: "ask", text: HIVES, compact: true });
      expect(card.blocks.map(({ type }) => type)).toEqual(["notice", "quote", "citation"]);
      expect(textsOf(card, "notice")).toMatch(/^تتحدث المقالات عن هذا، ولم أجد .* هذا أقرب ما وجدته:$/);
    });

    it("says that sources differ, and leaves what they say to the whole one", async () => {
      const [forty, fifty] = [quotation("أربعون خلية", SENTENCE), quotation("خمسون خلية", SENTENCE)];
      const answer = { ...answerOf(forty), findings: [{ quotation: forty, alsoIn: [], differs: [fifty] }] };
      const one = createAssistant({ ...over(corpus), answerer: answering(answer) });
      const card = await one.handle({ kind: "ask", text: HIVES, compact: true });
      expect(textsOf(card)).toBe("تختلف المصادر في هذا، وما يخالفه في «المزيد».");
      const opened = await one.handle({ kind: "action", data: pressOf(card, "more").data, compact: true });
      expect(quotesOf(opened)).toHaveLength(2);
    });

    it("that finds nothing is the one line that says so", async () => {
      const reply = await assistant.handle({ kind: "ask", text: "كم سعر الذهب في القاهرة؟", compact: true });
      expect(reply).toMatchObject({ verdict: "unanswered", actions: [] });
      expect(textsOf(reply)).toMatch(/^ليس في هذه المقالات جواب عن هذا؛ لم يرد فيها: [^\n]*\.$/);
    });

    it.each(["شكرًا", "السلام عليكم", "من أنت؟", "من أين لك هذا؟", "ومتى كان ذلك؟", "😀"])(
      "to %s is a courtesy without buttons",
      async (text) => {
        const reply = await assistant.handle({ kind: "ask", text, compact: true });
        expect(reply).toMatchObject({ courtesy: true, actions: [] });
        expect(reply.blocks).toHaveLength(1);
      },
    );
  });

  it("checks a text in a group with sources on one line and what is shared first", async () => {
    const text = "في وادي الزهر أربعون خلية من خلايا النحل.";
    const reply = await assistant.handle({ kind: "verify", text, compact: true });
    expect(reply.blocks.at(-1)).toMatchObject({ type: "citation", isOneLine: true });
    expect(rolesOf(reply)).toEqual(["share", "copy", "link"]);
    expect(reply.reference).toMatch(/^[\w-]{11}$/);
  });
});
