import { tokenize } from "../arabic/tokens.ts";
import type { Article, Sentence } from "../corpus/article.ts";
import { type Collection, type Figure, termsOf } from "../search/collection.ts";
import type { Lexicon } from "../search/lexicon.ts";
import { listAt } from "../search/lists.ts";
import { type Plan, type Probe, strengthOf } from "./plan.ts";
import { adjoin } from "./quotation.ts";
import type { RankedPassage, Ranker } from "./ranking.ts";

/** A sentence, and how much of the question it and its neighbours hold. */
export interface Evidence {
  /** Number of the sentence in the collection, and its passage's. */
  readonly id: number;
  readonly passage: number;
  readonly article: Article;
  /** Its place among the article's sentences. */
  readonly index: number;
  readonly sentence: Sentence;
  /** Probe → how well a word of the sentence itself matches it; of it or a neighbour. 0 to 1. */
  readonly own: Float32Array;
  readonly near: Float32Array;
  /** Probe → how well the heading above it or the article's title matches it. */
  readonly about: Float32Array;
  /** Its numbers. */
  readonly figures: readonly Figure[];
  /** Words of the sentence that tell something. */
  readonly contentWords: number;
  /** The weight of what is covered, the sentence alone and with its neighbours, shortened by length. */
  readonly ownScore: number;
  readonly nearScore: number;
  /** BM25 of the sentence alone, and with its neighbours. */
  readonly ownRank: number;
  readonly nearRank: number;
  /** The score of its passage, from 0 to 1 of the best one's. */
  readonly passageScore: number;
}

const LENGTH_SHARE = 0.35;

/** Reads the sentences of passages that were ranked, each with the evidence that it holds for the question. */
export function evidenceIn(
  collection: Collection,
  ranker: Ranker,
  plan: Plan,
  ranked: readonly RankedPassage[],
): Evidence[] {
  const { passages, passageStart } = collection;
  const reader = createReader(collection, plan);
  const best = ranked[0]?.score || 1;
  const found: Omit<Evidence, "ownRank" | "nearRank">[] = [];
  const runs: { own: [number, number]; near: [number, number] }[] = [];
  for (const { passage, score } of ranked) {
    const owner = passages[passage];
    if (owner === undefined) continue;
    const first = passageStart[passage] ?? 0;
    const next = passageStart[passage + 1] ?? first;
    for (let id = first; id < next; id++) {
      const index = owner.firstSentence + (id - first);
      const sentence = owner.article.sentences[index];
      if (sentence === undefined) continue;
      const own = reader.read(id);
      const near = own.slice();
      let [from, to] = [id, id + 1];
      let length = collection.sentenceLength[id] ?? 0;
      const contentWords = length;
      for (const step of [-1, 1]) {
        const beside = owner.article.sentences[index + step];
        if (beside === undefined || !isNeighbour(collection, id, step, index)) continue;
        const [a, b] = step < 0 ? [beside, sentence] : [sentence, beside];
        if (!adjoin(owner.article, a, b)) continue;
        if (step < 0) from--;
        else to++;
        const other = reader.read(id + step);
        length += collection.sentenceLength[id + step] ?? 0;
        for (let p = 0; p < near.length; p++) near[p] = Math.max(near[p] ?? 0, other[p] ?? 0);
      }
      runs.push({ own: [id, id + 1], near: [from, to] });
      found.push({
        id,
        passage,
        article: owner.article,
        index,
        sentence,
        own,
        near,
        about: reader.about(id),
        figures: collection.figures.get(id) ?? [],
        contentWords,
        ownScore: weigh(plan, own) / lengthNorm(contentWords, MEAN_SENTENCE),
        nearScore: weigh(plan, near) / lengthNorm(length, 3 * MEAN_SENTENCE),
        passageScore: score / best,
      });
    }
  }
  const own = ranker.score(
    plan.weights,
    runs.map((run) => run.own),
    MEAN_SENTENCE,
  );
  const near = ranker.score(
    plan.weights,
    runs.map((run) => run.near),
    3 * MEAN_SENTENCE,
  );
  return found.map((evidence, i) => ({ ...evidence, ownRank: own[i] ?? 0, nearRank: near[i] ?? 0 }));
}

