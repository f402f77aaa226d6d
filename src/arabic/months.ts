import { readDataFile } from "./data-file.ts";

const file = readDataFile("months.tsv", {
  months: { columns: ["number", "words"], once: "entry" },
  before: { columns: ["words"], once: "entry" },
  after: { columns: ["words"], once: "entry" },
});
const months: ReadonlyMap<string, number> = new Map(
  file
    .rows("months")
    .flatMap(([number = [], names = []]) => names.map((name) => [name, Number(number[0])] as const)),
);

/** The number of the month, from 1, that a folded name of one word or two names. */
export function monthOf(name: string): number | undefined {
  return months.get(name);
}

/** The folded names of the months, in all countries. */
export function monthNames(): Iterable<string> {
  return months.keys();
}

/** The folded terms before and after a name tell that it is a month's: مارس is also "he practised", آب "he returned". */
export function speaksOfTime(termBefore: string, termAfter: string): boolean {
  return (
    file.has("before", termBefore) ||
    (/^[\u0648\u0644\u0628]/.test(termBefore) && file.has("before", termBefore.slice(1))) ||
    file.has("after", termAfter)
  );
}
