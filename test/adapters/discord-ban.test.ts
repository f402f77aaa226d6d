import { REST, RESTEvents, Routes } from "discord.js";
import { describe, expect, it, onTestFinished } from "vitest";
import { createBanGuard } from "../../adapters/discord/ban.ts";
import { createLogger } from "../../adapters/runtime/log.ts";
import { ask } from "./discord-acts.ts";
import { DIRECT_CHANNEL, first, isCallback, messageData, PERSON, TOKEN } from "./discord-server.ts";
import { open } from "./discord-session.ts";
import { type Answer, startRecorder } from "./recorder.ts";

/** A library behind its guard, before a server that gives these answers, and then says yes. */
async function guarded(...answers: Answer[]) {
  const recorder = await startRecorder(() => answers.shift() ?? { json: {} });
  const lines: string[] = [];
  const log = createLogger({
    level: "debug",
    sink: { write: (line) => lines.push(line), writableLength: 0 },
  });
  const guard = createBanGuard(log);
  const rest = new REST({ api: recorder.root, makeRequest: guard.makeRequest }).setToken(TOKEN);
  guard.watch(rest);
  onTestFinished(async () => {
    rest.clearHandlerSweeper();
    rest.clearHashSweeper();
    await recorder.close();
  });
  return { rest, requests: recorder.requests, lines, ask: () => rest.get(Routes.gateway()) };
}

describe("a ban", () => {
  it("by a page instead of JSON silences every request for as long as it lasts", async () => {
    const { server, lines } = await open();
    server.fault = first(isCallback, { status: 429, page: "<html>banned</html>" });
    await server.interact(ask("سؤال"));
    const author = { id: PERSON };
    const direct = { id: "1", channel_id: DIRECT_CHANNEL, channel_type: 1, content: "سؤال", author };
    server.dispatch("MESSAGE_CREATE", messageData(direct));
    await expect.poll(() => lines.join("")).toContain('"outcome":"dropped"');
    expect(server.requests.filter(({ path }) => path.includes("/channels/"))).toEqual([]);
    expect(lines.join("")).toContain("discord.banned");
  });

  it("is over when its time is", async () => {
    const banned: Answer = {
      status: 429,
      json: "no object",
      headers: { "content-type": "text/html", "retry-after": "0.3" },
    };
    const { ask, requests } = await guarded(banned);
    await expect(ask()).rejects.toThrow(/banned/);
    await expect(ask()).rejects.toThrow(/for a while/);
    expect(requests).toHaveLength(1);
    await expect
      .poll(() =>
        ask().then(
          () => "answered",
          () => "silent",
        ),
      )
      .toBe("answered");
    const [before, after] = requests.map(({ at }) => at);
    expect((after ?? 0) - (before ?? 0)).toBeGreaterThanOrEqual(290);
  });

  it("that names no time, or one that is no number, lasts a minute, and a very long one is tried again after an hour", async () => {
    for (const [headers, seconds] of [
      [{}, 60],
      [{ "retry-after": "soon" }, 60],
      [{ "retry-after": "2592000", "content-type": "text/html" }, 3600],
    ] as const) {
      const { ask, requests, lines } = await guarded({ status: 429, json: {}, headers });
      await expect(ask()).rejects.toThrow(/banned/);
      await expect(ask()).rejects.toThrow(/for a while/);
      expect(requests).toHaveLength(1);
      expect(lines.join("")).toContain(`"seconds":${seconds}`);
    }
  });

  it("is kept off: when half the refusals that lead to one have come, nothing is sent until they are forgotten", async () => {
    const { rest, ask, requests, lines } = await guarded();
    rest.emit(RESTEvents.InvalidRequestWarning, { count: 4500, remainingTime: 60_000 });
    await ask();
    rest.emit(RESTEvents.InvalidRequestWarning, { count: 5000, remainingTime: 60_000 });
    await expect(ask()).rejects.toThrow(/for a while/);
    expect(requests).toHaveLength(1);
    expect(lines.filter((line) => line.includes("discord.refusals"))).toHaveLength(2);
    expect(lines.join("")).toMatch(/discord\.banned.*"?/);
  });
});
