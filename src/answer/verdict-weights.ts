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
    bias: -5.1869,
    threshold: 0.6,
    weights: {
      lead: 0.6859,
      covered: 1.4444,
      missing: -1.6804,
      lacking: 0.5632,
      neighbours: 1.1453,
      ranked: 1.1552,
      margin: 0.916,
      heading: 1.0353,
      known: 2.5983,
      named: 1.1988,
      typed: -0.8973,
      fit: 0.8319,
      length: 1.5487,
    },
  },
  near: {
    bias: -5.3243,
    threshold: 0.15,
    weights: {
      lead: 0.2929,
      covered: 1.764,
      missing: -2.1749,
      lacking: 1.1919,
      neighbours: 2.2186,
      ranked: 2.2791,
      margin: 0.0677,
      heading: 3.8546,
      known: 3.2554,
      named: 4.5404,
      typed: -0.6672,
      fit: 0.9812,
      length: 2.1454,
    },
  },
};
