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
    bias: -4.8306,
    threshold: 0.56,
    weights: {
      lead: 0.8051,
      covered: 1.3263,
      missing: -2.0854,
      lacking: 0.5279,
      neighbours: 1.019,
      ranked: 1.0755,
      heading: 0.6471,
      known: 2.3625,
      named: 1.0389,
      typed: -0.4957,
      length: 1.8112,
    },
  },
  near: {
    bias: -5.3533,
    threshold: 0.17,
    weights: {
      lead: 0.3019,
      covered: 1.7907,
      missing: -1.9335,
      lacking: 1.0481,
      neighbours: 2.0887,
      ranked: 2.5376,
      heading: 3.5601,
      known: 3.1312,
      named: 3.3012,
      typed: -0.1949,
      length: 2.0665,
    },
  },
};
