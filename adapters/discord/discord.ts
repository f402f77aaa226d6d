import { setTimeout as pause } from "node:timers/promises";
import { DiscordAPIError, DiscordjsErrorCodes } from "discord.js";
import type { AdapterEnd, ChatAdapter, ChatAdapterOptions } from "../runtime/adapter.ts";
import { createDrain } from "../runtime/drain.ts";
import { OperatorError } from "../runtime/operator-error.ts";
import type { DiscordSettings } from "../runtime/settings.ts";
import { createResponder } from "./answer-in-time.ts";
import { type Api, createApi } from "./api.ts";
import { TOKEN_REFUSED } from "./close-codes.ts";
import { createGateway, type Gateway } from "./gateway.ts";
import { createInteractions } from "./interactions.ts";
import { inviteSentence } from "./invites.ts";
import { createMessages } from "./messages.ts";
import { registerCommands } from "./registration.ts";

/** Waited before each new try to reach a platform that is down. */
const PAUSES_MS = [500, 1000, 2000, 5000];
/** So few sessions left for today mean a loop of crashes: what is left is for a human. */
const SESSIONS_SPARED = 5;
/** Given to the connection to close, of the grace. */
const CLOSE_MS = 1000;

/** Slash commands, menus, buttons, mentions and direct messages on Discord, over one gateway connection. */
export function createDiscord({
  assistant,
  settings,
  log,
  limits,
  tell,
}: ChatAdapterOptions<DiscordSettings>): ChatAdapter {
  const { token, guildId, mentions } = settings;
  const root = settings.apiRoot === undefined ? {} : { apiRoot: settings.apiRoot };
  const api = createApi({ token, log, ...root });
  const responder = createResponder(api, log);
  const serveInteraction = createInteractions({ assistant, limits, log, responder });
  const serveMessage = createMessages({ assistant, limits, log, api });
  const work = createDrain();
  const stopping = new AbortController();

  let finish: (end: AdapterEnd) => void = () => {};
  const ended = new Promise<AdapterEnd>((resolve) => {
    finish = resolve;
  });
  const refused = ended.then((end) => {
    throw new OperatorError(end.message);
  });
  refused.catch(() => {});

  let me: string | undefined;
  const ready = (bot: { readonly user: string; readonly application: string }) => {
    const isFirst = me === undefined;
    me = bot.user;
    if (!isFirst) return;
    const application = settings.applicationId ?? bot.application;
    tell(inviteSentence(application));
    void registerCommands(api, application, guildId, log, stopping.signal);
  };
  const gateway: Gateway = createGateway({
    token,
    mentions,
    api,
    log,
    ...root,
    events: {
      ready,
      interaction: (data) => void work.track(() => serveInteraction(data)),
      message: (data) => {
        const bot = me;
        if (bot !== undefined) void work.track(() => serveMessage(data, bot));
      },
      end: (end) => {
        if (!stopping.signal.aborted) finish(end);
      },
    },
  });

  return {
    ended,
    async start() {
      await untilReachable(api, log, stopping.signal);
      if (stopping.signal.aborted) return;
      await Promise.race([opened(gateway), refused]);
    },
    async stop(graceMs) {
      const deadline = performance.now() + graceMs;
      stopping.abort();
      // What Discord sends to a bot that has left is refused at once, instead of waiting in vain.
      await Promise.race([gateway.close(), later(CLOSE_MS)]);
      await work.drain(Math.max(0, deadline - performance.now()));
    },
  };
}

/** Waits until Discord answers, however long it is down, and until it lets a session be opened. */
async function untilReachable(
  api: Api,
  log: ChatAdapterOptions<unknown>["log"],
  signal: AbortSignal,
): Promise<void> {
  for (let tries = 0; !signal.aborted; tries++) {
    let wait = PAUSES_MS[Math.min(tries, PAUSES_MS.length - 1)] ?? 0;
    try {
      const { sessionsLeft, resetAfterMs } = await api.gateway();
      if (sessionsLeft > SESSIONS_SPARED) return;
      wait = resetAfterMs;
      log.error("discord.sessions-used-up", { left: sessionsLeft, seconds: Math.ceil(resetAfterMs / 1000) });
    } catch (error) {
      if (error instanceof DiscordAPIError && error.status === 401) throw new OperatorError(TOKEN_REFUSED);
      log.warn("discord.unreachable", { tries, name: error instanceof Error ? error.name : "unknown" });
    }
    await later(wait, signal);
  }
}

async function opened(gateway: Gateway): Promise<void> {
  try {
    await gateway.open();
  } catch (error) {
    // A connection that was closed for good has told so by then, in better words.
    await later(0);
    const code: unknown = error instanceof Error ? Reflect.get(error, "code") : undefined;
    throw code === DiscordjsErrorCodes.TokenInvalid ? new OperatorError(TOKEN_REFUSED) : error;
  }
}

async function later(ms: number, signal?: AbortSignal): Promise<void> {
  await pause(ms, undefined, signal === undefined ? {} : { signal }).catch(() => {});
}
