import { describe, expect, it } from "vitest";
import { type AnswerState, decodePress } from "../../src/reply/codec.ts";
import { resultsOf } from "../../src/reply/result-menu.ts";
import { gardenCorpus } from "./garden.ts";

const selection = { first: 0, count: 1, mark: { from: 0, count: 1 } };

describe("resultsOf", () => {
  it("names each finding by the words that answer and its article, and leads to it", async () => {
    const corpus = await gardenCorpus();
    const [first, second] = [corpus.passages[0], corpus.passages.at(-1)];
    const entries = [first, second].map((passage) => ({
      key: passage?.key ?? "",
      selection,
      role: "finding" as const,
    }));
    const state: AnswerState = {
      language: "ar",
      at: 1,
      entries,
      uncertain: false,
      full: false,
      bare: false,
      whole: false,
    };
    const results = resultsOf(state, corpus.byKey);
    expect(results.map(({ title }) => title)).toEqual([
      "نحل الوادي",
      "وفي وادي الزهر خمسون خلية من خلايا النحل،",
    ]);
    expect(results.map(({ description }) => description)).toEqual([
      first?.article.title,
      second?.article.title,
    ]);
    expect(results.map(({ isShown }) => isShown)).toEqual([false, true]);
    for (const [at, { data }] of results.entries()) {
      expect(decodePress(data)).toEqual({ show: "answer", state: { ...state, at } });
    }
  });

  it("leaves out what is gone, and offers no choice of one", async () => {
    const corpus = await gardenCorpus();
    const key = corpus.passages[0]?.key ?? "";
    const entries = [key, "________"].map((one) => ({ key: one, selection, role: "finding" as const }));
    const state: AnswerState = {
      language: "ar",
      at: 0,
      entries,
      uncertain: false,
      full: false,
      bare: false,
      whole: false,
    };
    expect(resultsOf(state, corpus.byKey)).toHaveLength(1);
    expect(resultsOf({ ...state, entries: entries.slice(0, 1) }, corpus.byKey)).toEqual([]);
  });
});
