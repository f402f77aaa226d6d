import { once } from "node:events";
import { setImmediate as nextTurn } from "node:timers/promises";
import { type Client, DiscordjsError, DiscordjsErrorCodes, Events, Routes } from "discord.js";
import { z } from "zod";
import { OperatorError } from "../../src/index.ts";
import type { AdapterEnd, AdapterOptions, ChatAdapter } from "../runtime/adapter.ts";
import { createDrain } from "../runtime/drain.ts";
import { createFirstTime } from "../runtime/first-time.ts";
import type { Logger } from "../runtime/logger.ts";
import { pause } from "../runtime/pauses.ts";
import type { DiscordSettings } from "../runtime/settings.ts";
import { createClient } from "./client.ts";
import { inviteSentence, registerCommands } from "./command-registration.ts";
import { createInteractions } from "./interactions.ts";
import { createMessages } from "./messages.ts";
import { isTokenRefused, sessionLeft, TOKEN_REFUSED, watchSessions } from "./sessions.ts";

/** Given to the connection to close, of the grace. */
const CLOSE_MS = 1000;

/** Slash commands, menus, buttons, mentions and direct messages on Discord, over the gateway. */
export function createDiscord(options: AdapterOptions<DiscordSettings>): ChatAdapter {
  const { guard, settings, log, tell } = options;
  const client = createClient(settings, log);
  const isFirst = createFirstTime(SERVED);
  const serveInteraction = createInteractions({ guard, log, isFirst });
  const serveMessage = createMessages({ guard, log, isFirst });
  const work = createDrain();
  const stopping = new AbortController();

  let finish: (end: AdapterEnd) => void = () => {};
  const ended = new Promise<AdapterEnd>((resolve) => {
    finish = resolve;
  });
  const refused = ended.then((end) => {
    throw end.reason === "refused" ? new OperatorError(end.message) : new Error(end.message);
  });
  refused.catch(() => {});

  const serve = (one: () => Promise<void>) => {
    if (stopping.signal.aborted) return;
    work.track(one).catch((error: unknown) => log.error("discord.bug", {}, error));
  };
  client.on(Events.InteractionCreate, (interaction) => serve(() => serveInteraction(interaction)));
  if (settings.mentions) client.on(Events.MessageCreate, (message) => serve(() => serveMessage(message)));
  client.once(Events.ClientReady, (ready) => {
    tell(inviteSentence(settings.applicationId ?? ready.application.id));
    void registerCommands(ready, settings.guildId, log, stopping.signal);
  });

  return {
    ended,
    async start() {
      const { token } = settings;
      client.rest.setToken(token);
      await reachable(client, log, stopping.signal);
      if (stopping.signal.aborted) return;
      watchSessions(client, log, finish, stopping.signal);
      await Promise.race([loggedIn(client, token, stopping.signal), refused]);
    },
    async stop(graceMs) {
      const deadline = performance.now() + graceMs;
      stopping.abort();
      // Closing comes first: Discord refuses an interaction with a bot that has left at once, instead of letting it wait in vain.
      const closed = client.destroy().then(() => {
        // The library forgets the token with the session, and answers under way still need it.
        client.rest.setToken(settings.token);
      });
      await Promise.race([closed, pause(CLOSE_MS)]);
      await work.drain(Math.max(0, deadline - performance.now()));
    },
  };
}

/** Longer than any connection takes to be resumed and to bring again the events that it brought before. */
const SERVED = { max: 20_000, ttl: 15 * 60_000 };

/** Waits until Discord can be reached and has a session left: the library's own login gives up at the first failure. */
async function reachable(client: Client, log: Logger, signal: AbortSignal): Promise<void> {
  const ask = async () => sessionsSchema.parse(await client.rest.get(Routes.gatewayBot()));
  try {
    await sessionLeft(ask, log, signal);
  } catch (error) {
    throw isTokenRefused(error) ? new OperatorError(TOKEN_REFUSED) : error;
  }
}

const sessionsSchema = z.object({
  session_start_limit: z.object({ remaining: z.number(), reset_after: z.number() }),
});

/** Resolves when the client is ready, or when `signal` says to stop. */
async function loggedIn(client: Client, token: string, signal: AbortSignal): Promise<void> {
  const ready = once(client, Events.ClientReady, { signal });
  try {
    await Promise.all([client.login(token), ready]);
  } catch (error) {
    if (signal.aborted) return;
    // A connection that was closed for good has told so by then, in better words.
    await nextTurn();
    const isRefused = error instanceof DiscordjsError && error.code === DiscordjsErrorCodes.TokenInvalid;
    throw isRefused ? new OperatorError(TOKEN_REFUSED) : error;
  }
}
