import type { Vocabulary } from "./vocabulary.ts";

/** What usually stands beside each word, by number; -1 where nothing does. */
export interface UsualNeighbours {
  readonly next: Int32Array;
  readonly previous: Int32Array;
}

/** Word → the word that follows it, or stands before it, in more than half of its places. Linear, three numbers a word. */
export function usualNeighbours({
  vocabulary,
  words,
  sentenceStart,
}: {
  readonly vocabulary: Vocabulary;
  readonly words: Int32Array;
  readonly sentenceStart: Int32Array;
}): UsualNeighbours {
  const size = vocabulary.words.length;
  const next = createMajorities(size);
  const previous = createMajorities(size);
  const read = (see: (word: number, before: number, after: number) => void): void => {
    for (let sentence = 0; sentence + 1 < sentenceStart.length; sentence++) {
      const from = sentenceStart[sentence] ?? 0;
      const end = sentenceStart[sentence + 1] ?? 0;
      for (let at = from; at < end; at++) {
        see(
          words[at] ?? 0,
          at > from ? (words[at - 1] ?? -1) : -1,
          at + 1 < end ? (words[at + 1] ?? -1) : -1,
        );
      }
    }
  };
  read((word, before, after) => {
    previous.vote(word, before);
    next.vote(word, after);
  });
  read((word, before, after) => {
    previous.count(word, before);
    next.count(word, after);
  });
  return { next: next.elected(), previous: previous.elected() };
}

/** The majority of votes for each word in two passes, in constant memory a word (Boyer and Moore). */
function createMajorities(size: number) {
  const elected = new Int32Array(size).fill(-1);
  const lead = new Int32Array(size);
  const own = new Int32Array(size);
  const all = new Int32Array(size);
  return {
    vote(word: number, other: number): void {
      if (elected[word] === other) lead[word] = (lead[word] ?? 0) + 1;
      else if (lead[word] === 0) {
        elected[word] = other;
        lead[word] = 1;
      } else lead[word] = (lead[word] ?? 0) - 1;
    },
    count(word: number, other: number): void {
      all[word] = (all[word] ?? 0) + 1;
      if (elected[word] === other) own[word] = (own[word] ?? 0) + 1;
    },
    elected: (): Int32Array =>
      elected.map((other, word) => (2 * (own[word] ?? 0) > (all[word] ?? 0) ? other : -1)),
  };
}
