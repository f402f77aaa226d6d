import { describe, expect, it } from "vitest";
import type { Embedder, TextKind } from "../../src/meaning/embedder.ts";
import { ModelServerError } from "../../src/meaning/model-server.ts";

const KINDS: readonly TextKind[] = ["query", "passage"];

/** What every embedder behind the port `Embedder` keeps to. `open` opens one whose server answers. */
export function embedderContract(open: () => Promise<Embedder>): void {
  describe("the port Embedder", () => {
    it.each(KINDS)("gives a vector of length 1 for each %s, in the order of the texts", async (kind) => {
      const embedder = await open();
      const texts = ["متى بُنيت المنارة؟", "البحر", "الحارس"].map((text) => ({ text }));
      const vectors = await embedder.embed(texts, kind);
      expect(vectors).toHaveLength(3);
      for (const vector of vectors) {
        expect(vector).toHaveLength(embedder.dimensions);
        expect(Math.hypot(...vector)).toBeCloseTo(1, 5);
      }
      const [alone] = await embedder.embed(texts.slice(1, 2), kind);
      expect(dot(alone, vectors[1])).toBeCloseTo(1, 3);
      expect(dot(alone, vectors[0])).toBeLessThan(0.999);
    });

    it("asks for nothing where there is no text", async () => {
      expect(await (await open()).embed([], "passage")).toEqual([]);
    });

    it("takes titles, whether the model has a place for them or not", async () => {
      const embedder = await open();
      const [vector] = await embedder.embed([{ text: "البحر", title: "المنارة" }], "passage");
      expect(vector).toHaveLength(embedder.dimensions);
    });

    it("ends with the reason of its signal", async () => {
      const embedder = await open();
      const reason = new Error("stop");
      await expect(embedder.embed([{ text: "البحر" }], "query", AbortSignal.abort(reason))).rejects.toBe(
        reason,
      );
    });

    it("is named by an id that is a name of a folder", async () => {
      expect((await open()).id).toMatch(/^[\w.-]+$/);
    });
  });
}

/** Checks that a promise fails with an `ModelServerError` of this kind. */
export async function expectFault(
  promise: Promise<unknown>,
  fault: ModelServerError["fault"],
): Promise<void> {
  const error = await promise.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(ModelServerError);
  expect(error).toMatchObject({ fault });
}

function dot(a: Float32Array | undefined, b: Float32Array | undefined): number {
  return (a ?? new Float32Array()).reduce((sum, x, i) => sum + x * (b?.[i] ?? 0), 0);
}
