import type { Assistant } from "../src/index.ts";
import type { ChatAdapter } from "./runtime/adapter.ts";
import { createGuard } from "./runtime/guard.ts";
import type { Logger } from "./runtime/logger.ts";
import { type Settings, tokensOf } from "./runtime/settings.ts";
import type { SharedStore } from "./runtime/shared-store.ts";

export interface PlatformsOptions {
  readonly log: Logger;
  tell(sentence: string): void;
}

/** The chat platforms by their names, one line for each; it is loaded only when it has a token. */
export async function openPlatforms(
  settings: Settings,
  assistant: Assistant,
  { log, tell }: PlatformsOptions,
): Promise<Map<string, ChatAdapter>> {
  const { createLimits } = await import("./runtime/limits.ts");
  const store = await openStore(settings, log);
  const limits = createLimits(settings.rateLimit, { store });
  const parts = (platform: string) => ({
    log,
    tell,
    guard: createGuard(assistant, { platform, limits, log }),
  });
  const platforms = new Map<string, ChatAdapter>();
  if (settings.telegram) {
    const { createTelegram } = await import("./telegram/telegram.ts");
    platforms.set("telegram", createTelegram({ ...parts("telegram"), settings: settings.telegram, store }));
  } else tell("Telegram is off: TELEGRAM_BOT_TOKEN is not set.");
  if (settings.discord) {
    const { createDiscord } = await import("./discord/discord.ts");
    platforms.set("discord", createDiscord({ ...parts("discord"), settings: settings.discord }));
  } else tell("Discord is off: DISCORD_TOKEN is not set.");
  return platforms;
}

/** The store that replicas share, where one is set. Its keys are made with the token, which replicas share too. */
async function openStore(settings: Settings, log: Logger): Promise<SharedStore | undefined> {
  const [secret = ""] = tokensOf(settings);
  if (settings.redisUrl === undefined) return undefined;
  const { openSharedStore } = await import("./runtime/shared-store.ts");
  return openSharedStore({ url: settings.redisUrl, secret, log });
}
