import { GatewayCloseCodes } from "discord.js";
import type { AdapterEnd } from "../runtime/adapter.ts";

export const TOKEN_REFUSED =
  "Discord refuses the token: copy a new one from the Bot page of the application on discord.com/developers into DISCORD_TOKEN.";

const MESSAGES: ReadonlyMap<number, string> = new Map([
  [GatewayCloseCodes.AuthenticationFailed, TOKEN_REFUSED],
  [
    GatewayCloseCodes.InvalidShard,
    "Discord refuses the shard: start one process with this token, without settings of shards.",
  ],
  [
    GatewayCloseCodes.ShardingRequired,
    "The bot is in more servers than one connection may serve: run it in shards (DISCORD_SHARDS=auto).",
  ],
  [
    GatewayCloseCodes.InvalidAPIVersion,
    "Discord no longer speaks this version of its gateway: update Isnad.",
  ],
  [
    GatewayCloseCodes.InvalidIntents,
    "Discord refuses the intents Guilds, GuildMessages and DirectMessages: update Isnad, or set DISCORD_MENTIONS=off.",
  ],
  [
    GatewayCloseCodes.DisallowedIntents,
    "Discord does not allow the intents GuildMessages and DirectMessages to this application: set DISCORD_MENTIONS=off.",
  ],
]);

/** What a connection that is closed for good means, with the cure; undefined for codes after which it is opened again. */
export function endOfClose(code: number): AdapterEnd | undefined {
  const message = MESSAGES.get(code);
  return message === undefined ? undefined : { reason: "refused", message };
}
