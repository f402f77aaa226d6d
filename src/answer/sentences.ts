import type { Article, Sentence } from "../corpus/article.ts";
import { legibleText } from "../corpus/inline-marks.ts";
import type { Collection, Figure } from "../search/collection.ts";
import { createAnswerFit } from "./answer-fit.ts";
import { cover, weigh } from "./coverage.ts";
import { belowLead, endsAsQuestion, isLead, withPassagesBelow } from "./leads.ts";
import type { Query } from "./query.ts";
import type { RankedPassage, Ranker } from "./rank.ts";
import type { ReadText } from "./read-text.ts";
import { readEvidence, type SentenceEvidence } from "./sentence-evidence.ts";
import type { Similarity } from "./similarity.ts";
import { LEADS, SENTENCE_SCORE, SENTENCES, VERDICT } from "./weights.ts";

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
}

/** A sentence with its score for the question; scores compare within one question only. */
export interface ScoredSentence {
  readonly evidence: SentenceEvidence;
  readonly features: SentenceFeatures;
  readonly score: number;
  /** The heading, question or announcement above it that led to it: its number and its place among the article's sentences. */
  readonly lead?: Pick<SentenceEvidence, "id" | "index">;
}

/** What the similarity of a sentence adds to its score. */
export interface Likeness {
  readonly similarity: Similarity;
  /** Points of a score for one standard deviation: always, and as far as no sentence covers the question with its neighbours. */
  readonly weight: { readonly always: number; readonly uncovered: number };
}

/**
 * The sentences of ranked passages, those first that would answer best; with `likeness` also those that are most like the question by
 * what they mean, wherever they stand.
 */
