import { isCue } from "../arabic/question-cues.ts";
import type { Passage } from "../corpus/article.ts";
import type { Quotation, Selection, Verdict } from "./answer.ts";
import { createAnswerFit } from "./answer-fit.ts";
import { probability } from "./model.ts";
import type { Query } from "./query.ts";
import type { QuotedSentence } from "./quote.ts";
import { readText } from "./read-text.ts";
import type { ScoredSentence } from "./sentences.ts";
import { type Found, heldBy, readSignals, type Signals, windowOf } from "./signals.ts";
import { markedIn } from "./special-questions.ts";
import { VERDICT_WEIGHTS } from "./verdict-weights.ts";
import { asksOneThing, type Veto, vetoOf } from "./vetoes.ts";
import { SPECIAL, VERDICT } from "./weights.ts";

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
  const veto = vetoOf(found, best, first, { own, fit, held, window });
  const verdict = verdictOf(signals, veto, weights);
  const isNear = veto !== "no-subject" && probability(weights.near, signals) >= VERDICT.nearest;
  const isUntold = veto !== undefined && UNTOLD.has(veto);
  return { verdict, signals, isNear, isUntold, ...(veto !== undefined && { veto }) };
}

const UNTOLD: ReadonlySet<Veto> = new Set(["no-figure", "no-definition", "no-attribute"]);

/**
 * The quotations, first the best one that tells what is asked and covers more of the question: «متى سقطت الإمارة؟» finds «قامت إمارة بني هلون
 * سنة 612» before «سقطت سنة 688».
 */
export function toldFirst(found: Found, weights = VERDICT_WEIGHTS): readonly QuotedSentence[] {
  const { quoted, query } = found;
  // Most questions ask for neither, and to judge costs a tenth of a question.
  if (!asksOneThing(query.question.expected)) return quoted;
  const first = judge(found, weights);
  if (first?.veto === undefined || !MOVED.has(first.veto) || first.verdict === "unanswered") return quoted;
  for (const one of quoted.slice(1, VERDICT.toldAmong)) {
    const moved = [one, ...quoted.filter((other) => other !== one)];
    const judged = judge({ ...found, quoted: moved }, weights);
    if (judged !== undefined && judged.veto === undefined && judged.signals.covered > first.signals.covered)
      return moved;
  }
  return quoted;
}

const MOVED: ReadonlySet<Veto> = new Set(["no-attribute", "no-figure"]);

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

/**
 * The outcome for a question that leans on an earlier answer, whose passage is `earlier`; `own` is the outcome by its words. The article is
 * always shown. A question without words of its own («ومتى كان ذلك؟») is also claimed when that passage, or the sentence
 * that was marked, holds the kind of thing asked for; one with such words («وكم كلّفه؟», «ما مساحته؟») where a sentence of the article holds both.
 */
export function followUpVerdict(
  earlier: Passage,
  sentences: readonly ScoredSentence[],
  own: Verdict,
  { words, question: { expected } }: Pick<Query, "words" | "question">,
  quoted?: Selection,
): Verdict {
  const best = sentences[0];
  if (own === "answered" || best === undefined) return own;
  const { article, index } = best.evidence;
  if (article !== earlier.article) return "uncertain";
  const { fit, share } = best.features;
  const place = index - earlier.firstSentence;
  const isMarked = quoted !== undefined && index === markedIn(earlier, quoted);
  const isInside = isMarked || (place >= 0 && place < earlier.sentenceCount);
  const namesNothing = words.every(({ term }) => isCue("events", term));
  const isTold = namesNothing
    ? isInside && fit > 0
    : share >= SPECIAL.told && (fit > 0 || expected === "none");
  return isTold ? "answered" : "uncertain";
}
