import type { MeaningWeights, Model } from "../src/answer/model.ts";
import type { Signals } from "../src/answer/signals.ts";
import type { Regression } from "./fit-regression.ts";
import type { Thresholds } from "./fit-report.ts";

/** What the weights were fitted to. */
export interface Provenance {
  readonly sets: readonly { readonly name: string; readonly questions: number; readonly sha256: string }[];
  readonly folds: number;
  readonly seed: number;
  readonly ridge: number;
}

type Verdict = Readonly<Record<keyof Thresholds, Model>>;

/** Regressions over the signals that are named, as models. */
export function verdictOf(
  models: Readonly<Record<keyof Thresholds, Regression>>,
  thresholds: Thresholds,
  names: readonly (keyof Signals)[],
): Verdict {
  const model = (of: keyof Thresholds): Model => ({
    bias: rounded(models[of].bias),
    threshold: thresholds[of],
    weights: Object.fromEntries(names.map((name, i) => [name, rounded(models[of].weights[i] ?? 0)])),
  });
  return { right: model("right"), near: model("near") };
}

/** The module of the verdict's weights by words alone, as Biome formats it. */
export function renderWeights(verdict: Verdict, provenance: Provenance): string {
  return `${[
    ...headOf("npm run fit", provenance),
    'import type { Model } from "./model.ts";',
    "",
    "/**",
    " * `right`: the probability that the first quotation answers, from which it is claimed. `near`: the probability that the",
    " * articles speak of what is asked at all, below which nothing is shown.",
    " */",
    'export const VERDICT_WEIGHTS: Readonly<Record<"right" | "near", Model>> = {',
    ...linesOf(verdict, "  "),
    "};",
  ].join("\n")}\n`;
}

/** The module of what likeness by meaning counts, by model. The provenance is that of the model fitted last. */
export function renderMeaningWeights(
  weights: Readonly<Record<string, MeaningWeights>>,
  provenance: Provenance,
): string {
  return `${[
    ...headOf("npm run fit -- --embeddings", provenance),
    'import type { MeaningWeights } from "./model.ts";',
    "",
    "/** By the name of the embedder's model. */",
    "export const MEANING_WEIGHTS: Readonly<Record<string, MeaningWeights>> = {",
    ...Object.entries(weights).flatMap(([model, { likeness, verdict }]) => [
      `  ${JSON.stringify(model)}: {`,
      `    likeness: { always: ${likeness.always}, uncovered: ${likeness.uncovered} },`,
      "    verdict: {",
      ...linesOf(verdict, "      "),
      "    },",
      "  },",
    ]),
    "};",
  ].join("\n")}\n`;
}

function headOf(command: string, { sets, folds, seed, ridge }: Provenance): string[] {
  return [
    `// Written by \`${command}\`, which prints how it goes with questions that it was not fitted to. Not to be edited by hand.`,
    `// Date ${new Date().toISOString().slice(0, 10)}; logistic regression, ridge ${ridge} on standardised signals; ${folds} folds, seed ${seed}.`,
    "// Questions, with the first digits of the SHA-256 of their file:",
    ...sets.map(({ name, questions, sha256 }) => `//   ${name}: ${questions}, ${sha256}`),
  ];
}

function linesOf(verdict: Verdict, indent: string): string[] {
  return (["right", "near"] as const).flatMap((name) => {
    const { bias, threshold, weights } = verdict[name];
    return [
      `${name}: {`,
      `  bias: ${bias},`,
      `  threshold: ${threshold},`,
      "  weights: {",
      ...Object.entries(weights).map(([signal, weight]) => `    ${signal}: ${weight},`),
      "  },",
      "},",
    ].map((line) => indent + line);
  });
}

function rounded(value: number): number {
  return Number(value.toFixed(4));
}
