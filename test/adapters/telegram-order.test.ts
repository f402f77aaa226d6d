import fc from "fast-check";
import { Api, Context } from "grammy";
import type { UserFromGetMe } from "grammy/types";
import { describe, expect, it } from "vitest";
import { createChatQueue } from "../../adapters/telegram/chat-queue.ts";
import { createConfirmation } from "../../adapters/telegram/confirmation.ts";
import { gate } from "./contract.ts";
import { ANN, inGroup, toBot } from "./telegram-chat.ts";
import { ME, TOKEN } from "./telegram-server.ts";

describe("createConfirmation", () => {
  it("never lets Telegram forget what is unfinished, and everything once all is finished", () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.nat(1_000), { minLength: 1 }),
        fc.infiniteStream(fc.boolean()),
        (ids, coin) => {
          const confirmation = createConfirmation();
          const unfinished = new Set<number>();
          const flip = () => coin.next().value === true;
          for (const id of ids.toSorted((a, b) => a - b)) {
            expect(confirmation.begin(id, undefined, 0)).toBe(true);
            expect(confirmation.begin(id, undefined, 0)).toBe(false);
            unfinished.add(id);
            for (const open of unfinished) if (flip() && unfinished.delete(open)) confirmation.finish(open);
            for (const open of unfinished) expect(confirmation.offset).toBeLessThanOrEqual(open);
          }
          for (const open of unfinished) confirmation.finish(open);
          expect(confirmation.offset).toBe(Math.max(...ids) + 1);
        },
      ),
    );
  });

  it("confirms early what one chat with many questions has unfinished, and at once", () => {
    const confirmation = createConfirmation();
    for (let id = 0; id < 100; id++) confirmation.begin(id, id < 30 ? "chat 1" : `chat ${id}`, 0);
    expect(confirmation.confirmEarly(0)).toBe(30);
    expect(confirmation.offset).toBe(30);
    expect(confirmation.unfinished).toBe(70);
  });

  it("confirms early what a few chats have unfinished that are stuck, and only then", () => {
    const confirmation = createConfirmation();
    for (let id = 0; id < 100; id++) confirmation.begin(id, `chat ${id}`, 0);
    for (let id = 3; id < 100; id++) confirmation.finish(id);
    expect(confirmation.confirmEarly(1_000)).toBe(0);
    expect(confirmation.confirmEarly(2_500)).toBe(3);
    expect(confirmation.offset).toBe(100);
  });

  it("keeps everything where a platform is slow for all", () => {
    const confirmation = createConfirmation();
    for (let id = 0; id < 100; id++) confirmation.begin(id, `chat ${id % 25}`, 0);
    expect(confirmation.confirmEarly(10_000)).toBe(0);
    expect(confirmation.offset).toBe(0);
  });
});

describe("createChatQueue", () => {
  it("keeps the order within a chat, also when one of it fails, and runs other chats and updates without a chat meanwhile", async () => {
    const queue = createChatQueue();
    const release = gate();
    const seen: string[] = [];
    const run = (ctx: Context, work: () => unknown) =>
      queue.run(
        ctx,
        async () => void (await work()),
        () => {},
      );
    const first = run(contextOf(toBot(ANN, "1")), async () => {
      await release.opened;
      seen.push("a1");
      throw new Error("a1 fails");
    });
    const second = run(contextOf(toBot(ANN, "2")), () => seen.push("a2"));
    await run(contextOf(inGroup(ANN, "3")), () => seen.push("b1"));
    await run(contextOf({}), () => seen.push("free"));
    release.open();
    await expect(first).rejects.toThrow("a1 fails");
    await second;
    expect(seen).toEqual(["b1", "free", "a1", "a2"]);
  });

  it("takes no more than its depth, says so once until the chat is answered to the last, and takes as much again", async () => {
    const queue = createChatQueue(2);
    const ctx = contextOf(toBot(ANN, "x"));
    let [ran, full] = [0, 0];
    const run = (after?: Promise<void>) =>
      queue.run(
        ctx,
        async () => {
          await after;
          ran++;
        },
        () => full++,
      );
    for (let round = 1; round <= 2; round++) {
      const release = gate();
      const waiting = [run(release.opened), run(), run(), run()];
      await Promise.all(waiting.slice(2));
      expect(full).toBe(round);
      release.open();
      await Promise.all(waiting);
      expect(ran).toBe(2 * round);
    }
  });
});

function contextOf(update: object): Context {
  return new Context({ update_id: 1, ...update }, new Api(TOKEN), ME as UserFromGetMe);
}
