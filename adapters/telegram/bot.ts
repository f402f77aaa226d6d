import { type ApiClientOptions, Bot } from "grammy";
import { HttpsProxyAgent } from "https-proxy-agent";
import { createFirstTime } from "../runtime/first-time.ts";
import type { Logger } from "../runtime/logger.ts";
import type { TelegramSettings } from "../runtime/settings.ts";
import type { BotParts } from "./bot-parts.ts";
import type { Claims } from "./claims.ts";
import { countingAnswers } from "./counting-answers.ts";
import { isFailedCall } from "./failure.ts";
import { guestMode, inlineMode } from "./inline.ts";
import { membership } from "./membership.ts";
import { presses } from "./presses.ts";
import { questions } from "./questions.ts";
import { createRetry } from "./retry.ts";

export interface BotOptions extends Omit<BotParts, "isFirst"> {
  readonly token: string;
  readonly client: ApiClientOptions;
  /** Between replicas; absent: no other process answers. */
  readonly claims?: Claims | undefined;
}

/** The bot with all that it answers; updates come by `bot.handleUpdate`, which rejects with nothing that was logged already. */
export function createBot({ token, client, claims, ...rest }: BotOptions): Bot {
  const bot = new Bot(token, { client });
  bot.api.config.use(createRetry(rest.log));
  const parts: BotParts = { ...rest, isFirst: createFirstTime(SEEN) };
  // A refused call was logged where it failed; anything else is a bug, and goes on to the log of the intake.
  const safe = bot.errorBoundary(({ error }) => {
    if (!isFailedCall(error)) throw error;
  });
  if (claims) safe.use(countingAnswers(claims));
  safe.use(questions(parts), membership(parts, bot), inlineMode(parts), guestMode(parts), presses(parts));
  return bot;
}

const SEEN = { max: 1_000, ttl: 60_000 };

/** One request that is not answered in this time is broken off. */
const REQUEST_S = 15;
/** A hundred updates with all that they reply to are a fifth of this. */
const RESPONSE_BYTES = 10 * 2 ** 20;

/** grammY's own client, through a proxy where one is set: it reads no variable of the environment. */
export function clientOf({ apiRoot, proxy }: Partial<TelegramSettings>, log: Logger): ApiClientOptions {
  return {
    ...(apiRoot === undefined ? {} : { apiRoot }),
    timeoutSeconds: REQUEST_S,
    baseFetchConfig: { size: RESPONSE_BYTES, ...(proxy === undefined ? {} : { agent: agentOf(proxy, log) }) },
  };
}

/** Keeps its tunnels. A proxy that refuses one answers in Telegram's place, which looks like a broken server otherwise. */
function agentOf(proxy: string, log: Logger): HttpsProxyAgent<string> {
  const agent = new HttpsProxyAgent(proxy, { keepAlive: true });
  agent.on("proxyConnect", ({ statusCode: status }: { readonly statusCode: number }) => {
    if (status !== 200) log.warn("telegram.proxy-refused", { status });
  });
  return agent;
}
