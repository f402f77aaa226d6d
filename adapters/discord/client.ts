import {
  Client,
  GatewayIntentBits,
  Options,
  Partials,
  type RateLimitData,
  RESTEvents,
  SimpleShardingStrategy,
  type WebSocketOptions,
} from "discord.js";
import type { Logger } from "../runtime/logger.ts";
import { createBanGuard, REFUSALS_STEP } from "./ban.ts";
import { NO_PINGS } from "./render.ts";
import { sparingThrottler } from "./sessions.ts";

export interface ClientSettings {
  /** Without the version; absent: Discord's own. */
  readonly apiRoot?: string | undefined;
  /** Messages are received, and not interactions alone. */
  readonly mentions: boolean;
}

/** Nobody waits longer for an answer: one that would come later is dropped. */
const ANSWER_PATIENCE_MS = 10_000;

/** discord.js as this bot uses it: few intents, no memory of people and messages, nobody pinged. */
export function createClient({ apiRoot, mentions }: ClientSettings, log: Logger): Client {
  const banGuard = createBanGuard(log);
  const client = new Client({
    intents: mentions
      ? [GatewayIntentBits.Guilds, GatewayIntentBits.GuildMessages, GatewayIntentBits.DirectMessages]
      : [GatewayIntentBits.Guilds],
    // The channel of a direct message is not known beforehand.
    partials: [Partials.Channel],
    shards: "auto",
    // An interaction has three seconds: it does not wait until every server has come in.
    waitGuildTimeout: 0,
    makeCache: Options.cacheWithLimits(NOTHING_KEPT),
    allowedMentions: NO_PINGS,
    rest: {
      ...(apiRoot === undefined ? {} : { api: apiRoot }),
      makeRequest: banGuard.makeRequest,
      invalidRequestWarningInterval: REFUSALS_STEP,
      rejectOnRateLimit: takesTooLong,
    },
    ws: { buildIdentifyThrottler: sparingThrottler(log), buildStrategy: forgivingStrategy(log) },
  });
  banGuard.watch(client.rest);
  client.rest.on(RESTEvents.RateLimited, ({ global, route, scope, timeToReset }) =>
    log.info("discord.rate-limited", { global, route, scope, ms: Math.round(timeToReset) }),
  );
  return client;
}

/** Servers and their channels are kept, since messages of channels that are not kept never arrive; all else is let go. */
const NOTHING_KEPT = {
  ApplicationCommandManager: 0,
  AutoModerationRuleManager: 0,
  GuildBanManager: 0,
  GuildEmojiManager: 0,
  GuildInviteManager: 0,
  GuildMemberManager: 0,
  GuildScheduledEventManager: 0,
  GuildStickerManager: 0,
  MessageManager: 0,
  PresenceManager: 0,
  ReactionManager: 0,
  ReactionUserManager: 0,
  StageInstanceManager: 0,
  ThreadMemberManager: 0,
  UserManager: 0,
  VoiceStateManager: 0,
};

/** A wait that is too long, or that is no number: the library would ask again at once, and without an end. */
function takesTooLong({ retryAfter, timeToReset }: RateLimitData): boolean {
  return !(Math.max(retryAfter, timeToReset) <= ANSWER_PATIENCE_MS);
}

/**
 * The library's own strategy, in which an event that it cannot make its objects of (a READY without `guilds`) ends in a line
 * of the log. Otherwise the error ends as a rejection that nobody handles, and with it the process: the library calls its
 * handlers from a promise that it does not keep.
 */
function forgivingStrategy(log: Logger): NonNullable<WebSocketOptions["buildStrategy"]> {
  return (manager) => {
    const { emit } = manager;
    manager.emit = (...event: readonly unknown[]) => {
      try {
        return Reflect.apply(emit, manager, event);
      } catch (error) {
        log.error("discord.unreadable-event", { event: String(event[0]) }, error);
        return false;
      }
    };
    return new SimpleShardingStrategy(manager);
  };
}
