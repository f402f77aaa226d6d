import {
  DiscordAPIError,
  DiscordjsError,
  DiscordjsErrorCodes,
  HTTPError,
  RateLimitError,
  RESTJSONErrorCodes,
} from "discord.js";
import { causeCode } from "../runtime/describe-error.ts";
import type { Logger } from "../runtime/logger.ts";
import { pause } from "../runtime/pauses.ts";
import { BannedError } from "./ban.ts";

/**
 * The outcome of a call. `gone`: the message, the channel or the interaction is no more. `forbidden`: the bot may not.
 * `dropped`: Discord would have taken it too late for anybody to wait.
 */
export type Delivered = "sent" | "gone" | "forbidden" | "dropped";

const GONE: ReadonlySet<string | number> = new Set([
  RESTJSONErrorCodes.UnknownInteraction,
  RESTJSONErrorCodes.InvalidWebhookToken,
  RESTJSONErrorCodes.UnknownWebhook,
  RESTJSONErrorCodes.UnknownMessage,
  RESTJSONErrorCodes.UnknownChannel,
  RESTJSONErrorCodes.ThreadLocked,
  RESTJSONErrorCodes.InvalidActionOnArchivedThread,
]);
const FORBIDDEN: ReadonlySet<string | number> = new Set([
  RESTJSONErrorCodes.MissingAccess,
  RESTJSONErrorCodes.MissingPermissions,
  RESTJSONErrorCodes.CannotSendMessagesToThisUser,
]);

/** Waited before each new try of a call that has time: the library tries again too, but at once. */
const PAUSES_MS = [250, 1000, 3000];
/** The same for a first response, which has three seconds in all. */
const FIRST_PAUSES_MS = [50, 150, 400, 800];
/** A first response that has not come through by now is made once more beside the first, and this one is waited for. */
const SECOND_TRY_MS = 2500;
const PATIENCE_MS = 10_000;
/** No try of a first response is begun later than this. */
const LAST_TRY_MS = 2950;

/**
 * Makes a call, and makes it again while the server fails or the connection breaks. `isRepeatable`: it does no harm when it is
 * carried out twice (an edit, a deletion, a message with a nonce). `what` names it in the log, which is told when it was refused.
 * @throws the error of a call that was itself wrong
 */
export async function deliver(
  what: string,
  call: () => Promise<unknown>,
  log: Logger,
  isRepeatable = true,
): Promise<Delivered> {
  for (let tries = 0; ; tries++) {
    try {
      await call();
      return "sent";
    } catch (error) {
      const wait = PAUSES_MS[tries];
      if (!isRepeatable || wait === undefined || !isTransient(error)) return refused(what, error, log);
      await pause(wait);
    }
  }
}

/**
 * Makes the first response to an interaction that was received at `receivedAt` (of `performance.now()`), within its three
 * seconds. When Discord says that the interaction is answered already, an earlier try got through and only its own answer
 * was lost.
 */
export async function deliverFirst(
  respond: () => Promise<unknown>,
  receivedAt: number,
  log: Logger,
): Promise<Delivered> {
  for (let tries = 0; ; tries++) {
    const age = performance.now() - receivedAt;
    const patience = age < SECOND_TRY_MS - 100 ? SECOND_TRY_MS - age : PATIENCE_MS;
    try {
      if ((await unlessLate(respond(), patience)) !== LATE) return "sent";
      throw new DOMException("No response came", "TimeoutError");
    } catch (error) {
      if (isAnswered(error)) return "sent";
      const wait = FIRST_PAUSES_MS[tries];
      const left = receivedAt + LAST_TRY_MS - performance.now();
      if (!isTransient(error) || wait === undefined || left < 0) return refused("response", error, log);
      await pause(Math.min(wait, left));
    }
  }
}

/** Stands for the outcome of work that is not done yet. */
export const LATE = Symbol("late");

/** The outcome of `work`, or `LATE` when it takes longer than `ms`. Work that is late goes on, and its later error is let go. */
export async function unlessLate<T>(work: Promise<T>, ms: number): Promise<T | typeof LATE> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<typeof LATE>((resolve) => {
    timer = setTimeout(() => resolve(LATE), Math.max(0, ms));
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}

/** The outcome of a call that failed; the log is told, at debug in Discord's own words. @throws `error` when it is none of these */
function refused(what: string, error: unknown, log: Logger): Delivered {
  const outcome = outcomeOf(error);
  log.debug("discord.refusal", { what }, error);
  // Something that is gone was taken away by somebody; of an answer that is dropped nobody else knows.
  log[outcome === "dropped" ? "warn" : "info"]("discord.message-refused", { what, outcome });
  return outcome;
}

function outcomeOf(error: unknown): Delivered {
  const code = error instanceof DiscordAPIError ? error.code : undefined;
  if (code !== undefined && GONE.has(code)) return "gone";
  if (code !== undefined && FORBIDDEN.has(code)) return "forbidden";
  if (error instanceof RateLimitError || error instanceof BannedError) return "dropped";
  throw error;
}

function isAnswered(error: unknown): boolean {
  if (error instanceof DiscordjsError) return error.code === DiscordjsErrorCodes.InteractionAlreadyReplied;
  return (
    error instanceof DiscordAPIError &&
    error.code === RESTJSONErrorCodes.InteractionHasAlreadyBeenAcknowledged
  );
}

/** A failure of the server or of the way to it, which may be over in a moment. */
function isTransient(error: unknown): boolean {
  if (error instanceof HTTPError) return error.status >= 500;
  if (error instanceof DiscordAPIError || !(error instanceof Error)) return false;
  return /^(?:AbortError|TimeoutError|E[A-Z_]{4,}|UND_ERR_\w+)$/.test(causeCode(error));
}
