import type { Article, Sentence } from "../corpus/article.ts";
import type { Collection, Figure } from "../search/collection.ts";
import { type Coverage, type CoverageReader, cover, createCoverageReader, weigh } from "./coverage.ts";
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
  const places = ranked.flatMap(({ passage, score }) => placesOf(passage, score / best, collection));
  const own = ranker.score(
    query.rankTerms,
    places.map(({ id }) => [id, id + 1]),
    SENTENCES.meanLength,
  );
  const near = ranker.score(
    query.rankTerms,
    places.map(({ beside }) => beside),
    3 * SENTENCES.meanLength,
  );
  return places.map((place, i) => evidenceOf(place, own[i] ?? 0, near[i] ?? 0, query, collection, reader));
}

/** A sentence in its passage; `beside`: itself and its neighbours, as a half-open range of the collection's sentences. */
interface Place
  extends Pick<SentenceEvidence, "id" | "passage" | "article" | "index" | "sentence" | "passageScore"> {
  readonly beside: readonly [first: number, end: number];
}

/** Every field is written out: V8 copies an object by `...` slowly, and into the old generation of its memory. */
function evidenceOf(
  { id, passage, article, index, sentence, passageScore, beside: [from, to] }: Place,
  ownRank: number,
  nearRank: number,
  query: Query,
  { sentenceLength, figures }: Collection,
  reader: CoverageReader,
): SentenceEvidence {
  const own = reader.bySentence(id);
  const near = own.slice();
  const contentWords = sentenceLength[id] ?? 0;
  let length = contentWords;
  for (let other = from; other < to; other++) {
    if (other === id) continue;
    cover(near, reader.bySentence(other));
    length += sentenceLength[other] ?? 0;
  }
  return {
    id,
    passage,
    article,
    index,
    sentence,
    own,
    near,
    about: reader.bySubject(id),
    figures: figures.get(id) ?? [],
    ownScore: weigh(query, own) / lengthNorm(contentWords, SENTENCES.meanLength),
    nearScore: weigh(query, near) / lengthNorm(length, 3 * SENTENCES.meanLength),
    ownRank,
    nearRank,
    passageScore,
  };
}

function placesOf(passage: number, passageScore: number, collection: Collection): Place[] {
  const { passages, passageStart } = collection;
  const owner = passages[passage];
  if (owner === undefined) return [];
  const { article, firstSentence } = owner;
  const first = passageStart[passage] ?? 0;
  const places: Place[] = [];
  for (let id = first; id < (passageStart[passage + 1] ?? first); id++) {
    const index = firstSentence + (id - first);
    const sentence = article.sentences[index];
    if (sentence === undefined) continue;
    const beside = withNeighbours(id, article, index, collection);
    places.push({ id, passage, article, index, sentence, passageScore, beside });
  }
  return places;
}

/** The sentence and those beside it that a quotation could run over, as a half-open range of the collection's sentences. */
export function withNeighbours(
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
