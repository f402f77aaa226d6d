import { readDataFile, type SectionForm } from "./data-file.ts";
import { tokenize } from "./tokens.ts";

const list: SectionForm = { columns: ["words"], once: "entry" };
const file = readDataFile("sentence-links.tsv", { back: list, turn: list });

/** The sentence points to the one before it («وهذا …»), or limits or denies it («لكن …»): it says less or something else by itself. */
export function leansBack(sentence: string): boolean {
  return opensWith("back", sentence) || turns(sentence);
}

/** The sentence limits or denies the one before it: «غير أن …». */
export function turns(sentence: string): boolean {
  return opensWith("turn", sentence);
}

/** Words of the longest phrase of the lists. */
const LONGEST = 4;
/** Characters that they take at most, with marks of all kinds between them. */
const HEAD = 120;

function opensWith(section: "back" | "turn", sentence: string): boolean {
  const terms = tokenize(sentence.slice(0, HEAD))
    .slice(0, LONGEST)
    .map(({ term }) => term);
  return terms.some((_, i) => {
    const phrase = terms.slice(0, i + 1).join(" ");
    return (
      file.has(section, phrase) || (/^[\u0648\u0641]../u.test(phrase) && file.has(section, phrase.slice(1)))
    );
  });
}
