import { describe, expect, it } from "vitest";
import { createVerifier, loadCorpus, type Verification } from "../../src/index.ts";
import { openChecker } from "../../src/verify/verifier.ts";
import { generateCases, isNamed, readCases, type VerifyCase } from "./cases.ts";

const { corpus } = await loadCorpus("corpus");
const verifier = await openChecker(corpus);
const hand = readCases().filter(({ by }) => by === "hand");
const generated = generateCases(corpus, 7, 12);

/** What went wrong, one line each. */
function failures(cases: readonly VerifyCase[], checker = verifier): string[] {
  return cases.flatMap(({ kind, state, text }) => {
    const found = checker.check(text);
    const told = typeof found === "string" ? found : found.state;
    return told === state ? [] : [`${kind}: ${told}, not ${state}: ${text}`];
  });
}

function verified(text: string): Verification {
  const outcome = verifier.check(text);
  if (typeof outcome === "string") throw new Error(`${outcome}: ${text}`);
  return outcome;
}

/** How many per cent of the cases went right. */
const right = (cases: readonly VerifyCase[], wrong: readonly string[]) =>
  100 * (1 - wrong.length / cases.length);

describe("a checked text", () => {
  it("tells the state of what a generator made of the articles, 97 times of 100", () => {
    const wrong = failures(generated);
    expect(right(generated, wrong), wrong.join("\n")).toBeGreaterThanOrEqual(97);
  });

  it("tells the state of what people write, 92 times of 100", () => {
    expect(hand.length).toBeGreaterThanOrEqual(60);
    const wrong = failures(hand);
    expect(right(hand, wrong), wrong.join("\n")).toBeGreaterThanOrEqual(92);
  });

  it("names every number and every negation that changed", () => {
    const cases = [...hand, ...generated].filter(({ changed }) => changed !== undefined);
    expect(cases.length).toBeGreaterThan(40);
    for (const { text, changed = [] } of cases) {
      const changes = verified(text).segments.flatMap(({ matches }) => matches.flatMap((one) => one.changes));
      for (const one of changed)
        expect(isNamed(one, changes), `${text}\n${JSON.stringify(changes)}`).toBe(true);
    }
  });

  it("says whether a text is by whom it names", () => {
    for (const { text, holds } of hand.filter((one) => one.holds !== undefined))
      expect(verified(text).attribution?.holds, text).toBe(holds);
  });

  it("tells the same whether its index is there or is built for the first text, and builds none for a text too short", async () => {
    const lazy = createVerifier(corpus);
    expect(await lazy.verify("كلمتان فقط")).toBe("too-short");
    expect(await Promise.all(hand.map(({ text }) => lazy.verify(text)))).toEqual(
      hand.map(({ text }) => verifier.check(text)),
    );
  });

  it("has the cases of its generator in test/verify.jsonl, as they are made today", async () => {
    const lines = [...hand, ...generated].map((one) => `${JSON.stringify(one)}\n`);
    await expect(lines.join("")).toMatchFileSnapshot("../verify.jsonl");
  });
});

describe.runIf(process.env.EXTRA_CORPUS)("a checked text over EXTRA_CORPUS", () => {
  it("tells the state of what a generator made of its articles, 97 times of 100", async () => {
    const extra = await loadCorpus(process.env.EXTRA_CORPUS ?? "");
    const cases = generateCases(extra.corpus, 7, 12);
    const wrong = failures(cases, await openChecker(extra.corpus));
    expect(right(cases, wrong), wrong.join("\n")).toBeGreaterThanOrEqual(97);
  });
});
