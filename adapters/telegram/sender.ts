import type { Logger } from "../runtime/adapter.ts";
import type { BotApi, Method, Payload, Result } from "./api.ts";
import { type Failure, failureOf } from "./failure.ts";
import { type Clock, growingPauses, realClock } from "./pauses.ts";

/** What came of a call. A failure is a value: most of them are somebody's right, not an error. */
export type Outcome<T> =
  | { readonly ok: true; readonly result: T }
  | { readonly ok: false; readonly failure: Failure };

/** Calls the Bot API for as long as it makes sense. */
export interface Sender {
  /**
   * Calls `method`. What Telegram asks to wait (429) is waited for, by all calls with the same `chat` and by no others;
   * what surely did not happen is repeated up to three times, what may have happened only once for a message (it may
   * come twice then), since the rest can be repeated without harm. Gives up after `patienceMs`. Never throws.
   */
  call<M extends Method>(method: M, payload: Payload<M>, options?: CallOptions): Promise<Outcome<Result<M>>>;
}

export interface CallOptions {
  /** Whose calls wait together; usually the chat's id. */
  readonly chat?: number | string | undefined;
  /** Default: 30 seconds, the most that an answer is worth waiting for. */
  readonly patienceMs?: number;
}

const PATIENCE_MS = 30_000;
/** One request that is not answered in this time is broken off. */
const REQUEST_MS = 15_000;
const RETRIES = 3;
/** Repeating one of these may show a person the same thing twice. */
const SENDS = /^(send|forward|copy)/;
/** Spread over a tenth, so that not all wake at once when a limit of the whole bot ends. */
const JITTER = 0.1;

export function createSender(api: Pick<BotApi, "request">, log: Logger, clock: Clock = realClock): Sender {
  /** Until when (milliseconds, monotonic) a chat wants nothing. Empty but for chats that wait. */
  const held = new Map<number | string, number>();

  async function waitFor(chat: number | string | undefined, deadline: number): Promise<boolean> {
    for (;;) {
      const until = chat === undefined ? 0 : (held.get(chat) ?? 0);
      const left = until - clock.now();
      if (left <= 0) return true;
      if (until > deadline) return false;
      await clock.wait(left);
    }
  }

  function hold(chat: number | string, seconds: number): void {
    const until = clock.now() + seconds * 1000 * (1 + JITTER * Math.random());
    held.set(chat, until);
    setTimeout(() => {
      if (held.get(chat) === until) held.delete(chat);
    }, until - clock.now()).unref();
  }

  return {
    async call(method, payload, options = {}) {
      const deadline = clock.now() + (options.patienceMs ?? PATIENCE_MS);
      // Waiting without a chat is this call's own affair; the key only has to be nobody else's.
      const chat = options.chat ?? `call ${method} ${clock.now()} ${Math.random()}`;
      const pauses = growingPauses(500, 4_000);
      let retries = SENDS.test(method) ? 1 : RETRIES;
      let failures = 0;
      for (;;) {
        if (!(await waitFor(chat, deadline))) {
          log.warn("telegram.gave-up", { method, because: "wait" });
          return { ok: false, failure: { kind: "wait", seconds: 0 } };
        }
        const failure = await once();
        if (!("kind" in failure)) return failure;
        failures++;
        if (failure.kind === "wait") {
          hold(chat, failure.seconds);
          continue;
        }
        const again =
          failure.kind === "server" || failure.kind === "unreached"
            ? failures <= RETRIES
            : failure.kind === "unknown" && retries-- > 0;
        const rest = pauses.next();
        if (!again || clock.now() + rest > deadline) {
          report(method, failure);
          return { ok: false, failure };
        }
        await clock.wait(rest);
      }

      async function once(): Promise<Outcome<Result<typeof method>> | Failure> {
        const left = Math.ceil(Math.min(REQUEST_MS, Math.max(1, deadline - clock.now())));
        const overdue = AbortSignal.timeout(left);
        try {
          return { ok: true, result: await api.request(method, payload, overdue) };
        } catch (error) {
          return failureOf(error);
        }
      }
    },
  };

  /** Only what an operator could act on is worth a line by default. */
  function report(method: string, failure: Failure): void {
    const level = EXPECTED.has(failure.kind) ? "debug" : "warn";
    log[level]("telegram.call-failed", { method, because: failure.kind });
  }
}

const EXPECTED: ReadonlySet<Failure["kind"]> = new Set([
  "expired",
  "unchanged",
  "gone",
  "forbidden",
  "moved",
  "topic",
]);
