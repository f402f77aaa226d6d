import { readDataFile, type SectionForm } from "./data-file.ts";
import { compilePatterns, LISTS } from "./phrase-patterns.ts";

const KINDS = [
  "who",
  "when",
  "where",
  "how-many",
  "how-much",
  "percent",
  "why",
  "how",
  "which",
  "definition",
  "list",
  "yes-no",
  "none",
] as const;

/** What kind of words would answer. */
export type ExpectedAnswer = (typeof KINDS)[number];

const kindOfPattern: SectionForm = { columns: [KINDS, "text"], once: "row" };
const pattern: SectionForm = { columns: ["text"], once: "row" };
const file = readDataFile("expected-answers.tsv", {
  lists: LISTS,
  questions: kindOfPattern,
  keywords: kindOfPattern,
  "yes or no": pattern,
  "do you know": pattern,
  "or not": pattern,
});
const questions = rulesOf("questions");
const keywords = rulesOf("keywords");
const yesOrNo = compilePatterns(file, "yes or no");
const doYouKnow = compilePatterns(file, "do you know");
const orNot = compilePatterns(file, "or not");

/** Longer questions are read up to here, in UTF-16 units. */
const LONGEST = 2000;

/**
 * The kind of answer that a question expects, from its folded terms in order. The question word that stands first decides;
 * among patterns that begin at the same word the upper one in the list.
 */
export function expectedAnswer(terms: readonly string[]): ExpectedAnswer {
  const text = terms.join(" ").slice(0, LONGEST);
  const fits = ({ pattern }: { readonly pattern: RegExp }) => pattern.test(text);
  if (yesOrNo.some(fits) && !doYouKnow.some(fits)) return "yes-no";
  let best: { at: number; kind: ExpectedAnswer } | undefined;
  for (const { kind, pattern } of questions) {
    const at = pattern.exec(text)?.index;
    if (at !== undefined && (best === undefined || at < best.at)) best = { at, kind };
  }
  return best?.kind ?? keywords.find(fits)?.kind ?? (orNot.some(fits) ? "yes-no" : "none");
}

function rulesOf(section: "questions" | "keywords") {
  return compilePatterns(file, section).map(({ row, pattern }) => ({
    kind: KINDS.find((kind) => kind === row[0]?.[0]) ?? "none",
    pattern,
  }));
}
