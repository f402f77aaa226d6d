import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { tokenize } from "../../src/arabic/tokens.ts";
import { legibleText } from "../../src/corpus/inline-marks.ts";
import { type Corpus, loadCorpus, type Verification } from "../../src/index.ts";
import { openChecker } from "../../src/verify/verifier.ts";

const folders = ["corpus", ...(process.env.EXTRA_CORPUS ? [process.env.EXTRA_CORPUS] : [])];
const LEAST = 6;

describe.each(folders)("over the articles of %s", async (folder) => {
  const { corpus } = await loadCorpus(folder);
  const verifier = await openChecker(corpus);
  const texts = quotable(corpus);
  const words = fc
    .constantFrom(...texts)
    .chain(({ words }) =>
      fc
        .tuple(fc.nat(words.length - LEAST), fc.integer({ min: LEAST, max: 120 }))
        .map(([from, count]) => words.slice(from, from + count)),
    );
  const quotation = words.map((some) => some.join(" ")).filter((text) => text.length <= 4000);
  const verify = (text: string): Verification => {
    const outcome = verifier.check(text);
    if (typeof outcome === "string") throw new Error(`${outcome}: ${text}`);
    return outcome;
  };

  it("no six words of an article in a row are ever not found", () => {
    for (const { words } of texts)
      for (let from = 0; from + LEAST <= words.length; from++) {
        const text = words.slice(from, from + LEAST).join(" ");
        if (verify(text).state !== "exact") expect([verify(text).state, text]).toEqual(["exact", text]);
      }
  });

  it("no quotation of at least six words is ever not found, and each is exact", () => {
    fc.assert(
      fc.property(quotation, (text) => {
        expect(verify(text).state).toBe("exact");
      }),
      { numRuns: 300 },
    );
  });

  it("a quotation behind other words is found as well", () => {
    const before = "وقد سمعت أمس من جارتي العجوز حكاية طويلة عن قطتها البيضاء";
    fc.assert(
      fc.property(quotation, (text) => {
        fc.pre(text.length < 3900);
        expect(verify(`${before} ${text}`).state).not.toBe("not-found");
      }),
      { numRuns: 200 },
    );
  });

  it("nothing that differs in a word is ever exact", () => {
    const edit = fc.constantFrom("drop", "insert", "change");
    fc.assert(
      fc.property(words, edit, fc.nat(), (some, how, place) => {
        const at = 1 + (place % (some.length - 2));
        const edited = [...some];
        edited.splice(at, how === "insert" ? 0 : 1, ...(how === "drop" ? [] : ["زعترية"]));
        const [was, is] = [some, edited].map((list) => termsOf(list.join(" ")));
        fc.pre(edited.join(" ").length <= 4000 && !texts.some(({ terms }) => terms.includes(` ${is} `)));
        expect(is).not.toBe(was);
        expect(verify(edited.join(" ")).state).not.toBe("exact");
      }),
      { numRuns: 300 },
    );
  });

  it("a match quotes its file, and its steps make up the text and its source", () => {
    fc.assert(
      fc.property(words, fc.nat(), (some, place) => {
        const at = 1 + (place % (some.length - 2));
        const text = some.filter((_, i) => i !== at).join(" ");
        fc.pre(text.length <= 4000);
        for (const { start, end, state, matches } of verify(text).segments) {
          expect(text.slice(start, end).trim()).toBe(text.slice(start, end));
          for (const { passage, quote, diff, ...match } of matches) {
            expect(quote).toBe(passage.article.text.slice(match.start, match.end));
            if (state === "not-found") continue;
            const given = diff.map((step) => step.given ?? "").join(" ");
            expect(termsOf(given)).toBe(termsOf(text.slice(start, end)));
            const legible = (at = { start: 0, end: 0 }) =>
              legibleText(passage.article).slice(at.start, at.end);
            expect(wordsIn(diff.map((step) => legible(step.sourceAt)).join(" "))).toBe(
              wordsIn(legible(match)),
            );
          }
        }
      }),
      { numRuns: 200 },
    );
  });

  it("any text has an outcome, the same each time", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 300 }), (text) => {
        expect(verifier.check(text)).toEqual(verifier.check(text));
      }),
      { numRuns: 200 },
    );
  });
});

interface Quotable {
  readonly words: readonly string[];
  readonly terms: string;
}

/** The words of each run of paragraphs between which nothing is left out, as a reader sees them. */
function quotable({ articles }: Corpus): Quotable[] {
  return articles.flatMap((article) => {
    const runs: string[] = [];
    for (const { start, end, afterGap } of article.paragraphs) {
      const shown = legibleText(article).slice(start, end).replaceAll("\ufeff", "");
      if (afterGap || runs.length === 0) runs.push(shown);
      else runs[runs.length - 1] += ` ${shown}`;
    }
    return runs
      .map((text) => ({ words: wordsOf(text), text }))
      .filter(({ words }) => words.length >= LEAST + 3)
      .map(({ words, text }) => ({ words, terms: ` ${termsOf(text)} ` }));
  });
}

/** Words as they are written; a dash that stands alone belongs to the word before it. */
function wordsOf(text: string): string[] {
  const words: string[] = [];
  for (const written of text.trim().split(/\s+/u)) {
    if (tokenize(written).length > 0) words.push(written);
    else if (words.length > 0) words[words.length - 1] += ` ${written}`;
  }
  return words;
}

function termsOf(text: string): string {
  return tokenize(text)
    .map(({ term }) => term)
    .join(" ");
}

/** The words in an order of their own, without the numbers of list items, which belong to no sentence. */
function wordsIn(text: string): string {
  const words = termsOf(text.replaceAll(/^\s*\p{Nd}{1,3}[.)-]\s/gmu, " ")).split(" ");
  return words.sort().join(" ");
}
