import { describe, expect, it } from "vitest";
import { createLogger } from "../../adapters/runtime/log.ts";
import { OperatorError } from "../../adapters/runtime/operator-error.ts";
import { whereItIs } from "../../adapters/telegram/first-run.ts";
import { createTelegram } from "../../adapters/telegram/telegram.ts";
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

  it("T9, T11: refuses to start with a token that Telegram does not know, in one sentence with the cure", async () => {
    for (const error of [refusal(401, "Unauthorized"), refusal(404, "Not Found")]) {
      const server = await startTelegramServer();
      server.fault = () => error;
      const starting = openTelegram({ server });
      await expect(starting).rejects.toThrow(OperatorError);
      await expect(starting).rejects.toThrow(/TELEGRAM_BOT_TOKEN/);
      expect(server.calls).toHaveLength(1);
      await server.close();
    }
  });

  it("T6: waits at the start for Telegram to come back, and can be stopped meanwhile", async () => {
    const gone = await startTelegramServer();
    await gone.close();
    const adapter = createTelegram({
      assistant: { handle: () => Promise.reject(new Error("nobody asks")) },
      limits: { question: async () => "ok", press: async () => true },
      log: createLogger({ level: "silent" }),
      tell: () => {},
      settings: { token: TOKEN, apiRoot: gone.root },
    });
    const started = adapter.start();
    await new Promise((resolve) => setTimeout(resolve, 100));
    await adapter.stop(1_000);
    await started;
  });
});
