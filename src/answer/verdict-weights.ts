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
    bias: -4.8073,
    threshold: 0.56,
    weights: {
      lead: 0.8047,
      covered: 1.2972,
      missing: -2.1027,
      lacking: 0.527,
      neighbours: 1.0196,
      ranked: 1.0838,
      heading: 0.645,
      known: 2.3607,
      named: 1.0368,
      typed: -0.4942,
      length: 1.8073,
    },
  },
  near: {
    bias: -5.3531,
    threshold: 0.17,
    weights: {
      lead: 0.3019,
      covered: 1.787,
      missing: -1.9283,
      lacking: 1.0461,
      neighbours: 2.0913,
      ranked: 2.5408,
      heading: 3.5581,
      known: 3.1307,
      named: 3.2998,
      typed: -0.1953,
      length: 2.0658,
    },
  },
};
