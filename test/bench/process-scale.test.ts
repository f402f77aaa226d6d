import { expect, it } from "vitest";
import { type Measured, processTable } from "../../bench/process-table.ts";

it("tells each engine's ratio to the first, and what is over its limit", () => {
  const measured: Measured = {
    ...{ readyS: 10, readyCpuS: 10, rssBuiltMb: 100, rssMb: 200, rssMostMb: 200 },
    ...{ p50: 10, questionCpu: 9, p95: 20, p99: 30, perSecond: 100, lagBuilding: 1, lagAnswering: 1 },
  };
  const { text, over } = processTable(
    "3 passages",
    [
      { title: "stock", measured },
      { title: "ours", measured: { ...measured, p50: 12, rssMb: 100, diskMb: 7 }, isHeld: true },
    ],
    1.1,
  );
  expect(text).toMatch(/a question, p50, ms +10\.0 +12\.0 +1\.20/);
  expect(text).toMatch(/RSS after questions, MB +200 +100 +0\.50/);
  expect(text).toMatch(/index on disk, MB +- +7\.0 +-/);
  expect(over).toEqual(["ours: a question, p50, ms"]);
});
