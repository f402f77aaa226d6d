import type { ExpectedAnswer } from "../arabic/question.ts";
import type { Passage } from "../corpus/article.ts";
import type { Quotation, Verdict } from "./answer.ts";
import { weigh } from "./coverage.ts";
import type { Query } from "./query.ts";
import type { ScoredSentence } from "./sentences.ts";
import { VERDICT } from "./weights.ts";

/** What a claim rests on: read from the best sentence, and all that the verdict knows. */
export interface Signals {
  /** The score of the best sentence less that of the best one about something else; at most `VERDICT.mostLead`. */
  readonly lead: number;
  /** The share of the question that it covers with its neighbours, 0 to 1. */
  readonly covered: number;
  /** The same without guesses at slips of the keyboard. */
  readonly coveredSurely: number;
  /** 1 when the question asks for a figure, a date or a cause and the sentence holds none. */
  readonly misfit: number;
  /** The share of the question's Latin names and figures that stand nowhere near it, 0 to 1. */
  readonly missing: number;
  /** 1 when the question asks how much something is today, which a dated article cannot tell. */
  readonly ofToday: number;
}

/** The outcome for the best sentence; without one, and without its signals, nothing was found. */
export function verdictOf(signals: Signals | undefined): Verdict {
  if (signals === undefined || signals.coveredSurely < VERDICT.nothingBelow) return "unanswered";
  return trustIn(signals) >= VERDICT.claim && signals.ofToday === 0 ? "answered" : "uncertain";
}

function trustIn({ lead, covered, misfit, missing }: Signals): number {
  const thin = Math.max(0, VERDICT.thinBelow - covered);
  return (
    VERDICT.lead * lead +
    VERDICT.covered * covered +
    VERDICT.thin * thin +
    VERDICT.misfit * misfit +
    VERDICT.missing * missing
  );
}

/**
 * Reads the signals of the first of the sentences; `undefined` without one. `agreeing`: quotations that tell the same
 * fact, or another figure for the same thing. They take nothing from the lead.
 */
export function readSignals(
  query: Query,
  sentences: readonly ScoredSentence[],
  agreeing: readonly Quotation[] = [],
): Signals | undefined {
  const best = sentences[0];
  if (best === undefined) return undefined;
  const { evidence, features } = best;
  const { expected, asksOfToday } = query.question;
  const sure = evidence.near.map((strength) => (strength < VERDICT.sure ? 0 : strength));
  return {
    lead: leadOf(best, sentences, agreeing),
    covered: weigh(query, evidence.near) / query.totalWeight,
    coveredSurely: weigh(query, sure) / query.totalWeight,
    misfit: TYPED.has(expected) && features.fit === 0 ? 1 : 0,
    missing: features.missing,
    ofToday: asksOfToday && AMOUNTS.has(expected) ? 1 : 0,
  };
}

function leadOf(
  best: ScoredSentence,
  sentences: readonly ScoredSentence[],
  agreeing: readonly Quotation[],
): number {
  const { article, index } = best.evidence;
  const rival = sentences.find(({ evidence: { article: other, index: place, sentence } }) => {
    const isBeside = other === article && Math.abs(place - index) < VERDICT.samePlace;
    const agrees = agreeing.some(
      (q) => q.passage.article === other && q.start < sentence.end && sentence.start < q.end,
    );
    return !isBeside && !agrees;
  });
  return rival === undefined ? VERDICT.unrivalled : Math.min(VERDICT.mostLead, best.score - rival.score);
}

const TYPED: ReadonlySet<ExpectedAnswer> = new Set(["when", "how-many", "how-much", "percent", "why"]);

/** What changes from day to day: an article tells how much it was on its own day. */
const AMOUNTS: ReadonlySet<ExpectedAnswer> = new Set(["how-many", "how-much", "percent"]);

/**
 * The outcome for a question that leans on an earlier answer, whose passage is `earlier`; `own` is the outcome by its words.
 * «ومتى كان ذلك؟» has few words to cover, so it is also claimed when that passage holds the kind of thing asked for, and
 * the article is always shown.
 */
export function followUpVerdict(
  earlier: Passage,
  sentences: readonly ScoredSentence[],
  own: Verdict,
): Verdict {
  const best = sentences[0];
  if (own === "answered" || best === undefined) return own;
  const { article, index } = best.evidence;
  const place = index - earlier.firstSentence;
  const isInside = article === earlier.article && place >= 0 && place < earlier.sentenceCount;
  return isInside && best.features.fit > 0 ? "answered" : "uncertain";
}
