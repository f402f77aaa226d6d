import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Example, fitLogistic, predict } from "../../bench/fit-regression.ts";

describe("logistic regression", () => {
  it("finds the share of what is true where a column tells nothing", () => {
    const examples: Example[] = [true, true, true, false].map((isTrue) => ({ row: [7], isTrue, weight: 1 }));
    expect(predict(fitLogistic(examples, 0.1), [7])).toBeCloseTo(0.75);
  });

  it("counts an example as often as it weighs", () => {
    const once = [example(1, true, 3), example(2, false, 1), example(3, false, 2), example(0, true, 1)];
    const repeated = once.flatMap((one) => Array.from({ length: one.weight }, () => ({ ...one, weight: 1 })));
    const [a, b] = [fitLogistic(once, 0), fitLogistic(repeated, 0)];
    for (const value of [0, 1, 2, 3]) expect(predict(a, [value])).toBeCloseTo(predict(b, [value]), 3);
  });

  it("finds the weights that made the examples", () => {
    const examples = Array.from({ length: 4000 }, (_, i) => {
      const row = [(i * 37) % 100, (i * 61) % 89].map((value) => value / 50);
      const p = 1 / (1 + Math.exp(-(-1 + 2 * (row[0] ?? 0) - 1.5 * (row[1] ?? 0))));
      return { row, isTrue: ((i * 7919) % 1000) / 1000 < p, weight: 1 };
    });
    const { bias, weights } = fitLogistic(examples, 0.01);
    expect(bias).toBeCloseTo(-1, 0);
    expect(weights[0]).toBeCloseTo(2, 0);
    expect(weights[1]).toBeCloseTo(-1.5, 0);
  });

  it("stays finite where a column tells all, and smaller with a greater penalty", () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: -5, max: 5, noNaN: true }), { minLength: 4, maxLength: 30 }),
        (values) => {
          const examples = values.map((value) => example(value, value > 0, 1));
          const [loose, tight] = [fitLogistic(examples, 0.5), fitLogistic(examples, 50)];
          expect(Number.isFinite(loose.weights[0])).toBe(true);
          expect(Math.abs(tight.weights[0] ?? 0)).toBeLessThanOrEqual(Math.abs(loose.weights[0] ?? 0) + 1e-9);
        },
      ),
    );
  });
});

function example(value: number, isTrue: boolean, weight: number): Example {
  return { row: [value], isTrue, weight };
}
