import { describe, expect, it } from "vitest";
import type { AdapterEnd, ChatAdapter } from "../../adapters/runtime/adapter.ts";
import { createLogger } from "../../adapters/runtime/log.ts";
import { runAdapters } from "../../adapters/runtime/run-adapters.ts";
import { OperatorError } from "../../src/index.ts";

/** A platform whose fate a test decides. */
function platform(start: () => Promise<void> = async () => {}) {
  const state = { stops: [] as number[], end: (_end: AdapterEnd) => {}, stopping: Promise.resolve() };
  const ended = new Promise<AdapterEnd>((resolve) => {
    state.end = resolve;
  });
  const adapter: ChatAdapter = {
    start,
    ended,
    stop: (graceMs) => {
      state.stops.push(graceMs);
      return state.stopping;
    },
  };
  return { adapter, state };
}

function run(adapters: Record<string, ChatAdapter>) {
  const told: string[] = [];
  const lines: string[] = [];
  const log = createLogger({ level: "info", sink: { writableLength: 0, write: (line) => lines.push(line) } });
  const running = runAdapters(new Map(Object.entries(adapters)), {
    log,
    tell: (sentence) => told.push(sentence),
  });
  return { running, told, lines };
}

describe("runAdapters", () => {
  it("stops all with the grace given and finishes with 0", async () => {
    const [a, b] = [platform(), platform()];
    const { running } = run({ a: a.adapter, b: b.adapter });
    await running.stop(4000);
    expect(await running.finished).toBe(0);
    expect([a.state.stops, b.state.stops]).toEqual([[4000], [4000]]);
  });

  it("keeps the other platform up when one revokes its token, and ends with 78 when that goes too", async () => {
    const [a, b] = [platform(), platform()];
    const { running, told } = run({ a: a.adapter, b: b.adapter });
    a.state.end({ reason: "refused", message: "a refuses the token." });
    await expect.poll(() => told).toEqual(["a refuses the token."]);
    expect(b.state.stops).toEqual([]);
    b.state.end({ reason: "refused", message: "b refuses the token." });
    expect(await running.finished).toBe(78);
  });

  it("ends with 1 when a platform failed for a reason that starting again may cure", async () => {
    const [a, b] = [platform(), platform()];
    const { running } = run({ a: a.adapter, b: b.adapter });
    a.state.end({ reason: "failed", message: "a is gone." });
    b.state.end({ reason: "refused", message: "b refuses." });
    expect(await running.finished).toBe(1);
  });

  it("takes an operator's error at the start as a refusal, and any other as a bug with its stack in the log", async () => {
    const refused = platform(async () => {
      throw new OperatorError("Give it another token.");
    });
    const first = run({ a: refused.adapter });
    expect(await first.running.finished).toBe(78);
    expect(first.told).toEqual(["Give it another token."]);
    const broken = platform(async () => {
      throw new TypeError("undefined is not a bot");
    });
    const second = run({ a: broken.adapter });
    expect(await second.running.finished).toBe(1);
    expect(second.lines.join("")).toMatch(/undefined is not a bot.*stack/);
    expect(second.told.join("")).not.toContain("undefined");
  });

  it("does not wait for a platform that does not stop", async () => {
    const a = platform();
    a.state.stopping = new Promise(() => {});
    const { running } = run({ a: a.adapter });
    await running.stop(1);
    expect(await running.finished).toBe(0);
  });

  it("calls no platform ready once all are told to stop", async () => {
    let started = () => {};
    const late = platform(() => new Promise<void>((resolve) => (started = resolve)));
    const { running, lines } = run({ late: late.adapter });
    const stopped = running.stop(1000);
    started();
    await stopped;
    expect(lines.join("")).not.toContain("platform.ready");
  });

  it("does not wait for a start that never comes", async () => {
    const { running } = run({ a: platform(() => new Promise(() => {})).adapter });
    await running.stop(1000);
    expect(await running.finished).toBe(0);
  });
});
