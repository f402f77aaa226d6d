/** A row of numbers with what is to be told of it. */
export interface Example {
  readonly row: readonly number[];
  readonly isTrue: boolean;
  /** How much it counts. */
  readonly weight: number;
}

export interface Regression {
  readonly bias: number;
  readonly weights: readonly number[];
}

/** Newton's steps, at most; ten are plenty, since the loss is convex. */
const STEPS = 25;
const CLOSE_ENOUGH = 1e-8;

/**
 * Logistic regression with a ridge (L2) penalty on the weights of the standardised columns, by Newton's method (iteratively
 * reweighted least squares: Hastie, Tibshirani and Friedman, The Elements of Statistical Learning, 4.4.1). Nothing in it
 * is random. The weights are those of the columns as they are.
 */
export function fitLogistic(examples: readonly Example[], ridge: number): Regression {
  const columns = examples[0]?.row.length ?? 0;
  const scales = Array.from({ length: columns }, (_, c) => scaleOf(examples.map(({ row }) => row[c] ?? 0)));
  const rows = examples.map(({ row }) => [
    1,
    ...row.map((value, c) => (value - (scales[c]?.mean ?? 0)) / (scales[c]?.deviation ?? 1)),
  ]);
  let beta = Array<number>(columns + 1).fill(0);
  for (let step = 0; step < STEPS; step++) {
    const gradient = beta.map((value, i) => (i === 0 ? 0 : -ridge * value));
    const hessian = beta.map((_, i) => beta.map((__, j) => (i === j && i > 0 ? ridge : 0)));
    rows.forEach((row, at) => {
      const example = examples[at];
      if (example === undefined) return;
      const p = logistic(dot(beta, row));
      const error = example.weight * ((example.isTrue ? 1 : 0) - p);
      const curve = example.weight * p * (1 - p);
      row.forEach((a, i) => {
        gradient[i] = (gradient[i] ?? 0) + error * a;
        const line = hessian[i];
        if (line === undefined) return;
        row.forEach((b, j) => {
          line[j] = (line[j] ?? 0) + curve * a * b;
        });
      });
    });
    const change = solve(hessian, gradient);
    beta = beta.map((value, i) => value + (change[i] ?? 0));
    if (Math.max(...change.map(Math.abs)) < CLOSE_ENOUGH) break;
  }
  const weights = scales.map(({ deviation }, c) => (beta[c + 1] ?? 0) / deviation);
  const bias = (beta[0] ?? 0) - scales.reduce((sum, { mean }, c) => sum + (weights[c] ?? 0) * mean, 0);
  return { bias, weights };
}

/** The probability that a regression gives a row. */
export function predict({ bias, weights }: Regression, row: readonly number[]): number {
  return logistic(bias + dot(weights, row));
}

function logistic(value: number): number {
  return 1 / (1 + Math.exp(-value));
}

function dot(a: readonly number[], b: readonly number[]): number {
  return a.reduce((sum, value, i) => sum + value * (b[i] ?? 0), 0);
}

/** A column that never varies is left as it is. */
function scaleOf(values: readonly number[]): { mean: number; deviation: number } {
  const mean = values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / Math.max(1, values.length);
  return { mean, deviation: Math.sqrt(variance) || 1 };
}

/** Solves a system of linear equations by Gaussian elimination with the greatest pivot of each column. */
function solve(matrix: readonly (readonly number[])[], right: readonly number[]): number[] {
  const rows = matrix.map((line, i) => [...line, right[i] ?? 0]);
  const n = rows.length;
  for (let c = 0; c < n; c++) {
    const below = rows.slice(c);
    const pivot = below.reduce((best, line) =>
      Math.abs(line[c] ?? 0) > Math.abs(best[c] ?? 0) ? line : best,
    );
    const at = rows.indexOf(pivot);
    [rows[c], rows[at]] = [pivot, rows[c] ?? pivot];
    for (const line of rows) {
      if (line === pivot) continue;
      const factor = (line[c] ?? 0) / (pivot[c] || 1);
      for (let j = c; j <= n; j++) line[j] = (line[j] ?? 0) - factor * (pivot[j] ?? 0);
    }
  }
  return rows.map((line, i) => (line[n] ?? 0) / (line[i] || 1));
}
