import type { Api } from "grammy";
import type { AdapterEnd } from "../runtime/adapter.ts";
import { causeCode } from "../runtime/describe-error.ts";
import type { Logger } from "../runtime/logger.ts";
import { type Clock, growingPauses, realClock } from "../runtime/pauses.ts";
import { BATCH_LIMIT } from "./confirmation.ts";
import { failureOf } from "./failure.ts";
import type { Intake, UpdateSource } from "./intake.ts";
import { isTokenRefused, REFUSED } from "./refusals.ts";
import { ALLOWED_UPDATES } from "./updates.ts";

/** How long Telegram may keep a request open when there is nothing new. */
export const LONG_POLL_S = 30;
/** An update that took this long to come was written while Telegram waited for it. */
const WAITED_MS = 1_000;
/** While updates are under way Telegram answers at once with the same ones: pauses between such requests. */
const BUSY_FIRST_MS = 20;
const BUSY_LONGEST_MS = 250;
/** Another instance that is still there after this long will not go by itself. */
const SECOND_INSTANCE_MS = 90_000;

export interface LongPollingOptions {
  /** Its calls are not repeated; a request may take longer than {@link LONG_POLL_S}. */
  readonly api: Api;
  readonly intake: Intake;
  readonly log: Logger;
  readonly clock?: Clock;
}

/**
 * Asks Telegram for updates, one request at a time. Errors of the network and of the server are repeated with growing
 * pauses for as long as they last. A refused token ends it when getMe is refused too: one stray 404 of a proxy does not.
 */
export function createLongPolling({ api, intake, log, clock = realClock }: LongPollingOptions): UpdateSource {
  const stopped = new AbortController();
  const failures = growingPauses(500, 30_000);
  const busy = growingPauses(BUSY_FIRST_MS, BUSY_LONGEST_MS, () => 0);
  let conflictSince: number | undefined;
  let confirmed: number | undefined;
  /** A webhook may be there from an earlier start. */
  let isFirstPoll = true;

  async function ask(timeout: number, limit: number, signal?: AbortSignal) {
    const { offset } = intake;
    const from = offset === undefined ? {} : { offset };
    const updates = await api.getUpdates(
      { ...from, limit, timeout, allowed_updates: ALLOWED_UPDATES },
      isForGrammY(signal) ? signal : undefined,
    );
    confirmed = offset;
    return updates;
  }

  async function poll(): Promise<void> {
    const { offset } = intake;
    const timeout = intake.unfinished === 0 ? LONG_POLL_S : 0;
    const began = clock.now();
    const updates = await ask(timeout, BATCH_LIMIT, stopped.signal);
    conflictSince = undefined;
    isFirstPoll = false;
    const hasWaited = timeout > 0 && clock.now() - began >= WAITED_MS;
    if (intake.take(updates, hasWaited)) busy.reset();
    else if (updates.length >= BATCH_LIMIT) {
      const early = intake.confirmEarly();
      if (early > 0) log.warn("telegram.confirmed-early", { updates: early });
    } else if (updates.length > 0 && intake.unfinished === 0 && intake.offset === offset) {
      // Nothing of it can be confirmed, so it would come again at once.
      return clock.wait(failures.next(), stopped.signal);
    }
    failures.reset();
  }

  /** Then a moment more, since updates are finished in swarms. */
  async function waitForProgress(): Promise<void> {
    if (!(await intake.progress(busy.next()))) return;
    busy.reset();
    await clock.wait(BUSY_FIRST_MS, stopped.signal);
  }

  /** Waits as long as the failure asks for; gives the reason when trying again is no use. */
  async function recover(error: unknown): Promise<AdapterEnd | undefined> {
    const failure = failureOf(error);
    if (failure.kind === "webhook") return removeWebhook();
    if (failure.kind === "token" && (await isTokenRefused(api))) return REFUSED.token;
    log.warn("telegram.poll-failed", { because: failure.kind, code: causeCode(error) });
    await clock.wait(pauseAfter(failure), stopped.signal);
    return undefined;
  }

  /** One that is set while this process polls, or is set again, is another process', which is not fought. */
  async function removeWebhook(): Promise<AdapterEnd | undefined> {
    if (!isFirstPoll) return REFUSED.webhook;
    // What waits on Telegram's side stays there.
    await api.deleteWebhook().then(
      () => {
        isFirstPoll = false;
        log.warn("telegram.webhook-removed");
      },
      () => clock.wait(failures.next(), stopped.signal),
    );
    return undefined;
  }

  function pauseAfter(failure: ReturnType<typeof failureOf>): number {
    if (failure.kind === "wait") return failure.seconds * 1_000;
    return failure.kind === "conflict" ? conflictPause() : failures.next();
  }

  function conflictPause(): number {
    conflictSince ??= clock.now();
    if (clock.now() - conflictSince < SECOND_INSTANCE_MS) return 1_000 + Math.random() * 4_000;
    log.error("telegram.second-instance: another process polls with this token; stop one of the two");
    return 30_000;
  }

  return {
    async run() {
      while (!stopped.signal.aborted) {
        try {
          await poll();
          if (intake.unfinished > 0) await waitForProgress();
        } catch (error) {
          if (stopped.signal.aborted) return undefined;
          const end = await recover(error);
          if (end) return end;
        }
      }
      return undefined;
    },
    async stop(graceMs) {
      const deadline = clock.now() + graceMs;
      stopped.abort();
      const unfinished = await intake.drain(graceMs);
      if (unfinished > 0) log.warn("telegram.stopped-early", { unfinished });
      if (intake.offset === confirmed) return;
      const left = Math.ceil(Math.min(1_000, Math.max(200, deadline - clock.now())));
      await ask(0, 1, AbortSignal.timeout(left)).catch(() => log.warn("telegram.not-confirmed"));
    },
  };
}

/** grammY types signals by an old package, and takes Node's own at run time. */
function isForGrammY(signal: unknown): signal is NonNullable<Parameters<Api["getMe"]>[0]> {
  return signal instanceof AbortSignal;
}
