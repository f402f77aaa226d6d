import { describe, expect, it } from "vitest";
import { createBreaker } from "../../src/meaning/breaker.ts";

describe("a breaker", () => {
  let now = 0;
  const breakerAt = (time: number) => {
    now = time;
    return createBreaker({ failures: 3, rest: 100, longestRest: 250, now: () => now });
  };

  it("lets all through until three have failed in a row", () => {
    const breaker = breakerAt(0);
    breaker.failed();
    breaker.failed();
    breaker.succeeded();
    breaker.failed();
    breaker.failed();
    expect(breaker.allows()).toBe(true);
    breaker.failed();
    expect(breaker.allows()).toBe(false);
  });

  it("lets one through after its rest, and all when that one succeeds", () => {
    const breaker = breakerAt(0);
    for (let i = 0; i < 3; i++) breaker.failed();
    now = 100;
    expect(breaker.allows()).toBe(true);
    expect(breaker.allows()).toBe(false);
    breaker.succeeded();
    expect([breaker.allows(), breaker.allows()]).toEqual([true, true]);
  });

  it("rests twice as long after each further failure, up to the longest rest", () => {
    const breaker = breakerAt(0);
    for (let i = 0; i < 3; i++) breaker.failed();
    const rests = [100, 200, 250, 250].map((rest) => {
      const from = now;
      now = from + rest - 1;
      const before = breaker.allows();
      now = from + rest;
      const after = breaker.allows();
      breaker.failed();
      return [before, after];
    });
    expect(rests).toEqual(Array(4).fill([false, true]));
  });
});
