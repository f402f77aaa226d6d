import { describe, expect, it } from "vitest";
import { type Choice, chooseFrom } from "../../src/answer/choice.ts";
import { evidenceIn } from "../../src/answer/evidence.ts";
import { followUp, followUpVerdict } from "../../src/answer/follow-up.ts";
import { trustOf, verdictOf } from "../../src/answer/outcome.ts";
import { type Plan, planOf } from "../../src/answer/plan.ts";
import { quotationOf } from "../../src/answer/quotation.ts";
import { createRanker } from "../../src/answer/ranking.ts";
import { createVariants } from "../../src/answer/variants.ts";
import { collect } from "../../src/search/collection.ts";
import { corpusFrom, LIBRARY, page, passageWith } from "./library.ts";

const corpus = corpusFrom({
  ...LIBRARY,
  "bridges.md": page(
    "bridges",
    "جسور المدينة القديمة",
    "في المدينة أربعة جسور قديمة.",
    "افتتح الوالي جسر السلسلة فوق نهر الزرقاء عام 1878 في احتفال كبير.",
  ),
});
const collection = collect(corpus.passages);
const ranker = createRanker(collection);
const variants = createVariants(collection);

describe("verdictOf", () => {
  it("claims what covers the question and leads over the rest", () => {
    const { plan, choices } = read("كم غرامة قطع الكهرباء عن المستأجر؟");
    expect(verdictOf(plan, choices)).toBe("answered");
  });

  it("does not claim that an article tells how much it is today", () => {
    const { plan, choices } = read("كم غرامة قطع الكهرباء عن المستأجر اليوم؟");
    expect(verdictOf(plan, choices)).toBe("uncertain");
  });

  it("has nothing without a choice, and without a word in common", () => {
    const { plan, choices } = read("كم غرامة قطع الكهرباء عن المستأجر؟");
    expect(verdictOf(plan, [])).toBe("unanswered");
    expect(verdictOf(read("من بطل أوبرا الزمهرير؟").plan, choices.map(withoutCover))).toBe("unanswered");
  });

  it("claims less when the best is followed closely by what tells of something else", () => {
    const { plan, choices } = read("كم غرامة قطع الكهرباء عن المستأجر؟");
    const [best] = choices;
    if (best === undefined) throw new Error("nothing was chosen");
    const rival = choices.find(({ evidence }) => evidence.article !== best.evidence.article);
    if (rival === undefined) throw new Error("nothing else was chosen");
    const near = { ...rival, score: best.score - 0.01 };
    expect(trustOf(plan, [best, near])?.lead).toBeCloseTo(0.01);
    expect(verdictOf(plan, [best, near])).toBe("uncertain");
    expect(trustOf(plan, [best])?.lead).toBeGreaterThan(trustOf(plan, [best, near])?.lead ?? 0);
  });

  it("does not take from the lead what a neighbouring sentence says", () => {
    const { plan, choices } = read("متى افتتح جسر السلسلة؟");
    const [best] = choices;
    if (best === undefined) throw new Error("nothing was chosen");
    const beside = choices.find(
      ({ evidence: e }) =>
        e.article === best.evidence.article && Math.abs(e.index - best.evidence.index) === 1,
    );
    if (beside === undefined) throw new Error("its neighbour was not chosen");
    const close = { ...beside, score: best.score };
    expect(trustOf(plan, [best, close])?.lead).toBe(trustOf(plan, [best])?.lead);
  });

  it("does not take from the lead what is shown as saying the same or another figure for it", () => {
    const { plan, choices } = read("متى افتتح جسر السلسلة؟");
    const [best, rival] = choices.filter(({ evidence: e }) =>
      e.article.text.slice(e.sentence.start, e.sentence.end).startsWith("افتتح الوالي"),
    );
    if (best === undefined || rival === undefined) throw new Error("two articles tell when it was opened");
    const passage = collection.passages[rival.evidence.passage];
    const other = passage && quotationOf(passage, { first: 0, count: 1, mark: { from: 0, count: 1 } });
    if (other === undefined) throw new Error("the other article cannot be quoted");
    const apart = trustOf(plan, [best, rival])?.lead ?? 0;
    expect(trustOf(plan, [best, rival], [other])?.lead).toBeGreaterThan(apart);
  });

  it("trusts less what holds no figure, date or cause where one is asked for", () => {
    expect(trustFor("كم عدد كريات الهيموغلوبين؟")?.misfit).toBe(1);
    expect(trustFor("كم غرامة قطع الكهرباء؟")?.misfit).toBe(0);
    expect(trustFor("ما هو الهيموغلوبين؟")?.misfit).toBe(0);
  });

  it("trusts less what lacks a Latin name or a figure of the question", () => {
    expect(trustFor("أجهزة العرض Quattrofin")?.missing).toBe(1);
    expect(trustFor("أجهزة العرض Novatrek")?.missing).toBe(0);
    expect(trustFor("أجهزة العرض")?.missing).toBe(0);
  });

  it("measures what is covered of the question by weight", () => {
    const whole = trustFor("غرامة قطع الكهرباء");
    const part = trustFor("غرامة قطع الكهرباء الزمهرير العقنقل الخندريس");
    expect(whole?.covered).toBeGreaterThan(0.8);
    expect(part?.covered).toBeLessThan(whole?.covered ?? 0);
    expect(part?.thin).toBeGreaterThanOrEqual(whole?.thin ?? 0);
  });
});

describe("followUpVerdict", () => {
  const context = passageWith(corpus, "انهار القوس");

  it("claims what the earlier answer's own passage holds of the kind that is asked for", () => {
    const { plan, choices } = leaning("ومتى كان ذلك؟");
    expect(followUpVerdict(context, choices, verdictOf(plan, choices))).toBe("answered");
  });

  it("shows the article as near where it holds nothing of that kind", () => {
    const { plan, choices } = leaning("ولماذا حدث ذلك؟");
    expect(followUpVerdict(context, choices, verdictOf(plan, choices))).toBe("uncertain");
  });

  it("has nothing where there is nothing to choose", () => {
    expect(followUpVerdict(context, [], "unanswered")).toBe("unanswered");
  });

  function leaning(question: string): { plan: Plan; choices: readonly Choice[] } {
    const plan = planOf(question, collection, variants);
    return { plan, choices: followUp(context, collection, ranker, plan, []) };
  }
});

function read(question: string): { plan: Plan; choices: readonly Choice[] } {
  const plan = planOf(question, collection, variants);
  const ranked = ranker.rank(plan.weights, collection.passages.keys());
  return { plan, choices: chooseFrom(evidenceIn(collection, ranker, plan, ranked), plan) };
}

function trustFor(question: string) {
  const { plan, choices } = read(question);
  return trustOf(plan, choices);
}

function withoutCover(choice: Choice): Choice {
  return { ...choice, evidence: { ...choice.evidence, near: choice.evidence.near.map(() => 0) } };
}
