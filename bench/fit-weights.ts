import { SIGNALS } from "../src/answer/signals.ts";
import type { Regression } from "./fit-regression.ts";
import type { Thresholds } from "./fit-report.ts";

/** What the weights were fitted to. */
export interface Provenance {
  readonly sets: readonly { readonly name: string; readonly questions: number; readonly sha256: string }[];
  readonly folds: number;
  readonly seed: number;
  readonly ridge: number;
}

/** The module of weights, as Biome formats it. */
export function renderWeights(
  models: Readonly<Record<keyof Thresholds, Regression>>,
  thresholds: Thresholds,
  { sets, folds, seed, ridge }: Provenance,
): string {
  const model = (name: keyof Thresholds): string[] => [
    `  ${name}: {`,
    `    bias: ${rounded(models[name].bias)},`,
    `    threshold: ${thresholds[name]},`,
    "    weights: {",
    ...SIGNALS.map((signal, i) => `      ${signal}: ${rounded(models[name].weights[i] ?? 0)},`),
    "    },",
    "  },",
  ];
  return `${[
    "// Written by `npm run fit`, which prints how it goes with questions that it was not fitted to. Not to be edited by hand.",
    `// Date ${new Date().toISOString().slice(0, 10)}; logistic regression, ridge ${ridge} on standardised signals; ${folds} folds, seed ${seed}.`,
    "// Questions, with the first digits of the SHA-256 of their file:",
    ...sets.map(({ name, questions, sha256 }) => `//   ${name}: ${questions}, ${sha256}`),
    'import type { Model } from "./model.ts";',
    "",
    "/**",
    " * `right`: the probability that the first quotation answers, from which it is claimed. `near`: the probability that the",
    " * articles speak of what is asked at all, below which nothing is shown.",
    " */",
    'export const VERDICT_WEIGHTS: Readonly<Record<"right" | "near", Model>> = {',
    ...model("right"),
    ...model("near"),
    "};",
  ].join("\n")}\n`;
}

function rounded(value: number): string {
  return String(Number(value.toFixed(4)));
}
