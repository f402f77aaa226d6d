import type { ExpectedAnswer } from "../arabic/question.ts";
import type { Passage } from "../corpus/article.ts";
import type { Verdict } from "./answer.ts";
import type { Coverage } from "./coverage.ts";
import { probability } from "./model.ts";
import type { ScoredSentence } from "./sentences.ts";
import { type Found, readSignals, type Signals, windowOf } from "./signals.ts";
import { VERDICT_WEIGHTS } from "./verdict-weights.ts";

/** An outcome and what it rests on. */
export interface Judgement {
  readonly verdict: Verdict;
  readonly signals: Signals;
  /** Why no answer is claimed, whatever the signals are. */
  readonly veto?: Veto;
}

/**
 * `of-today`: it asks how much something is today, which a dated article cannot tell. `no-figure`: it asks for a figure or a
 * date, and the sentence has none. `other-figure`: a figure of the question stands nowhere in the quotation's window.
 */
export type Veto = "of-today" | "no-figure" | "other-figure";

/** The outcome for what was found; `undefined` where nothing can be quoted: the question is unanswered. */
export function judge(found: Found): Judgement | undefined {
  const [first] = found.quoted;
  const best = found.sentences.find(({ evidence }) => evidence === first?.evidence);
  if (first === undefined || best === undefined) return undefined;
  const held = windowOf(first.quotation, first.evidence, found);
  const signals = readSignals(found, best, held);
  const veto = vetoOf(found, best, held);
  const verdict = verdictOf(signals, veto);
  return { verdict, signals, ...(veto !== undefined && { veto }) };
}

/** The outcome by two probabilities, each with its threshold: that the articles speak of it, and that the quotation is right. */
export function verdictOf(signals: Signals, veto?: Veto): Verdict {
  const { near, right } = VERDICT_WEIGHTS;
  if (probability(near, signals) < near.threshold) return "unanswered";
  return veto === undefined && probability(right, signals) >= right.threshold ? "answered" : "uncertain";
}

function vetoOf({ query }: Found, { features }: ScoredSentence, held: Coverage): Veto | undefined {
  const { expected, asksOfToday } = query.question;
  if (asksOfToday && AMOUNTS.has(expected)) return "of-today";
  if ((AMOUNTS.has(expected) || expected === "when") && features.fit === 0) return "no-figure";
  const isElsewhere = query.words.some(({ term }, i) => FIGURE.test(term) && held[i] === 0);
  return isElsewhere ? "other-figure" : undefined;
}

/** What changes from day to day: an article tells how much it was on its own day. */
const AMOUNTS: ReadonlySet<ExpectedAnswer> = new Set(["how-many", "how-much", "percent"]);

/** A number that stands by itself: `n:500`, `500`, and no `h800`. */
const FIGURE = /^(?:[a-z]:)?-?\d/;

/**
 * The outcome for a question that leans on an earlier answer, whose passage is `earlier`; `own` is the outcome by its words.
 * «ومتى كان ذلك؟» has few words to cover, so it is also claimed when that passage holds the kind of thing asked for, or
 * another of the article that holds the question's words too («وكم كلّفه؟»); and the article is always shown.
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
  const isInside = place >= 0 && place < earlier.sentenceCount;
  const isOfKind = article === earlier.article && best.features.fit > 0;
  return isOfKind && (isInside || best.features.share > 0) ? "answered" : "uncertain";
}
