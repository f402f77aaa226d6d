// Written by `npm run fit`, which prints how it goes with questions that it was not fitted to. Not to be edited by hand.
// Date 2026-11-26; logistic regression, ridge 20 on standardised signals; 10 folds, seed 1.
// Questions, with the first digits of the SHA-256 of their file:
//   wiki: 800, c8294a8b4abcfe74
//   off-topic, seeds: 400, da75489f441d7dad
//   off-topic, shipped: 400, da75489f441d7dad
//   seeds-dev: 140, 8453b9d1ee3f659a
//   seeds-hard: 96, 2adb2ef427f7ec51
//   own: 71, 9604e54604a61ea2
//   wiki by threes: 800, c8294a8b4abcfe74
import type { Model } from "./model.ts";

/**
 * `right`: the probability that the first quotation answers, from which it is claimed. `near`: the probability that the
 * articles speak of what is asked at all, below which nothing is shown.
 */
export const VERDICT_WEIGHTS: Readonly<Record<"right" | "near", Model>> = {
  right: {
    bias: -5.9129,
    threshold: 0.6,
    weights: {
      lead: 0.651,
      covered: 2.0656,
      neighbours: 1.2252,
      ranked: 1.6128,
      heading: 0.7602,
      known: 1.7149,
      keyness: 2.1697,
      typed: -0.8789,
      fit: 0.8224,
      length: 1.0425,
    },
  },
  near: {
    bias: -5.787,
    threshold: 0.14,
    weights: {
      lead: 0.1882,
      covered: 2.0441,
      neighbours: 2.1885,
      ranked: 2.6978,
      heading: 3.5024,
      known: 1.9736,
      keyness: 5.2898,
      typed: -0.6617,
      fit: 0.8916,
      length: 0.8928,
    },
  },
};
