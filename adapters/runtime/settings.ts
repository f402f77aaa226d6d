import { resolve } from "node:path";
import { isWithinEdits, type Language, OperatorError } from "../../src/index.ts";
import type { LogLevel } from "./log.ts";
import { PROXY_VARIABLES, proxyFor } from "./proxy.ts";
import type { RateLimit } from "./rate-limit.ts";
import { SECRET_KEYS, secretsFromFiles, type Variables, withEnvFile } from "./secret-files.ts";
import { type Environment, environmentSchema } from "./settings-schema.ts";

export interface Settings {
  /** Absolute; absent: the articles that ship. */
  readonly corpusDir?: string | undefined;
  readonly logLevel: LogLevel;
  /** Of every reply; absent: it follows the person. */
  readonly language?: Language | undefined;
  readonly rateLimit: RateLimit;
  /** Present when the platform has a token. */
  readonly telegram?: TelegramSettings | undefined;
  readonly discord?: DiscordSettings | undefined;
}

export interface TelegramSettings {
  readonly token: string;
  /** Of a self-hosted Bot API server, without a slash at its end; absent: Telegram's own. */
  readonly apiRoot?: string | undefined;
  /** An HTTP proxy to reach the API through, `http://` or `https://`; may hold a password. Absent: none. */
  readonly proxy?: string | undefined;
}

export interface DiscordSettings {
  readonly token: string;
  /** Absent: asked of Discord. */
  readonly applicationId?: string | undefined;
  /** Without the version and without a slash at its end; absent: Discord's own. */
  readonly apiRoot?: string | undefined;
  /** Commands are registered to this server alone, for trials. */
  readonly guildId?: string | undefined;
  /** Mentions, replies and direct messages are answered as well. */
  readonly mentions: boolean;
}

export interface SettingsRead {
  readonly settings: Settings;
  /** One sentence each, for the operator. */
  readonly warnings: readonly string[];
}

/** All names that an operator may set. */
export const settingNames: readonly string[] = [
  ...Object.keys(environmentSchema.shape),
  ...SECRET_KEYS.map((key) => `${key}_FILE`),
  ...PROXY_VARIABLES,
];

/**
 * Reads the settings from `env`, a plain object of variables, and from the file `.env` of `workingDir`, which relative
 * paths count from. Secrets are trimmed of what copying brings along; one may stand in a file named by the same key
 * with `_FILE`.
 * @throws OperatorError one sentence that names every key that cannot be used, with its cure and never with its value
 */
export function readSettings(
  env: Readonly<Record<string, string | undefined>>,
  workingDir: string,
): SettingsRead {
  const { variables, warnings } = withEnvFile(env, workingDir);
  const secrets = secretsFromFiles(variables, workingDir);
  const parsed = environmentSchema.safeParse({ ...variables, ...secrets.found });
  const invalid = parsed.error?.issues.map((issue) => `${issue.path.join(".")} ${issue.message}`) ?? [];
  const problems = [...secrets.problems, ...invalid];
  if (!parsed.success || problems.length > 0) {
    throw new OperatorError(`Isnad cannot start with these settings: ${problems.join("; ")}.`);
  }
  const proxies = proxiesOf(parsed.data, variables);
  return {
    settings: settingsOf(parsed.data, workingDir, proxies.telegram),
    warnings: [...misspelt(Object.keys(variables)), ...warnings, ...secrets.warnings, ...proxies.warnings],
  };
}

/** A key that begins so is a setting of Isnad or meant to be one; another must be within two letters of a name. */
const OWN_PREFIX = /^(TELEGRAM|DISCORD|CORPUS)_/;
const NEAR = 2;

/** One warning for each key that looks like a setting and is none. A slip seldom changes the first letter. */
function misspelt(keys: readonly string[]): string[] {
  return keys.flatMap((key) => {
    if (settingNames.includes(key)) return [];
    const most = OWN_PREFIX.test(key) ? key.length : NEAR;
    const names = settingNames.filter((name) => name[0] === key[0]);
    for (let edits = 1; edits <= most; edits++) {
      const nearest = names.find((name) => isWithinEdits(key, name, edits));
      if (nearest) return [`${key} is not a setting of Isnad and has no effect: did you mean ${nearest}?`];
    }
    return [];
  });
}

const TELEGRAM_ROOT = "https://api.telegram.org";
const DISCORD_ROOT = "https://discord.com/api";

/** The proxy for Telegram; a warning for one that is set and not used, since an operator would look for it in vain. */
function proxiesOf(env: Environment, variables: Variables): { telegram?: string; warnings: string[] } {
  const telegram = env.TELEGRAM_BOT_TOKEN && proxyFor(env.TELEGRAM_API_ROOT ?? TELEGRAM_ROOT, variables);
  const discord = env.DISCORD_TOKEN && proxyFor(env.DISCORD_API_ROOT ?? DISCORD_ROOT, variables);
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
  return { ...(isUsable && { telegram: telegram.url }), warnings };
}

function settingsOf(env: Environment, workingDir: string, proxy: string | undefined): Settings {
  const { TELEGRAM_BOT_TOKEN: telegramToken, DISCORD_TOKEN: discordToken } = env;
  return {
    logLevel: env.LOG_LEVEL,
    language: env.LANGUAGE === "auto" ? undefined : env.LANGUAGE,
    rateLimit: env.RATE_LIMIT,
    corpusDir: env.CORPUS_DIR && resolve(workingDir, env.CORPUS_DIR),
    telegram: telegramToken ? { token: telegramToken, apiRoot: env.TELEGRAM_API_ROOT, proxy } : undefined,
    discord: discordToken
      ? {
          token: discordToken,
          applicationId: env.DISCORD_APPLICATION_ID,
          apiRoot: env.DISCORD_API_ROOT,
          guildId: env.DISCORD_GUILD_ID,
          mentions: env.DISCORD_MENTIONS,
        }
      : undefined,
  };
}
