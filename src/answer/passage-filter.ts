import type { SearchOperators } from "../arabic/search-operators.ts";
import { lightStem } from "../arabic/stems.ts";
import type { Collection } from "../search/collection.ts";

/** Which passages a question admits, and the phrases that none holds: they are searched by their words. */
export interface PassageFilter {
  admits(passage: number): boolean;
  readonly unheld: readonly string[];
}

/** Reads the operators of a question; `undefined` for a question without any. One pass over the words of the collection at most. */
export function readPassageFilter(
  { phrases, excluded, inTitle }: SearchOperators,
  collection: Collection,
): PassageFilter | undefined {
  if (phrases.length + excluded.length + inTitle.length === 0) return undefined;
  const { vocabulary, titles } = collection;
  const isOf = (stem: string) => (word: number) =>
    vocabulary.lightStems[vocabulary.lightOf[word] ?? -1] === stem;
  const excludes = excluded.map((term) => isOf(lightStem(term)));
  const wanted = inTitle.map((term) => isOf(lightStem(term)));
  const sought = phrases.map(({ written, terms }) => ({
    written,
    words: terms.map((term) => vocabulary.find(term) ?? -1),
  }));
  const places = collection.passages.map((_, passage) => passage);
  const held = sought.filter(({ words }) =>
    places.some((passage) => holdsPhrase(words, passage, collection)),
  );
  return {
    admits: (passage) =>
      wanted.every((isWanted) => titles[passage]?.some(isWanted) === true) &&
      !excludes.some((isExcluded) => wordsOf(passage, collection).some(isExcluded)) &&
      held.every(({ words }) => holdsPhrase(words, passage, collection)),
    unheld: sought.filter((phrase) => !held.includes(phrase)).map(({ written }) => written),
  };
}

function wordsOf(passage: number, { words, passageStart, sentenceStart }: Collection): Int32Array {
  const [first, end] = [passageStart[passage] ?? 0, passageStart[passage + 1] ?? 0];
  return words.subarray(sentenceStart[first] ?? 0, sentenceStart[end] ?? 0);
}

function holdsPhrase(phrase: readonly number[], passage: number, collection: Collection): boolean {
  const words = wordsOf(passage, collection);
  const [head = -1, ...rest] = phrase;
  for (let at = words.indexOf(head); at >= 0; at = words.indexOf(head, at + 1))
    if (rest.every((word, i) => words[at + 1 + i] === word)) return true;
  return false;
}
