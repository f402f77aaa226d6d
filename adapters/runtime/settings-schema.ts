import { z } from "zod";
import { LOG_LEVELS } from "./log.ts";
import { DEFAULT_RATE_LIMIT, parseRateLimit } from "./rate-limit.ts";

/** The form of each platform's token, with some leeway in lengths that are promised nowhere. */
const TOKENS = {
  /** Digits, a colon, 35 letters: `\w-` as BotFather gives it. */
  TELEGRAM_BOT_TOKEN: {
    shape: /^\d{5,20}:[\w-]{30,}$/,
    cure: "is not a Telegram token: copy it from BotFather as it is (digits, a colon, 35 letters)",
    elsewhere: "holds a Telegram token, which belongs in TELEGRAM_BOT_TOKEN",
  },
  /** Three parts of base64url, the first of which is the application's id. */
  DISCORD_TOKEN: {
    shape: /^[\w-]{16,}\.[\w-]{4,}\.[\w-]{20,}$/,
    cure: "is not a Discord bot token: copy it from the page Bot of your application (three parts with dots between)",
    elsewhere: "holds a Discord token, which belongs in DISCORD_TOKEN",
  },
} as const;
/** Copying a token brings along white space, quotes, zero-width marks, and the scheme of a header. */
const AROUND_TOKEN =
  /^(?:[\s"'`\u200b-\u200f\u2066-\u2069\ufeff]|Bot\s)+|(?<![\s"'`\u200b-\u200f\u2066-\u2069\ufeff])[\s"'`\u200b-\u200f\u2066-\u2069\ufeff]+$/gi;

/** `en_US:en`: a list of locales for gettext, which systems keep under the name `LANGUAGE` too. It is not meant for Isnad. */
const LOCALES = /^[a-z]{2,3}[_.@:][\w.@:-]*$/i;

/**
 * Every setting by its variable, trimmed, the empty ones left out. A message of an issue goes on after the variable's name,
 * says the cure, and never holds the value.
 */
export const settingsSchema = z.object({
  TELEGRAM_BOT_TOKEN: token("TELEGRAM_BOT_TOKEN", "DISCORD_TOKEN"),
  TELEGRAM_API_ROOT: webAddress(),
  DISCORD_TOKEN: token("DISCORD_TOKEN", "TELEGRAM_BOT_TOKEN"),
  DISCORD_APPLICATION_ID: snowflake("application's"),
  DISCORD_API_ROOT: webAddress(),
  DISCORD_GUILD_ID: snowflake("server's"),
  DISCORD_MENTIONS: z
    .stringbool({
      truthy: ["on", "true", "yes", "1"],
      falsy: ["off", "false", "no", "0"],
      error: "must be one of on, true, yes, 1, off, false, no, 0",
    })
    .default(true),
  CORPUS_DIR: z.string().optional(),
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
});

/** `other`: whose token an operator may have put here instead. */
function token(own: keyof typeof TOKENS, other: keyof typeof TOKENS) {
  return z
    .string()
    .transform((value) => value.replace(AROUND_TOKEN, ""))
    .refine((value) => value === "" || TOKENS[own].shape.test(value), {
      error: ({ input }) =>
        TOKENS[other].shape.test(String(input)) ? TOKENS[other].elsewhere : TOKENS[own].cure,
    })
    .optional();
}

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

/** One of `words`, in any case. */
function oneOf<const Word extends string>(words: readonly Word[]) {
  return z
    .string()
    .toLowerCase()
    .pipe(z.enum(words, { error: `must be one of ${words.join(", ")}` }));
}
