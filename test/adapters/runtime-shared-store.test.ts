import { afterAll, beforeAll, beforeEach, describe, expect, it, onTestFinished } from "vitest";
import { createLimits } from "../../adapters/runtime/limits.ts";
import { freePort } from "../free-port.ts";
import { findValkey, startValkey, type Valkey } from "../valkey-server.ts";
import { openStore } from "./shared-store.ts";
import { eventually } from "./telegram-polling.ts";

const program = findValkey() ?? "";
const PERSON = "telegram:123456789";

/** Each `true` is an admission, `first` the refusal that is told, `false` one that is not. */
async function ask(limits: ReturnType<typeof createLimits>, times = 1) {
  const said: (boolean | "first")[] = [];
  for (let i = 0; i < times; i++) {
    const admission = await limits.admit("question", PERSON);
    said.push(admission.allowed || (admission.isFirst ? "first" : false));
  }
  return said;
}

describe.skipIf(program === "")("a store that replicas share (a server of Valkey or Redis)", () => {
  let valkey: Valkey;
  beforeAll(async () => {
    valkey = await startValkey({ program });
  });
  afterAll(() => valkey.close());
  beforeEach(async () => {
    const { store } = await openStore(valkey.url);
    await store.client.flushall();
  });

  it("counts a person's questions over all replicas, and tells the first one too many once", async () => {
    const setting = [
      { count: 3, seconds: 10 },
      { count: 5, seconds: 60 },
    ];
    const [one, other] = [
      createLimits(setting, await openStore(valkey.url)),
      createLimits(setting, await openStore(valkey.url)),
    ];
    expect([...(await ask(one, 2)), ...(await ask(other, 2)), ...(await ask(one, 2))]).toEqual([
      ...[true, true, true],
      ...["first", false, false],
    ]);
  });

  it("holds nobody's id, and nothing that does not expire", async () => {
    const { store } = await openStore(valkey.url);
    await ask(createLimits([{ count: 3, seconds: 10 }], { store }), 2);
    const keys = await store.client.keys("*");
    expect(keys).toHaveLength(1);
    for (const key of keys) {
      expect(key).not.toMatch(/123456789|telegram/);
      expect(await store.client.pttl(key)).toBeGreaterThan(0);
    }
  });

  it("is done without while it hangs, at the start too, and used again when it goes on, with a line for each", async () => {
    const hung = await startValkey({ program });
    onTestFinished(() => hung.close());
    const { store, lines } = await openStore(hung.url);
    const limits = createLimits([{ count: 2, seconds: 60 }], { store });
    hung.child.kill("SIGSTOP");
    const began = performance.now();
    expect(await ask(limits, 3)).toEqual([true, true, "first"]);
    expect(performance.now() - began).toBeLessThan(1_500);
    await eventually(() => lines.length === 1);
    expect(lines[0]).toContain("store.failed");
    const started = await openStore(hung.url);
    expect(started.lines.join("")).toContain("store.failed");
    expect(await started.store.attempt((client) => client.ping())).toBeUndefined();
    hung.child.kill("SIGCONT");
    await eventually(() => lines.length === 2);
    expect(lines.map((line) => JSON.parse(line).event)).toEqual(["store.failed", "store.back"]);
    expect(await store.attempt((client) => client.ping())).toBe("PONG");
    await eventually(() => started.lines.length === 2);
    expect(await started.store.attempt((client) => client.ping())).toBe("PONG");
  });

  it("says that a password is wrong, and goes on without the store", async () => {
    const secured = await startValkey({ program, password: "a-password-of-a-test" });
    onTestFinished(() => secured.close());
    const { store, lines } = await openStore(secured.url.replace("a-password", "another"));
    expect(lines.join("")).toMatch(/"code":"WRONGPASS"/);
    expect(lines.join("")).not.toContain("of-a-test");
    expect(await ask(createLimits([{ count: 1, seconds: 60 }], { store }), 2)).toEqual([true, "first"]);
    const right = await openStore(secured.url);
    expect(right.lines).toEqual([]);
    expect(await right.store.attempt((client) => client.ping())).toBe("PONG");
  });
});

describe("a store that is not there", () => {
  it("leaves each process to its own limits, at once and with one line", async () => {
    const { store, lines } = await openStore(`redis://127.0.0.1:${await freePort()}`);
    const limits = createLimits([{ count: 2, seconds: 60 }], { store });
    expect(await ask(limits, 4)).toEqual([true, true, "first", false]);
    expect(await store.attempt((client) => client.ping())).toBeUndefined();
    expect(lines.map((line) => JSON.parse(line))).toMatchObject([
      { event: "store.failed", code: "ECONNREFUSED" },
    ]);
  });
});
