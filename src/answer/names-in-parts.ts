import { isSpelledAs, skeleton } from "../arabic/names.ts";
import type { Lexicon } from "../search/lexicon.ts";

/** Two neighbours are of one name from so many letters together on, and up to so many. */
const SHORTEST = 6;
const LONGEST = 12;
/** Names that are foreign are seldom written with ح، ص، ض، ظ، ع or a hamza inside; an article and a ة belong to other words. */
const ARABIC_NAME =
  /^(?!\u0627\u0644|.*\u0647$)[\u0627\u0628\u062a\u062b\u062c\u062e-\u0634\u0637\u063a\u0641-\u064a]{2,8}$/;
/** «شات جي بي تي»: see `wordsWithLetters`. */
const WITH_LETTERS = /^([\u0621-\u064a]+):([a-z]+)$/;

/** Finds the words of a collection that spell a name in other parts than it is given in. */
export interface NamesInParts {
  /**
   * «كور ويف» for CoreWeave and كورويف: a word stands for the name only when most of its places are in it, «بلاك» for BlackRock not where it is
   * mostly in «بلاك ويل». «شات جي بي تي» for ChatGPT, and the other way round.
   */
  spellingsOf(term: string): readonly number[];
}

export function createNamesInParts(lexicon: Lexicon): NamesInParts {
  const { vocabulary } = lexicon;
  const inTwoWords = createPairs(lexicon);
  const lettered = vocabulary.words.flatMap((word, id) => {
    const parts = partsOf(word);
    return parts === undefined ? [] : [{ id, parts }];
  });
  return {
    spellingsOf(term) {
      if (/^[a-z]+$/.test(term)) {
        const found = lettered.filter(({ parts }) => isOfParts(term, parts));
        return [...found.map(({ id }) => id), ...inTwoWords(term)];
      }
      const parts = partsOf(term);
      if (parts === undefined) return ARABIC_NAME.test(term) ? inTwoWords(term) : [];
      return vocabulary.words.flatMap((word, id) => (isOfParts(word, parts) ? [id] : []));
    },
  };
}

type Parts = readonly [arabic: string, letters: string];

function partsOf(term: string): Parts | undefined {
  const [, arabic, letters] = WITH_LETTERS.exec(term) ?? [];
  return arabic === undefined || letters === undefined ? undefined : [arabic, letters];
}

function isOfParts(name: string, [arabic, letters]: Parts): boolean {
  return name.endsWith(letters) && isSpelledAs(name.slice(0, -letters.length), arabic);
}

function createPairs({ vocabulary, neighbours }: Lexicon): (name: string) => readonly number[] {
  const { next, previous } = neighbours;
  const written = (first: number, second: number): string =>
    `${vocabulary.words[first] ?? ""}${vocabulary.words[second] ?? ""}`;
  const pairs = new Map<string, (readonly [first: number, second: number])[]>();
  const add = (first: number, second: number): void => {
    const name = written(first, second);
    if (name.length < SHORTEST || name.length > LONGEST) return;
    const key = skeleton(name);
    const same = pairs.get(key);
    if (same === undefined) pairs.set(key, [[first, second]]);
    else same.push([first, second]);
  };
  const isPart = Uint8Array.from(vocabulary.words, (word, id) =>
    vocabulary.isStop[id] === 0 && ARABIC_NAME.test(word) ? 1 : 0,
  );
  for (let word = 0; word < isPart.length; word++) {
    if (isPart[word] === 0) continue;
    const after = next[word] ?? -1;
    const before = previous[word] ?? -1;
    if (isPart[after] === 1) add(word, after);
    if (isPart[before] === 1 && next[before] !== word) add(before, word);
  }
  return (name) =>
    (pairs.get(skeleton(name)) ?? []).flatMap(([first, second]) => {
      const both = written(first, second);
      if (both !== name && !isSpelledAs(name, both)) return [];
      return [...(next[first] === second ? [first] : []), ...(previous[second] === first ? [second] : [])];
    });
}
