import type { SearchOperators } from "../arabic/search-operators.ts";
import { lightStem } from "../arabic/stems.ts";
import { type Texts, wordRange } from "../search/collection.ts";
import type { Lexicon } from "../search/lexicon.ts";

/** Which passages a question admits, and the phrases that none holds: they are searched by their words. */
export interface PassageFilter {
  /** Tells of a passage of `texts`, by its number, whether it is admitted. */
  admitting(texts: Texts): (passage: number) => boolean;
  readonly unheld: readonly string[];
}

/** Reads the operators of a question, phrases among `texts`; `undefined` for a question without any. One pass over the words of the texts at most. */
export function readPassageFilter(
  operators: SearchOperators,
  { vocabulary }: Lexicon,
  texts: Texts,
): PassageFilter | undefined {
  if (!hasFilter(operators)) return undefined;
  const { phrases, excluded, inTitle } = operators;
  const isOf = (stem: string) => (word: number) =>
    vocabulary.lightStems[vocabulary.lightOf[word] ?? -1] === stem;
  const excludes = excluded.map((term) => isOf(lightStem(term)));
  const wanted = inTitle.map((term) => isOf(lightStem(term)));
  const sought = phrases.map(({ written, terms }) => ({
    written,
    words: terms.map((term) => vocabulary.find(term) ?? -1),
  }));
  const places = Array.from({ length: texts.passageStart.length - 1 }, (_, passage) => passage);
  const held = sought.filter(({ words }) => places.some((passage) => holdsPhrase(words, passage, texts)));
  return {
    admitting: (texts) => (passage) =>
      wanted.every((isWanted) => texts.titles[passage]?.some(isWanted) === true) &&
      !excludes.some((isExcluded) => wordsOf(passage, texts).some(isExcluded)) &&
      held.every(({ words }) => holdsPhrase(words, passage, texts)),
    unheld: sought.filter((phrase) => !held.includes(phrase)).map(({ written }) => written),
  };
}

/** Some operator leaves passages out. */
export function hasFilter({ phrases, excluded, inTitle }: SearchOperators): boolean {
  return phrases.length + excluded.length + inTitle.length > 0;
}

function wordsOf(passage: number, texts: Texts): Int32Array {
  return texts.words.subarray(...wordRange(texts, passage));
}

function holdsPhrase(phrase: readonly number[], passage: number, texts: Texts): boolean {
  const words = wordsOf(passage, texts);
  const [head = -1, ...rest] = phrase;
  for (let at = words.indexOf(head); at >= 0; at = words.indexOf(head, at + 1))
    if (rest.every((word, i) => words[at + 1 + i] === word)) return true;
  return false;
}
