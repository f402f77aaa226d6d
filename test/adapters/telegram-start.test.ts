import { describe, expect, it, vi } from "vitest";
import { createGuard } from "../../adapters/runtime/guard.ts";
import { createLogger } from "../../adapters/runtime/log.ts";
import { whereItIs } from "../../adapters/telegram/bot-profile.ts";
import { createTelegram } from "../../adapters/telegram/telegram.ts";
import { OperatorError } from "../../src/index.ts";
import { openTelegram } from "./telegram-chat.ts";
import { ME, refusal, startTelegramServer, TOKEN } from "./telegram-server.ts";

const me = { ...ME } as unknown as Parameters<typeof whereItIs>[0];

describe("createTelegram", () => {
  it("registers commands by scope, name and descriptions, in Arabic and for everybody, and nothing twice", async () => {
    const server = await startTelegramServer();
    const kept = new Map<string, unknown>();
    server.fault = ({ method, body }) => {
      const [, verb, thing] = /^(get|set)My(\w+)$/.exec(method) ?? [];
      const { commands, ...place } = body;
      const value = thing === "Commands" ? commands : body;
      const key = `${thing} ${thing === "Commands" ? JSON.stringify(place) : (body.language_code ?? "")}`;
      if (verb === "set") kept.set(key, value);
      if (verb === "get" && kept.has(key)) return { json: { ok: true, result: kept.get(key) } };
      return undefined;
    };
    const sets = () => server.calls.filter(({ method }) => method.startsWith("setMy"));
    const first = await openTelegram({ server });
    expect(sets()).toHaveLength(12);
    expect(sets().filter(({ body }) => body.language_code === "ar")).toHaveLength(6);
    for (const { method, body } of sets()) {
      if (method !== "setMyCommands") continue;
      for (const { command, description } of body.commands as { command: string; description: string }[]) {
        expect(command).toMatch(/^[a-z0-9_]{1,32}$/);
        expect(/[\u0600-\u06ff]/.test(description)).toBe(body.language_code === "ar");
      }
    }
    await first.adapter.stop(500);
    const second = await openTelegram({ server });
    expect(sets()).toHaveLength(12);
    await second.close();
  });

  it("tells the operator where the bot is and what is switched off, with the way to switch it on", async () => {
    const telegram = await openTelegram();
    expect(telegram.told).toEqual([`Telegram: the bot is at https://t.me/${ME.username}.`]);
    await telegram.close();
    const off = whereItIs({
      ...me,
      supports_inline_queries: false,
      supports_guest_queries: false,
      can_join_groups: false,
    });
    expect(off).toContain("/setinline");
    expect(off).toContain("Guest Mode");
    expect(off).toContain("/setjoingroups");
    expect(off.split("\n")).toHaveLength(1);
  });

  it("refuses to start with a token that Telegram refuses twice, in one sentence with the cure", async () => {
    for (const error of [refusal(401, "Unauthorized"), refusal(404, "Not Found")]) {
      const server = await startTelegramServer();
      server.fault = () => error;
      const starting = openTelegram({ server });
      await expect(starting).rejects.toThrow(OperatorError);
      await expect(starting).rejects.toThrow(/TELEGRAM_BOT_TOKEN/);
      expect(server.calls).toHaveLength(2);
      await server.close();
    }
  });

  it("starts in spite of one stray 404 of something before Telegram", async () => {
    const server = await startTelegramServer();
    let left = 1;
    server.fault = ({ method }) => (method === "getMe" && left-- > 0 ? refusal(404, "Not Found") : undefined);
    const telegram = await openTelegram({ server });
    expect(telegram.told).toHaveLength(1);
    await telegram.close();
  });

  it("waits at the start for Telegram to come back, says why it is not reached, and can be stopped meanwhile", async () => {
    const gone = await startTelegramServer();
    await gone.close();
    const lines: string[] = [];
    const log = createLogger({
      level: "info",
      sink: { write: (line) => lines.push(line), writableLength: 0 },
    });
    const handle = () => Promise.reject(new Error("nobody asks"));
    const limits = { admit: async () => ({ allowed: true }) as const };
    const adapter = createTelegram({
      guard: createGuard({ handle }, { platform: "telegram", limits, log }),
      log,
      tell: () => {},
      settings: { token: TOKEN, apiRoot: gone.root, proxy: undefined },
    });
    const started = adapter.start();
    await vi.waitUntil(() => lines.length > 0);
    await adapter.stop(1_000);
    await started;
    expect(JSON.parse(lines[0] ?? "{}")).toMatchObject({
      event: "telegram.unreachable",
      because: "unreached",
      code: "ECONNREFUSED",
    });
    expect(lines.join("")).not.toContain(TOKEN);
  });
});
