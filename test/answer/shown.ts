import { expect } from "vitest";
import type { Answer, Finding, Quotation } from "../../src/answer/answer.ts";
import { MARK, QUOTE } from "../../src/answer/weights.ts";

/** What is marked of a quotation, as a reader sees it. */
export function marked({ passage, highlights }: Quotation): string {
  return highlights.map(({ start, end }) => passage.article.text.slice(start, end)).join(" … ");
}

/** The first finding; fails where there is none. */
export function firstOf({ findings }: Answer): Finding {
  const finding = findings[0];
  if (finding === undefined) throw new Error("nothing was found");
  return finding;
}

/** The ids of the articles that quotations stand in. */
export function articlesOf(quotations: readonly Quotation[]): string[] {
  return quotations.map(({ passage }) => passage.article.id);
}

/** What holds of every answer, whatever was asked. */
export function expectSound(answer: Answer): void {
  const quotations = answer.findings.map(({ quotation }) => quotation);
  expect(quotations.length).toBeLessThanOrEqual(10);
  expect(answer.verdict === "unanswered").toBe(quotations.length === 0);
  expect(answer.nearest.length).toBeLessThanOrEqual(3);
  expect(new Set(answer.nearest).size).toBe(answer.nearest.length);
  quotations.forEach((one, i) => {
    for (const other of quotations.slice(i + 1))
      if (one.passage.article === other.passage.article)
        expect(one.start < other.end && other.start < one.end).toBe(false);
  });
  for (const { quotation, alsoIn, differs } of answer.findings) {
    for (const one of [quotation, ...alsoIn, ...differs]) expectVerbatim(one);
    for (const one of [...alsoIn, ...differs])
      expect(one.passage.article).not.toBe(quotation.passage.article);
  }
}

function expectVerbatim({ passage, start, end, quote, highlights }: Quotation): void {
  expect(quote).toBe(passage.article.text.slice(start, end));
  expect(quote.length).toBeLessThanOrEqual(QUOTE.longest);
  expect(highlights.length).toBeGreaterThan(0);
  for (const mark of highlights) {
    expect(mark.start).toBeGreaterThanOrEqual(start);
    expect(mark.end).toBeLessThanOrEqual(end);
  }
  const length = highlights.reduce((sum, mark) => sum + mark.end - mark.start, 0);
  expect(length).toBeGreaterThan(0);
  expect(length).toBeLessThanOrEqual(MARK.longest);
}
