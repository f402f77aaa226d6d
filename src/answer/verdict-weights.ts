// Written by `npm run fit`, which prints how it goes with questions that it was not fitted to. Not to be edited by hand.
// Date 2026-11-26; logistic regression, ridge 20 on standardised signals; 10 folds, seed 1.
// Questions, with the first digits of the SHA-256 of their file:
//   wiki: 800, c8294a8b4abcfe74
//   off-topic, seeds: 400, da75489f441d7dad
//   off-topic, shipped: 400, da75489f441d7dad
//   seeds-dev: 140, 8453b9d1ee3f659a
//   seeds-hard: 96, 2adb2ef427f7ec51
//   own: 71, c44f3c81e2931079
//   wiki by threes: 800, c8294a8b4abcfe74
import type { Model } from "./model.ts";

/**
 * `right`: the probability that the first quotation answers, from which it is claimed. `near`: the probability that the
 * articles speak of what is asked at all, below which nothing is shown.
 */
export const VERDICT_WEIGHTS: Readonly<Record<"right" | "near", Model>> = {
  right: {
    bias: -5.1037,
    threshold: 0.59,
    weights: {
      lead: 0.6909,
      covered: 1.3544,
      missing: -1.7623,
      lacking: 0.4603,
      neighbours: 1.0069,
      ranked: 1.0453,
      margin: 0.9364,
      heading: 0.774,
      known: 2.7188,
      named: 0.7946,
      typed: -0.6935,
      fit: 0.4877,
      stand: 1.2433,
      length: 1.7023,
    },
  },
  near: {
    bias: -5.5771,
    threshold: 0.15,
    weights: {
      lead: 0.2935,
      covered: 1.7342,
      missing: -1.8186,
      lacking: 1.0513,
      neighbours: 2.1206,
      ranked: 2.5573,
      margin: 0.1707,
      heading: 3.5231,
      known: 3.3069,
      named: 3.1543,
      typed: -0.5445,
      fit: 0.9505,
      stand: 1.6828,
      length: 2.07,
    },
  },
};
