import { setTimeout as pause } from "node:timers/promises";
import { DiscordAPIError, HTTPError, RESTJSONErrorCodes } from "discord.js";

/** What became of a call: `gone` when what it speaks of is no more, `forbidden` when the bot may not. */
export type Delivered = "sent" | "gone" | "forbidden";

/** Interaction over or answered, token expired, message, channel or thread gone: nothing is lost that could still be given. */
const GONE: ReadonlySet<string | number> = new Set([
  RESTJSONErrorCodes.UnknownInteraction,
  RESTJSONErrorCodes.InteractionHasAlreadyBeenAcknowledged,
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

/** Waited before each new try of a call that has time. */
const PAUSES_MS = [250, 1000, 3000];
/** Waited before each new try of a first response, which has three seconds in all. */
const QUICK_PAUSES_MS = [50, 150, 400, 800];
/** A first response that has not come through by now is tried once more, on a connection of its own; the second is waited for. */
const SECOND_TRY_MS = 2500;
const PATIENCE_MS = 10_000;
/** No try is begun later than this. */
const LAST_TRY_MS = 2950;

/**
 * Makes a call again while the server fails or the connection breaks.
 * `repeatable`: a second time does no harm. Without it only what certainly was not carried out is tried again.
 */
export async function deliver(call: () => Promise<void>, repeatable: boolean): Promise<Delivered> {
  for (let tries = 0; ; tries++) {
    try {
      await call();
      return "sent";
    } catch (error) {
      const wait = PAUSES_MS[tries];
      const worth = repeatable ? isTransient(error) : isRefusedConnection(error);
      if (worth && wait !== undefined) await pause(wait);
      else return outcomeOf(error);
    }
  }
}

/**
 * Makes the first response to an interaction that was received at `receivedAt` (of `performance.now()`), within its three
 * seconds. When a try was lost on its way and the next is told that the interaction is answered, the first one got through.
 */
export async function deliverFirst(
  call: (signal: AbortSignal) => Promise<void>,
  receivedAt: number,
): Promise<Delivered> {
  for (let tries = 0; ; tries++) {
    const age = performance.now() - receivedAt;
    const patience = age < SECOND_TRY_MS - 100 ? SECOND_TRY_MS - age : PATIENCE_MS;
    try {
      await call(AbortSignal.timeout(Math.round(patience)));
      return "sent";
    } catch (error) {
      if (tries > 0 && codeOf(error) === RESTJSONErrorCodes.InteractionHasAlreadyBeenAcknowledged)
        return "sent";
      const wait = QUICK_PAUSES_MS[tries];
      const left = receivedAt + LAST_TRY_MS - performance.now();
      if (!isTransient(error) || wait === undefined || left < 0) return outcomeOf(error);
      await pause(Math.min(wait, Math.max(0, left)));
    }
  }
}

function outcomeOf(error: unknown): Delivered {
  const code = codeOf(error);
  if (code !== undefined && GONE.has(code)) return "gone";
  if (code !== undefined && FORBIDDEN.has(code)) return "forbidden";
  throw error;
}

function codeOf(error: unknown): string | number | undefined {
  return error instanceof DiscordAPIError ? error.code : undefined;
}

/** A failure of the server or of the way to it, which may be over in a moment. */
function isTransient(error: unknown): boolean {
  if (error instanceof HTTPError) return error.status >= 500;
  if (error instanceof DiscordAPIError || !(error instanceof Error)) return false;
  return error.name === "AbortError" || error.name === "TimeoutError" || isNetworkError(error);
}

function isNetworkError(error: Error): boolean {
  const code: unknown =
    Reflect.get(error, "code") ?? (error.cause instanceof Error ? Reflect.get(error.cause, "code") : "");
  return typeof code === "string" && /^(?:E[A-Z]{4,}|UND_ERR_\w+)$/.test(code);
}

/** The connection was never made, so that nothing was carried out. */
function isRefusedConnection(error: unknown): boolean {
  return (
    error instanceof Error &&
    ["ECONNREFUSED", "ENOTFOUND", "EAI_AGAIN"].includes(String(Reflect.get(error, "code")))
  );
}
