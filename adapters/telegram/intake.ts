import type { Update } from "grammy/types";
import type { AdapterEnd } from "../runtime/adapter.ts";
import { createDrain } from "../runtime/drain.ts";
import type { Logger } from "../runtime/logger.ts";
import { type Clock, realClock } from "../runtime/pauses.ts";
import { createConfirmation } from "./confirmation.ts";
import { dateOf, isUpdate, sourceOf, worthAnswering } from "./updates.ts";

/** Where updates arrive from any source: handled at once, and confirmed when they and all before them are finished. */
export interface Intake {
  /**
   * Begins each update that is new, readable and still worth an answer; true where anything was new. `areFresh`: they were written
   * this moment, since somebody was waiting for them.
   */
  take(updates: readonly unknown[], areFresh: boolean): boolean;
  /** Below this id Telegram may forget all updates; undefined as long as none came. */
  readonly offset: number | undefined;
  /** Updates that Telegram must keep. */
  readonly unfinished: number;
  /** Waits for an update to be finished since the last call, at most `ms`; true when one was. */
  progress(ms: number): Promise<boolean>;
  /** See {@link Confirmation.confirmEarly}. */
  confirmEarly(): number;
  /** See {@link Confirmation.knows}. */
  knows(id: number): boolean;
  /** See {@link Confirmation.confirmed}. */
  confirmed(id: number): Promise<void>;
  /** Does work that no update waits for, but the end of the process does. */
  background(work: () => Promise<unknown>): void;
  /** Waits for all that was begun, at most `ms`. Gives how much is left. */
  drain(ms: number): Promise<number>;
}

/** Where updates come from: long polling or a webhook. It brings them to an {@link Intake}. */
export interface UpdateSource {
  /** Runs until it is stopped; resolves with the reason when Telegram gives no more for good. */
  run(): Promise<AdapterEnd | undefined>;
  /** Takes nothing new, waits for the updates that were begun, and confirms the finished ones; at most `graceMs`. */
  stop(graceMs: number): Promise<void>;
}

export interface IntakeOptions {
  /** Answers one update. Its errors are logged and go no further. */
  handle(update: Update): Promise<void>;
  /** Called with an update that is finished, before Telegram may forget it. Never rejects. */
  onFinished?(update: Update): Promise<void>;
  readonly log: Logger;
  readonly clock?: Clock;
}

export function createIntake({ handle, onFinished, log, clock = realClock }: IntakeOptions): Intake {
  const confirmation = createConfirmation();
  const drain = createDrain();
  /** By how many seconds Telegram's clock is ahead of this machine's. */
  let ahead = 0;
  let turn = Promise.resolve();
  let hasFinished = false;
  let wake = () => {};

  /** One update begins, then all that was sent or came in has its turn: a swarm is answered one by one, not all at its end. */
  function nextTurn(): Promise<void> {
    turn = turn.then(() => new Promise((resolve) => setImmediate(resolve)));
    return turn;
  }

  async function finish(update: Update): Promise<void> {
    if (onFinished) await onFinished(update);
    confirmation.finish(update.update_id);
    hasFinished = true;
    wake();
  }

  async function begin(update: Update): Promise<void> {
    try {
      await nextTurn();
      await handle(update);
    } catch (error) {
      log.error("telegram.update-failed", {}, error);
    } finally {
      await finish(update);
    }
  }

  return {
    take(given, areFresh) {
      const updates = given.filter(isUpdate);
      if (updates.length < given.length)
        log.warn("telegram.unreadable-updates", { updates: given.length - updates.length });
      const here = Date.now() / 1_000;
      const lastDate = Math.max(...updates.map((update) => dateOf(update) ?? Number.NEGATIVE_INFINITY));
      if (areFresh && Number.isFinite(lastDate)) ahead = lastDate - here;
      const wanted = new Set(worthAnswering(updates, here + ahead));
      const fresh = updates.filter((update) =>
        confirmation.begin(update.update_id, sourceOf(update), clock.now()),
      );
      for (const update of fresh) {
        // An error even in the logging of an error ends with this update.
        drain.track(() => (wanted.has(update) ? begin(update) : finish(update))).catch(() => {});
      }
      return fresh.length > 0;
    },
    get offset() {
      return confirmation.offset;
    },
    get unfinished() {
      return confirmation.unfinished;
    },
    async progress(ms) {
      if (!hasFinished) {
        const waiting = new AbortController();
        wake = () => waiting.abort();
        await clock.wait(ms, waiting.signal);
        wake = () => {};
      }
      const had = hasFinished;
      hasFinished = false;
      return had;
    },
    confirmEarly: () => confirmation.confirmEarly(clock.now()),
    knows: confirmation.knows,
    confirmed: confirmation.confirmed,
    background(work) {
      drain
        .track(work)
        .catch((error) => log.error("telegram.update-failed", {}, error))
        .catch(() => {});
    },
    async drain(ms) {
      await drain.drain(ms);
      return drain.size;
    },
  };
}
