import type { Article, Sentence } from "../corpus/article.ts";
import { legibleText } from "../corpus/inline-marks.ts";
import type { Collection, Figure } from "../search/collection.ts";
import { createAnswerFit } from "./answer-fit.ts";
import { type Coverage, cover, createCoverageReader, weigh } from "./coverage.ts";
import { belowLead, endsAsQuestion, isLead, withPassagesBelow } from "./leads.ts";
import type { Query } from "./query.ts";
import { adjoin } from "./quotation.ts";
import type { RankedPassage, Ranker } from "./rank.ts";
import type { ReadText } from "./read-text.ts";
import { ASIDE, LEADS, SENTENCE_SCORE, SENTENCES, SHORT_SENTENCE } from "./weights.ts";

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
  /** How many of its words are no function words. */
  readonly contentWords: number;
  /** Weight of what is covered, the sentence alone and with its neighbours; a long text counts less. */
  readonly ownScore: number;
  readonly nearScore: number;
  /** BM25 of the same. */
  readonly ownRank: number;
  readonly nearRank: number;
  /** The rank score of its passage, 1 for the best passage. */
  readonly passageScore: number;
}

/** What speaks for and against a sentence as the answer; 0 to 1 where nothing else is said. */
export interface SentenceFeatures {
  /** `nearScore`, `ownScore`, `nearRank` and `ownRank`, 1 for the best sentence of the question. */
  readonly near: number;
  readonly own: number;
  readonly nearRank: number;
  readonly ownRank: number;
  /** `passageScore`. */
  readonly passage: number;
  /** It holds the kind of thing that is asked for. */
  readonly fit: number;
  /** The share of the question that the heading above it and the title cover. */
  readonly heading: number;
  /** The share of the question's Latin names and figures that stand nowhere near it. */
  readonly missing: number;
  /** The share of the question that it covers itself. */
  readonly share: number;
  /** It is no running text but a heading, a caption, a source line, a question or a row of a table; up to 2. */
  readonly aside: number;
  /** It has fewer than `SHORT_SENTENCE` content words: 0 or 1. */
  readonly short: number;
}

/** A sentence with its score for the question; scores compare within one question only. */
export interface ScoredSentence {
  readonly evidence: SentenceEvidence;
  readonly features: SentenceFeatures;
  readonly score: number;
  /** The heading, question or announcement above it that led to it: its number and its place among the article's sentences. */
  readonly lead?: Pick<SentenceEvidence, "id" | "index">;
}

/** The sentences of ranked passages, those first that would answer best. */
export function scoreSentences(
  ranked: readonly RankedPassage[],
  query: Query,
  collection: Collection,
  ranker: Ranker,
): ScoredSentence[] {
  const passages = withPassagesBelow(ranked, collection);
  return score(readEvidence(passages, query, collection, ranker), query, collection);
}

/** The same for all sentences of one article, whether its passages were found or not. */
export function scoreArticle(
  article: Article,
  query: Query,
  collection: Collection,
  ranker: Ranker,
): ScoredSentence[] {
  const passages = collection.passages.flatMap((passage, i) =>
    passage.article === article ? [{ passage: i, score: 1 }] : [],
  );
  return scoreSentences(passages, query, collection, ranker);
}

