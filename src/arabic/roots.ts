import { readDataFile } from "./data-file.ts";

const file = readDataFile("roots.tsv", {
  shared: { columns: ["word", "words"], once: "entry" },
  apart: { columns: ["words"], once: "entry" },
});

const shared = new Map(
  file
    .rows("shared")
    .flatMap(([[word = ""] = [], relatives = []]) => relatives.map((one): [string, string] => [one, word])),
);

/** The word whose root the folded word has without showing it: طبيب for أطباء. */
export function relativeOf(word: string): string | undefined {
  return shared.get(word);
}

/** The families that keep to themselves, each as its words. */
export function familiesApart(): readonly (readonly string[])[] {
  return file.rows("apart").map(([words = []]) => words);
}
