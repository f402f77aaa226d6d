import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type CopiedRun, copyRuns, extendRuns } from "../../../src/search/opensearch/article-copies.ts";
import type { ClusterRequest, OpenSearchCluster } from "../../../src/search/opensearch/cluster.ts";

describe("copying unchanged articles", () => {
  it("asks for each of them once, with the shift of its own, in requests of a bounded size", async () => {
    const articles = fc.array(
      fc.record({
        passages: fc.integer({ min: 0, max: 15_000 }),
        isChanged: fc.boolean(),
        isGone: fc.boolean(),
      }),
      { minLength: 1, maxLength: 40 },
    );
    await fc.assert(
      fc.asyncProperty(articles, async (all) => {
        const runs: CopiedRun[] = [];
        const wanted = new Map<string, number>();
        let [place, newPlace, newOrder] = [0, 0, 0];
        for (const [order, { passages, isChanged, isGone }] of all.entries()) {
          if (!isChanged && !isGone) {
            const shifts = { orderShift: newOrder - order, placeShift: newPlace - place };
            extendRuns(runs, { order, place, articles: 1, passages, ...shifts });
            wanted.set(`order ${order}`, shifts.orderShift);
            for (let i = 0; i < passages; i += 997) wanted.set(`place ${place + i}`, shifts.placeShift);
          }
          place += passages;
          // A changed article may have grown.
          newPlace += isGone ? 0 : passages + (isChanged ? 3 : 0);
          newOrder += isGone ? 0 : 1;
        }
        const cluster = createCopyingCluster();
        let copied = 0;
        await copyRuns(cluster, "old", "new", runs, {
          onCopied: (count) => {
            copied += count;
          },
        });
        expect(copied).toBe(runs.reduce((sum, { passages }) => sum + passages, 0));
        expect(Math.max(0, ...cluster.sizes)).toBeLessThanOrEqual(20_000);
        for (const [at, shift] of wanted) expect(cluster.shiftOf(at)).toBe(shift);
        expect(cluster.sizes.reduce((sum, size) => sum + size, 0)).toBe(
          copied + [...wanted.keys()].filter((at) => at.startsWith("order")).length,
        );
      }),
      { numRuns: 40 },
    );
  });

  it("fails where the cluster copied another number of documents", async () => {
    const runs = [{ order: 0, place: 0, articles: 1, passages: 5, orderShift: 0, placeShift: 0 }];
    const cluster = createCopyingCluster(1);
    await expect(copyRuns(cluster, "old", "new", runs, { onCopied: () => {} })).rejects.toThrow("4 of 5");
  });
});

interface Range {
  readonly gte: number;
  readonly lt: number;
}

/** A cluster that keeps what it was asked to copy; it leaves out so many documents of each request. */
function createCopyingCluster(missing = 0) {
  const asked: { field: string; ranges: Range[]; starts: number[]; shifts: number[] }[] = [];
  const sizes: number[] = [];
  return {
    sizes,
    shiftOf(at: string): number | undefined {
      const [field, number] = at.split(" ");
      const place = Number(number);
      const found = asked.filter(
        (one) => one.field === field && one.ranges.some(({ gte, lt }) => gte <= place && place < lt),
      );
      expect(found).toHaveLength(1);
      const last = found[0]?.starts.findLastIndex((start) => start <= place) ?? -1;
      return found[0]?.shifts[last];
    },
    async ask({ body }: ClusterRequest) {
      const { source, script } = body as unknown as {
        source: {
          query: { bool: { filter: [unknown, { bool: { should: { range: Record<string, Range> }[] } }] } };
        };
        script: { params: { field: string; starts: number[]; shifts: number[] } };
      };
      const { field, starts, shifts } = script.params;
      const ranges = source.query.bool.filter[1].bool.should.flatMap(({ range }) => range[field] ?? []);
      asked.push({ field, ranges, starts, shifts });
      const size = ranges.reduce((sum, { gte, lt }) => sum + lt - gte, 0);
      sizes.push(size);
      return { created: size - missing, updated: 0, failures: [] };
    },
  } as unknown as OpenSearchCluster & { sizes: number[]; shiftOf(at: string): number | undefined };
}
