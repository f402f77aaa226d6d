import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { ALLOWED_UPDATES } from "../../adapters/telegram/updates.ts";
import type { Answer } from "./recorder.ts";
import { eventually, type Polling, privateText, startPolling, taking } from "./telegram-polling.ts";
import { refusal, startTelegramServer, TOKEN } from "./telegram-server.ts";

let polling: Polling;
beforeEach(async () => {
  polling = await startPolling();
});
afterEach(() => polling.close());

describe("long polling of Telegram", () => {
  it("asks for exactly the updates that are answered, a hundred at a time", async () => {
    polling.run(async () => {});
    const { body } = await polling.server.until(({ method }) => method === "getUpdates");
    expect(body.allowed_updates).toEqual([...ALLOWED_UPDATES]);
    expect(body.limit).toBe(100);
    expect(body.offset).toBeUndefined();
  });

  it("waits as long as Telegram says when it is asked too often", async () => {
    polling.failPolls(1, () => refusal(429, "Too Many Requests: retry after 7", { retry_after: 7 }));
    const { ids, take } = taking();
    polling.run(take);
    polling.server.push(privateText(1));
    await eventually(() => ids.length === 1);
    expect(polling.pauses).toEqual([7_000]);
  });

  it("goes on after errors of the server, pages of a proxy, broken and half answers, with growing pauses", async () => {
    const faults: Answer[] = [
      refusal(500, "Internal Server Error"),
      { status: 502, page: "<html>Bad Gateway</html>" },
      { drop: true },
      { half: '{"ok":true,"result":[' },
      { drop: true },
    ];
    polling.failPolls(faults.length, () => faults.shift());
    const { ids, take } = taking();
    polling.run(take, { timeoutSeconds: 0.3 });
    polling.server.push(privateText(1));
    await eventually(() => ids.length === 1);
    expect(polling.pauses.length).toBeGreaterThanOrEqual(4);
    expect(Math.max(...polling.pauses)).toBeGreaterThan(2_000);
    expect(polling.lines.join("")).not.toContain(TOKEN);
  });

  it("ends with the cure when the token is refused while it runs, and getMe says the same", async () => {
    for (const code of [401, 404]) {
      polling.server.fault = () => refusal(code, code === 401 ? "Unauthorized" : "Not Found");
      polling.run(async () => {});
      expect(await polling.end).toMatchObject({
        reason: "refused",
        message: expect.stringContaining("TELEGRAM_BOT_TOKEN"),
      });
      expect(polling.server.calls.at(-1)?.method).toBe("getMe");
    }
  });

  it("goes on after one stray 404 or 401 of something before Telegram", async () => {
    for (const code of [404, 401]) {
      polling.failPolls(1, () => refusal(code, "Not Found"));
      const { ids, take } = taking();
      polling.run(take);
      polling.server.push(privateText(1));
      await eventually(() => ids.length === 1);
      await polling.source?.stop(500);
    }
    expect(polling.lines.join("")).toContain('"because":"token"');
  });

  it("asks no more often for a wait that no timer can hold, or that is no number", async () => {
    const waits: unknown[] = [2_592_000, "soon", -1];
    polling.failPolls(3, () => refusal(429, "Too Many Requests", { retry_after: waits.shift() }));
    const { ids, take } = taking();
    polling.run(take);
    polling.server.push(privateText(1));
    await eventually(() => ids.length === 1);
    expect(polling.pauses).toEqual([86_400_000, 5_000, 1_000]);
  });

  it("says why Telegram cannot be reached", async () => {
    const root = polling.server.root;
    await polling.server.close();
    polling.server = { ...polling.server, root };
    polling.run(async () => {});
    await eventually(() => polling.lines.length > 0);
    expect(JSON.parse(polling.lines[0] ?? "{}")).toMatchObject({
      because: "unreached",
      code: "ECONNREFUSED",
    });
    await polling.source?.stop(500);
    polling.server = await startTelegramServer();
  });

  it("does not ask without a pause for what it can neither read nor confirm", async () => {
    polling.server.fault = ({ method }) =>
      method === "getUpdates" ? { json: { ok: true, result: [null] } } : undefined;
    polling.run(async () => {});
    await eventually(() => polling.pauses.length >= 3);
    expect(polling.server.calls.length).toBeLessThanOrEqual(polling.pauses.length + 2);
  });

  it("recovers from another request for updates within seconds, as a restart brings it about", async () => {
    polling.failPolls(2, () => refusal(409, "Conflict: terminated by other getUpdates request"));
    const { ids, take } = taking();
    polling.run(take);
    polling.server.push(privateText(1));
    await eventually(() => ids.length === 1);
    expect(polling.pauses).toHaveLength(2);
    for (const pause of polling.pauses) expect(pause >= 1_000 && pause <= 5_000).toBe(true);
    expect(polling.lines.join("")).not.toContain("second-instance");
  });

  it("says after 90 seconds that there is a second instance, and goes on slowly", async () => {
    polling.failPolls(100, () => refusal(409, "Conflict: terminated by other getUpdates request"));
    const { ids, take } = taking();
    polling.run(take);
    polling.server.push(privateText(1));
    await eventually(() => ids.length === 1);
    expect(polling.lines.join("")).toContain("second-instance");
    expect(polling.pauses.filter((pause) => pause === 30_000).length).toBeGreaterThan(10);
  });

  it("removes the webhook of an earlier start, with all that waits behind it", async () => {
    const { server } = polling;
    let isSet = true;
    server.fault = ({ method }) => {
      if (method === "deleteWebhook") isSet = false;
      return method === "getUpdates" && isSet ? refusal(409, WEBHOOK_IS_SET) : undefined;
    };
    const { ids, take } = taking();
    polling.run(take);
    server.push(privateText(1));
    await eventually(() => ids.length === 1);
    const removals = server.calls.filter(({ method }) => method === "deleteWebhook");
    expect(removals.map(({ body }) => body)).toEqual([{}]);
  });

  it("ends with the cure when another process sets a webhook while it polls", async () => {
    const { ids, take } = taking();
    polling.run(take);
    polling.server.push(privateText(1));
    await eventually(() => ids.length === 1);
    polling.failPolls(1, () => refusal(409, WEBHOOK_IS_SET));
    polling.server.push(privateText(2));
    expect(await polling.end).toMatchObject({
      reason: "refused",
      message: expect.stringContaining("WEBHOOK_URL"),
    });
    expect(polling.server.calls.map(({ method }) => method)).not.toContain("deleteWebhook");
  });
});

const WEBHOOK_IS_SET = "Conflict: can't use getUpdates method while webhook is active";