/** The summed weight of the probes that are covered. */
export function weigh(plan: Plan, covered: Float32Array): number {
  let sum = 0;
  plan.probes.forEach((probe, i) => {
    sum += probe.weight * (covered[i] ?? 0);
  });
  return sum;
}

/** Content words of an ordinary sentence of Arabic prose. */
const MEAN_SENTENCE = 16;

function lengthNorm(length: number, mean: number): number {
  return 1 - LENGTH_SHARE + (LENGTH_SHARE * length) / mean;
}

/** How well the words of any text match each probe. */
export function coveredBy({ lexicon }: Collection, plan: Plan, text: string): Float32Array {
  const covered = new Float32Array(plan.probes.length);
  const terms = plan.asksFigures ? termsOf(text) : tokenize(text).map((token) => token.term);
  for (const term of terms) {
    const word = lexicon.find(term);
    if (word === undefined) continue;
    plan.probes.forEach((probe, p) => {
      covered[p] = Math.max(covered[p] ?? 0, strengthOf(probe, word, lexicon));
    });
  }
  return covered;
}

/** Sentences are numbered through the collection; is the one beside it also beside it in its article? */
function isNeighbour(collection: Collection, id: number, step: number, index: number): boolean {
  const passage = collection.sentencePassage[id + step];
  const own = collection.sentencePassage[id];
  if (passage === undefined || own === undefined) return false;
  const other = collection.passages[passage];
  if (other === undefined || other.article !== collection.passages[own]?.article) return false;
  return other.firstSentence + (id + step - (collection.passageStart[passage] ?? 0)) === index + step;
}

/** What texts hold of a question: its words are looked up once, and so is each sentence. */
function createReader(collection: Collection, plan: Plan) {
  const { lexicon, words, sentenceStart } = collection;
  const { probes } = plan;
  const matched = matchedWords(lexicon, probes);
  const readings = new Map<number, Float32Array>();
  const subjects = new Map<Int32Array, Float32Array>();

  const cover = (covered: Float32Array, word: number): void => {
    const matches = matched.get(word);
    if (matches === undefined) return;
    for (const [probe, strength] of matches) {
      if ((covered[probe] ?? 0) < strength) covered[probe] = strength;
    }
  };

  return {
    /** How well the best word of a sentence matches each probe. */
    read(id: number): Float32Array {
      let covered = readings.get(id);
      if (covered !== undefined) return covered;
      covered = new Float32Array(probes.length);
      for (let at = sentenceStart[id] ?? 0; at < (sentenceStart[id + 1] ?? 0); at++) {
        cover(covered, words[at] ?? 0);
      }
      readings.set(id, covered);
      return covered;
    },
    /** The same for what a sentence is about: the heading above it and the article's title. */
    about(id: number): Float32Array {
      const subject = collection.subjects[id] ?? NO_WORDS;
      let covered = subjects.get(subject);
      if (covered !== undefined) return covered;
      covered = new Float32Array(probes.length);
      for (const word of subject) cover(covered, word);
      subjects.set(subject, covered);
      return covered;
    },
  };
}

const NO_WORDS = new Int32Array(0);

/** Word → the probes that it matches, and how well. Function words match nothing. */
function matchedWords(
  lexicon: Lexicon,
  probes: readonly Probe[],
): Map<number, (readonly [probe: number, strength: number])[]> {
  const matched = new Map<number, (readonly [number, number])[]>();
  const add = (word: number, probe: number, strength: number): void => {
    if (lexicon.isStop[word] === 1) return;
    const matches = matched.get(word);
    if (matches === undefined) matched.set(word, [[probe, strength]]);
    else matches.push([probe, strength]);
  };
  probes.forEach(({ words, light, deep }, probe) => {
    for (const [word, strength] of words) add(word, probe, strength);
    for (const [stem, strength] of light)
      for (const word of listAt(lexicon.ofLight, stem)) add(word, probe, strength);
    for (const [stem, strength] of deep)
      for (const word of listAt(lexicon.ofDeep, stem)) add(word, probe, strength);
  });
  return matched;
}
