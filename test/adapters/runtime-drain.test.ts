import { describe, expect, it } from "vitest";
import { createDrain } from "../../adapters/runtime/drain.ts";

function gate() {
  let open = () => {};
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { opened, open };
}

describe("createDrain", () => {
  it("waits for what was begun, and for what begins meanwhile", async () => {
    const drain = createDrain();
    const [first, second] = [gate(), gate()];
    const firstDone = drain.track(() => first.opened);
    const done = drain.drain(10_000);
    void drain.track(() => second.opened);
    first.open();
    await firstDone;
    expect(drain.size).toBe(1);
    second.open();
    expect(await done).toBe(true);
    expect(drain.size).toBe(0);
  });

  it("gives up after the time it was given and says so", async () => {
    const drain = createDrain();
    const never = gate();
    void drain.track(() => never.opened);
    expect(await drain.drain(5)).toBe(false);
    expect(drain.size).toBe(1);
    never.open();
  });

  it("leaves a failure to whoever began the work", async () => {
    const drain = createDrain();
    const failing = drain.track(() => {
      throw new Error("broken");
    });
    expect(await drain.drain(1000)).toBe(true);
    await expect(failing).rejects.toThrow("broken");
  });

  it("is done at once when nothing is under way", async () => {
    expect(await createDrain().drain(0)).toBe(true);
  });
});
