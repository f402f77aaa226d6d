import type { Article, Sentence } from "../corpus/article.ts";
import type { Collection, Figure } from "../search/collection.ts";
import { type Coverage, cover, createCoverageReader, weigh } from "./coverage.ts";
import type { Query } from "./query.ts";
import { adjoin } from "./quotation.ts";
import type { RankedPassage, Ranker } from "./rank.ts";
import { SENTENCES } from "./weights.ts";

/** A sentence of the collection, and what of the question stands in it and around it. */
export interface SentenceEvidence {
  /** Number of the sentence in the collection, and of its passage. */
  readonly id: number;
  readonly passage: number;
  readonly article: Article;
  /** Its place among the article's sentences. */
  readonly index: number;
  readonly sentence: Sentence;
  /** Coverage by the sentence itself; by the sentence and its neighbours; by the heading above it and the title. */
  readonly own: Coverage;
  readonly near: Coverage;
  readonly about: Coverage;
  /** Its numbers. */
  readonly figures: readonly Figure[];
  /** Weight of what is covered, the sentence alone and with its neighbours; a long text counts less. */
  readonly ownScore: number;
  readonly nearScore: number;
  /** BM25 of the same. */
  readonly ownRank: number;
  readonly nearRank: number;
  /** The rank score of its passage, 1 for the best passage. */
  readonly passageScore: number;
}

/** The evidence of all sentences of ranked passages. */
export function readEvidence(
  ranked: readonly RankedPassage[],
  query: Query,
  collection: Collection,
  ranker: Ranker,
): SentenceEvidence[] {
  const reader = createCoverageReader(collection, query);
  const best = ranked[0]?.score || 1;
  const found: Omit<SentenceEvidence, "ownRank" | "nearRank">[] = [];
  const runs: { own: [number, number]; near: [number, number] }[] = [];
  for (const { passage, score } of ranked) {
    for (const { id, article, index, sentence } of sentencesOf(passage, collection)) {
      const own = reader.bySentence(id);
      const near = own.slice();
      const contentWords = collection.sentenceLength[id] ?? 0;
      let length = contentWords;
      const [from, to] = withNeighbours(id, article, index, collection);
      for (let other = from; other < to; other++) {
        if (other === id) continue;
        cover(near, reader.bySentence(other));
        length += collection.sentenceLength[other] ?? 0;
      }
      runs.push({ own: [id, id + 1], near: [from, to] });
      found.push({
        id,
        passage,
        article,
        index,
        sentence,
        own,
        near,
        about: reader.bySubject(id),
        figures: collection.figures.get(id) ?? [],
        ownScore: weigh(query, own) / lengthNorm(contentWords, SENTENCES.meanLength),
        nearScore: weigh(query, near) / lengthNorm(length, 3 * SENTENCES.meanLength),
        passageScore: score / best,
      });
    }
  }
  const rank = (which: "own" | "near", mean: number): number[] =>
    ranker.score(
      query.rankTerms,
      runs.map((run) => run[which]),
      mean,
    );
  const own = rank("own", SENTENCES.meanLength);
  const near = rank("near", 3 * SENTENCES.meanLength);
  return found.map((evidence, i) => ({ ...evidence, ownRank: own[i] ?? 0, nearRank: near[i] ?? 0 }));
}

function* sentencesOf(
  passage: number,
  { passages, passageStart }: Collection,
): Generator<Pick<SentenceEvidence, "id" | "article" | "index" | "sentence">> {
  const owner = passages[passage];
  if (owner === undefined) return;
  const first = passageStart[passage] ?? 0;
  for (let id = first; id < (passageStart[passage + 1] ?? first); id++) {
    const index = owner.firstSentence + (id - first);
    const sentence = owner.article.sentences[index];
    if (sentence !== undefined) yield { id, article: owner.article, index, sentence };
  }
}

/** The sentence and those beside it that a quotation could run over, as a half-open range of the collection's sentences. */
function withNeighbours(
  id: number,
  article: Article,
  index: number,
  collection: Collection,
): readonly [number, number] {
  const joins = (first: number): boolean => {
    const [before, after] = [article.sentences[first], article.sentences[first + 1]];
    return before !== undefined && after !== undefined && adjoin(article, before, after);
  };
  const before = isSentence(id - 1, article, index - 1, collection) && joins(index - 1);
  const after = isSentence(id + 1, article, index + 1, collection) && joins(index);
  return [before ? id - 1 : id, after ? id + 2 : id + 1];
}

/** Sentences are numbered through the collection: is number `id` the sentence `index` of this article? */
function isSentence(id: number, article: Article, index: number, collection: Collection): boolean {
  const passage = collection.sentencePassage[id];
  const owner = passage === undefined ? undefined : collection.passages[passage];
  if (passage === undefined || owner?.article !== article) return false;
  return owner.firstSentence + (id - (collection.passageStart[passage] ?? 0)) === index;
}

function lengthNorm(length: number, mean: number): number {
  return 1 - SENTENCES.lengthShare + (SENTENCES.lengthShare * length) / mean;
}
