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
    bias: -5.2627,
    threshold: 0.6,
    weights: {
      lead: 0.6843,
      covered: 1.5433,
      missing: -1.5935,
      lacking: 0.547,
      neighbours: 1.0784,
      ranked: 1.1554,
      margin: 0.8947,
      heading: 1.075,
      known: 2.563,
      named: 1.2131,
      typed: -0.9115,
      fit: 0.8258,
      length: 1.6107,
    },
  },
  near: {
    bias: -5.4806,
    threshold: 0.16,
    weights: {
      lead: 0.3068,
      covered: 1.8341,
      missing: -2.0496,
      lacking: 1.1762,
      neighbours: 2.172,
      ranked: 2.3589,
      margin: 0.0638,
      heading: 3.707,
      known: 3.2949,
      named: 4.6749,
      typed: -0.6968,
      fit: 1.0212,
      length: 2.0992,
    },
  },
};
