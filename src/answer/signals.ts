import { isCommonWord } from "../arabic/common-words.ts";
import type { ExpectedAnswer } from "../arabic/question.ts";
import { lightStem } from "../arabic/stems.ts";
import { zipfOf } from "../arabic/word-frequencies.ts";
import { legibleText } from "../corpus/inline-marks.ts";
import type { Collection } from "../search/collection.ts";
import type { Quotation } from "./answer.ts";
import { type Coverage, cover, coverageOf, strengthOf } from "./coverage.ts";
import type { Query, QueryWord } from "./query.ts";
import type { QuotedSentence } from "./quote.ts";
import { idf, type RankedPassage } from "./rank.ts";
import { readText } from "./read-text.ts";
import type { SentenceEvidence } from "./sentence-evidence.ts";
import type { ScoredSentence } from "./sentences.ts";
import type { Similarity } from "./similarity.ts";
import { QUERY, RANK, VERDICT } from "./weights.ts";

/** All that was found for a question: what its outcome is decided from. */
export interface Found {
  readonly query: Query;
  readonly collection: Collection;
  /** Passages and sentences, best first. */
  readonly ranked: readonly RankedPassage[];
  readonly sentences: readonly ScoredSentence[];
  readonly quoted: readonly QuotedSentence[];
  /** Quotations that tell the same fact as the first, or another figure for the same thing. */
  readonly agreeing: readonly Quotation[];
  /** How relevant a reranker finds sentences, by their numbers; absent where none was asked. */
  readonly relevance?: ReadonlyMap<number, number>;
  /** How like the question the sentences are by what they mean, where that is known. */
  readonly similarity?: Similarity;
}

/**
 * What speaks for and against the first quotation. Each is a share or a ratio, so that it means the same over eight
 * articles and over five thousand passages. `npm run fit` tells what each group of them is worth.
 */
export interface Signals {
  /** The score of its sentence less that of the best one about something else; 0 to `VERDICT.mostLead`. */
  readonly lead: number;
  /** The share of the question, by weight, that its window holds: see `windowOf`; 0 to 1. */
  readonly covered: number;
  /** The share of the question's neighbouring words that stand beside each other in its sentence; 0 to 1. */
  readonly neighbours: number;
  /** The score of the best passage as a share of what a passage with the whole question would have; 0 to about 1. */
  readonly ranked: number;
  /** The share of the question that the heading above it and the title cover; 0 to 1. */
  readonly heading: number;
  /** How much the collection speaks of a telling word of the question: 0 not at all, 1 in every passage, on a log scale. */
  readonly known: number;
  /**
   * How much oftener the collection uses the telling words that the window holds than Arabic in general does: the sum of the logarithms to
   * base 10 of both shares' ratio, as a share of `VERDICT.mostKey`; 0 to 1. What every text says is told from what these articles speak of.
   */
  readonly keyness: number;
  /** 1 when the question asks for a person, a place, a figure, a date or a cause. */
  readonly typed: number;
  /** How far its sentence or its marked words hold the kind of thing asked for; 0 to 1. */
  readonly fit: number;
  /** Words of the question, as a share of eight; at most 1. */
  readonly length: number;
  /** How like the question its sentence is by what it means, in standard deviations, and how far behind the one most like it; 0 where that is not known. */
  readonly alike: number;
  readonly behind: number;
}

/** The signals in the order in which they are told. */
export const SIGNALS = [
  "lead",
  "covered",
  "neighbours",
  "ranked",
  "heading",
  "known",
  "keyness",
  "typed",
  "fit",
  "length",
] as const satisfies readonly (keyof Signals)[];

/** Those that are known only where there is an embedder. */
export const MEANING_SIGNALS = ["alike", "behind"] as const satisfies readonly (keyof Signals)[];

/**
 * Reads the signals of the first quotation, whose sentence is `best`, whose window covers `held` of the question and whose words hold
 * the kind of thing asked for as far as `fit`.
 */
export function readSignals(found: Found, best: ScoredSentence, held: Coverage, fit: number): Signals {
  const { query, collection, ranked } = found;
  const asked = query.words
    .map((word, i): AskedWord => ({ word, held: held[i] ?? 0, weight: ownWeight(word, collection) }))
    // A message that was cut is mostly about other things: what the collection lacks of it says nothing.
    .filter(({ word }) => !query.cut || !isLacking(word, collection));
  const telling = asked.filter(({ word }) => !isCommonWord(word.term));
  const exact = telling.filter(({ word }) => isExact(word));
  const first = ranked[0]?.score ?? 0;
  const whole = sum(asked, ({ weight }) => weight) || 1;
  return {
    lead: leadOf(best, found),
    covered:
      sum(asked, ({ word, held }) => word.weight * held) / (sum(asked, ({ word }) => word.weight) || 1),
    neighbours: Math.max(
      neighboursIn(best.evidence.id, query, collection),
      best.lead === undefined ? 0 : neighboursIn(best.lead.id, query, collection),
    ),
    ranked: first / (whole * (RANK.k + 1) * (RANK.light + RANK.deep + RANK.gram)),
    heading: best.features.heading,
    known: mostFrequent(exact, collection),
    keyness: Math.min(1, sum(telling, (one) => keynessOf(one, collection)) / VERDICT.mostKey),
    typed: TYPED.has(query.question.expected) ? 1 : 0,
    fit,
    length: Math.min(1, query.words.length / VERDICT.longQuestion),
    ...likenessOf(best, found),
  };
}