function readEvidence(
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
        contentWords,
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

/** The greatest value of each score among the sentences of a question. */
type Best = Readonly<Record<"nearScore" | "ownScore" | "nearRank" | "ownRank", number>>;

function score(
  evidence: readonly SentenceEvidence[],
  query: Query,
  collection: Collection,
): ScoredSentence[] {
  const fitOf = createAnswerFit(query, collection);
  const greatest = (name: keyof Best) => evidence.reduce((most, one) => Math.max(most, one[name]), 1e-9);
  const best: Best = {
    nearScore: greatest("nearScore"),
    ownScore: greatest("ownScore"),
    nearRank: greatest("nearRank"),
    ownRank: greatest("ownRank"),
  };
  const byPlace = new Map(evidence.map((one) => [one.id, one]));
  const featured = (one: SentenceEvidence) =>
    featuresOf(one, query, best, fitOf(readSentence(one, collection)));
  const scored = closest(evidence, best)
    .flatMap((one): ScoredSentence[] => {
      if (!isLead(one.article, one.index)) {
        const features = featured(one);
        return [{ evidence: one, features, score: scoreOf(features) }];
      }
      const index = belowLead(one.article, one.index);
      const below = byPlace.get(one.id + (index ?? one.index) - one.index);
      return below === undefined || below.index !== index || below.article !== one.article
        ? []
        : [underLead(one, below, featured(one), featured(below))];
    })
    .sort((a, b) => b.score - a.score || a.evidence.id - b.evidence.id);
  const seen = new Set<number>();
  return scored.filter(({ evidence: { id } }) => !seen.has(id) && seen.add(id));
}

/** The sentences worth reading for the kind of thing asked for: the best by their words alone. */
function closest(evidence: readonly SentenceEvidence[], best: Best): readonly SentenceEvidence[] {
  if (evidence.length <= SENTENCES.scored) return evidence;
  const { near, own, passage } = SENTENCES.byWords;
  const byWords = new Map(
    evidence.map((one) => [
      one,
      near * (one.nearScore / best.nearScore) +
        own * (one.ownScore / best.ownScore) +
        passage * one.passageScore,
    ]),
  );
  const scoreOf = (one: SentenceEvidence) => byWords.get(one) ?? 0;
  return [...evidence].sort((a, b) => scoreOf(b) - scoreOf(a) || a.id - b.id).slice(0, SENTENCES.scored);
}

/** The sentence below a lead, which answers what the lead asks or names. */
function underLead(
  lead: SentenceEvidence,
  below: SentenceEvidence,
  ofLead: SentenceFeatures,
  own: SentenceFeatures,
): ScoredSentence {
  const near = below.near.slice();
  cover(near, lead.own);
  const isQuestion = endsAsQuestion(legibleText(lead.article).slice(lead.sentence.start, lead.sentence.end));
  const features = {
    ...ofLead,
    fit: Math.max(ofLead.fit, own.fit),
    aside: isQuestion ? 0 : LEADS.aside,
    short: 0,
  };
  return { evidence: { ...below, near }, features, score: scoreOf(features), lead };
}

function scoreOf(features: SentenceFeatures): number {
  return FEATURES.reduce((sum, name) => sum + SENTENCE_SCORE[name] * features[name], 0);
}

const FEATURES = Object.keys(SENTENCE_SCORE).filter(
  (name): name is keyof SentenceFeatures => name in SENTENCE_SCORE,
);

function featuresOf(evidence: SentenceEvidence, query: Query, best: Best, fit: number): SentenceFeatures {
  const { article, sentence, contentWords } = evidence;
  const text = legibleText(article).slice(sentence.start, sentence.end);
  return {
    near: evidence.nearScore / best.nearScore,
    own: evidence.ownScore / best.ownScore,
    nearRank: evidence.nearRank / best.nearRank,
    ownRank: evidence.ownRank / best.ownRank,
    passage: evidence.passageScore,
    fit,
    heading: weigh(query, evidence.about) / query.totalWeight,
    missing: missingNames(evidence, query),
    share: weigh(query, evidence.own) / query.totalWeight,
    aside: asideOf(text, article, sentence),
    short: contentWords < SHORT_SENTENCE ? 1 : 0,
  };
}

/** The words of a sentence are known by their numbers: it is not tokenised again. */
function readSentence(
  { id, figures, article, sentence }: SentenceEvidence,
  collection: Collection,
): ReadText {
  const { vocabulary, words, sentenceStart } = collection;
  return {
    text: legibleText(article).slice(sentence.start, sentence.end),
    figures,
    get terms() {
      const own = words.subarray(sentenceStart[id] ?? 0, sentenceStart[id + 1] ?? 0);
      // Behind its words stand the numbers of a sentence, as `n:VALUE`.
      return Array.from(own, (word) => vocabulary.words[word] ?? "").filter((term) => !term.includes(":"));
    },
  };
}

function asideOf(text: string, { paragraphs }: Article, { paragraph }: Sentence): number {
  const kind = paragraphs[paragraph]?.kind ?? "prose";
  if (endsAsQuestion(text)) return ASIDE.line;
  if (kind === "prose" || kind === "list-item") return 0;
  return kind === "heading" || kind === "table-row" ? ASIDE[kind] : ASIDE.line;
}

/** Of the question's Latin names and figures the share by weight that stands nowhere near; 0 when it has none. */
function missingNames({ near, about }: SentenceEvidence, { words }: Query): number {
  let names = 0;
  let missing = 0;
  words.forEach(({ term, weight }, i) => {
    if (!/[a-z0-9]/.test(term)) return;
    names += weight;
    if (Math.max(near[i] ?? 0, about[i] ?? 0) === 0) missing += weight;
  });
  return names > 0 ? missing / names : 0;
}
