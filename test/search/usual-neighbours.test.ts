import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { collect, termsOf } from "../../src/search/collection.ts";
import { usualNeighbours } from "../../src/search/usual-neighbours.ts";
import { corpusFrom } from "../answer/library.ts";

const word = fc.constantFrom("باب", "نهر", "جبل", "وادي");
const sentences = fc.array(fc.array(word, { minLength: 1, maxLength: 6 }), { minLength: 1, maxLength: 8 });

describe("usualNeighbours", () => {
  it("names what follows a word in more than half of its places, and nothing else", () => {
    fc.assert(
      fc.property(sentences, (texts) => {
        const lines = [...new Set(texts.map((words) => `${words.join(" ")}.`))];
        const collection = collect(corpusFrom({ "one.txt": lines.join("\n\n") }).passages);
        const { vocabulary } = collection;
        const { next } = usualNeighbours(collection);
        const seen = lines.map((line) => termsOf(line));
        vocabulary.words.forEach((term, id) => {
          const places = seen.flatMap((terms) =>
            terms.flatMap((one, at) => (one === term ? [terms[at + 1]] : [])),
          );
          const usual = places.find(
            (other) => 2 * places.filter((one) => one === other).length > places.length,
          );
          expect([term, vocabulary.words[next[id] ?? -1]]).toEqual([term, usual]);
        });
      }),
      { numRuns: 60 },
    );
  });
});
