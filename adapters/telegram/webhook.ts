import { type Api, Bot, webhookCallback } from "grammy";
import type { Update, UserFromGetMe } from "grammy/types";
import type { AdapterEnd } from "../runtime/adapter.ts";
import { causeCode } from "../runtime/describe-error.ts";
import type { Logger } from "../runtime/logger.ts";
import { growingPauses, pause } from "../runtime/pauses.ts";
import type { WebhookSettings } from "../runtime/webhook-settings.ts";
import type { Claims } from "./claims.ts";
import { failureOf, isRefusal } from "./failure.ts";
import type { Intake, UpdateSource } from "./intake.ts";
import { isTokenRefused, REFUSED } from "./refusals.ts";
import { ALLOWED_UPDATES } from "./updates.ts";
import { createWebhookServer } from "./webhook-server.ts";

/** grammY's own limit for a response; Telegram itself waits longer. */
const RESPONSE_MS = 10_000;
/** The most that Telegram offers, to all replicas together. */
const CONNECTIONS = 100;
/** From so many open requests on, those of one chat, or of a few stuck ones, must not keep everybody else's out. */
const CROWDED = 20;

/** Longer than the lease of a claim, shorter than a response may take. */
const CLAIM_MS = 4_000;
const CLAIM_PAUSE_MS = 200;

export interface WebhookOptions {
  readonly token: string;
  readonly me: UserFromGetMe;
  /** Its calls are not repeated. */
  readonly api: Api;
  /** It settles its claims itself. */
  readonly intake: Intake;
  /** Between replicas; absent: no other process answers. */
  readonly claims?: Claims | undefined;
  readonly settings: WebhookSettings;
  readonly log: Logger;
  /** Milliseconds that a response may take. Default: ten seconds. */
  readonly responseMs?: number;
}

/**
 * Has Telegram bring its updates. "In case of an unsuccessful request (a request with response HTTP status code different from
 * 2XY), we will repeat the request and give up after a reasonable amount of attempts"
 * (https://core.telegram.org/bots/api#setwebhook). So that nothing is lost and nothing is repeated without end:
 * - 200 when an update is finished: answered, too old, one too many, or failed with a line in the log, since a bug fails again;
 *   early for a chat that would keep others out, see {@link Intake.confirmEarly};
 * - 503 when it is not: it takes longer than ten seconds, another replica has it, or this process ends. Repeated, it is answered
 *   once all the same;
 * - what Telegram never sends gets another status, see {@link createWebhookServer}.
 *
 * The webhook stays set when the process ends: Telegram keeps the updates for the next one, or brings them to another replica.
 */
export function createWebhook(options: WebhookOptions): UpdateSource {
  const { token, me, api, intake, claims, settings, log, responseMs = RESPONSE_MS } = options;
  const { url, port, secret } = settings;
  const stopped = new AbortController();
  // grammY's callback takes a bot: this one hands each update to the intake, and waits until Telegram may forget it.
  const door = new Bot(token, { botInfo: me });
  door.use(({ update }) => finish(update));
  const receive = webhookCallback(door, "callback", { timeoutMilliseconds: responseMs, onTimeout: "throw" });
  const server = createWebhookServer({
    path: new URL(url).pathname,
    secret,
    log,
    async receive(update) {
      try {
        await receive(update, async () => {}, "");
        return 200;
      } catch (error) {
        log.debug("telegram.not-finished", {}, error);
        return 503;
      }
    },
  });

  async function finish(update: Update): Promise<void> {
    const { update_id: id } = update;
    if (!intake.knows(id)) {
      if (claims && !(await isOurs(id, claims))) return;
      intake.take([update], false);
    }
    if (intake.unfinished >= CROWDED) {
      const early = intake.confirmEarly();
      if (early > 0) log.warn("telegram.confirmed-early", { updates: early });
    }
    await intake.confirmed(id);
  }

  /**
   * False for an update that is answered. One that another replica has is waited for, since that one may have been killed: nobody
   * knows when Telegram would repeat a request that failed.
   * @throws when the other replica is still at work
   */
  async function isOurs(id: number, claims: Claims): Promise<boolean> {
    const deadline = performance.now() + CLAIM_MS;
    while (!intake.knows(id)) {
      const claim = await claims.claim(id);
      if (claim !== "elsewhere") return claim === "ours";
      if (stopped.signal.aborted || performance.now() > deadline)
        throw new Error("another replica is answering this update");
      await pause(CLAIM_PAUSE_MS);
    }
    return true;
  }

  /** Tells Telegram the address, for as long as it cannot be told; gives the reason when trying again is no use. */
  async function announce(): Promise<AdapterEnd | undefined> {
    const pauses = growingPauses(500, 30_000);
    while (!stopped.signal.aborted) {
      try {
        await api.setWebhook(url, {
          secret_token: secret,
          allowed_updates: ALLOWED_UPDATES,
          max_connections: CONNECTIONS,
        });
        log.info("telegram.webhook-set", { port });
        return undefined;
      } catch (error) {
        const failure = failureOf(error);
        if (failure.kind === "token" && (await isTokenRefused(api))) return REFUSED.token;
        if (failure.kind === "other" && isRefusal(error)) return refusedAddress(error.description);
        log.warn("telegram.webhook-not-set", { because: failure.kind, code: causeCode(error) });
        await pause(failure.kind === "wait" ? failure.seconds * 1_000 : pauses.next(), stopped.signal);
      }
    }
    return undefined;
  }

  return {
    async run() {
      try {
        await server.listen(port);
      } catch (error) {
        return unheard(port, causeCode(error));
      }
      return announce();
    },
    async stop(graceMs) {
      stopped.abort();
      const [unfinished] = await Promise.all([intake.drain(graceMs), server.close(graceMs)]);
      await claims?.release();
      if (unfinished > 0) log.warn("telegram.stopped-early", { unfinished });
    },
  };
}

/** In Telegram's own words, such as "bad webhook: Failed to resolve host". */
function refusedAddress(description: string): AdapterEnd {
  return {
    reason: "refused",
    message: `Telegram does not take WEBHOOK_URL: it says "${description}"; correct the address, and start again.`,
  };
}

function unheard(port: number, code: string): AdapterEnd {
  return {
    reason: "refused",
    message: `Port ${port} cannot be listened to (${code}): set WEBHOOK_PORT to a free one above 1023.`,
  };
}
