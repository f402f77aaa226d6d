import { z } from "zod";
import { DEFAULT_RATE_LIMIT, parseRateLimit } from "./rate-limit.ts";

/** Digits, a colon, 35 letters: `\w-` as BotFather gives it. Some leeway, since its length is promised nowhere. */
const TELEGRAM_TOKEN = /^\d{5,20}:[\w-]{30,}$/;
/** Three parts of base64url, the first of which is the application's id. */
const DISCORD_TOKEN = /^[\w-]{16,}\.[\w-]{4,}\.[\w-]{20,}$/;
const SNOWFLAKE = /^\d{15,20}$/;

/** The one set of words for yes and no, in any case. */
const BOOLEANS: ReadonlyMap<string, boolean> = new Map([
  ["on", true],
  ["true", true],
  ["yes", true],
  ["1", true],
  ["off", false],
  ["false", false],
  ["no", false],
  ["0", false],
]);

const LOG_LEVELS = ["trace", "debug", "info", "warn", "error", "fatal", "silent"] as const;

/**
 * Every variable that Isnad reads. A message of an issue goes on after the key's name, says the cure, and never holds
 * the value. An empty value is as good as none, but for RATE_LIMIT: no limit at all must be meant, not slipped in.
 */
export const environmentSchema = z.object({
  TELEGRAM_BOT_TOKEN: token(TELEGRAM_TOKEN, [
    [DISCORD_TOKEN, "holds a Discord token, which belongs in DISCORD_TOKEN"],
    [/^/, "is not a Telegram token: copy it from BotFather as it is (digits, a colon, 35 letters)"],
  ]),
  TELEGRAM_API_ROOT: webAddress(),
  DISCORD_TOKEN: token(DISCORD_TOKEN, [
    [TELEGRAM_TOKEN, "holds a Telegram token, which belongs in TELEGRAM_BOT_TOKEN"],
    [
      /^/,
      "is not a Discord bot token: copy it from the page Bot of your application (three parts with dots between)",
    ],
  ]),
  DISCORD_APPLICATION_ID: snowflake("application's"),
  DISCORD_API_ROOT: webAddress(),
  DISCORD_GUILD_ID: snowflake("server's"),
  DISCORD_MENTIONS: boolean(true),
  CORPUS_DIR: text(),
  RATE_LIMIT: z
    .string()
    .default(DEFAULT_RATE_LIMIT)
    .transform((value, context) => {
      const limit = parseRateLimit(value);
      if (limit) return limit;
      context.addIssue({
        code: "custom",
        message: `must be off, or counts from 1 per s, min or h up to a day, like ${DEFAULT_RATE_LIMIT}`,
      });
      return z.NEVER;
    }),
  LOG_LEVEL: z
    .string()
    .optional()
    .transform((value) => value?.trim().toLowerCase() || "info")
    .pipe(z.enum(LOG_LEVELS, { error: `must be one of ${LOG_LEVELS.join(", ")}` })),
});

export type Environment = z.infer<typeof environmentSchema>;

/** Keys that may also be given as a file, by the same name with `_FILE`. */
export const secretKeys = [
  "TELEGRAM_BOT_TOKEN",
  "DISCORD_TOKEN",
] as const satisfies readonly (keyof Environment)[];

/** All names that an operator may set. */
export const settingNames: readonly string[] = [
  ...Object.keys(environmentSchema.shape),
  ...secretKeys.map((key) => `${key}_FILE`),
];

/** What copying brings along: white space, quotes, a byte order mark, zero-width marks, and the scheme of a header. */
function trimToken(value: string): string {
  const bare = value.replace(
    /^[\s"'`\u200b-\u200f\u2066-\u2069\ufeff]+|[\s"'`\u200b-\u200f\u2066-\u2069\ufeff]+$/g,
    "",
  );
  const unprefixed = bare.replace(/^Bot\s+/i, "");
  return unprefixed === value ? value : trimToken(unprefixed);
}

function text() {
  return z
    .string()
    .optional()
    .transform((value) => value?.trim() || undefined);
}

/** `otherwise`: the first shape that fits a value which is no such token says what is wrong with it. */
function token(shape: RegExp, otherwise: readonly (readonly [RegExp, string])[]) {
  return text().transform((value, context) => {
    const bare = value && trimToken(value);
    if (!bare || shape.test(bare)) return bare || undefined;
    const message = otherwise.find(([wrong]) => wrong.test(bare))?.[1] ?? "cannot be read";
    context.addIssue({ code: "custom", message });
    return z.NEVER;
  });
}

function webAddress() {
  return text().transform((value, context) => {
    if (value === undefined) return undefined;
    if (/^https?:\/\//.test(value) && URL.canParse(value)) return value.replace(/\/+$/, "");
    context.addIssue({ code: "custom", message: "must be an address that starts with http:// or https://" });
    return z.NEVER;
  });
}

function snowflake(whose: string) {
  return text().refine((value) => value === undefined || SNOWFLAKE.test(value), {
    error: `must be the ${whose} id: 15 to 20 digits`,
  });
}

function boolean(standard: boolean) {
  return text().transform((value, context) => {
    const meant = value === undefined ? standard : BOOLEANS.get(value.toLowerCase());
    if (meant !== undefined) return meant;
    context.addIssue({ code: "custom", message: `must be one of ${[...BOOLEANS.keys()].join(", ")}` });
    return z.NEVER;
  });
}
