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
    bias: -5.0336,
    threshold: 0.59,
    weights: {
      lead: 0.6543,
      covered: 1.3841,
      missing: -1.6795,
      lacking: 0.4946,
      neighbours: 1.0993,
      ranked: 1.1331,
      margin: 0.9534,
      heading: 1.0296,
      known: 2.5403,
      named: 1.3417,
      typed: -0.91,
      fit: 0.7603,
      length: 1.6171,
    },
  },
  near: {
    bias: -5.4345,
    threshold: 0.15,
    weights: {
      lead: 0.3073,
      covered: 1.8041,
      missing: -2.0416,
      lacking: 1.1648,
      neighbours: 2.1845,
      ranked: 2.3582,
      margin: 0.0486,
      heading: 3.77,
      known: 3.2867,
      named: 4.7597,
      typed: -0.6642,
      fit: 0.8939,
      length: 2.1,
    },
  },
};
