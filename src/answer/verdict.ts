import { isCommonWord } from "../arabic/common-words.ts";
import { isGenericNoun } from "../arabic/generic-nouns.ts";
import type { ExpectedAnswer } from "../arabic/question.ts";
import { isCue } from "../arabic/question-cues.ts";
import { isQuestionWord } from "../arabic/stop-words.ts";
import type { Passage } from "../corpus/article.ts";
import type { Quotation, Verdict } from "./answer.ts";
import { createAnswerFit } from "./answer-fit.ts";
import type { Coverage } from "./coverage.ts";
import { probability } from "./model.ts";
import type { Query, QueryWord } from "./query.ts";
import { readText } from "./read-text.ts";
import type { SentenceEvidence } from "./sentence-evidence.ts";
import type { ScoredSentence } from "./sentences.ts";
import { type Found, heldBy, readSignals, type Signals, windowOf } from "./signals.ts";
import { foreignNames, isFigure, tellsSubject } from "./subject.ts";
import { VERDICT_WEIGHTS } from "./verdict-weights.ts";
import { RERANK, SPECIAL, VERDICT } from "./weights.ts";

/** An outcome and what it rests on. */
export interface Judgement {
  readonly verdict: Verdict;
  readonly signals: Signals;
  /** The articles that hold the nearest passages speak of something near, though they do not answer. */
  readonly isNear: boolean;
  /** They speak of the subject, and what is asked of it is not told. */
  readonly isUntold: boolean;
  /** Why no answer is claimed, or none shown, whatever the signals are. */
  readonly veto?: Veto;
}

/**
 * Why nothing is claimed. `of-today`: it asks how much something is today, which a dated article cannot tell. `advice`: it asks
 * what to do. `no-figure`: it asks for a figure or a date, and the sentence has none. `no-definition`: it asks what one word is, and the sentence does not say so. `other-figure`: a figure of the question stands
 * nowhere in the window. `irrelevant`: a reranker finds that the sentence does not answer. `figures-alone`: it says nothing else (2+2). `other-name`: a name of it does not. `no-attribute`: it asks when, where or who did what the window does
 * not tell. `no-subject`: the window holds a name of the question in no way, nor any word that tells a subject: nothing is shown.
 */
export type Veto =
  | "of-today"
  | "advice"
  | "no-figure"
  | "no-definition"
  | "other-figure"
  | "figures-alone"
  | "other-name"
  | "no-attribute"
  | "irrelevant"
  | "no-subject";

/** The outcome for what was found; `undefined` where nothing can be quoted: the question is unanswered. */
export function judge(found: Found, weights = VERDICT_WEIGHTS): Judgement | undefined {
  const [first] = found.quoted;
  const best = found.sentences.find(({ evidence }) => evidence === first?.evidence);
  if (first === undefined || best === undefined) return undefined;
  const window = windowOf(first.quotation, first.evidence);
  const held = heldBy(window, first.evidence, found);
  const own = best.features.fit;
  const fit = own < 1 ? Math.max(own, fitOfMarks(found, first.quotation)) : own;
  const signals = readSignals(found, best, held, fit);
  const veto = vetoOf(found, fit, held, window) ?? irrelevance(found, first.evidence);
  const verdict = verdictOf(signals, veto, weights);
  const isNear = veto !== "no-subject" && probability(weights.near, signals) >= VERDICT.nearest;
  const isUntold = veto !== undefined && UNTOLD.has(veto);
  return { verdict, signals, isNear, isUntold, ...(veto !== undefined && { veto }) };
}

function irrelevance({ relevance }: Found, { id }: SentenceEvidence): Veto | undefined {
  return (relevance?.get(id) ?? 1) < RERANK.least ? "irrelevant" : undefined;
}

const UNTOLD: ReadonlySet<Veto> = new Set(["no-figure", "no-definition", "no-attribute"]);

/** The outcome by two probabilities, each with its threshold: that the articles speak of it, and that the quotation is right. */
export function verdictOf(signals: Signals, veto?: Veto, { near, right } = VERDICT_WEIGHTS): Verdict {
  if (veto === "no-subject" || probability(near, signals) < near.threshold) return "unanswered";
  return veto === undefined && probability(right, signals) >= right.threshold ? "answered" : "uncertain";
}

