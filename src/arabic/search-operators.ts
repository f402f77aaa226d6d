import { tokenize } from "./tokens.ts";

/** What a question says of how to search, beside what it asks. */
export interface SearchOperators {
  /** The question without the signs of operators and without words that are not asked for; what stays keeps its place. */
  readonly text: string;
  /** "رأس المال": as it is written, and the terms that must stand side by side. */
  readonly phrases: readonly { readonly written: string; readonly terms: readonly string[] }[];
  /** -word: terms that must not stand in a passage. */
  readonly excluded: readonly string[];
  /** title:word or عنوان:كلمة, several words in quotation marks: terms of the article's title. */
  readonly inTitle: readonly string[];
  /** +word: terms that are searched as they are written. */
  readonly exact: ReadonlySet<string>;
}

const TITLE =
  /(?<!\S)(?:title|\u0639\u0646\u0648\u0627\u0646|\u0627\u0644\u0639\u0646\u0648\u0627\u0646):(?:"([^"\n]{1,200})"|([^\s"]{1,80}))/giu;
const PHRASE = /"([^"\n]{3,200})"|\u201c([^\u201d\n]{3,200})\u201d/gu;
/** A word with a dash before it alone: «-فعلا-» is an aside, and at the start of a text a dash is a bullet. */
const EXCLUDED = /(?<=\S\s{1,4})-(\p{L}[\p{L}\p{M}\p{N}_]{0,60})(?![\p{L}\p{M}\p{N}_-])/gu;
const EXACT = /(?<!\S)\+(?=(\p{L}[\p{L}\p{M}\p{N}_]{0,60}))/gu;

/** Reads the operators of a question; one that says nothing else is no operator. Never fails, linear. */
export function readOperators(question: string): SearchOperators {
  const inTitle: string[] = [];
  const excluded: string[] = [];
  const exact = new Set<string>();
  let text = question.replace(TITLE, (whole, quoted, bare) => {
    inTitle.push(...termsOf(quoted ?? bare));
    return blank(whole);
  });
  text = text.replace(EXCLUDED, (whole, word) => {
    excluded.push(...termsOf(word));
    return blank(whole);
  });
  text = text.replace(EXACT, (_, word) => {
    for (const term of termsOf(word)) exact.add(term);
    return " ";
  });
  const phrases = Array.from(text.matchAll(PHRASE), ([, straight, curly]) => {
    const written = straight ?? curly ?? "";
    return { written, terms: termsOf(written) };
  });
  const asksNothing = !/[\p{L}\p{N}]/u.test(text);
  return {
    // «title:البحيرة» alone asks for what the title says.
    text: asksNothing ? question.replace(/(?<!\S)[^\s:]{1,10}:/u, blank) : text,
    phrases: phrases.filter(({ terms }) => terms.length > 1),
    excluded,
    inTitle,
    exact,
  };
}

function termsOf(text: string): string[] {
  return tokenize(text).map(({ term }) => term);
}

/** As many spaces as there were characters, so that places stay. */
function blank(text: string): string {
  return " ".repeat(text.length);
}
