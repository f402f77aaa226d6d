import { SIGNALS, type Signals } from "./signals.ts";

/** A logistic regression over the signals. */
export interface Model {
  readonly bias: number;
  readonly weights: Signals;
  /** The probability from which it counts. */
  readonly threshold: number;
}

/** The logistic function of the weighted signals, 0 to 1. */
export function probability({ bias, weights }: Model, signals: Signals): number {
  const sum = SIGNALS.reduce((total, name) => total + weights[name] * signals[name], bias);
  return 1 / (1 + Math.exp(-sum));
}
