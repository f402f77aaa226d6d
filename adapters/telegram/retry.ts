import type { Transformer } from "grammy";
import type { ApiError } from "grammy/types";
import { LRUCache } from "lru-cache";
import { causeCode } from "../runtime/describe-error.ts";
import type { Logger } from "../runtime/logger.ts";
import { type Clock, growingPauses, realClock } from "../runtime/pauses.ts";
import { type Failure, failureOf, isRefusal } from "./failure.ts";

/** How long a call is worth trying (milliseconds): by then the client of the person who asked has given up. */
const PATIENCE_MS: Readonly<Record<string, number>> = {
  answerCallbackQuery: 10_000,
  answerInlineQuery: 8_000,
  answerGuestQuery: 8_000,
  getChatMember: 4_000,
  deleteMessage: 4_000,
};
const ORDINARY_PATIENCE_MS = 30_000;
/** Waits are spread over a tenth, so that not all calls wake at once when a limit of the whole bot ends. */
const JITTER = 0.1;
/** Chats that wait at once; a chat beyond them asks too early and is told again. */
const HELD_CHATS = 10_000;

/**
 * Calls the Bot API for as long as it makes sense. After 429 every call to the same chat waits as long as Telegram says,
 * calls to other chats do not. A call that was not carried out (5xx, no connection) is repeated up to three times. After
 * a lost connection a message may already be there, so it is sent again once at most; other calls do no harm. A call
 * that fails for good is logged here, with Telegram's own words at debug.
 */
export function createRetry(log: Logger, clock: Clock = realClock): Transformer {
  /** Until when (milliseconds, monotonic) a chat, or a call that belongs to none, must wait. */
  const held = new LRUCache<number | string | symbol, number>({ max: HELD_CHATS });
  return async (call, method, payload, signal) => {
    const deadline = clock.now() + (PATIENCE_MS[method] ?? ORDINARY_PATIENCE_MS);
    const place = chatOf(payload) ?? Symbol(method);
    const pauses = growingPauses(500, 4_000);
    for (let repeats = 0; ; ) {
      const until = held.get(place) ?? 0;
      if (until > deadline) {
        log.warn("telegram.gave-up", { method, because: "wait" });
        return TOO_MANY_REQUESTS;
      }
      if (until > clock.now()) {
        await clock.wait(until - clock.now());
        continue;
      }
      let failed: unknown;
      try {
        const response = await call(method, payload, signal);
        if (response.ok) return response;
        failed = response;
      } catch (error) {
        failed = error;
      }
      const failure = failureOf(failed);
      if (failure.kind === "wait") {
        held.set(place, clock.now() + failure.seconds * 1_000 * (1 + JITTER * Math.random()));
        continue;
      }
      const pause = pauses.next();
      if (repeats++ < mostRepeats(failure, method) && clock.now() + pause <= deadline) {
        await clock.wait(pause);
        continue;
      }
      report(log, method, failure, failed);
      if (isRefusal(failed)) return failed;
      throw failed;
    }
  };
}

const TOO_MANY_REQUESTS: ApiError = {
  ok: false,
  error_code: 429,
  description: "Too Many Requests: the chat must be left alone for longer than the call is worth",
};

const REPEATS = 3;
/** Repeating one of these may show a person the same message twice. */
const SENDS = /^(send|forward|copy)/;

function mostRepeats({ kind }: Failure, method: string): number {
  if (kind === "lost") return SENDS.test(method) ? 1 : REPEATS;
  return kind === "server" || kind === "unreached" ? REPEATS : 0;
}

/** The chat, or the inline message, whose calls wait together. */
function chatOf(payload: object): number | string | undefined {
  const { chat_id, inline_message_id }: { chat_id?: unknown; inline_message_id?: unknown } = payload;
  const place = chat_id ?? inline_message_id;
  return typeof place === "number" || typeof place === "string" ? place : undefined;
}

/** Somebody's right, or nobody's fault: no line for the operator by default. */
const EXPECTED: ReadonlySet<Failure["kind"]> = new Set([
  "expired",
  "unchanged",
  "gone",
  "forbidden",
  "moved",
  "topic",
]);

function report(log: Logger, method: string, { kind }: Failure, failed: unknown): void {
  const code = isRefusal(failed) ? failed.error_code : causeCode(failed);
  log[EXPECTED.has(kind) ? "debug" : "warn"]("telegram.call-failed", { method, because: kind, code });
  if (isRefusal(failed)) log.debug("telegram.refused", { method, description: failed.description });
}
