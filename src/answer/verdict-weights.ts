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
    bias: -5.4617,
    threshold: 0.56,
    weights: {
      lead: 0.8286,
      covered: 1.6704,
      missing: -1.6964,
      lacking: 0.3,
      neighbours: 1.0924,
      ranked: 1.0981,
      heading: 0.8214,
      known: 2.2714,
      named: 1.1563,
      typed: -0.5274,
      length: 2.0035,
    },
  },
  near: {
    bias: -5.3708,
    threshold: 0.19,
    weights: {
      lead: 0.3063,
      covered: 1.8556,
      missing: -1.8832,
      lacking: 0.9817,
      neighbours: 1.8538,
      ranked: 2.586,
      heading: 3.6018,
      known: 3.0449,
      named: 3.3209,
      typed: -0.2214,
      length: 2.1365,
    },
  },
};
