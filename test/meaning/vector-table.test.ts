import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createVectorTable } from "../../src/meaning/vector-table.ts";
import { seededVector } from "./embeddings-server.ts";

describe("a table of vectors", () => {
  it("gives the cosine of each row, for any number of dimensions, in one memory or in several", () => {
    const numbers = [fc.integer({ min: 1, max: 33 }), fc.integer({ min: 1, max: 6 })] as const;
    fc.assert(
      fc.property(...numbers, fc.constantFrom(1, 200, undefined), (dimensions, rows, sharedBytes) => {
        const table = createVectorTable(rows, dimensions, sharedBytes);
        const vectors = Array.from({ length: rows }, (_, row) => seededVector(`${row}`, dimensions));
        for (const [row, vector] of vectors.entries()) table.set(row, vector);
        const asked = seededVector("asked", dimensions);
        const cosines = table.cosines(asked);
        for (const [row, vector] of vectors.entries())
          expect(cosines[row]).toBeCloseTo(
            vector.reduce((sum, x, i) => sum + x * (asked[i] ?? 0), 0),
            4,
          );
      }),
    );
  });

  it("likes a row that was never set to nothing", () => {
    expect([...createVectorTable(2, 4).cosines(new Float32Array([1, 0, 0, 0]))]).toEqual([0, 0]);
  });
});