export function scoreSentences(
  ranked: readonly RankedPassage[],
  query: Query,
  collection: Collection,
  ranker: Ranker,
  likeness?: Likeness,
): ScoredSentence[] {
  const brought = new Set(likeness?.similarity.best);
  const known = new Set(ranked.map(({ passage }) => passage));
  const further = new Set([...brought].map((sentence) => collection.sentencePassage[sentence] ?? 0));
  const unranked = [...further].filter((passage) => !known.has(passage));
  const all = [...ranked, ...ranker.rank(query.rankTerms, unranked)];
  const passages = withPassagesBelow(all, collection);
  return score(readEvidence(passages, query, collection, ranker), query, collection, brought, likeness);
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

/** The greatest value of each score among the sentences of a question. */
type Best = Readonly<Record<"nearScore" | "ownScore" | "nearRank" | "ownRank", number>>;

function score(
  evidence: readonly SentenceEvidence[],
  query: Query,
  collection: Collection,
  brought: ReadonlySet<number>,
  likeness: Likeness | undefined,
): ScoredSentence[] {
  const fitOf = createAnswerFit(query, collection);
  const greatest = (name: keyof Best) => evidence.reduce((most, one) => Math.max(most, one[name]), 1e-9);
  const best: Best = {
    nearScore: greatest("nearScore"),
    ownScore: greatest("ownScore"),
    nearRank: greatest("nearRank"),
    ownRank: greatest("ownRank"),
  };
  const likenessTo = likeness && createLikeness(likeness, evidence, query);
  const byPlace = new Map(evidence.map((one) => [one.id, one]));
  const featured = (one: SentenceEvidence) => {
    const read = new CollectedSentence(one, collection);
    return featuresOf(one, read.text, query, best, fitOf(read));
  };
  const scored = closest(evidence, best, brought)
    .flatMap((one): ScoredSentence[] => {
      if (!isLead(one.article, one.index)) {
        const features = featured(one);
        return [{ evidence: one, features, score: scoreOf(features) }];
      }
      const index = belowLead(one.article, one.index);
      const below = byPlace.get(one.id + (index ?? one.index) - one.index);
      return below === undefined || below.index !== index || below.article !== one.article
        ? []
        : [underLead(one, below, featured(one), featured(below), query.question.expected === "list")];
    })
    .map((one) => (likenessTo === undefined ? one : { ...one, score: one.score + likenessTo(one) }))
    .sort((a, b) => b.score - a.score || a.evidence.id - b.evidence.id);
  const seen = new Set<number>();
  return scored.filter(({ evidence: { id } }) => !seen.has(id) && seen.add(id));
}

/**
 * What likeness adds to a sentence's score. Words that stand in no sentence say nothing, so meaning counts the more. Of a sentence under a
 * lead the lead may be what is like the question.
 */
function createLikeness(
  { similarity, weight }: Likeness,
  evidence: readonly SentenceEvidence[],
  query: Query,
): (sentence: ScoredSentence) => number {
  const covered =
    evidence.reduce((most, { near }) => Math.max(most, weigh(query, near)), 0) / query.totalWeight;
  const factor = weight.always + weight.uncovered * (1 - covered);
  return ({ evidence: { id }, lead }) => {
    const own = similarity.of(id);
    return factor * (lead === undefined ? own : Math.max(own, similarity.of(lead.id)));
  };
}

/** The sentences worth reading for the kind of thing asked for: the best by their words alone, and those that were brought. */
function closest(
  evidence: readonly SentenceEvidence[],
  best: Best,
  brought: ReadonlySet<number>,
): readonly SentenceEvidence[] {
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
  return [...evidence]
    .sort((a, b) => scoreOf(b) - scoreOf(a) || a.id - b.id)
    .filter(({ id }, i) => i < SENTENCES.scored || brought.has(id));
}

/** The sentence below a lead, which answers what the lead asks or names. `isList`: the question asks for several things. */
function underLead(
  lead: SentenceEvidence,
  below: SentenceEvidence,
  ofLead: SentenceFeatures,
  own: SentenceFeatures,
  isList: boolean,
): ScoredSentence {
  const near = below.near.slice();
  cover(near, lead.own);
  const isQuestion = endsAsQuestion(legibleText(lead.article).slice(lead.sentence.start, lead.sentence.end));
  const features = {
    ...ofLead,
    fit: Math.max(ofLead.fit, own.fit),
    // «المكوّنات» names what «ما مكونات المقلوبة؟» asks for.
    aside: isQuestion || (isList && (lead.own[0] ?? 0) >= VERDICT.exact) ? 0 : LEADS.aside,
  };
  return { evidence: { ...below, near }, features, score: scoreOf(features), lead };
}

function scoreOf(features: SentenceFeatures): number {
  return FEATURES.reduce((sum, name) => sum + SENTENCE_SCORE[name] * features[name], 0);
}

const FEATURES = Object.keys(SENTENCE_SCORE).filter(
  (name): name is keyof SentenceFeatures => name in SENTENCE_SCORE,
);

function featuresOf(
  evidence: SentenceEvidence,
  text: string,
  query: Query,
  best: Best,
  fit: number,
): SentenceFeatures {
  const { article, sentence } = evidence;
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
    aside: isAside(text, article, sentence) ? 1 : 0,
  };
}

/** A sentence of the collection, read: its words are known by their numbers, so it is not tokenised again. */
class CollectedSentence implements ReadText {
  readonly text: string;
  readonly figures: readonly Figure[];
  readonly #id: number;
  readonly #collection: Collection;
  #terms: readonly string[] | undefined;

  constructor({ id, figures, article, sentence }: SentenceEvidence, collection: Collection) {
    this.text = legibleText(article).slice(sentence.start, sentence.end);
    this.figures = figures;
    this.#id = id;
    this.#collection = collection;
  }

  get terms(): readonly string[] {
    this.#terms ??= this.#readTerms();
    return this.#terms;
  }

  #readTerms(): string[] {
    const { vocabulary, words, sentenceStart } = this.#collection;
    const terms: string[] = [];
    for (let at = sentenceStart[this.#id] ?? 0; at < (sentenceStart[this.#id + 1] ?? 0); at++) {
      const term = vocabulary.words[words[at] ?? -1] ?? "";
      // Behind its words stand the numbers of a sentence, as `n:VALUE`.
      if (!term.includes(":")) terms.push(term);
    }
    return terms;
  }
}

/** A caption, a source line, a row of a table, a question: it names what is asked for and seldom answers. */
function isAside(text: string, { paragraphs }: Article, { paragraph }: Sentence): boolean {
  const kind = paragraphs[paragraph]?.kind ?? "prose";
  return endsAsQuestion(text) || !(kind === "prose" || kind === "list-item");
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
