import { describe, expect, it } from "vitest";
import { probability } from "../../src/answer/model.ts";
import { readQuery } from "../../src/answer/query.ts";
import { createRankers } from "../../src/answer/rank.ts";
import { SIGNALS, type Signals } from "../../src/answer/signals.ts";
import { nearEarlierAnswer } from "../../src/answer/special-questions.ts";
import { createVariants } from "../../src/answer/variants.ts";
import { followUpVerdict, verdictOf } from "../../src/answer/verdict.ts";
import { VERDICT_WEIGHTS } from "../../src/answer/verdict-weights.ts";
import { collect } from "../../src/search/collection.ts";
import { judgesOver } from "./judged.ts";
import { corpusFrom, LIBRARY, passageWith } from "./library.ts";

const corpus = corpusFrom(LIBRARY);
const judge = await judgesOver(corpus);

describe("the outcome", () => {
  it("is a claim where the quotation covers the question and leads over the rest", async () => {
    expect(await judge("كم غرامة قطع الكهرباء عن المستأجر؟")).toMatchObject({ verdict: "answered" });
  });

  it("is none where only words without a subject are shared", async () => {
    expect((await judge("كم عدد سكان القاهرة؟"))?.verdict ?? "unanswered").toBe("unanswered");
  });

  it("does not claim that an article tells how much it is today", async () => {
    expect(await judge("كم غرامة قطع الكهرباء عن المستأجر اليوم؟")).toMatchObject({
      verdict: "uncertain",
      veto: "of-today",
    });
  });

  it("does not claim a figure or a date that the sentence does not hold", async () => {
    expect(await judge("كم عدد كريات الدم الحمراء التي تحمل الأكسجين؟")).toMatchObject({ veto: "no-figure" });
    expect(await judge("متى صمم المهندس نعمان الأزهري الجسر؟")).not.toMatchObject({ veto: "of-today" });
    expect(await judge("ما هو الهيموغلوبين؟")).not.toHaveProperty("veto");
  });

  it("does not claim what one word is where no sentence says so", async () => {
    expect(await judge("ما هو الأكسجين؟")).toMatchObject({ veto: "no-definition", isUntold: true });
    expect(await judge("ما هو الهيموغلوبين؟")).not.toHaveProperty("veto");
  });

  it("reads a one, and a scale that is asked for, as no figure", async () => {
    expect(await judge("من افتتح أحد الجسور في المدينة؟")).not.toMatchObject({ veto: "other-figure" });
    expect(await judge("كم ألف دينار غرامة قطع الكهرباء عن المستأجر؟")).not.toMatchObject({
      veto: "other-figure",
    });
  });

  it("does not claim what stands beside another figure than the question's", async () => {
    expect(await judge("هل افتتح الوالي جسر السلسلة عام 1952؟")).toMatchObject({
      verdict: "uncertain",
      veto: "other-figure",
    });
    expect(await judge("هل افتتح الوالي جسر السلسلة عام 1874؟")).not.toHaveProperty("veto");
    expect(await judge("من يعاقب بغرامة 5000 دينار؟")).not.toHaveProperty("veto");
  });
});

describe("verdictOf", () => {
  it("shows nothing below the one threshold, and claims from the other on, unless a veto forbids it", () => {
    const all = Object.fromEntries(SIGNALS.map((name) => [name, 0]));
    const nothing: Signals = { ...readable, ...all };
    expect(verdictOf(nothing)).toBe("unanswered");
    expect(verdictOf(readable)).toBe("answered");
    expect(verdictOf(readable, "other-figure")).toBe("uncertain");
  });

  it("rests on probabilities that rise with what speaks for the quotation", () => {
    for (const model of [VERDICT_WEIGHTS.right, VERDICT_WEIGHTS.near]) {
      expect(model.threshold).toBeGreaterThan(0);
      expect(model.threshold).toBeLessThan(1);
      for (const name of ["lead", "covered", "neighbours", "ranked", "keyness"] as const)
        expect(probability(model, readable), name).toBeGreaterThan(
          probability(model, { ...readable, [name]: 0 }),
        );
    }
  });

  /** A question that its quotation answers word by word. */
  const readable: Signals = {
    lead: 3,
    covered: 1,
    neighbours: 1,
    ranked: 0.9,
    heading: 0.5,
    known: 0.5,
    keyness: 0.5,
    typed: 1,
    fit: 1,
    length: 0.5,
    alike: 0,
    behind: 0,
  };
});

describe("followUpVerdict", () => {
  const context = passageWith(corpus, "انهار القوس");
  const collection = collect(corpus.passages);

  it("claims what the earlier answer's own passage holds of the kind that is asked for", () => {
    expect(verdictFor("ومتى كان ذلك؟")).toBe("answered");
  });

  it("claims what its article holds of that kind beside the question's own word", () => {
    expect(verdictFor("وكم كلّفه؟")).toBe("answered");
  });

  it("claims nothing of that kind without the question's own word", () => {
    expect(verdictFor("ومتى تأسست؟")).toBe("uncertain");
    expect(verdictFor("وكم مساحته؟")).toBe("uncertain");
  });

  it("shows the article as near where it holds nothing of that kind", () => {
    expect(verdictFor("ولماذا حدث ذلك؟")).toBe("uncertain");
  });

  it("has nothing where nothing was found", () => {
    const query = readQuery("ومتى كان ذلك؟", collection, createVariants(collection));
    expect(followUpVerdict(context, [], "unanswered", query)).toBe("unanswered");
  });

  function verdictFor(question: string) {
    const query = readQuery(question, collection, createVariants(collection));
    const ranker = createRankers(collection)(collection);
    const sentences = nearEarlierAnswer(context, [], query, collection, ranker);
    return followUpVerdict(context, sentences, "uncertain", query);
  }
});
