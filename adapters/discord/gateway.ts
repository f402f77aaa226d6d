import { Client, Events, GatewayDispatchEvents, GatewayIntentBits } from "discord.js";
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

/** The connection of discord.js; what comes over it is read as it was sent. */
export function createGateway({ token, apiRoot, mentions, api, log, events }: GatewayOptions): Gateway {
  const client = new Client({
    intents: mentions
      ? [GatewayIntentBits.Guilds, GatewayIntentBits.GuildMessages, GatewayIntentBits.DirectMessages]
      : [GatewayIntentBits.Guilds],
    allowedMentions: { ...NO_PINGS, parse: [], repliedUser: false },
    waitGuildTimeout: 0,
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

  client.on(Events.Raw, (packet: unknown) => {
    const { success, data } = packetSchema.safeParse(packet);
    if (!success) return;
    withhold(packet, data.t);
    if (data.t === GatewayDispatchEvents.InteractionCreate) events.interaction(data.d);
    if (data.t === GatewayDispatchEvents.MessageCreate && mentions) events.message(data.d);
    if (data.t === GatewayDispatchEvents.Resumed) {
      found();
      log.info("discord.resumed");
    }
    const ready = data.t === GatewayDispatchEvents.Ready ? readySchema.safeParse(data.d) : undefined;
    if (!ready?.success) return;
    found();
    log.info("discord.ready", { servers: ready.data.guilds.length });
    events.ready({ user: ready.data.user.id, application: ready.data.application.id });
  });

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

/**
 * Takes from the library what it need not see, which is all but the opening of sessions: its objects of servers, messages and
 * people would only be made to be thrown away, and one that they cannot be made of would end the process.
 */
function withhold(packet: unknown, type: string | null): void {
  if (type === GatewayDispatchEvents.Ready || type === GatewayDispatchEvents.Resumed) return;
  if (typeof packet === "object" && packet !== null) Reflect.set(packet, "t", "WITHHELD");
}

const packetSchema = z.object({ t: z.string().nullable(), d: z.unknown() });
const readySchema = z.object({
  user: z.object({ id: z.string() }),
  application: z.object({ id: z.string() }),
  guilds: z.array(z.unknown()),
});
