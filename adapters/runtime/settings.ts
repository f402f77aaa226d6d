import { resolve } from "node:path";
import type { z } from "zod";
import { isWithinEdits, OperatorError } from "../../src/index.ts";
import { PROXY_VARIABLES, proxyFor } from "./proxy.ts";
import { readVariables, SECRET_KEYS, type VariableSource, type Variables } from "./setting-files.ts";
import { settingsSchema } from "./settings-schema.ts";

export type Settings = ReturnType<typeof settingsOf>;
export type TelegramSettings = NonNullable<Settings["telegram"]>;
export type DiscordSettings = NonNullable<Settings["discord"]>;

/** All names that an operator may set. */
export const settingNames: readonly string[] = [
  ...Object.keys(settingsSchema.shape),
  ...SECRET_KEYS.map((key) => `${key}_FILE`),
  ...PROXY_VARIABLES,
];

/**
 * Reads the settings; a warning is one sentence for the operator.
 * @throws OperatorError one sentence that names every key that cannot be used, with its cure and never with its value
 */
export function readSettings(source: VariableSource): {
  readonly settings: Settings;
  readonly warnings: readonly string[];
} {
  const { variables, problems, warnings } = readVariables(source);
  const { data, error } = settingsSchema.safeParse(variables);
  for (const { path, message } of error?.issues ?? []) problems.push(`${path.join(".")} ${message}`);
  if (!data || problems.length > 0) {
    throw new OperatorError(`Isnad cannot start with these settings: ${problems.join("; ")}.`);
  }
  const proxy = proxyOf(data, variables);
  return {
    settings: settingsOf(data, source.workingDir, proxy.telegram),
    warnings: [...misspelt(Object.keys(variables)), ...warnings, ...proxy.warnings],
  };
}

type Values = z.infer<typeof settingsSchema>;

/** A platform is there when it has a token. */
function settingsOf(values: Values, workingDir: string, proxy: string | undefined) {
  const { TELEGRAM_BOT_TOKEN: telegramToken, DISCORD_TOKEN: discordToken } = values;
  return {
    /** Absolute; absent: the articles that ship. */
    corpusDir: values.CORPUS_DIR && resolve(workingDir, values.CORPUS_DIR),
    logLevel: values.LOG_LEVEL,
    /** Of every reply; absent: it follows the person. */
    language: values.LANGUAGE === "auto" ? undefined : values.LANGUAGE,
    rateLimit: values.RATE_LIMIT,
    telegram: telegramToken
      ? {
          token: telegramToken,
          /** Of a self-hosted Bot API server, without a slash at its end; absent: Telegram's own. */
          apiRoot: values.TELEGRAM_API_ROOT,
          /** An HTTP proxy to reach the API through, `http://` or `https://`; may hold a password. Absent: none. */
          proxy,
        }
      : undefined,
    discord: discordToken
      ? {
          token: discordToken,
          /** Absent: asked of Discord. */
          applicationId: values.DISCORD_APPLICATION_ID,
          /** Without the version and without a slash at its end; absent: Discord's own. */
          apiRoot: values.DISCORD_API_ROOT,
          /** Commands are registered to this server alone, for trials. */
          guildId: values.DISCORD_GUILD_ID,
          /** Mentions, replies and direct messages are answered as well. */
          mentions: values.DISCORD_MENTIONS,
        }
      : undefined,
  };
}

/** The proxy for Telegram; a warning for one that is set and not used, since an operator would look for it in vain. */
function proxyOf(values: Values, variables: Variables) {
  const { TELEGRAM_API_ROOT = "https://api.telegram.org", DISCORD_API_ROOT = "https://discord.com" } = values;
  const telegram = values.TELEGRAM_BOT_TOKEN && proxyFor(TELEGRAM_API_ROOT, variables);
  const discord = values.DISCORD_TOKEN && proxyFor(DISCORD_API_ROOT, variables);
  const warnings: string[] = [];
  const isUsable = telegram && URL.canParse(telegram.url) && /^https?:/i.test(telegram.url);
  if (telegram && !isUsable)
    warnings.push(
      `${telegram.variable} names no proxy that Isnad can use, so Telegram is called directly: it must start with http:// or https://.`,
    );
  if (discord)
    warnings.push(
      `${discord.variable} is set, but Discord is called directly: its library takes no proxy for the gateway.`,
    );
  return { telegram: isUsable ? telegram.url : undefined, warnings };
}

/** A key that begins so is a setting of Isnad or meant to be one; another must be within two letters of a name. */
const OWN_PREFIX = /^(TELEGRAM|DISCORD|CORPUS)_/;
const NEAR = 2;

/** `TELEGRAM_TOKEN`: one warning for each key that looks like a setting without being one. A slip seldom changes the first letter. */
function misspelt(keys: readonly string[]): string[] {
  return keys.flatMap((key) => {
    if (settingNames.includes(key)) return [];
    const names = settingNames.filter((name) => name[0] === key[0]);
    for (let edits = 1; edits <= (OWN_PREFIX.test(key) ? key.length : NEAR); edits++) {
      const nearest = names.find((name) => isWithinEdits(key, name, edits));
      if (nearest) return [`${key} is not a setting of Isnad and has no effect: did you mean ${nearest}?`];
    }
    return [];
  });
}
