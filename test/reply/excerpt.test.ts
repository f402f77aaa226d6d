import { describe, expect, it } from "vitest";
import { quotationOf } from "../../src/answer/quotation.ts";
import { loadCorpus, type Quotation, type Selection } from "../../src/index.ts";
import { answeringExcerpt, CARD_MAX, excerptOf } from "../../src/reply/excerpt.ts";
import { gardenCorpus, TREES } from "./garden.ts";

const corpus = await gardenCorpus({ "trees.txt": `شجر البستان\n\n${TREES}\n` });

function quoteOf(selection: Selection, holding = "السرو"): Quotation {
  const passage = corpus.passages.find(({ article, start, end }) =>
    article.text.slice(start, end).includes(holding),
  );
  const quotation = passage && quotationOf(passage, selection);
  if (quotation === undefined) throw new Error("The selection fits");
  return quotation;
}

function textOf({ passage }: Quotation, { start, end }: { start: number; end: number }): string {
  return passage.article.text.slice(start, end);
}

describe("excerptOf", () => {
  it("is the whole quotation where it fits", () => {
    const quotation = quoteOf({ first: 0, count: 2, mark: { from: 0, count: 1 } });
    expect(excerptOf(quotation, CARD_MAX)).toEqual({
      start: quotation.start,
      end: quotation.end,
      isPart: false,
    });
  });

  it("cuts at a sentence end, from the beginning, when the marks stand there", () => {
    const quotation = quoteOf({ first: 0, count: 7, mark: { from: 1, count: 1 } });
    const excerpt = excerptOf(quotation, 400);
    expect(excerpt.start).toBe(quotation.start);
    expect(excerpt.end - excerpt.start).toBeLessThanOrEqual(400);
    expect(textOf(quotation, excerpt)).toMatch(/\.$/);
    expect(excerpt.isPart).toBe(false);
  });

  it("begins at a later sentence when the marks would be cut off", () => {
    const quotation = quoteOf({ first: 0, count: 7, mark: { from: 18, count: 2 } });
    const excerpt = excerptOf(quotation, 300);
    const [mark] = quotation.highlights;
    expect(textOf(quotation, excerpt)).toMatch(/^وفي اليوم رقم/);
    expect(excerpt.start).toBeLessThanOrEqual(mark?.start ?? -1);
    expect(excerpt.end).toBeGreaterThanOrEqual(mark?.end ?? Number.POSITIVE_INFINITY);
    expect(excerpt.end - excerpt.start).toBeLessThanOrEqual(300);
  });

  it("cuts at a clause where no sentence fits, and says that it is a part", () => {
    const quotation = quoteOf({ first: 0, count: 1, mark: { from: 0, count: 1 } });
    const excerpt = excerptOf(quotation, 90);
    expect(textOf(quotation, excerpt)).toMatch(/[،؛]$/);
    expect(excerpt.isPart).toBe(true);
  });

  it("holds the marks and the limit for every quotation of the garden that has marks within the limit", () => {
    let tried = 0;
    for (const passage of corpus.passages)
      for (let first = 0; first < passage.sentenceCount; first++)
        for (let from = 0; from < 20; from++) {
          const quotation = quotationOf(passage, {
            first,
            count: passage.sentenceCount - first,
            mark: { from, count: 1 },
          });
          if (quotation === undefined) continue;
          tried++;
          const { start, end } = excerptOf(quotation, 200);
          const [mark] = quotation.highlights;
          expect(end - start).toBeLessThanOrEqual(200);
          expect(start).toBeLessThanOrEqual(mark?.start ?? -1);
          expect(end).toBeGreaterThanOrEqual(mark?.end ?? Number.POSITIVE_INFINITY);
        }
    expect(tried).toBeGreaterThan(30);
  });
});

describe("answeringExcerpt", () => {
  it("is whole sentences of the quotation that hold its marks, for every quotation of the articles that ship", async () => {
    const { corpus: shipped } = await loadCorpus("corpus");
    let [tried, shorter] = [0, 0];
    for (const passage of shipped.passages)
      for (const mark of [
        { from: 0, count: 1 },
        { from: 1, count: 1 },
        { from: 2, count: 2 },
        { from: 0, count: 0 },
      ]) {
        const quotation = quotationOf(passage, { first: 0, count: passage.sentenceCount, mark });
        if (quotation === undefined || quotation.end - quotation.start > CARD_MAX) continue;
        const { start, end } = answeringExcerpt(quotation);
        const { sentences } = passage.article;
        tried++;
        if (end - start < quotation.end - quotation.start) shorter++;
        expect([quotation.start, ...sentences.map((one) => one.start)]).toContain(start);
        expect([quotation.end, ...sentences.map((one) => one.end)]).toContain(end);
        expect(start).toBeGreaterThanOrEqual(quotation.start);
        expect(end).toBeLessThanOrEqual(quotation.end);
        for (const highlight of quotation.highlights) {
          expect(start).toBeLessThanOrEqual(highlight.start);
          expect(end).toBeGreaterThanOrEqual(highlight.end);
        }
      }
    expect(tried).toBeGreaterThan(200);
    expect(shorter).toBeGreaterThan(100);
  });
});
