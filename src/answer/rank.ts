import { type Texts, wordRange } from "../search/collection.ts";
import type { Lexicon } from "../search/lexicon.ts";
import { type Lists, listAt } from "../search/lists.ts";
import { RANK } from "./weights.ts";

/** A term that stands for a word of a question. */
export interface RankTerm {
  /** Number of the term in its analysis. */
  readonly term: number;
  /** The word of the question, by its place. Of all terms of one word only the best in a text counts. */
  readonly word: number;
  /** How well it stands for the word: 1 is the word itself. */
  readonly weight: number;
}

/** What a question asks for in each analysis. 4-grams stand each for themselves: they forgive spelling by their number. */
export type RankTerms = Readonly<Record<"light" | "deep" | "gram", readonly RankTerm[]>>;

/** A passage of the collection, by number, and its score; scores compare within one question only. */
export interface RankedPassage {
  readonly passage: number;
  readonly score: number;
}

/** Scores texts by BM25 over three analyses of their own words: no engine's score enters. */
export interface Ranker {
  /** Orders passages, best first. Linear in their words. */
  rank(terms: RankTerms, passages: Iterable<number>): RankedPassage[];
  /** Scores runs of sentences, each a half-open range; `mean`: content words of an ordinary run. */
  score(terms: RankTerms, runs: Iterable<readonly [first: number, end: number]>, mean: number): number[];
}

/** Gives rankers over texts of a lexicon. They share the room for their counts, so that one for a single question costs little. */
export function createRankers(lexicon: Lexicon): (texts: Texts) => Ranker {
  const { vocabulary, frequency, passageCount: total, meanWords } = lexicon;
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
    for (const { term } of terms.light) mark(vocabulary.ofLight, term);
    for (const { term } of terms.deep) mark(vocabulary.ofDeep, term);
    for (const { term } of terms.gram) mark(vocabulary.ofGram, term);
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

  const scoreRun = (words: Int32Array, [from, to]: WordRange, length: number, mean: number): number => {
    for (let at = from; at < to; at++) {
      const word = words[at] ?? 0;
      if (relevant[word] === 1) see(word);
    }
    const norm = 1 - RANK.b + (RANK.b * length) / Math.max(1, mean);
    return RANK.light * light.take(norm) + RANK.deep * deep.take(norm) + RANK.gram * gram.take(norm);
  };

  const scoreTitle = (title: Int32Array): number => {
    for (const word of title) if (!vocabulary.isStop[word]) light.see(vocabulary.lightOf[word] ?? 0);
    return RANK.title * light.take(1);
  };

  return (texts) => ({
    rank(terms, passages) {
      ask(terms);
      const { words, titles, passageLength } = texts;
      return Array.from(passages, (passage) => {
        const length = passageLength[passage] ?? 0;
        const own = scoreRun(words, wordRange(texts, passage), length, meanWords);
        return { passage, score: own + scoreTitle(titles[passage] ?? UNTITLED) };
      }).sort((a, b) => b.score - a.score || a.passage - b.passage);
    },
    score(terms, runs, mean) {
      ask(terms);
      const { words, sentenceStart, sentenceLength } = texts;
      return Array.from(runs, ([first, end]) => {
        let length = 0;
        for (let s = first; s < end; s++) length += sentenceLength[s] ?? 0;
        return scoreRun(words, [sentenceStart[first] ?? 0, sentenceStart[end] ?? 0], length, mean);
      });
    },
  });
}

type WordRange = readonly [from: number, to: number];

const UNTITLED = new Int32Array(0);

/** How much a term tells that stands in `frequency` of `total` passages: BM25's inverse document frequency, above 0. */
export function idf(frequency: number, total: number): number {
  return Math.log(1 + (total - frequency + 0.5) / (frequency + 0.5));
}

/** Counts the asked terms of one analysis while a text is read, and turns the counts into a score. */
function createScorer(frequency: Int32Array, total: number) {
  /** Term → its place among the counts, or -1. */
  const slotOf = new Int32Array(frequency.length).fill(-1);
  let asked: readonly RankTerm[] = [];
  let slots = new Int32Array(0);
  let ofWord = new Int32Array(0);
  let weights = new Float64Array(0);
  let counts = new Float64Array(0);
  let best = new Float64Array(0);
  return {
    ask(terms: readonly RankTerm[]): void {
      for (const { term } of asked) slotOf[term] = -1;
      asked = terms;
      let used = 0;
      slots = Int32Array.from(terms, ({ term }) => {
        if (slotOf[term] === -1) slotOf[term] = used++;
        return slotOf[term] ?? 0;
      });
      ofWord = Int32Array.from(terms, ({ word }) => word);
      weights = Float64Array.from(terms, ({ term, weight }) => weight * idf(frequency[term] ?? 0, total));
      counts = new Float64Array(used);
      best = new Float64Array(terms.reduce((most, { word }) => Math.max(most, word + 1), 0));
    },
    see(term: number): void {
      const slot = slotOf[term];
      if (slot !== undefined && slot >= 0) counts[slot] = (counts[slot] ?? 0) + 1;
    },
    take(norm: number): number {
      let seen = false;
      for (let i = 0; i < slots.length; i++) {
        const count = counts[slots[i] ?? 0] ?? 0;
        if (count === 0) continue;
        seen = true;
        const word = ofWord[i] ?? 0;
        const score = ((weights[i] ?? 0) * count * (RANK.k + 1)) / (count + RANK.k * norm);
        if (score > (best[word] ?? 0)) best[word] = score;
      }
      if (!seen) return 0;
      counts.fill(0);
      let sum = 0;
      for (let word = 0; word < best.length; word++) {
        sum += best[word] ?? 0;
        best[word] = 0;
      }
      return sum;
    },
  };
}
