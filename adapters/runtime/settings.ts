import { resolve } from "node:path";
import { isWithinEdits, OperatorError } from "../../src/index.ts";
import { openSearchOf } from "./opensearch-settings.ts";
import { PROXY_VARIABLES, proxyFor } from "./proxy.ts";
import { readVariables, SECRET_KEYS, type VariableSource, type Variables } from "./setting-files.ts";
import { settingsSchema } from "./settings-schema.ts";
import { webhookOf } from "./webhook-settings.ts";

export type Settings = ReturnType<typeof readSettings>["settings"];
export type TelegramSettings = NonNullable<Settings["telegram"]>;
export type DiscordSettings = NonNullable<Settings["discord"]>;
export type EmbeddingsSettings = NonNullable<Settings["embeddings"]>;

/** All names that an operator may set. */
export const settingNames: readonly string[] = [
  ...Object.keys(settingsSchema.shape),
  ...SECRET_KEYS.map((key) => `${key}_FILE`),
  ...PROXY_VARIABLES,
];

/**
 * The settings, as the schema documents them; a platform is there when it has a token, and folders are absolute. A warning is
 * one sentence for the operator.
 * @throws OperatorError one sentence that names every key that cannot be used, with its cure and never with its value
 */
export function readSettings(source: VariableSource) {
  const { variables, problems, warnings } = readVariables(source);
  const { data, error } = settingsSchema.safeParse(variables);
  for (const { path, message } of error?.issues ?? []) problems.push(`${path.join(".")} ${message}`);
  const webhook = data && webhookOf(data, problems);
  const opensearch = data && openSearchOf(data, source.workingDir, problems);
  if (!data || problems.length > 0)
    throw new OperatorError(`Isnad cannot start with these settings: ${problems.join("; ")}.`);

  const { TELEGRAM_BOT_TOKEN, TELEGRAM_API_ROOT, DISCORD_TOKEN, DISCORD_API_ROOT } = data;
  warnings.unshift(...misspelt(Object.keys(variables)));
  const proxied = DISCORD_TOKEN && proxyFor(DISCORD_API_ROOT ?? "https://discord.com", variables);
  if (proxied)
    warnings.push(
      `${proxied.variable} is set, but Discord is called directly: its library takes no proxy for the gateway.`,
    );
  const telegram = TELEGRAM_BOT_TOKEN && {
    token: TELEGRAM_BOT_TOKEN,
    apiRoot: TELEGRAM_API_ROOT,
    /** `http://` or `https://`, maybe with a password; absent: none. */
    proxy: usableProxy(TELEGRAM_API_ROOT ?? "https://api.telegram.org", variables, warnings),
    /** Absent: updates are asked for. */
    ...(webhook && { webhook }),
  };
  const discord = DISCORD_TOKEN && {
    token: DISCORD_TOKEN,
    applicationId: data.DISCORD_APPLICATION_ID,
    apiRoot: DISCORD_API_ROOT,
    guildId: data.DISCORD_GUILD_ID,
    mentions: data.DISCORD_MENTIONS,
  };
  const embeddings = data.EMBEDDINGS_URL && {
    url: data.EMBEDDINGS_URL,
    model: data.EMBEDDINGS_MODEL,
    key: data.EMBEDDINGS_KEY,
    dimensions: data.EMBEDDINGS_DIMENSIONS,
    deadline: data.EMBEDDINGS_DEADLINE,
  };
  const rerank = data.RERANK_URL && {
    url: data.RERANK_URL,
    model: data.RERANK_MODEL,
    key: data.RERANK_KEY,
    deadline: data.RERANK_DEADLINE,
  };
  const settings = {
    corpusDir: data.CORPUS_DIR && resolve(source.workingDir, data.CORPUS_DIR),
    logLevel: data.LOG_LEVEL,
    /** Absent: it follows the person. */
    language: data.LANGUAGE === "auto" ? undefined : data.LANGUAGE,
    rateLimit: data.RATE_LIMIT,
    telegram: telegram || undefined,
    discord: discord || undefined,
    embeddings: embeddings || undefined,
    rerank: rerank || undefined,
    opensearch,
    /** Maybe with a password. */
    redisUrl: data.REDIS_URL,
    cacheDir: data.CACHE_DIR && resolve(source.workingDir, data.CACHE_DIR),
  };
  return { settings, warnings };
}

/** The tokens of the platforms that are on. */
export function tokensOf({ telegram, discord }: Settings): string[] {
  return [telegram, discord].flatMap((platform) => (platform ? [platform.token] : []));
}

/** The command runs the platforms: it logs, where others tell. */
export function serves(command: string, settings: Settings): boolean {
  return command === "serve" || (command === "run" && tokensOf(settings).length > 0);
}

/** Texts that no line may hold: the tokens, the keys, the secret of a webhook, and the passwords of a proxy, a store and a cluster. */
export function secretsOf(settings: Settings): string[] {
  const { telegram, embeddings, rerank, opensearch, redisUrl } = settings;
  const passwords = [telegram?.proxy, redisUrl].flatMap((url) => (url === undefined ? [] : passwordOf(url)));
  const keys = [embeddings?.key, rerank?.key, telegram?.webhook?.secret, opensearch?.password];
  return [
    ...tokensOf(settings),
    ...passwords,
    ...keys.map((key = "") => (key.length < SHORTEST_KEY ? "" : key)),
  ];
}

/** As it stands in an address, and as it is meant. */
function passwordOf(url: string): string[] {
  const { password } = new URL(url);
  try {
    return [password, decodeURIComponent(password)];
  } catch {
    return [password];
  }
}

/** A shorter key is a word for a server of one's own, and part of other words. */
const SHORTEST_KEY = 8;

/** A proxy of another kind is warned of, since an operator would look for it in vain. */
function usableProxy(apiRoot: string, variables: Variables, warnings: string[]): string | undefined {
  const proxy = proxyFor(apiRoot, variables);
  if (!proxy || (URL.canParse(proxy.url) && /^https?:/i.test(proxy.url))) return proxy?.url;
  warnings.push(
    `${proxy.variable} names no proxy that Isnad can use, so Telegram is called directly: it must start with http:// or https://.`,
  );
  return undefined;
}

/** A key that begins so is a setting of Isnad or meant to be one; another must be within two letters of a name. */
const OWN_PREFIX = /^(TELEGRAM|DISCORD|CORPUS|EMBEDDINGS|RERANK|CACHE|WEBHOOK|OPENSEARCH|REDIS)_/;
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
