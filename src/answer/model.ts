import { MEANING_SIGNALS, SIGNALS, type Signals } from "./signals.ts";

/** A logistic regression over the signals. */
export interface Model {
  readonly bias: number;
  /** What each signal weighs; those that are left out count nothing. */
  readonly weights: Readonly<Partial<Signals>>;
  /** The probability from which it counts. */
  readonly threshold: number;
}

/** What the similarity by an embedder's model counts: in the order of sentences, in the outcome, and in the order of passages. */
export interface MeaningWeights {
  /** Points that one standard deviation adds to a sentence's score: always, and as far as no sentence covers the question. */
  readonly likeness: { readonly always: number; readonly uncovered: number };
  readonly verdict: Readonly<Record<"right" | "near", Model>>;
}

/** The logistic function of the weighted signals, 0 to 1. */
export function probability({ bias, weights }: Model, signals: Signals): number {
  const sum = ALL.reduce((total, name) => total + (weights[name] ?? 0) * signals[name], bias);
  return 1 / (1 + Math.exp(-sum));
}

const ALL = [...SIGNALS, ...MEANING_SIGNALS];
