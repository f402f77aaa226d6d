import { z } from "zod";
import { DEFAULT_RATE_LIMIT, parseRateLimit } from "./rate-limit.ts";

/** Digits, a colon, 35 letters: `\w-` as BotFather gives it. Some leeway, since its length is promised nowhere. */
const TELEGRAM_TOKEN = /^\d{5,20}:[\w-]{30,}$/;
/** Three parts of base64url, the first of which is the application's id. */
const DISCORD_TOKEN = /^[\w-]{16,}\.[\w-]{4,}\.[\w-]{20,}$/;
/** What copying a token brings along: white space, quotes, zero-width marks, and the scheme of a header. */
const AROUND_TOKEN =
  /^(?:[\s"'`\u200b-\u200f\u2066-\u2069\ufeff]|Bot\s)+|(?<![\s"'`\u200b-\u200f\u2066-\u2069\ufeff])[\s"'`\u200b-\u200f\u2066-\u2069\ufeff]+$/gi;

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
const LANGUAGES = ["auto", "ar", "en"] as const;
/** What systems keep under the same name, for gettext: `en_US:en`. It is not meant for Isnad. */
const LOCALES = /^[a-z]{2,3}[_.@:][\w.@:-]*$/i;
const LOG_LEVELS = ["trace", "debug", "info", "warn", "error", "fatal", "silent"] as const;

const telegramToken = token(
  TELEGRAM_TOKEN,
  "is not a Telegram token: copy it from BotFather as it is (digits, a colon, 35 letters)",
  [DISCORD_TOKEN, "holds a Discord token, which belongs in DISCORD_TOKEN"],
);
const discordToken = token(
  DISCORD_TOKEN,
  "is not a Discord bot token: copy it from the page Bot of your application (three parts with dots between)",
  [TELEGRAM_TOKEN, "holds a Telegram token, which belongs in TELEGRAM_BOT_TOKEN"],
);
const webAddress = z
  .string()
  .refine((value) => /^https?:\/\//.test(value) && URL.canParse(value), {
    error: "must be an address that starts with http:// or https://",
  })
  .transform((value) => value.replace(/(?<!\/)\/+$/, ""))
  .optional();
const rateLimit = z.string().default(DEFAULT_RATE_LIMIT);

/**
 * Every variable that Isnad reads, trimmed, the empty ones left out. A message of an issue goes on after the key's name,
 * says the cure, and never holds the value.
 */
export const environmentSchema = z.object({
  TELEGRAM_BOT_TOKEN: telegramToken,
  TELEGRAM_API_ROOT: webAddress,
  DISCORD_TOKEN: discordToken,
  DISCORD_APPLICATION_ID: snowflake("application's"),
  DISCORD_API_ROOT: webAddress,
  DISCORD_GUILD_ID: snowflake("server's"),
  DISCORD_MENTIONS: z
    .string()
    .default("on")
    .transform((value) => BOOLEANS.get(value.toLowerCase()))
    .pipe(z.boolean({ error: `must be one of ${[...BOOLEANS.keys()].join(", ")}` })),
  CORPUS_DIR: z.string().optional(),
  LANGUAGE: z
    .string()
    .default("auto")
    .transform((value) => (LOCALES.test(value) ? "auto" : value.toLowerCase()))
    .pipe(z.enum(LANGUAGES, { error: `must be one of ${LANGUAGES.join(", ")}` })),
  RATE_LIMIT: rateLimit.transform(parseRateLimit).refine((limit) => limit !== undefined, {
    error: `must be off, or counts from 1 per s, min or h up to a day, like ${DEFAULT_RATE_LIMIT}`,
  }),
  LOG_LEVEL: z
    .string()
    .default("info")
    .transform((value) => value.toLowerCase())
    .pipe(z.enum(LOG_LEVELS, { error: `must be one of ${LOG_LEVELS.join(", ")}` })),
});

export type Environment = z.infer<typeof environmentSchema>;

/** `otherwise`: what is wrong with a value that has the other platform's shape. */
function token(shape: RegExp, wrong: string, [other, otherwise]: readonly [RegExp, string]) {
  return z
    .string()
    .transform((value) => value.replace(AROUND_TOKEN, "") || undefined)
    .pipe(
      z
        .string()
        .refine((value) => shape.test(value), {
          error: ({ input }) => (other.test(String(input)) ? otherwise : wrong),
        })
        .optional(),
    )
    .optional();
}

function snowflake(whose: string) {
  return z
    .string()
    .regex(/^\d{15,20}$/, { error: `must be the ${whose} id: 15 to 20 digits` })
    .optional();
}
