import type { Article, Sentence } from "../corpus/article.ts";
import type { Collection, Figure } from "../search/collection.ts";
import { createCoverageReader, weigh } from "./coverage.ts";
import type { Plan } from "./plan.ts";
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
  const reader = createCoverageReader(collection, plan);
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

/** Content words of an ordinary sentence of Arabic prose. */
const MEAN_SENTENCE = 16;

function lengthNorm(length: number, mean: number): number {
  return 1 - LENGTH_SHARE + (LENGTH_SHARE * length) / mean;
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
