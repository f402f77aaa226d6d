import { describe, expect, it } from "vitest";
import { loadCorpus } from "../../src/index.ts";
import { indexShingles, type ShingleIndex } from "../../src/verify/shingles.ts";
import { inSlices } from "../../src/verify/slices.ts";

/** Work of so many steps, each of which keeps the processor busy for so long. */
function* busy(steps: number, ms: number): Generator<void, string> {
  for (let i = 0; i < steps; i++) {
    const until = performance.now() + ms;
    while (performance.now() < until);
    yield;
  }
  return "done";
}

describe("inSlices", () => {
  it("lets everything else have its turn while the work goes on", async () => {
    let turns = 0;
    let isOver = false;
    const count = () => {
      turns += 1;
      if (!isOver) setImmediate(count);
    };
    setImmediate(count);
    expect(await inSlices(busy(60, 2))).toBe("done");
    isOver = true;
    // 120 milliseconds in slices of about 10.
    expect(turns).toBeGreaterThan(5);
  });

  it("passes on what the work throws", async () => {
    const work = (function* (): Generator<void, never> {
      yield;
      throw new Error("broken");
    })();
    await expect(inSlices(work)).rejects.toThrow("broken");
  });
});

describe("indexShingles", () => {
  it("gives in slices what it gives at once", async () => {
    const { corpus } = await loadCorpus("corpus");
    const atOnce = indexShingles(corpus.articles);
    let step = atOnce.next();
    while (step.done !== true) step = atOnce.next();
    expect(told(await inSlices(indexShingles(corpus.articles)))).toEqual(told(step.value));
  });

  it("takes small steps in an article of one paragraph and in many articles", async () => {
    const { corpus } = await loadCorpus("corpus");
    const all = Array.from({ length: 5 }, () => corpus.articles).flat();
    let steps = 0;
    for (const work = indexShingles(all); work.next().done !== true; ) steps += 1;
    const words = (await inSlices(indexShingles(all))).words.length;
    expect(words / steps).toBeLessThan(1000);
  });
});

/** All that an index tells: its columns, and the places of each word and each two words in a row. */
function told(index: ShingleIndex) {
  const { words, starts, ends, stretches } = index;
  const places = Array.from(words, (word, at) => [
    [...index.wordPlaces(word)],
    [...index.pairPlaces(word, words[at + 1] ?? 0)],
  ]);
  return { words, starts, ends, stretches, places };
}
