import { Api } from "grammy";
import type { UserFromGetMe } from "grammy/types";
import { OperatorError } from "../../src/index.ts";
import type { AdapterEnd, AdapterOptions, ChatAdapter } from "../runtime/adapter.ts";
import { causeCode } from "../runtime/describe-error.ts";
import { growingPauses, pause } from "../runtime/pauses.ts";
import type { TelegramSettings } from "../runtime/settings.ts";
import type { SharedStore } from "../runtime/shared-store.ts";
import { clientOf, createBot } from "./bot.ts";
import { register, whereItIs } from "./bot-profile.ts";
import { createClaims } from "./claims.ts";
import { failureOf } from "./failure.ts";
import { createIntake, type UpdateSource } from "./intake.ts";
import { createLongPolling, LONG_POLL_S } from "./long-polling.ts";
import { REFUSED } from "./refusals.ts";
import { createWebhook } from "./webhook.ts";

export interface TelegramOptions extends AdapterOptions<TelegramSettings> {
  /** Where replicas behind one webhook claim updates. Absent: no other process answers. */
  readonly store?: SharedStore | undefined;
}

/** Telegram: private chats, groups, inline mode and guest mode, over long polling or a webhook. */
export function createTelegram(options: TelegramOptions): ChatAdapter {
  const { guard, log, settings, store, tell } = options;
  const { token } = settings;
  const client = clientOf(settings, log);
  // Who asks for updates is alone; a webhook may have replicas.
  const claims = settings.webhook && store && createClaims(store);
  const intake = createIntake({
    handle: (update) => bot.handleUpdate(update),
    onFinished: async ({ update_id }) => claims?.finish(update_id),
    log,
  });
  const bot = createBot({ token, client, claims, guard, log, background: intake.background });
  // Its requests wait for updates, and are repeated without end.
  const pollingApi = new Api(token, { ...client, timeoutSeconds: LONG_POLL_S + OVERDUE_S });
  const stopped = new AbortController();
  let source: UpdateSource | undefined;
  let end: (end: AdapterEnd) => void = () => {};
  const ended = new Promise<AdapterEnd>((resolve) => {
    end = resolve;
  });

  return {
    ended,
    async start() {
      const me = await introduce(pollingApi, stopped.signal, options);
      if (!me || stopped.signal.aborted) return;
      bot.botInfo = me;
      tell(whereItIs(me));
      source = settings.webhook
        ? createWebhook({ token, me, api: pollingApi, intake, claims, settings: settings.webhook, log })
        : createLongPolling({ api: pollingApi, intake, log });
      await Promise.race([register(bot.api), pause(REGISTRATION_MS, stopped.signal)]);
      if (stopped.signal.aborted) return;
      void source.run().then((reason) => reason && end(reason));
    },
    async stop(graceMs) {
      stopped.abort();
      await source?.stop(graceMs);
    },
  };
}

/** A request for updates that takes longer than Telegram was allowed, by so much, is broken off. */
const OVERDUE_S = 10;
/** Commands are there before the first question is read, unless that takes longer than a person would wait. */
const REGISTRATION_MS = 2_000;

/**
 * Asks Telegram for the bot's own name and modes, for as long as it cannot be reached; undefined when stopped meanwhile. `bot.init()` does
 * the same, but waits up to twenty minutes between two attempts, and tells nobody why.
 * @throws OperatorError when the token is refused twice in a row.
 */
async function introduce(
  api: Api,
  stopped: AbortSignal,
  { log, settings }: AdapterOptions<TelegramSettings>,
): Promise<UserFromGetMe | undefined> {
  const pauses = growingPauses(500, 30_000);
  let refusals = 0;
  while (!stopped.aborted) {
    try {
      return await api.getMe();
    } catch (error) {
      const failure = failureOf(error);
      refusals = failure.kind === "token" ? refusals + 1 : 0;
      if (refusals > 1) throw new OperatorError(REFUSED.token.message);
      if (stopped.aborted) return undefined;
      const proxy = settings.proxy === undefined ? undefined : true;
      log.warn("telegram.unreachable", { because: failure.kind, code: causeCode(error), proxy });
      await pause(failure.kind === "wait" ? failure.seconds * 1_000 : pauses.next(), stopped);
    }
  }
  return undefined;
}
