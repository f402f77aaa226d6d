// Written by `npm run fit`, which prints how it goes with questions that it was not fitted to. Not to be edited by hand.
// Date 2026-11-26; logistic regression, ridge 20 on standardised signals; 10 folds, seed 1.
// Questions, with the first digits of the SHA-256 of their file:
//   wiki: 800, c8294a8b4abcfe74
//   off-topic, seeds: 400, da75489f441d7dad
//   off-topic, shipped: 400, da75489f441d7dad
//   seeds-dev: 140, 8453b9d1ee3f659a
//   seeds-hard: 96, 2adb2ef427f7ec51
//   own: 53, 34c828532bf32b84
//   wiki by threes: 800, c8294a8b4abcfe74
import type { Model } from "./model.ts";

/**
 * `right`: the probability that the first quotation answers, from which it is claimed. `near`: the probability that the
 * articles speak of what is asked at all, below which nothing is shown.
 */
export const VERDICT_WEIGHTS: Readonly<Record<"right" | "near", Model>> = {
  right: {
    bias: -5.4894,
    threshold: 0.52,
    weights: {
      lead: 0.8249,
      covered: 1.7242,
      missing: -1.7035,
      lacking: 0.3128,
      neighbours: 1.095,
      ranked: 1.0872,
      heading: 0.8087,
      known: 2.2559,
      named: 1.157,
      typed: -0.522,
      length: 2.0228,
    },
  },
  near: {
    bias: -5.3701,
    threshold: 0.19,
    weights: {
      lead: 0.3061,
      covered: 1.8658,
      missing: -1.9021,
      lacking: 0.9985,
      neighbours: 1.8519,
      ranked: 2.5872,
      heading: 3.6013,
      known: 3.0345,
      named: 3.3475,
      typed: -0.2149,
      length: 2.1247,
    },
  },
};
