import { type Collection, wordRange } from "../search/collection.ts";
import { type Lists, listAt } from "../search/lists.ts";
import { RANK } from "./weights.ts";

/** Terms of each analysis that a question asks for, by number, and their weights: 1 for a word of the question itself. */
export interface RankTerms {
  readonly light: ReadonlyMap<number, number>;
  readonly deep: ReadonlyMap<number, number>;
  readonly gram: ReadonlyMap<number, number>;
}

/** A passage of the collection, by number, and its score; scores compare within one question only. */
export interface RankedPassage {
  readonly passage: number;
  readonly score: number;
}

/** Scores by BM25 over three analyses of the collection's own words: no engine's score enters. */
export interface Ranker {
  /** Orders passages, best first. Linear in their words. */
  rank(terms: RankTerms, passages: Iterable<number>): RankedPassage[];
  /** Scores runs of sentences, each a half-open range; `mean`: content words of an ordinary run. */
  score(terms: RankTerms, runs: Iterable<readonly [first: number, end: number]>, mean: number): number[];
}

export function createRanker(collection: Collection): Ranker {
  const { vocabulary, words, titles, frequency } = collection;
  const total = collection.passages.length;
  const light = createScorer(frequency.light, total);
  const deep = createScorer(frequency.deep, total);
  const gram = createScorer(frequency.gram, total);

  /** Word → 1 when it has a term that the present question asks for. All other words cost one look. */
  const relevant = new Uint8Array(vocabulary.words.length);
  let asked: RankTerms | undefined;

  const ask = (terms: RankTerms): void => {
    if (asked === terms) return;
    asked = terms;
    light.ask(terms.light);
    deep.ask(terms.deep);
    gram.ask(terms.gram);
    relevant.fill(0);
    for (const stem of terms.light.keys()) mark(vocabulary.ofLight, stem);
    for (const stem of terms.deep.keys()) mark(vocabulary.ofDeep, stem);
    for (const one of terms.gram.keys()) mark(vocabulary.ofGram, one);
  };

  const mark = (lists: Lists, index: number): void => {
    for (const word of listAt(lists, index)) if (vocabulary.isStop[word] === 0) relevant[word] = 1;
  };

  const see = (word: number): void => {
    light.see(vocabulary.lightOf[word] ?? 0);
    deep.see(vocabulary.deepOf[word] ?? 0);
    for (let g = vocabulary.grams.start[word] ?? 0; g < (vocabulary.grams.start[word + 1] ?? 0); g++) {
      gram.see(vocabulary.grams.items[g] ?? 0);
    }
  };

  const scoreRun = (from: number, to: number, length: number, mean: number): number => {
    for (let at = from; at < to; at++) {
      const word = words[at] ?? 0;
      if (relevant[word] === 1) see(word);
    }
    const norm = 1 - RANK.b + (RANK.b * length) / Math.max(1, mean);
    return RANK.light * light.take(norm) + RANK.deep * deep.take(norm) + RANK.gram * gram.take(norm);
  };

  const scoreTitle = (passage: number): number => {
    for (const word of titles[passage] ?? [])
      if (!vocabulary.isStop[word]) light.see(vocabulary.lightOf[word] ?? 0);
    return RANK.title * light.take(1);
  };

  return {
    rank(terms, passages) {
      ask(terms);
      return Array.from(passages, (passage) => {
        const [from, to] = wordRange(collection, passage);
        const length = collection.passageLength[passage] ?? 0;
        return { passage, score: scoreRun(from, to, length, collection.meanWords) + scoreTitle(passage) };
      }).sort((a, b) => b.score - a.score || a.passage - b.passage);
    },
    score(terms, runs, mean) {
      ask(terms);
      return Array.from(runs, ([first, end]) => {
        let length = 0;
        for (let s = first; s < end; s++) length += collection.sentenceLength[s] ?? 0;
        return scoreRun(
          collection.sentenceStart[first] ?? 0,
          collection.sentenceStart[end] ?? 0,
          length,
          mean,
        );
      });
    },
  };
}

/** How much a term tells that stands in `frequency` of `total` passages: BM25's inverse document frequency, above 0. */
export function idf(frequency: number, total: number): number {
  return Math.log(1 + (total - frequency + 0.5) / (frequency + 0.5));
}

/** Counts the asked terms of one analysis while a passage is read, and turns the counts into a score. */
function createScorer(frequency: Int32Array, total: number) {
  const slotOf = new Int32Array(frequency.length).fill(-1);
  let asked: number[] = [];
  let weight = new Float64Array(0);
  let counts = new Float64Array(0);
  return {
    ask(weights: ReadonlyMap<number, number>): void {
      for (const term of asked) slotOf[term] = -1;
      asked = [...weights.keys()];
      weight = Float64Array.from(
        asked,
        (term) => (weights.get(term) ?? 0) * idf(frequency[term] ?? 0, total),
      );
      counts = new Float64Array(asked.length);
      asked.forEach((term, slot) => {
        slotOf[term] = slot;
      });
    },
    see(term: number): void {
      const slot = slotOf[term];
      if (slot !== undefined && slot >= 0) counts[slot] = (counts[slot] ?? 0) + 1;
    },
    take(norm: number): number {
      let score = 0;
      for (let slot = 0; slot < counts.length; slot++) {
        const count = counts[slot] ?? 0;
        if (count === 0) continue;
        score += ((weight[slot] ?? 0) * count * (RANK.k + 1)) / (count + RANK.k * norm);
        counts[slot] = 0;
      }
      return score;
    },
  };
}
