import type { Quotation, Verdict } from "./answer.ts";
import type { Choice } from "./choice.ts";
import { weigh } from "./coverage.ts";
import type { Plan } from "./plan.ts";

/** What a claim rests on. */
export interface Trust {
  /** How far the best sentence leads over the best one that tells of something else; at most 3, and 1.5 when there is none. */
  readonly lead: number;
  /** The share of the question's weight that it covers with its neighbours, 0 to 1. */
  readonly covered: number;
  /** The same without guesses. */
  readonly sure: number;
  /** By how much less than `THIN` that is. */
  readonly thin: number;
  /** 1 when the question asks for a figure, a date or a cause and the sentence holds none. */
  readonly misfit: number;
  /** The share of the question's Latin names and figures that neither sentence, neighbours, heading nor title hold, 0 to 1. */
  readonly missing: number;
}

/** What each counts, and above which sum a claim is made: fitted on whether first quotations were right. */
const WEIGHT: Readonly<Record<Exclude<keyof Trust, "sure">, number>> = {
  lead: 1,
  covered: 1,
  thin: -5,
  misfit: -1.3,
  missing: -1.3,
};
const CLAIM = 1.9;

/** A sentence that covers less of the question than this needs a reason to be believed. */
const THIN = 0.35;

/** Below so much coverage nothing is shown: what was found shares a word or two with the question and no more. */
const NOTHING = 0.06;
/** A match below this is a guess at a slip of the keyboard. */
const SURE = 0.5;

/** Sentences nearer than this to the best one tell of the same thing. */
const SAME_PLACE = 3;
const MOST_LEAD = 3;
/** Where nothing else stands there is nothing to lead over: it must be believed for what it covers. */
const UNRIVALLED = 1.5;
const TYPED: ReadonlySet<Plan["expected"]> = new Set(["when", "how-many", "how-much", "percent", "why"]);

/** What changes from day to day: an article tells how much it was, not how much it is today. */
const AMOUNTS: ReadonlySet<Plan["expected"]> = new Set(["how-many", "how-much", "percent"]);

/**
 * Decides whether the first of the chosen sentences is claimed to answer, is only near, or is nothing. Quotations that are
 * `alike` say the same as the first, or another figure for the same thing: they take nothing from its lead.
 */
export function verdictOf(plan: Plan, choices: readonly Choice[], alike: readonly Quotation[] = []): Verdict {
  const trust = trustOf(plan, choices, alike);
  if (trust === undefined || trust.sure < NOTHING) return "unanswered";
  const { lead, covered, thin, misfit, missing } = trust;
  const sum =
    WEIGHT.lead * lead +
    WEIGHT.covered * covered +
    WEIGHT.thin * thin +
    WEIGHT.misfit * misfit +
    WEIGHT.missing * missing;
  const dated = plan.question.asksOfToday && AMOUNTS.has(plan.expected);
  return sum >= CLAIM && !dated ? "answered" : "uncertain";
}

/** Reads the evidence for the best choice; `undefined` when there is none. */
export function trustOf(
  plan: Plan,
  choices: readonly Choice[],
  alike: readonly Quotation[] = [],
): Trust | undefined {
  const best = choices[0];
  if (best === undefined) return undefined;
  const { evidence } = best;
  const rival = choices.find(
    ({ evidence: e }) =>
      (e.article !== evidence.article || Math.abs(e.index - evidence.index) >= SAME_PLACE) &&
      !alike.some(
        (q) => q.passage.article === e.article && q.start < e.sentence.end && e.sentence.start < q.end,
      ),
  );
  const total = plan.probes.reduce((sum, probe) => sum + probe.weight, 0) || 1;
  const covered = weigh(plan, evidence.near) / total;
  return {
    lead: rival === undefined ? UNRIVALLED : Math.min(MOST_LEAD, best.score - rival.score),
    covered,
    sure:
      weigh(
        plan,
        evidence.near.map((strength) => (strength < SURE ? 0 : strength)),
      ) / total,
    thin: Math.max(0, THIN - covered),
    misfit: TYPED.has(plan.expected) && best.features.fit === 0 ? 1 : 0,
    missing: best.features.missing,
  };
}
