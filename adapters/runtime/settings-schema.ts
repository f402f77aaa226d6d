import { z } from "zod";
import { QUESTION_DEADLINE, RERANK_DEADLINE } from "../../src/index.ts";
import { LOG_LEVELS } from "./log.ts";
import { DEFAULT_RATE_LIMIT, parseRateLimit } from "./rate-limit.ts";

/** Digits, a colon and 35 letters, as BotFather gives it; the lengths have leeway, since none is promised. */
const TELEGRAM_TOKEN = /^\d{5,20}:[\w-]{30,}$/;
/** Three parts of base64url, the first of which is the application's id. */
const DISCORD_TOKEN = /^[\w-]{16,}\.[\w-]{4,}\.[\w-]{20,}$/;
/** White space, quotes, marks without width and the scheme of a header come along when a token is copied; none has them. */
const BESIDE_TOKEN = /^\W*Bot\s|[\s"'`\p{Cf}]/gu;
/** `en_US:en`: gettext's list of locales, which systems keep under the name `LANGUAGE` too. It is not meant for Isnad. */
const LOCALES = /^[a-z]{2,3}[_.@:][\w.@:-]*$/i;

/**
 * Every setting by its variable, trimmed, the empty ones left out. A message of an issue goes on after the variable's name,
 * says the cure, and never holds the value.
 */
export const settingsSchema = z.object({
  TELEGRAM_BOT_TOKEN: token(
    TELEGRAM_TOKEN,
    "is not a Telegram token: copy it from BotFather as it is (digits, a colon, 35 letters)",
    DISCORD_TOKEN,
    "holds a Discord token, which belongs in DISCORD_TOKEN",
  ),
  /** Of a self-hosted Bot API server; absent: Telegram's own. */
  TELEGRAM_API_ROOT: webAddress(),
  /** Telegram brings its updates there; absent: they are asked for. */
  WEBHOOK_URL: webAddress(),
  WEBHOOK_PORT: wholeNumber(1, 65_535).optional(),
  /** Absent: made of the token. */
  WEBHOOK_SECRET: z
    .string()
    .regex(/^[\w-]{1,256}$/, {
      error: "must be up to 256 of the letters A-Z and a-z, digits, _ and -: Telegram takes no others",
    })
    .optional(),
  DISCORD_TOKEN: token(
    DISCORD_TOKEN,
    "is not a Discord bot token: copy it from the page Bot of your application (three parts with dots between)",
    TELEGRAM_TOKEN,
    "holds a Telegram token, which belongs in TELEGRAM_BOT_TOKEN",
  ),
  /** Absent: asked of Discord. */
  DISCORD_APPLICATION_ID: snowflake("application's"),
  /** Without the version; absent: Discord's own. */
  DISCORD_API_ROOT: webAddress(),
  /** Commands are registered to this server alone, for trials. */
  DISCORD_GUILD_ID: snowflake("server's"),
  /** Mentions, replies and direct messages are answered as well. */
  DISCORD_MENTIONS: oneOf(["on", "true", "yes", "1", "off", "false", "no", "0"])
    .transform((word) => ["on", "true", "yes", "1"].includes(word))
    .default(true),
  /** Absent: the articles that ship. */
  CORPUS_DIR: z.string().optional(),
  /** Of every reply; `auto`: it follows the person. */
  LANGUAGE: z
    .string()
    .transform((value) => (LOCALES.test(value) ? "auto" : value))
    .pipe(oneOf(["auto", "ar", "en"]))
    .default("auto"),
  RATE_LIMIT: z
    .string()
    .default(DEFAULT_RATE_LIMIT)
    .transform(parseRateLimit)
    .refine((limit) => limit !== undefined, {
      error: `must be off, or counts from 1 per s, min or h up to a day, like ${DEFAULT_RATE_LIMIT}`,
    }),
  LOG_LEVEL: oneOf(LOG_LEVELS).default("info"),
  /** Of a server of embeddings; absent: answers go by words alone. */
  EMBEDDINGS_URL: webAddress(),
  /** Absent: asked of the server. */
  EMBEDDINGS_MODEL: z.string().optional(),
  EMBEDDINGS_KEY: z.string().optional(),
  /** Vectors are cut to so many numbers; absent: whole. */
  EMBEDDINGS_DIMENSIONS: wholeNumber(16, 8192).optional(),
  /** Milliseconds that a question waits for its vector. */
  EMBEDDINGS_DEADLINE: wholeNumber(1, 60_000).default(QUESTION_DEADLINE),
  /** Of a server of a reranker; absent: the order of words and meaning stands. */
  RERANK_URL: webAddress(),
  /** Absent: none is named, which servers of one model take. */
  RERANK_MODEL: z.string().optional(),
  RERANK_KEY: z.string().optional(),
  /** Milliseconds that a question waits for it. */
  RERANK_DEADLINE: wholeNumber(1, 60_000).default(RERANK_DEADLINE),
  /** Of Valkey or Redis, in which replicas count together; absent: each process counts alone. */
  REDIS_URL: z
    .url({
      protocol: /^rediss?$/,
      error: "must be an address that starts with redis:// or rediss://, like redis://127.0.0.1:6379",
    })
    .optional(),
  /** Absent: nothing is kept on disk. */
  CACHE_DIR: z.string().optional(),
  /** Of one or more nodes of OpenSearch, with commas between; absent: articles are read from their folder. */
  OPENSEARCH_URL: z.string().optional(),
  OPENSEARCH_USERNAME: z.string().optional(),
  OPENSEARCH_PASSWORD: z.string().optional(),
  /** A file with the certificates of authorities; absent: those that Node.js knows. */
  OPENSEARCH_CA: z.string().optional(),
  /** What the names of indices begin with. */
  OPENSEARCH_INDEX: z
    .string()
    .regex(/^[a-z0-9][a-z0-9_-]{0,99}$/, {
      error: "must be small Latin letters, digits, - and _, at most 100",
    })
    .default("isnad"),
  OPENSEARCH_SHARDS: wholeNumber(1, 1024).default(1),
  /** Copies of each shard, as far as there are nodes for them. */
  OPENSEARCH_REPLICAS: wholeNumber(0, 20).default(1),
});

/** `elsewhere` is said of a token of the other platform, `cure` of any other text. */
function token(own: RegExp, cure: string, other: RegExp, elsewhere: string) {
  return z
    .string()
    .overwrite((value) => value.replace(BESIDE_TOKEN, ""))
    .regex(own, { error: ({ input }) => (other.test(String(input)) ? elsewhere : cure) })
    .optional();
}

/** Without a slash at its end. */
function webAddress() {
  return z
    .url({ protocol: /^https?$/, error: "must be an address that starts with http:// or https://" })
    .transform((value) => value.replace(/(?<!\/)\/+$/, ""))
    .optional();
}

function snowflake(whose: string) {
  return z
    .string()
    .regex(/^\d{15,20}$/, { error: `must be the ${whose} id: 15 to 20 digits` })
    .optional();
}

function wholeNumber(least: number, most: number) {
  const error = `must be a whole number from ${least} to ${most}`;
  return z
    .string()
    .regex(/^\d{1,9}$/, { error })
    .transform(Number)
    .pipe(z.number({ error }).min(least, { error }).max(most, { error }));
}

/** One of `words`, in any case. */
function oneOf<const Word extends string>(words: readonly Word[]) {
  return z
    .string()
    .toLowerCase()
    .pipe(z.enum(words, { error: `must be one of ${words.join(", ")}` }));
}
