import {
  type Client,
  DiscordAPIError,
  Events,
  GatewayCloseCodes,
  type IIdentifyThrottler,
  SimpleIdentifyThrottler,
  type WebSocketOptions,
} from "discord.js";
import type { AdapterEnd } from "../runtime/adapter.ts";
import { causeCode } from "../runtime/describe-error.ts";
import type { Logger } from "../runtime/logger.ts";
import { growingPauses, pause } from "../runtime/pauses.ts";

/** Sessions of the day's thousand that are left for a person who repairs something. */
const SESSIONS_SPARED = 5;
/** Looked again after an hour, also where Discord says that the day lasts longer. */
const LONGEST_WAIT_MS = 3_600_000;
/** After five minutes without a session, a fresh process is better than waiting on. */
const SESSION_PATIENCE_MS = 5 * 60_000;

/** Of `GET /gateway/bot`: how many sessions may still be begun, and the milliseconds until they are a day's again. */
interface Sessions {
  readonly session_start_limit: { readonly remaining: number; readonly reset_after: number };
}

/**
 * Resolves when Discord answers and lets the bot begin another session, however long that takes, or when `signal` says to
 * stop. `ask` gets `GET /gateway/bot`.
 * @throws DiscordAPIError with status 401 when the token is refused
 */
export async function sessionLeft(
  ask: () => Promise<Sessions>,
  log: Logger,
  signal: AbortSignal,
): Promise<void> {
  const pauses = growingPauses(500, 5_000);
  for (let tries = 0; !signal.aborted; tries++) {
    let wait = pauses.next();
    try {
      const { remaining, reset_after } = (await ask()).session_start_limit;
      if (remaining > SESSIONS_SPARED) return;
      wait = Math.min(Math.max(reset_after, wait), LONGEST_WAIT_MS);
      log.error("discord.sessions-used-up", { left: remaining, seconds: Math.ceil(reset_after / 1000) });
    } catch (error) {
      if (isTokenRefused(error)) throw error;
      log.warn("discord.unreachable", { tries, cause: causeCode(error) });
    }
    await pause(wait, signal);
  }
}

export function isTokenRefused(error: unknown): boolean {
  return error instanceof DiscordAPIError && error.status === 401;
}

/**
 * The library's own pace of IDENTIFY, and before each the question how many are left: a connection that never becomes ready
 * is begun anew four times a minute, which would use up a day's thousand in four hours.
 */
export function sparingThrottler(log: Logger): NonNullable<WebSocketOptions["buildIdentifyThrottler"]> {
  return async (manager): Promise<IIdentifyThrottler> => {
    const { session_start_limit } = await manager.fetchGatewayInformation();
    const pace = new SimpleIdentifyThrottler(session_start_limit.max_concurrency);
    return {
      async waitForIdentify(shardId, signal) {
        // A token that is refused here is refused by the gateway too, which tells how it ends.
        const ask = () => manager.fetchGatewayInformation(true);
        await sessionLeft(ask, log, signal).catch(() => {});
        signal.throwIfAborted();
        await pace.waitForIdentify(shardId, signal);
      },
    };
  };
}

/**
 * Tells the log how the sessions fare, and `onEnd` when they will not come back by themselves: closed for good, or without a
 * session for `patienceMs`. Until `signal` says that this is meant to be so.
 */
export function watchSessions(
  client: Client,
  log: Logger,
  onEnd: (end: AdapterEnd) => void,
  signal: AbortSignal,
  patienceMs: number = SESSION_PATIENCE_MS,
): void {
  const lost = new Map<number, NodeJS.Timeout>();
  const giveUp = () => onEnd(outOfPatience(patienceMs));
  const lose = (shard: number) => {
    if (!lost.has(shard)) lost.set(shard, setTimeout(giveUp, patienceMs).unref());
  };
  const find = (shard: number) => {
    clearTimeout(lost.get(shard));
    lost.delete(shard);
  };
  signal.addEventListener("abort", () => {
    for (const shard of lost.keys()) find(shard);
  });
  lose(ALL_SHARDS);

  client.once(Events.ClientReady, () => find(ALL_SHARDS));
  client.on(Events.ShardReady, (shard) => {
    find(shard);
    log.info("discord.ready", { shard, servers: client.guilds.cache.size });
  });
  client.on(Events.ShardResume, (shard) => {
    find(shard);
    log.info("discord.resumed", { shard });
  });
  client.on(Events.ShardReconnecting, (shard) => {
    if (signal.aborted) return;
    lose(shard);
    log.info("discord.reconnecting", { shard });
  });
  client.on(Events.ShardDisconnect, ({ code }) => {
    const end = ENDS.get(code);
    if (end !== undefined && !signal.aborted) onEnd(end);
  });
  client.on(Events.ShardError, (error, shard) =>
    log.warn("discord.connection-error", { shard, cause: causeCode(error) }),
  );
  // A listener's rejection comes here; without a listener of its own it would end the process.
  client.on(Events.Error, (error) => log.error("discord.client-error", {}, error));
}

function outOfPatience(ms: number): AdapterEnd {
  const minutes = Math.round(ms / 60_000);
  const message = `Discord gave no session for ${minutes} minutes: check the network, then start again.`;
  return { reason: "failed", message };
}

/** Stands for the time until each shard has had its first session. */
const ALL_SHARDS = -1;

export const TOKEN_REFUSED =
  "Discord refuses the token: copy a new one from the Bot page of the application on discord.com/developers into DISCORD_TOKEN.";

const ANOTHER_NUMBER_OF_SHARDS: AdapterEnd = {
  reason: "failed",
  message:
    "Discord wants the bot's servers spread over another number of connections (shards): start again, the number is asked of Discord at each start.",
};

/** The codes that close a connection for good, with their meaning and cure; after all others the library opens it again. */
const ENDS: ReadonlyMap<number, AdapterEnd> = new Map<number, AdapterEnd>([
  [GatewayCloseCodes.AuthenticationFailed, refused(TOKEN_REFUSED)],
  [GatewayCloseCodes.InvalidShard, ANOTHER_NUMBER_OF_SHARDS],
  [GatewayCloseCodes.ShardingRequired, ANOTHER_NUMBER_OF_SHARDS],
  [
    GatewayCloseCodes.InvalidAPIVersion,
    refused("Discord no longer speaks this version of its gateway: update Isnad."),
  ],
  [
    GatewayCloseCodes.InvalidIntents,
    refused(
      "Discord refuses the intents Guilds, GuildMessages and DirectMessages: update Isnad, or set DISCORD_MENTIONS=off.",
    ),
  ],
  [
    GatewayCloseCodes.DisallowedIntents,
    refused(
      "Discord does not allow the intents GuildMessages and DirectMessages to this application: set DISCORD_MENTIONS=off.",
    ),
  ],
]);

function refused(message: string): AdapterEnd {
  return { reason: "refused", message };
}
