import { type Collection, wordRange } from "../search/collection.ts";
import { type Lists, listAt } from "../search/lists.ts";

/** Which terms of each analysis a question asks for, and how much each counts: 1 for a word of the question itself. */
export interface Weights {
  readonly light: ReadonlyMap<number, number>;
  readonly deep: ReadonlyMap<number, number>;
  readonly gram: ReadonlyMap<number, number>;
}

/** A passage and how well it matches; scores compare within one question only. */
export interface RankedPassage {
  readonly passage: number;
  readonly score: number;
}

/** Robertson and Zaragoza's BM25; on Arabic passages flat between k .6 and .9, b .4 and .55. */
const K = 0.9;
const B = 0.5;

/** What each analysis adds to the score. The stronger stem finds more, the 4-grams forgive spelling; the title says the subject. */
const SHARE = { light: 0.6, deep: 1, gram: 0.5, title: 0.3 };

/** Scores passages and runs of words by BM25 over three analyses, read from the collection: no engine's score enters. */
export interface Ranker {
  /** Orders candidates, best first. Linear in their words. */
  rank(weights: Weights, candidates: Iterable<number>): RankedPassage[];
  /** Scores runs of the collection's sentences, each a half-open range; `mean`: content words of an ordinary run. */
  score(weights: Weights, runs: Iterable<readonly [first: number, end: number]>, mean: number): number[];
}

export function createRanker(collection: Collection): Ranker {
  const { lexicon, words, titles, frequency, passages } = collection;
  const light = createScorer(frequency.light, passages.length);
  const deep = createScorer(frequency.deep, passages.length);
  const gram = createScorer(frequency.gram, passages.length);

  /** Word → it holds something that the question at hand asks for. Most words do not, and cost one look. */
  const relevant = new Uint8Array(lexicon.words.length);
  let asked: Weights | undefined;

  const ask = (weights: Weights): void => {
    if (asked === weights) return;
    asked = weights;
    light.ask(weights.light);
    deep.ask(weights.deep);
    gram.ask(weights.gram);
    relevant.fill(0);
    for (const stem of weights.light.keys()) mark(lexicon.ofLight, stem);
    for (const stem of weights.deep.keys()) mark(lexicon.ofDeep, stem);
    for (const one of weights.gram.keys()) mark(lexicon.ofGram, one);
  };

  const mark = (lists: Lists, index: number): void => {
    for (const word of listAt(lists, index)) if (lexicon.isStop[word] === 0) relevant[word] = 1;
  };

  const see = (word: number): void => {
    light.see(lexicon.lightOf[word] ?? 0);
    deep.see(lexicon.deepOf[word] ?? 0);
    for (let g = lexicon.grams.start[word] ?? 0; g < (lexicon.grams.start[word + 1] ?? 0); g++) {
      gram.see(lexicon.grams.items[g] ?? 0);
    }
  };

  const scoreRun = (from: number, to: number, length: number, mean: number): number => {
    for (let at = from; at < to; at++) {
      const word = words[at] ?? 0;
      if (relevant[word] === 1) see(word);
    }
    const norm = 1 - B + (B * length) / Math.max(1, mean);
    return SHARE.light * light.take(norm) + SHARE.deep * deep.take(norm) + SHARE.gram * gram.take(norm);
  };

  const scoreTitle = (passage: number): number => {
    for (const word of titles[passage] ?? [])
      if (!lexicon.isStop[word]) light.see(lexicon.lightOf[word] ?? 0);
    return SHARE.title * light.take(1);
  };

  return {
    rank(weights, candidates) {
      ask(weights);
      return Array.from(candidates, (passage) => {
        const [from, to] = wordRange(collection, passage);
        const length = collection.passageLength[passage] ?? 0;
        return { passage, score: scoreRun(from, to, length, collection.meanWords) + scoreTitle(passage) };
      }).sort((a, b) => b.score - a.score || a.passage - b.passage);
    },
    score(weights, runs, mean) {
      ask(weights);
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

/** How much a term tells that stands in `frequency` of `total` passages. */
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
        score += ((weight[slot] ?? 0) * count * (K + 1)) / (count + K * norm);
        counts[slot] = 0;
      }
      return score;
    },
  };
}