interface AskedWord {
  readonly word: QueryWord;
  /** How well the window matches it. */
  readonly held: number;
  /** What the word itself tells, however its synonyms are spread: its idf by its light stem. */
  readonly weight: number;
}

/**
 * The texts around a quotation that tell what it speaks of: the quotation with the sentence that it follows, which it may lean
 * on; the sentences beside the one that answers; the heading and the title.
 */
export function windowOf(
  { passage, selection, start, end }: Quotation,
  { index, sentence }: SentenceEvidence,
): string[] {
  const { article, firstSentence } = passage;
  const [before, last, next] = [firstSentence + selection.first - 1, index - 1, index + 1].map(
    (at) => article.sentences[at],
  );
  return [
    legibleText(article).slice(before?.start ?? start, end),
    legibleText(article).slice(last?.start ?? sentence.start, next?.end ?? sentence.end),
    article.paragraphs[sentence.paragraph]?.heading ?? "",
    article.title,
  ];
}

/** What of the question the window of its first quotation covers. */
export function heldBy(
  window: readonly string[],
  evidence: SentenceEvidence,
  { query, collection }: Found,
): Coverage {
  // The other texts of the window are what `near` and `about` cover.
  const held = coverageOf(readText(window[0] ?? ""), query, collection);
  cover(held, evidence.near);
  cover(held, evidence.about);
  return held;
}

function ownWeight({ term }: QueryWord, { vocabulary, frequency, passageCount }: Collection): number {
  const light = vocabulary.findLight(lightStem(term));
  const count = light === undefined ? 0 : (frequency.light[light] ?? 0);
  return idf(count, passageCount) * (isCommonWord(term) ? QUERY.commonWord : 1);
}

function isLacking({ term }: QueryWord, { vocabulary }: Collection): boolean {
  return vocabulary.find(term) === undefined && vocabulary.findLight(lightStem(term)) === undefined;
}

/** The collection holds the word or another spelling of it: no synonym, translation or slip. */
function isExact({ matches }: QueryWord): boolean {
  return Math.max(0, ...matches.words.values(), ...matches.light.values()) >= VERDICT.exact;
}

function mostFrequent(words: readonly AskedWord[], { passageCount }: Collection): number {
  const most = words.reduce((count, { word }) => Math.max(count, word.count), 0);
  return Math.log(1 + most) / Math.log(1 + Math.max(1, passageCount));
}

/**
 * By how many orders of magnitude the collection uses a word, in whatever form matches it best, oftener than Arabic in general: the ratio of
 * its shares of both, as corpus linguists tell key words (the log ratio of Hardie, 2014); 0 for a word that the window lacks. A passage counts once.
 */
function keynessOf({ word, held }: AskedWord, { passageCount, meanWords }: Collection): number {
  if (held < VERDICT.sure || word.count === 0) return 0;
  const share = word.count / (passageCount * Math.max(1, meanWords));
  return Math.max(0, 9 + Math.log10(share) - zipfOf(word.term));
}

function neighboursIn(id: number, { words: asked }: Query, collection: Collection): number {
  if (asked.length < 2) return VERDICT.oneWord;
  const { vocabulary, words, sentenceStart } = collection;
  const places = asked.map((): number[] => []);
  let place = 0;
  for (const word of words.subarray(sentenceStart[id] ?? 0, sentenceStart[id + 1] ?? 0)) {
    if (vocabulary.isStop[word] === 1) continue;
    asked.forEach((one, i) => {
      if (strengthOf(one, word, vocabulary) >= VERDICT.sure) places[i]?.push(place);
    });
    place++;
  }
  const pairs = asked.slice(1).filter((_, i) => {
    const next = places[i + 1] ?? [];
    return places[i]?.some((a) => next.some((b) => a !== b && Math.abs(a - b) <= VERDICT.beside));
  });
  return pairs.length / (asked.length - 1);
}

function likenessOf(
  { evidence, lead }: ScoredSentence,
  { similarity }: Found,
): Pick<Signals, (typeof MEANING_SIGNALS)[number]> {
  if (similarity === undefined) return { alike: 0, behind: 0 };
  const alike = Math.max(similarity.of(evidence.id), lead === undefined ? -Infinity : similarity.of(lead.id));
  const [first] = similarity.best;
  return { alike, behind: Math.max(0, (first === undefined ? 0 : similarity.of(first)) - alike) };
}

function leadOf(best: ScoredSentence, { sentences, agreeing }: Found): number {
  const { article, index } = best.evidence;
  const rival = sentences.find(({ evidence: { article: other, index: place, sentence } }) => {
    const isBeside = other === article && Math.abs(place - index) < VERDICT.samePlace;
    const agrees = agreeing.some(
      (q) => q.passage.article === other && q.start < sentence.end && sentence.start < q.end,
    );
    return !isBeside && !agrees;
  });
  if (rival === undefined) return VERDICT.unrivalled;
  return Math.max(0, Math.min(VERDICT.mostLead, best.score - rival.score));
}

const TYPED: ReadonlySet<ExpectedAnswer> = new Set([
  "who",
  "where",
  "when",
  "how-many",
  "how-much",
  "percent",
  "why",
]);

function sum<T>(values: readonly T[], of: (value: T) => number): number {
  return values.reduce((total, value) => total + of(value), 0);
}
