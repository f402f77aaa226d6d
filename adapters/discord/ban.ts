import { DefaultRestOptions, type RESTOptions } from "discord.js";
import type { Logger } from "../runtime/adapter.ts";

/** A time in which nothing is sent at all. */
export interface Ban {
  readonly makeRequest: RESTOptions["makeRequest"];
  until(time: number): void;
}

/** A request that was not made, because the address is banned for a while. */
export class BannedError extends Error {
  override readonly name = "BannedError";
}

/** Where a ban does not say how long it lasts. */
const DEFAULT_BAN_MS = 60_000;

/**
 * Sees to it that a ban by Cloudflare is waited out in silence: such a 429 is a page, not JSON, and comes before Discord's own
 * rate limits, which the library obeys by bucket and as a whole.
 */
export function createBan(
  log: Logger,
  send: RESTOptions["makeRequest"] = DefaultRestOptions.makeRequest,
): Ban {
  let bannedUntil = 0;
  const until = (time: number) => {
    if (time <= bannedUntil) return;
    bannedUntil = time;
    log.error("discord.banned", { seconds: Math.ceil((time - Date.now()) / 1000) });
  };
  return {
    until,
    async makeRequest(url, init) {
      if (Date.now() < bannedUntil)
        throw new BannedError("Discord takes no requests from this address for a while");
      const response = await send(url, init);
      const isPage = !(response.headers.get("content-type") ?? "").includes("json");
      if (response.status !== 429 || !isPage) return response;
      const seconds = Number(response.headers.get("retry-after"));
      until(Date.now() + (seconds > 0 ? seconds * 1000 : DEFAULT_BAN_MS));
      throw new BannedError("Discord has banned this address for a while");
    },
  };
}
