import { readRows } from "./data-file.ts";
import { lightStem } from "./stems.ts";
import { translationsOf } from "./translations.ts";

/** On the Zipf scale: what is not listed, used less than three times in a million words, is taken to be used three times in ten million. */
const UNLISTED = 2.5;

const byStem = new Map<string, number>();
for (const [[zipf = ""] = [], words = []] of readRows("word-frequencies.tsv", {
  columns: ["number", "words"],
  once: "entry",
})) {
  for (const word of words) byStem.set(lightStem(word), Number(zipf));
}

/**
 * How frequent a folded term is in Arabic of every kind, as log10 of its uses in a billion words (the Zipf scale of van Heuven, Mandera,
 * Keuleers and Brysbaert, 2014); with a particle before it as without. An English word is as frequent as its first translation; a figure, and a
 * name in other letters, is as rare as what the list does not hold.
 */
export function zipfOf(term: string): number {
  const known = byStem.get(lightStem(term)) ?? byStem.get(lightStem(term.slice(1)));
  if (known !== undefined) return known;
  const [translation] = translationsOf(term);
  return translation === undefined ? UNLISTED : (byStem.get(lightStem(translation)) ?? UNLISTED);
}

/** The folded term, as it is, is a word that Arabic texts use: «بحار» is none of «حار» behind a particle. */
export function isUsual(term: string): boolean {
  return byStem.has(lightStem(term));
}