/** How far the marked words hold the kind of thing asked for: they may stand beside the sentence that was chosen. */
function fitOfMarks({ query, collection }: Found, { passage, highlights }: Quotation): number {
  const fitOf = createAnswerFit(query, collection);
  return highlights.reduce(
    (most, { start, end }) => Math.max(most, fitOf(readText(passage.article.text.slice(start, end)))),
    0,
  );
}

function vetoOf(
  { query, collection }: Found,
  fit: number,
  held: Coverage,
  window: readonly string[],
): Veto | undefined {
  const { words, question } = query;
  const { expected, asksOfToday } = question;
  const names = foreignNames(query, collection, held, window);
  const isHeld = (at: number) => (held[at] ?? 0) >= VERDICT.sure;
  if (names.length > 0)
    return words.some((word, i) => isHeld(i) && tellsSubject(word)) ? "other-name" : "no-subject";
  if (question.asksAdvice) return "advice";
  if (asksOfToday && AMOUNTS.has(expected)) return "of-today";
  if ((AMOUNTS.has(expected) || expected === "when") && fit === 0) return "no-figure";
  const ofOneWord = words.filter(({ term }) => !isCommonWord(term)).length === 1;
  if (expected === "definition" && ofOneWord && fit === 0) return "no-definition";
  if (words.some((word, i) => isFigure(word.term) && held[i] === 0 && !isAskedScale(word)))
    return "other-figure";
  if (words.every(({ term }) => isFigure(term))) return "figures-alone";
  const [asking, told] = question.tokens;
  const attribute = words.findIndex(({ term }) => term === told?.term);
  const asksAttribute = ATTRIBUTED.has(expected) && isQuestionWord(asking?.term ?? "") && attribute >= 0;
  const isNamed =
    isCommonWord(told?.term ?? "") || isGenericNoun(told?.term ?? "") || LIES.test(told?.term ?? "");
  return asksAttribute && !isNamed && !isHeld(attribute) ? "no-attribute" : undefined;
}

/** «أحد الأنهار», «كم مليارا»: a one, and a scale without digits before it, give no figure. */
function isAskedScale({ term, written }: QueryWord): boolean {
  return /^n:1(?:00|000|000000|000000000|000000000000)?$/.test(term) && !/\p{Nd}/u.test(written);
}

/** What changes from day to day: an article tells how much it was on its own day. */
const AMOUNTS: ReadonlySet<ExpectedAnswer> = new Set(["how-many", "how-much", "percent"]);

/** «متى ولد …؟», «أين دفن …؟»: the verb behind the question word is what is asked. */
const ATTRIBUTED: ReadonlySet<ExpectedAnswer> = new Set(["when", "where", "who"]);

/** «أين تقع …؟» is told by a text without that verb. */
const LIES = /^[\u064a\u062a](?:قع|وجد|كمن|كون)$/;

/**
 * The outcome for a question that leans on an earlier answer, whose passage is `earlier`; `own` is the outcome by its words. The article is
 * always shown. A question without words of its own («ومتى كان ذلك؟») is also claimed when that passage holds the kind of thing asked
 * for; one with such words («وكم كلّفه؟», «ما مساحته؟») where a sentence of the article holds both.
 */
export function followUpVerdict(
  earlier: Passage,
  sentences: readonly ScoredSentence[],
  own: Verdict,
  { words, question: { expected } }: Pick<Query, "words" | "question">,
): Verdict {
  const best = sentences[0];
  if (own === "answered" || best === undefined) return own;
  const { article, index } = best.evidence;
  if (article !== earlier.article) return "uncertain";
  const { fit, share } = best.features;
  const place = index - earlier.firstSentence;
  const isInside = place >= 0 && place < earlier.sentenceCount;
  const namesNothing = words.every(({ term }) => isCue("events", term));
  const isTold = namesNothing
    ? isInside && fit > 0
    : share >= SPECIAL.told && (fit > 0 || expected === "none");
  return isTold ? "answered" : "uncertain";
}
