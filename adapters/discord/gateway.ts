import { Client, Events, GatewayDispatchEvents, GatewayIntentBits, Options } from "discord.js";
import { z } from "zod";
import type { AdapterEnd, Logger } from "../runtime/adapter.ts";
import type { Api } from "./api.ts";
import { endOfClose } from "./close-codes.ts";
import { NO_PINGS } from "./payload.ts";

/** What comes in: events as Discord sends them, so that the same code reads them from a gateway and from HTTP. */
export interface GatewayEvents {
  ready(bot: { readonly user: string; readonly application: string }): void;
  interaction(data: unknown): void;
  message(data: unknown): void;
  /** It will not come back by itself. */
  end(end: AdapterEnd): void;
}

export interface Gateway {
  /** Resolves when a session is open. The library resumes and reconnects by itself; what it cannot mend is told by `end`. */
  open(): Promise<void>;
  /** Closes the session, so that Discord sees the bot leave. */
  close(): Promise<void>;
}

export interface GatewayOptions {
  readonly token: string;
  readonly apiRoot?: string;
  /** Messages are received, and not interactions alone. */
  readonly mentions: boolean;
  readonly api: Api;
  readonly log: Logger;
  readonly events: GatewayEvents;
}

/** Without a session for so long, a fresh process is better than waiting on. */
const WATCHDOG_MS = 5 * 60_000;
const WATCHDOG_STEP_MS = 10_000;

/** The connection of discord.js. Its objects of messages and people are not used and not kept. */
export function createGateway({ token, apiRoot, mentions, api, log, events }: GatewayOptions): Gateway {
  const client = new Client({
    intents: mentions
      ? [GatewayIntentBits.Guilds, GatewayIntentBits.GuildMessages, GatewayIntentBits.DirectMessages]
      : [GatewayIntentBits.Guilds],
    allowedMentions: { ...NO_PINGS, parse: [], repliedUser: false },
    makeCache: Options.cacheWithLimits(NOTHING_KEPT),
    rest: { version: "10", makeRequest: api.makeRequest, ...(apiRoot === undefined ? {} : { api: apiRoot }) },
  });
  let lostAt: number | undefined = performance.now();
  const found = () => {
    lostAt = undefined;
  };
  const lost = () => {
    lostAt ??= performance.now();
  };
  const watchdog = setInterval(() => {
    if (lostAt === undefined || performance.now() - lostAt < WATCHDOG_MS) return;
    const message = "Discord could not be reached for five minutes: check the network, then start again.";
    events.end({ reason: "failed", message });
  }, WATCHDOG_STEP_MS).unref();

  client.ws.on(GatewayDispatchEvents.Ready, (data: unknown) => {
    found();
    const ready = readySchema.parse(data);
    log.info("discord.ready", { servers: ready.guilds.length });
    events.ready({ user: ready.user.id, application: ready.application.id });
  });
  client.ws.on(GatewayDispatchEvents.Resumed, () => {
    found();
    log.info("discord.resumed");
  });
  client.ws.on(GatewayDispatchEvents.InteractionCreate, (data: unknown) => events.interaction(data));
  if (mentions) client.ws.on(GatewayDispatchEvents.MessageCreate, (data: unknown) => events.message(data));

  // Without a listener, an error of the library's own listeners would end the process.
  client.on(Events.Error, (error) => log.error("discord.client-error", {}, error));
  client.on(Events.ShardError, (error) => log.warn("discord.connection-error", { name: error.name }));
  client.on(Events.ShardReconnecting, () => {
    lost();
    log.info("discord.reconnecting");
  });
  client.on(Events.ShardDisconnect, ({ code }) => {
    lost();
    const end = endOfClose(code);
    if (end !== undefined) events.end(end);
  });

  return {
    async open() {
      await client.login(token);
    },
    async close() {
      clearInterval(watchdog);
      await client.destroy();
    },
  };
}

const readySchema = z.object({
  user: z.object({ id: z.string() }),
  application: z.object({ id: z.string() }),
  guilds: z.array(z.unknown()),
});

/** Servers, channels and roles are the library's own business; of all else it need not remember anything. */
const NOTHING_KEPT: Parameters<typeof Options.cacheWithLimits>[0] = {
  ...Options.DefaultMakeCacheSettings,
  ApplicationCommandManager: 0,
  AutoModerationRuleManager: 0,
  BaseGuildEmojiManager: 0,
  DMMessageManager: 0,
  EntitlementManager: 0,
  GuildBanManager: 0,
  GuildEmojiManager: 0,
  GuildForumThreadManager: 0,
  GuildInviteManager: 0,
  GuildMemberManager: { maxSize: 0, keepOverLimit: (member) => member.id === member.client.user.id },
  GuildMessageManager: 0,
  GuildScheduledEventManager: 0,
  GuildStickerManager: 0,
  GuildTextThreadManager: 0,
  MessageManager: 0,
  PresenceManager: 0,
  ReactionManager: 0,
  ReactionUserManager: 0,
  StageInstanceManager: 0,
  ThreadManager: 0,
  ThreadMemberManager: 0,
  UserManager: { maxSize: 0, keepOverLimit: (user) => user.id === user.client.user.id },
  VoiceStateManager: 0,
};
