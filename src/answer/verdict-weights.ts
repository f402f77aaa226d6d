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
    bias: -5.1912,
    threshold: 0.6,
    weights: {
      lead: 0.6839,
      covered: 1.4449,
      missing: -1.6817,
      lacking: 0.5571,
      neighbours: 1.1468,
      ranked: 1.1525,
      margin: 0.9093,
      heading: 1.0321,
      known: 2.6038,
      named: 1.1922,
      typed: -0.8952,
      fit: 0.8328,
      length: 1.5657,
    },
  },
  near: {
    bias: -5.3186,
    threshold: 0.15,
    weights: {
      lead: 0.3041,
      covered: 1.7624,
      missing: -2.1761,
      lacking: 1.1782,
      neighbours: 2.2104,
      ranked: 2.2628,
      margin: 0.0066,
      heading: 3.7646,
      known: 3.2548,
      named: 4.5399,
      typed: -0.685,
      fit: 1.0309,
      length: 2.1501,
    },
  },
};
