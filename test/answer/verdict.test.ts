import { describe, expect, it } from "vitest";
import { type Query, readQuery } from "../../src/answer/query.ts";
import { quotationOf } from "../../src/answer/quotation.ts";
import { createRanker } from "../../src/answer/rank.ts";
import { type ScoredSentence, scoreSentences } from "../../src/answer/sentences.ts";
import { nearEarlierAnswer } from "../../src/answer/special-questions.ts";
import { createVariants } from "../../src/answer/variants.ts";
import { followUpVerdict, readSignals, verdictOf } from "../../src/answer/verdict.ts";
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
    const { query, sentences } = read("كم غرامة قطع الكهرباء عن المستأجر؟");
    expect(verdictOf(readSignals(query, sentences))).toBe("answered");
  });

  it("does not claim that an article tells how much it is today", () => {
    const { query, sentences } = read("كم غرامة قطع الكهرباء عن المستأجر اليوم؟");
    expect(verdictOf(readSignals(query, sentences))).toBe("uncertain");
  });

  it("has nothing without a sentence, and without a word in common", () => {
    const { query, sentences } = read("كم غرامة قطع الكهرباء عن المستأجر؟");
    expect(verdictOf(readSignals(query, []))).toBe("unanswered");
    expect(verdictOf(readSignals(read("من بطل أوبرا الزمهرير؟").query, sentences.map(withoutCover)))).toBe(
      "unanswered",
    );
  });

  it("claims less when the best is followed closely by what tells of something else", () => {
    const { query, sentences } = read("كم غرامة قطع الكهرباء عن المستأجر؟");
    const [best] = sentences;
    if (best === undefined) throw new Error("nothing was found");
    const rival = sentences.find(({ evidence }) => evidence.article !== best.evidence.article);
    if (rival === undefined) throw new Error("nothing else was found");
    const near = { ...rival, score: best.score - 0.01 };
    expect(readSignals(query, [best, near])?.lead).toBeCloseTo(0.01);
    expect(verdictOf(readSignals(query, [best, near]))).toBe("uncertain");
    expect(readSignals(query, [best])?.lead).toBeGreaterThan(readSignals(query, [best, near])?.lead ?? 0);
  });

  it("believes what nothing rivals for what it covers alone", () => {
    const claim = (question: string) => {
      const { query, sentences } = read(question);
      return verdictOf(readSignals(query, sentences.slice(0, 1)));
    };
    expect(claim("غرامة قطع الكهرباء")).toBe("answered");
    expect(claim("غرامة قطع الكهرباء الزمهرير العقنقل")).toBe("answered");
    expect(claim("غرامة قطع الكهرباء الزمهرير العقنقل الخندريس الهزبر الصمصام")).toBe("uncertain");
  });

  it("does not take from the lead what a neighbouring sentence says", () => {
    const { query, sentences } = read("متى افتتح جسر السلسلة؟");
    const [best] = sentences;
    if (best === undefined) throw new Error("nothing was found");
    const beside = sentences.find(
      ({ evidence: e }) =>
        e.article === best.evidence.article && Math.abs(e.index - best.evidence.index) === 1,
    );
    if (beside === undefined) throw new Error("its neighbour was not found");
    const close = { ...beside, score: best.score };
    expect(readSignals(query, [best, close])?.lead).toBe(readSignals(query, [best])?.lead);
  });

  it("does not take from the lead what is shown as saying the same or another figure for it", () => {
    const { query, sentences } = read("متى افتتح جسر السلسلة؟");
    const [best, rival] = sentences.filter(({ evidence: e }) =>
      e.article.text.slice(e.sentence.start, e.sentence.end).startsWith("افتتح الوالي"),
    );
    if (best === undefined || rival === undefined) throw new Error("two articles tell when it was opened");
    const passage = collection.passages[rival.evidence.passage];
    const other = passage && quotationOf(passage, { first: 0, count: 1, mark: { from: 0, count: 1 } });
    if (other === undefined) throw new Error("the other article cannot be quoted");
    const apart = readSignals(query, [best, rival])?.lead ?? 0;
    expect(readSignals(query, [best, rival], [other])?.lead).toBeGreaterThan(apart);
  });

  it("trusts less what holds no figure, date or cause where one is asked for", () => {
    expect(signalsFor("كم عدد كريات الهيموغلوبين؟")?.misfit).toBe(1);
    expect(signalsFor("كم غرامة قطع الكهرباء؟")?.misfit).toBe(0);
    expect(signalsFor("ما هو الهيموغلوبين؟")?.misfit).toBe(0);
  });

  it("trusts less what lacks a Latin name or a figure of the question", () => {
    expect(signalsFor("أجهزة العرض Quattrofin")?.missing).toBe(1);
    expect(signalsFor("أجهزة العرض Novatrek")?.missing).toBe(0);
    expect(signalsFor("أجهزة العرض")?.missing).toBe(0);
  });

  it("measures what is covered of the question by weight", () => {
    const whole = signalsFor("غرامة قطع الكهرباء");
    const part = signalsFor("غرامة قطع الكهرباء الزمهرير العقنقل الخندريس");
    expect(whole?.covered).toBeGreaterThan(0.8);
    expect(part?.covered).toBeLessThan(whole?.covered ?? 0);
  });
});

describe("followUpVerdict", () => {
  const context = passageWith(corpus, "انهار القوس");

  it("claims what the earlier answer's own passage holds of the kind that is asked for", () => {
    const { query, sentences } = leaning("ومتى كان ذلك؟");
    expect(followUpVerdict(context, sentences, verdictOf(readSignals(query, sentences)))).toBe("answered");
  });

  it("shows the article as near where it holds nothing of that kind", () => {
    const { query, sentences } = leaning("ولماذا حدث ذلك؟");
    expect(followUpVerdict(context, sentences, verdictOf(readSignals(query, sentences)))).toBe("uncertain");
  });

  it("has nothing where nothing was found", () => {
    expect(followUpVerdict(context, [], "unanswered")).toBe("unanswered");
  });

  function leaning(question: string): { query: Query; sentences: readonly ScoredSentence[] } {
    const query = readQuery(question, collection, variants);
    return { query, sentences: nearEarlierAnswer(context, [], query, collection, ranker) };
  }
});

function read(question: string): { query: Query; sentences: readonly ScoredSentence[] } {
  const query = readQuery(question, collection, variants);
  const ranked = ranker.rank(query.rankTerms, collection.passages.keys());
  return { query, sentences: scoreSentences(ranked, query, collection, ranker) };
}

function signalsFor(question: string) {
  const { query, sentences } = read(question);
  return readSignals(query, sentences);
}

function withoutCover(sentence: ScoredSentence): ScoredSentence {
  const { evidence } = sentence;
  return { ...sentence, evidence: { ...evidence, near: evidence.near.map(() => 0) } };
}
