import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createLanes } from "../../adapters/telegram/lanes.ts";
import { createNewest } from "../../adapters/telegram/newest.ts";
import { createWindow } from "../../adapters/telegram/window.ts";
import { gate } from "./contract.ts";

describe("createWindow", () => {
  it("never lets Telegram forget what is unfinished, and everything once all is finished", () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.nat(1_000), { minLength: 1 }),
        fc.infiniteStream(fc.boolean()),
        (ids, coin) => {
          const window = createWindow();
          const unfinished = new Set<number>();
          const flip = () => coin.next().value === true;
          for (const id of ids.toSorted((a, b) => a - b)) {
            expect(window.admit(id, undefined, 0)).toBe(true);
            expect(window.admit(id, undefined, 0)).toBe(false);
            unfinished.add(id);
            for (const open of unfinished) if (flip() && unfinished.delete(open)) window.finish(open, 0);
            for (const open of unfinished) expect(window.offset).toBeLessThanOrEqual(open);
          }
          for (const open of unfinished) window.finish(open, 0);
          expect(window.offset).toBe(Math.max(...ids) + 1);
        },
      ),
    );
  });

  it("lets go of a few stuck chats when everybody else was answered", () => {
    const window = createWindow();
    for (let id = 0; id < 100; id++) window.admit(id, id < 60 ? "chat 1" : `chat ${id}`, 0);
    for (let id = 60; id < 100; id++) window.finish(id, 50);
    expect(window.letGo(1_000)).toBe(0);
    expect(window.letGo(2_500)).toBe(60);
    expect(window.offset).toBe(100);
  });

  it("lets go of nothing where many chats wait, where none is answered, or where one is answered slowly", () => {
    const many = createWindow();
    for (let id = 0; id < 100; id++) many.admit(id, `chat ${id}`, 0);
    many.finish(99, 50);
    expect(many.letGo(10_000)).toBe(0);

    const none = createWindow();
    for (let id = 0; id < 100; id++) none.admit(id, `chat ${id % 5}`, 0);
    expect(none.letGo(10_000)).toBe(0);

    const slow = createWindow();
    for (let id = 0; id < 100; id++) slow.admit(id, id === 0 ? "done" : "chat 1", 0);
    slow.finish(0, 50);
    slow.finish(1, 9_000);
    expect(slow.letGo(10_000)).toBe(0);
    expect(slow.offset).toBe(2);
  });
});

describe("createLanes", () => {
  it("keeps the order within a lane, whatever fails in it, and runs other lanes meanwhile", async () => {
    const lanes = createLanes();
    const release = gate();
    const seen: string[] = [];
    const note = (text: string) => async () => void seen.push(text);
    const first = lanes.run("a", async () => {
      await release.opened;
      seen.push("a1");
      throw new Error("a1 fails");
    });
    const second = lanes.run("a", note("a2"));
    await lanes.run("b", note("b1"));
    await lanes.run(undefined, note("free"));
    release.open();
    await expect(first).rejects.toThrow("a1 fails");
    expect(await second).toBe(true);
    expect(seen).toEqual(["b1", "free", "a1", "a2"]);
  });

  it("takes no more than its depth, and as much again afterwards", async () => {
    const lanes = createLanes(2);
    const release = gate();
    const first = lanes.run("a", () => release.opened);
    const second = lanes.run("a", async () => {});
    expect(await lanes.run("a", async () => {})).toBe(false);
    release.open();
    await Promise.all([first, second]);
    expect(await lanes.run("a", async () => {})).toBe(true);
  });
});

describe("createNewest", () => {
  it("U24: shows the first and the newest of many presses, and a double press once", async () => {
    const newest = createNewest(async () => {});
    const release = gate();
    const shown: number[] = [];
    const showing = (number: number, after?: Promise<void>) => async () => {
      await after;
      return shown.push(number) > 0;
    };
    const first = newest.run("m", "0", showing(0, release.opened));
    await Promise.all(Array.from({ length: 50 }, (_, i) => newest.run("m", `${i + 1}`, showing(i + 1))));
    release.open();
    await first;
    expect(shown).toEqual([0, 50]);
    const held = gate();
    const twice = [1, 2].map(() => newest.run("n", "same", showing(99, held.opened)));
    held.open();
    await Promise.all(twice);
    await newest.run("n", "same", showing(99));
    expect(shown).toEqual([0, 50, 99]);
  });

  it("shows again what could not be shown, and what something else was shown after", async () => {
    const newest = createNewest(async () => {});
    const shown: string[] = [];
    await newest.run("m", "a", async () => false);
    for (const token of ["a", "b", "a"]) await newest.run("m", token, async () => shown.push(token) > 0);
    expect(shown).toEqual(["a", "b", "a"]);
  });

  it("U24: edits a message at most once a second, after the first few", async () => {
    const pauses: number[] = [];
    const newest = createNewest(async (ms) => void pauses.push(ms));
    for (let i = 0; i < 8; i++) await newest.run("m", `${i}`, async () => true);
    expect(pauses).toHaveLength(3);
    expect(Math.max(...pauses)).toBeGreaterThan(2_500);
  });
});
