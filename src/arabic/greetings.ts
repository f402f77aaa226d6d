import { readDataFile, type SectionForm } from "./data-file.ts";

const list: SectionForm = { columns: ["words"], once: "entry" };
const file = readDataFile("greetings.tsv", {
  opening: list,
  "opening phrases": list,
  "after an opening": list,
  people: list,
});

/**
 * How many of the first folded terms only greet or address somebody («مساء الخير يا شباب», «يا جماعة»): a question may
 * follow. A lone السلام or الخير is a subject.
 */
export function greetedTerms(terms: readonly string[]): number {
  let at = 0;
  while (at < terms.length) {
    const term = terms[at] ?? "";
    const pair = `${term} ${terms[at + 1] ?? ""}`;
    if (file.has("opening phrases", pair)) at += 2;
    else if (file.has("opening", term) || (at > 0 && file.has("after an opening", term))) at++;
    else if (file.has("people", term) && (at > 0 || terms.length > 3)) at++;
    else break;
  }
  return at;
}

/** Somebody is addressed: the term after يا. */
export function isAddressed(term: string): boolean {
  return file.has("people", term);
}
