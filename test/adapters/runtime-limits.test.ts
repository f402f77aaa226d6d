import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { Limits } from "../../adapters/runtime/limits.ts";
import { createLimits } from "../../adapters/runtime/limits.ts";
import { parseRateLimit } from "../../adapters/runtime/rate-limit.ts";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

async function ask(limits: Limits, person: string, times = 1, kind: "question" | "press" = "question") {
  const said: string[] = [];
  for (let i = 0; i < times; i++) {
    const admission = await limits.admit(kind, person);
    said.push(admission.allowed ? "ok" : admission.isFirst ? "first" : "excess");
  }
  return said;
}

describe("createLimits", () => {
  it("says the first excess of a run once, and is silent for the rest of it", async () => {
    const limits = createLimits([{ count: 2, seconds: 10 }]);
    expect(await ask(limits, "a", 5)).toEqual(["ok", "ok", "first", "excess", "excess"]);
    await vi.advanceTimersByTimeAsync(10_001);
    expect(await ask(limits, "a", 3)).toEqual(["ok", "ok", "first"]);
  });

  it("holds every window at once, and counts in the long one only what the short one let pass", async () => {
    const limits = createLimits([
      { count: 2, seconds: 10 },
      { count: 3, seconds: 60 },
    ]);
    await ask(limits, "a", 10);
    await vi.advanceTimersByTimeAsync(10_001);
    expect(await ask(limits, "a", 2)).toEqual(["ok", "first"]);
  });

  it("tells people apart", async () => {
    const limits = createLimits([{ count: 1, seconds: 10 }]);
    await ask(limits, "a", 3);
    expect(await ask(limits, "b")).toEqual(["ok"]);
  });

  it("gives presses a bucket of their own, ten times as large", async () => {
    const limits = createLimits([{ count: 1, seconds: 10 }]);
    await ask(limits, "a", 3);
    const presses = await ask(limits, "a", 12, "press");
    expect(presses.filter((said) => said === "ok")).toHaveLength(10);
  });

  it("allows everything where the setting is off", async () => {
    const limits = createLimits([]);
    expect(new Set(await ask(limits, "a", 1000))).toEqual(new Set(["ok"]));
    expect(await ask(limits, "a", 1, "press")).toEqual(["ok"]);
  });

  it("remembers no more people than it is told to", async () => {
    const limits = createLimits([{ count: 1, seconds: 60 }], { peopleLimit: 3 });
    await ask(limits, "first", 2);
    for (const person of ["b", "c", "d"]) await ask(limits, person);
    expect(await ask(limits, "first")).toEqual(["ok"]);
    expect(await ask(limits, "d")).toEqual(["first"]);
  });
});

describe("parseRateLimit", () => {
  it("reads counts and windows, shortest first", () => {
    expect(parseRateLimit("120/min, 30/10s,1000/2h")).toEqual([
      { count: 30, seconds: 10 },
      { count: 120, seconds: 60 },
      { count: 1000, seconds: 7200 },
    ]);
    expect(parseRateLimit(" OFF ")).toEqual([]);
  });

  it.each(["", "abc", "-1/s", "1e9/s", "0x10/s", "٥/s", "0/s", "30/0s", "30/100h", "30", "30/10", "30/10s,"])(
    "refuses %j",
    (text) => {
      expect(parseRateLimit(text)).toBeUndefined();
    },
  );
});
