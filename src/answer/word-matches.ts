import { listAt } from "../search/lists.ts";
import type { Vocabulary } from "../search/vocabulary.ts";
import type { Matches } from "./variants.ts";

/** Word of the collection → the words of a question that it stands for, by their places, and how well. */
export type WordMatches = ReadonlyMap<number, readonly (readonly [place: number, strength: number])[]>;

/** Turns round what matches each word of a question; of function words none stands for any. */
export function wordMatches(
  words: readonly { readonly matches: Matches }[],
  vocabulary: Vocabulary,
): WordMatches {
  const byWord = new Map<number, (readonly [place: number, strength: number])[]>();
  const add = (word: number, place: number, strength: number): void => {
    if (vocabulary.isStop[word] === 1) return;
    const matches = byWord.get(word);
    if (matches === undefined) byWord.set(word, [[place, strength]]);
    else matches.push([place, strength]);
  };
  words.forEach(({ matches }, place) => {
    for (const [word, strength] of matches.words) add(word, place, strength);
    for (const [stem, strength] of matches.light)
      for (const word of listAt(vocabulary.ofLight, stem)) add(word, place, strength);
    for (const [stem, strength] of matches.deep)
      for (const word of listAt(vocabulary.ofDeep, stem)) add(word, place, strength);
  });
  return byWord;
}
