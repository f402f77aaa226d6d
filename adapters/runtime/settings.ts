import { resolve } from "node:path";
import type { LogLevel } from "./log.ts";
import { OperatorError } from "./operator-error.ts";
import { proxyFor } from "./proxy.ts";
import type { RateLimit } from "./rate-limit.ts";
import { readSecretFile } from "./secret-file.ts";
import { type Environment, environmentSchema, secretKeys } from "./settings-schema.ts";
import { misspeltKeys } from "./settings-spelling.ts";

export interface Settings {
  /** Absolute; absent: the articles that ship. */
  readonly corpusDir?: string;
  readonly logLevel: LogLevel;
  readonly rateLimit: RateLimit;
  /** Present when the platform has a token. */
  readonly telegram?: TelegramSettings;
  readonly discord?: DiscordSettings;
}

export interface TelegramSettings {
  readonly token: string;
  /** Of a self-hosted Bot API server, without a slash at its end; absent: Telegram's own. */
  readonly apiRoot?: string;
  /** An HTTP proxy to reach the API through, `http://` or `https://`; may hold a password. Absent: none. */
  readonly proxy?: string;
}

export interface DiscordSettings {
  readonly token: string;
  /** Absent: asked of Discord. */
  readonly applicationId?: string;
  /** Without the version and without a slash at its end; absent: Discord's own. */
  readonly apiRoot?: string;
  /** Commands are registered to this server alone, for trials. */
  readonly guildId?: string;
  /** Mentions, replies and direct messages are answered as well. */
  readonly mentions: boolean;
}

export interface SettingsRead {
  readonly settings: Settings;
  /** One sentence each, for the operator. */
  readonly warnings: readonly string[];
}

/**
 * Reads the settings from `env`, a plain object of variables; `workingDir` is what relative paths count from.
 * Secrets are trimmed of what copying brings along; one may stand in a file named by the same key with `_FILE`.
 * @throws OperatorError one sentence that names every key that cannot be used, with its cure and never with its value
 */
export function readSettings(env: Variables, workingDir: string): SettingsRead {
  const secrets = secretsFromFiles(env, workingDir);
  const parsed = environmentSchema.safeParse({ ...env, ...secrets.found });
  const invalid = parsed.error?.issues.map((issue) => `${issue.path.join(".")} ${issue.message}`) ?? [];
  const problems = [...secrets.problems, ...invalid];
  if (!parsed.success || problems.length > 0) {
    throw new OperatorError(`Isnad cannot start with these settings: ${problems.join("; ")}.`);
  }
  const proxies = proxiesOf(parsed.data, env);
  return {
    settings: settingsOf(parsed.data, workingDir, proxies.telegram),
    warnings: [...misspeltKeys(Object.keys(env)), ...secrets.warnings, ...proxies.warnings],
  };
}

type Variables = Readonly<Record<string, string | undefined>>;

function secretsFromFiles(env: Variables, workingDir: string) {
  const found: Record<string, string> = {};
  const problems: string[] = [];
  const warnings: string[] = [];
  for (const key of secretKeys) {
    const name = `${key}_FILE`;
    const path = env[name]?.trim();
    if (!path) continue;
    if (env[key]?.trim()) {
      problems.push(`${key} and ${name} are both given: keep one of them`);
      continue;
    }
    const file = readSecretFile(resolve(workingDir, path));
    if ("problem" in file) {
      problems.push(`${name} ${file.problem}`);
      continue;
    }
    found[key] = file.text;
    if (file.worldReadable) {
      warnings.push(
        `${name} names a file that everybody on this machine may read: chmod 600 would keep it to you.`,
      );
    }
  }
  return { found, problems, warnings };
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

/** Leaves out what was not given, rather than carrying `undefined` about. */
function settingsOf(env: Environment, workingDir: string, proxy: string | undefined): Settings {
  return {
    logLevel: env.LOG_LEVEL,
    rateLimit: env.RATE_LIMIT,
    ...(env.CORPUS_DIR && { corpusDir: resolve(workingDir, env.CORPUS_DIR) }),
    ...(env.TELEGRAM_BOT_TOKEN && {
      telegram: {
        token: env.TELEGRAM_BOT_TOKEN,
        ...(env.TELEGRAM_API_ROOT && { apiRoot: env.TELEGRAM_API_ROOT }),
        ...(proxy && { proxy }),
      },
    }),
    ...(env.DISCORD_TOKEN && {
      discord: {
        token: env.DISCORD_TOKEN,
        mentions: env.DISCORD_MENTIONS,
        ...(env.DISCORD_APPLICATION_ID && { applicationId: env.DISCORD_APPLICATION_ID }),
        ...(env.DISCORD_API_ROOT && { apiRoot: env.DISCORD_API_ROOT }),
        ...(env.DISCORD_GUILD_ID && { guildId: env.DISCORD_GUILD_ID }),
      },
    }),
  };
}
