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
    bias: -6.0637,
    threshold: 0.59,
    weights: {
      lead: 0.7415,
      covered: 2.1276,
      neighbours: 1.1351,
      ranked: 1.6067,
      heading: 0.884,
      known: 1.8483,
      keyness: 2.1681,
      typed: -0.9111,
      fit: 0.6226,
      length: 0.9004,
    },
  },
  near: {
    bias: -5.825,
    threshold: 0.15,
    weights: {
      lead: 0.2049,
      covered: 2.0429,
      neighbours: 2.1986,
      ranked: 2.6535,
      heading: 3.4835,
      known: 2.0782,
      keyness: 5.2726,
      typed: -0.6393,
      fit: 0.8561,
      length: 0.8712,
    },
  },
};
