import { type Row, readDataFile, type SectionForm } from "./data-file.ts";

const words: SectionForm = { columns: ["name", "words"], once: "entry" };
const file = readDataFile("units.tsv", {
  units: words,
  duals: words,
  signs: { columns: ["name", "text"], once: "entry" },
});
const units = unitsByEntry(file.rows("units"));
const duals = unitsByEntry(file.rows("duals"));
const signs = unitsByEntry(file.rows("signs"));

/** The unit that a folded word names. */
export function unitOf(term: string): string | undefined {
  return units.get(term);
}

/** The unit that a folded word names two of: سنتين, شهران. */
export function dualUnitOf(term: string): string | undefined {
  return duals.get(term);
}

/** The words of units that begin a mention by themselves: two of one, or one and a half. */
export function unitWords(): Iterable<string> {
  return [
    ...duals.keys(),
    ...[...units].filter(([, unit]) => unit.startsWith("duration:")).map(([word]) => word),
  ];
}

/** The signs of currencies, one character each. */
export function currencySigns(): Iterable<string> {
  return signs.keys();
}

/** The currency of a sign. */
export function currencyOf(sign: string): string | undefined {
  return signs.get(sign);
}

function unitsByEntry(rows: readonly Row[]): ReadonlyMap<string, string> {
  return new Map(
    rows.flatMap(([unit = [], entries = []]) => entries.map((entry) => [entry, unit[0] ?? ""] as const)),
  );
}
