import { describe, expect, it } from "vitest";
import { quotationOf } from "../../src/answer/quotation.ts";
import type { Answer, Finding, Quotation } from "../../src/index.ts";
import { findingPlaces, findingShownBy, passageState, stateOf } from "../../src/reply/answer-state.ts";
import { gardenCorpus, LONG_SENTENCE } from "./garden.ts";

const corpus = await gardenCorpus();
const quotations = corpus.passages.flatMap(
  (passage) => quotationOf(passage, { first: 0, count: 1, mark: { from: 0, count: 1 } }) ?? [],
);

function answerOf(...findings: [quotation: number, differs: number[], alsoIn: number[]][]): Answer {
  const at = (index: number): Quotation => {
    const one = quotations[index % quotations.length];
    if (one === undefined) throw new Error("The garden has passages");
    return one;
  };
  return {
    verdict: "answered",
    findings: findings.map(
      ([one, differs, alsoIn]): Finding => ({
        quotation: at(one),
        differs: differs.map(at),
        alsoIn: alsoIn.map(at),
      }),
    ),
    searched: [],
    isUntold: false,
    lacking: [],
    nearest: [],
    cut: false,
  };
}

function rolesOf(answer: Answer): string {
  return (
    stateOf(answer, "ar")
      ?.entries.map(({ role }) => role[0])
      .join("") ?? ""
  );
}

describe("stateOf", () => {
  it("carries five findings where nothing stands with them", () => {
    expect(
      rolesOf(answerOf([0, [], []], [1, [], []], [2, [], []], [3, [], []], [4, [], []], [5, [], []])),
    ).toBe("fffff");
  });

  it("never drops what disagrees with the first finding for the sake of a further one", () => {
    expect(rolesOf(answerOf([0, [1], []], [2, [], []], [3, [], []], [4, [], []], [5, [], []]))).toBe("fdfff");
  });

  it("keeps a further source and the findings beside it", () => {
    expect(rolesOf(answerOf([0, [1], [2]], [3, [], []], [4, [], []], [5, [], []]))).toBe("fdaff");
  });

  it("is nothing where nothing was found", () => expect(stateOf(answerOf(), "ar")).toBeUndefined());
});

describe("findingShownBy", () => {
  it("gives each finding what stands with it", () => {
    const state = stateOf(answerOf([0, [1], []], [2, [], [3]]), "ar");
    if (state === undefined) throw new Error("There are findings");
    const [first, second] = findingPlaces(state).map((at) => findingShownBy({ ...state, at }, corpus.byKey));
    expect([first?.index, first?.total, second?.index]).toEqual([1, 2, 2]);
    expect(first?.differs).toEqual([quotations[1]]);
    expect(first?.also).toEqual([]);
    expect(second?.also).toEqual([quotations[3]]);
    expect(second?.quotation).toEqual(quotations[2]);
  });
});

describe("passageState", () => {
  it("shows every passage of the corpus from its beginning, unmarked", () => {
    for (const passage of corpus.passages) {
      const view = findingShownBy(passageState(passage, "ar"), corpus.byKey);
      expect(view?.quotation.start).toBe(passage.start);
      expect(view?.quotation.highlights).toEqual([]);
      expect(view?.quotation.quote).toBe(passage.article.text.slice(passage.start, view?.quotation.end));
    }
  });

  it("shows a part of a sentence that is longer than a quotation", () => {
    const passage = corpus.passages.find(
      ({ article, start, end }) => article.text.slice(start, end) === LONG_SENTENCE,
    );
    const quotation = passage && findingShownBy(passageState(passage, "ar"), corpus.byKey)?.quotation;
    expect(quotation?.isPart).toBe(true);
    expect(quotation?.quote.length).toBeLessThanOrEqual(900);
  });
});
