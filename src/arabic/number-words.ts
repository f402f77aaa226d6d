import { type Row, readDataFile, type SectionForm } from "./data-file.ts";

const values: SectionForm = { columns: ["number", "words"], once: "entry" };
const list: SectionForm = { columns: ["words"], once: "entry" };
const file = readDataFile("number-words.tsv", {
  ones: values,
  tens: values,
  hundreds: values,
  scales: values,
  duals: values,
  fractions: values,
  "fractions that count too": values,
  "plural fractions": values,
  ordinals: values,
  "never alone": list,
  "alone before a noun": list,
  percent: list,
});

/** What a number word counts. */
export interface NumberWord {
  readonly value: number;
  /** `scale` multiplies the number before it (ألف); `dual` is a scale twice (ألفان). */
  readonly part: "one" | "ten" | "hundred" | "scale" | "dual";
}

const words: ReadonlyMap<string, NumberWord> = new Map([
  ...partsOf(file.rows("ones"), "one"),
  ...partsOf(file.rows("tens"), "ten"),
  ...partsOf(file.rows("hundreds"), "hundred"),
  ...partsOf(file.rows("scales"), "scale"),
  ...partsOf(file.rows("duals"), "dual"),
]);
const clearFractions = new Map(valuesOf(file.rows("fractions")));
const fractions = new Map([...clearFractions, ...valuesOf(file.rows("fractions that count too"))]);
const pluralFractions = new Map(valuesOf(file.rows("plural fractions")));
const ordinals = new Map(valuesOf(file.rows("ordinals")));

/** The number word that a folded term is. */
export function numberWord(term: string): NumberWord | undefined {
  return words.get(term);
}

/** All number words, folded. */
export function numberWords(): Iterable<string> {
  return words.keys();
}

/** The fraction that a folded term names; it may name a number or a price too: see `isClearFraction`. */
export function fractionOf(term: string): number | undefined {
  return fractions.get(term);
}

/** The folded term is a fraction and nothing else. */
export function isClearFraction(term: string): boolean {
  return clearFractions.has(term);
}

/** How many of the parts that the plural of a fraction names make a whole: 4 for أرباع. */
export function partsInWhole(term: string): number | undefined {
  return pluralFractions.get(term);
}

/** The ordinal that a folded term is, in Arabic with the article. */
export function ordinalOf(term: string): number | undefined {
  return ordinals.get(term);
}

/** All words of fractions and ordinals, folded. */
export function fractionAndOrdinalWords(): Iterable<string> {
  return [...fractions.keys(), ...ordinals.keys()];
}

/** The folded number word is no number where it stands alone (واحد, ألف). */
export function neverCounts(term: string): boolean {
  return file.has("never alone", term);
}

/** The folded number word, where it stands alone, is a number only before a noun without the article (ست, عشر). */
export function needsNoun(term: string): boolean {
  return file.has("alone before a noun", term);
}

/** A folded term or two make a percentage of the number before them: بالمئة, في المئة. */
export function isPercent(phrase: string): boolean {
  return file.has("percent", phrase);
}

function partsOf(rows: readonly Row[], part: NumberWord["part"]): [string, NumberWord][] {
  return valuesOf(rows).map(([word, value]) => [word, { value, part }]);
}

function valuesOf(rows: readonly Row[]): [string, number][] {
  return rows.flatMap(([number = [], names = []]) => {
    const [above = 0, below = 1] = (number[0] ?? "").split("/").map(Number);
    return names.map((name): [string, number] => [name, above / below]);
  });
}
