import {
  type APIApplicationCommand,
  InteractionResponseType,
  type InvalidRequestWarningData,
  REST,
  type RESTOptions,
  type RESTPostAPIApplicationCommandsJSONBody,
  Routes,
} from "discord.js";
import { z } from "zod";
import type { Logger } from "../runtime/adapter.ts";
import { createBan } from "./ban.ts";
import type { Caller } from "./incoming.ts";
import { onlyForOne, type Payload } from "./payload.ts";

/** The calls of Discord's REST API that the adapter makes. Each is made once: `delivery.ts` says what is tried again. */
export interface Api {
  /** How the library reaches the network; the gateway's client shares it. */
  readonly makeRequest: RESTOptions["makeRequest"];
  gateway(): Promise<{ readonly sessionsLeft: number; readonly resetAfterMs: number }>;
  commands(applicationId: string, guildId: string | undefined): Promise<readonly APIApplicationCommand[]>;
  setCommands(
    applicationId: string,
    guildId: string | undefined,
    commands: readonly RESTPostAPIApplicationCommandsJSONBody[],
  ): Promise<void>;
  respond(caller: Caller, response: FirstResponse, signal: AbortSignal): Promise<void>;
  editOriginal(caller: Caller, message: Payload): Promise<void>;
  deleteOriginal(caller: Caller): Promise<void>;
  followUp(caller: Caller, message: Payload): Promise<void>;
  /** `nonce`: at most 25 characters; of two messages with the same one Discord keeps the first. */
  reply(channel: string, to: string, message: Payload, nonce: string): Promise<void>;
}

/** What an interaction is answered with at first. */
export type FirstResponse =
  | { readonly kind: "message" | "update"; readonly message: Payload }
  | {
      readonly kind: "choices";
      readonly choices: readonly { readonly name: string; readonly value: string }[];
    }
  | { readonly kind: "later"; readonly isPrivate: boolean }
  | { readonly kind: "later-update" };

export interface ApiOptions {
  readonly token: string;
  readonly apiRoot?: string;
  readonly log: Logger;
}

/** Below the 10,000 refusals in ten minutes after which Discord bans an address. */
const REFUSALS_LIMIT = 5000;
const REFUSALS_STEP = 500;

/** Retries are ours: the library's own repeat at once, and never after a lost connection. */
export function createApi({ token, apiRoot, log }: ApiOptions): Api {
  const ban = createBan(log);
  const rest = new REST({
    version: "10",
    retries: 0,
    timeout: 15_000,
    makeRequest: ban.makeRequest,
    invalidRequestWarningInterval: REFUSALS_STEP,
    ...(apiRoot === undefined ? {} : { api: apiRoot }),
  }).setToken(token);
  rest.on("invalidRequestWarning", ({ count, remainingTime }: InvalidRequestWarningData) => {
    log.warn("discord.refusals", { count });
    if (count >= REFUSALS_LIMIT) ban.until(Date.now() + remainingTime);
  });
  rest.on("rateLimited", ({ global, route, timeToReset, scope }) =>
    log.info("discord.rate-limited", { global, route, scope, ms: Math.round(timeToReset) }),
  );
  const commandsRoute = (applicationId: string, guildId: string | undefined) =>
    guildId === undefined
      ? Routes.applicationCommands(applicationId)
      : Routes.applicationGuildCommands(applicationId, guildId);

  return {
    makeRequest: ban.makeRequest,
    async gateway() {
      const { session_start_limit } = gatewaySchema.parse(await rest.get(Routes.gatewayBot()));
      return { sessionsLeft: session_start_limit.remaining, resetAfterMs: session_start_limit.reset_after };
    },
    async commands(applicationId, guildId) {
      const list = await rest.get(commandsRoute(applicationId, guildId));
      return z
        .array(z.custom<APIApplicationCommand>((item) => commandSchema.safeParse(item).success))
        .parse(list);
    },
    async setCommands(applicationId, guildId, body) {
      await rest.put(commandsRoute(applicationId, guildId), { body });
    },
    async respond({ id, token }, response, signal) {
      await rest.post(Routes.interactionCallback(id, token), { body: bodyOf(response), auth: false, signal });
    },
    async editOriginal({ applicationId, token }, body) {
      await rest.patch(Routes.webhookMessage(applicationId, token), { body, auth: false });
    },
    async deleteOriginal({ applicationId, token }) {
      await rest.delete(Routes.webhookMessage(applicationId, token), { auth: false });
    },
    async followUp({ applicationId, token }, body) {
      await rest.post(Routes.webhook(applicationId, token), { body, auth: false });
    },
    async reply(channel, to, message, nonce) {
      const reference = { message_id: to, fail_if_not_exists: false };
      const body = { ...message, message_reference: reference, nonce, enforce_nonce: true };
      await rest.post(Routes.channelMessages(channel), { body });
    },
  };
}

const gatewaySchema = z.object({
  session_start_limit: z.object({ remaining: z.number(), reset_after: z.number() }),
});
const commandSchema = z.object({ id: z.string(), name: z.string(), type: z.number() });

function bodyOf(response: FirstResponse): unknown {
  switch (response.kind) {
    case "message":
      return { type: InteractionResponseType.ChannelMessageWithSource, data: response.message };
    case "update":
      return { type: InteractionResponseType.UpdateMessage, data: response.message };
    case "choices":
      return {
        type: InteractionResponseType.ApplicationCommandAutocompleteResult,
        data: { choices: response.choices },
      };
    case "later": {
      const type = InteractionResponseType.DeferredChannelMessageWithSource;
      return response.isPrivate ? { type, data: { flags: onlyForOne(EMPTY).flags } } : { type };
    }
    case "later-update":
      return { type: InteractionResponseType.DeferredMessageUpdate };
  }
}

/** A deferral may say that it is private, and nothing else. */
const EMPTY: Payload = { flags: 0, components: [], allowed_mentions: { parse: [], replied_user: false } };
