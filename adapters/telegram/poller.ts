import type { Update } from "grammy/types";
import type { AdapterEnd, Logger } from "../runtime/adapter.ts";
import { createDrain } from "../runtime/drain.ts";
import { worthAnswering } from "./age.ts";
import type { BotApi } from "./api.ts";
import { type Failure, failureOf } from "./failure.ts";
import { type Clock, growingPauses, realClock } from "./pauses.ts";
import { laneOf } from "./update-lane.ts";
import { createWindow, WINDOW_SIZE } from "./window.ts";

/** Exactly the updates that something here answers. Telegram keeps the list, so it is sent with every request. */
export const ALLOWED_UPDATES = [
  "message",
  "edited_message",
  "guest_message",
  "inline_query",
  "callback_query",
  "my_chat_member",
] as const satisfies readonly (keyof Update)[];

export interface Poller {
  /** Asks for updates until it is stopped; resolves with the reason when Telegram refuses for good. */
  run(): Promise<AdapterEnd | undefined>;
  /** Asks no more, waits for what was taken on, and confirms what is finished; at most `graceMs`. */
  stop(graceMs: number): Promise<void>;
}

export interface PollerOptions {
  readonly api: BotApi;
  /** Answers one update. What it throws is logged and goes no further. */
  readonly take: (update: Update) => Promise<void>;
  readonly log: Logger;
  readonly clock?: Clock;
}

/** How long Telegram may keep a request open when there is nothing new. */
const LONG_POLL_S = 30;
/** A request that has no answer by then, over what Telegram was allowed, is broken off. */
const OVERDUE_MS = 10_000;
/** While updates are under way Telegram answers at once with the same ones: pauses between such requests. */
const BUSY_FIRST_MS = 20;
const BUSY_LONGEST_MS = 250;
/** Another instance that is still there after this long will not go by itself. */
const SECOND_INSTANCE_MS = 90_000;

/**
 * Takes updates on at once and confirms them only below the lowest unfinished one, so that a killed process loses
 * nothing. Errors of the network and of the server are repeated with growing pauses for as long as they last.
 */
export function createPoller(options: PollerOptions): Poller {
  const { api, take, log, clock = realClock } = options;
  const window = createWindow();
  const drain = createDrain();
  const stopped = new AbortController();
  const failures = growingPauses(500, 30_000);
  const busy = growingPauses(BUSY_FIRST_MS, BUSY_LONGEST_MS, () => 0);
  let turn = Promise.resolve();
  let hasProgressed = false;
  let progressed = () => {};
  let conflictSince: number | undefined;

  let confirmed: number | undefined;

  async function ask(timeout: number, limit: number, signal: AbortSignal): Promise<Update[]> {
    const { offset } = window;
    const from = offset === undefined ? {} : { offset };
    const updates = await api.request(
      "getUpdates",
      { ...from, limit, timeout, allowed_updates: ALLOWED_UPDATES },
      signal,
    );
    confirmed = offset;
    return updates;
  }

  /** Begins what is new and worth it; gives how many were new. */
  function begin(updates: readonly Update[]): number {
    const wanted = new Set(worthAnswering(updates, api.now()));
    const fresh = updates.filter((update) => window.admit(update.update_id, laneOf(update), clock.now()));
    for (const update of fresh) {
      // Whatever goes wrong even in the logging of what went wrong ends with this update.
      if (wanted.has(update)) drain.track(() => finish(update)).catch(() => {});
      else window.finish(update.update_id, clock.now());
    }
    return fresh.length;
  }

  /** One update begins, then whatever was sent or came in has its turn: a swarm is answered one by one, not all at its end. */
  function nextTurn(): Promise<void> {
    turn = turn.then(() => new Promise((resolve) => setImmediate(resolve)));
    return turn;
  }

  async function finish(update: Update): Promise<void> {
    try {
      await nextTurn();
      await take(update);
    } catch (error) {
      log.error("telegram.update-failed", {}, error);
    } finally {
      window.finish(update.update_id, clock.now());
      hasProgressed = true;
      progressed();
    }
  }

  /** One request; true when it brought something new. */
  async function poll(): Promise<boolean> {
    hasProgressed = false;
    const wait = window.open === 0 ? LONG_POLL_S : 0;
    const overdue = AbortSignal.timeout(wait * 1000 + OVERDUE_MS);
    const updates = await ask(wait, WINDOW_SIZE, AbortSignal.any([stopped.signal, overdue]));
    conflictSince = undefined;
    failures.reset();
    const fresh = begin(updates);
    if (fresh === 0 && updates.length >= WINDOW_SIZE) {
      const updatesLetGo = window.letGo(clock.now());
      if (updatesLetGo > 0) log.warn("telegram.let-go", { updates: updatesLetGo });
    }
    return fresh > 0;
  }

  /** Waits for an update to be finished, or for a while; then a moment more, since updates are finished in swarms. */
  async function waitForProgress(): Promise<void> {
    if (!hasProgressed) {
      const waited = new AbortController();
      progressed = () => waited.abort();
      await clock.wait(busy.next(), AbortSignal.any([waited.signal, stopped.signal]));
      progressed = () => {};
    }
    if (!hasProgressed) return;
    busy.reset();
    await clock.wait(BUSY_FIRST_MS, stopped.signal);
  }

  async function recover(failure: Failure): Promise<AdapterEnd | undefined> {
    if (failure.kind === "token") return REFUSED.token;
    if (failure.kind === "conflict" && failure.webhook) return REFUSED.webhook;
    log.warn("telegram.poll-failed", { because: failure.kind });
    if (failure.kind === "wait") await clock.wait(failure.seconds * 1000, stopped.signal);
    else if (failure.kind === "conflict") await clock.wait(conflictPause(), stopped.signal);
    else await clock.wait(failures.next(), stopped.signal);
    return undefined;
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
          if (await poll()) busy.reset();
          if (window.open > 0) await waitForProgress();
        } catch (error) {
          if (stopped.signal.aborted) return undefined;
          const end = await recover(failureOf(error));
          if (end) return end;
        }
      }
      return undefined;
    },
    async stop(graceMs) {
      const deadline = clock.now() + graceMs;
      stopped.abort();
      const done = await drain.drain(graceMs);
      if (!done) log.warn("telegram.stopped-early", { unfinished: drain.size });
      if (window.offset === confirmed) return;
      const left = Math.ceil(Math.min(1_000, Math.max(200, deadline - clock.now())));
      await ask(0, 1, AbortSignal.timeout(left)).catch(() => log.warn("telegram.not-confirmed"));
    },
  };
}

/** Why Telegram gives nothing, for whoever must act. */
export const REFUSED = {
  token: {
    reason: "refused",
    message:
      "Telegram refuses TELEGRAM_BOT_TOKEN; get the present token from @BotFather with /token and set it.",
  },
  webhook: {
    reason: "refused",
    message:
      "A webhook is set for this bot, so Telegram gives no updates otherwise; remove it with deleteWebhook, then start again.",
  },
} as const satisfies Record<string, AdapterEnd>;
