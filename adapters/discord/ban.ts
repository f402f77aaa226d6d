import { DefaultRestOptions, type REST, RESTEvents, type RESTOptions } from "discord.js";
import type { Logger } from "../runtime/logger.ts";

/** A guard in front of the network: while the address is banned, nothing is sent at all. */
export interface BanGuard {
  /** For the options of a `REST`, in place of its own function. */
  readonly makeRequest: RESTOptions["makeRequest"];
  /** Has `rest` fall silent before Discord bans the address for its refused requests. */
  watch(rest: REST): void;
}

/** A request that was not made, because the address is banned for a while. */
export class BannedError extends Error {
  override readonly name = "BannedError";
}

/** Discord bans an address for 10,000 responses of 401, 403 and 429 in ten minutes; half of them are room enough. */
const REFUSALS_LIMIT = 5000;
/** The library tells of each five hundredth refusal. */
export const REFUSALS_STEP = 500;
/** For a ban that does not say how long it lasts. */
const DEFAULT_BAN_MS = 60_000;
/** Then one request is made to see whether a longer ban still holds. */
const LONGEST_BAN_MS = 3_600_000;

/**
 * A ban by Cloudflare is a 429 that Discord did not write: a page instead of JSON, or no time after which to try again. The
 * library would ask again at once, and each request makes the ban longer. Discord's own 429 are left to the library.
 */
export function createBanGuard(log: Logger, send = DefaultRestOptions.makeRequest): BanGuard {
  let bannedUntil = 0;
  const ban = (ms: number) => {
    const until = performance.now() + Math.min(ms, LONGEST_BAN_MS);
    if (until <= bannedUntil) return;
    bannedUntil = until;
    log.error("discord.banned", { seconds: Math.ceil(Math.min(ms, LONGEST_BAN_MS) / 1000) });
  };
  return {
    async makeRequest(url, init) {
      if (performance.now() < bannedUntil)
        throw new BannedError("Discord takes no requests from this address for a while");
      const response = await send(url, init);
      if (response.status !== 429) return response;
      const isJson = (response.headers.get("content-type") ?? "").includes("json");
      const waitMs = Number(response.headers.get("retry-after")) * 1000;
      if (isJson && waitMs > 0) return response;
      ban(waitMs > 0 ? waitMs : DEFAULT_BAN_MS);
      throw new BannedError("Discord has banned this address for a while");
    },
    watch(rest) {
      rest.on(RESTEvents.InvalidRequestWarning, ({ count, remainingTime }) => {
        log.warn("discord.refusals", { count });
        if (count >= REFUSALS_LIMIT) ban(remainingTime);
      });
    },
  };
}
