import { GrammyError, HttpError } from "grammy";
import type { ApiError } from "grammy/types";

/** Why a call of the Bot API brought nothing. Holds no text of a person, no payload and no token. */
export type Failure =
  /** 429: nothing more for this chat within the next `seconds`. */
  | { readonly kind: "wait"; readonly seconds: number }
  /** The group has become a supergroup with another id. */
  | { readonly kind: "moved"; readonly to: number }
  | { readonly kind: Cause };

type Cause =
  /** The server failed, or a proxy before it answered with a page: the call was not carried out. */
  | "server"
  /** No connection came about: the call was not carried out. */
  | "unreached"
  /** The connection broke or the time ran out: the call may have been carried out. */
  | "lost"
  /** The token is refused. */
  | "token"
  /** Another getUpdates is running. */
  | "conflict"
  /** A webhook is set, so there is no getUpdates. */
  | "webhook"
  /** The person blocked the bot, or the chat threw it out or does not let it write. */
  | "forbidden"
  /** The query is too old, or was answered before. */
  | "expired"
  /** An edit that changes nothing. */
  | "unchanged"
  /** The message to edit or to delete is not there, or is another's. */
  | "gone"
  /** The topic is closed or deleted. */
  | "topic"
  /** Text, entities or buttons that Telegram does not take: a bug of this adapter. */
  | "form"
  | "other";

/** Reads a response that says no, or an error of grammY's client. An error of any other class is `other`. */
export function failureOf(failed: unknown): Failure {
  if (failed instanceof HttpError) return { kind: brokenBy(failed.error) };
  return isRefusal(failed) ? refusalOf(failed) : { kind: "other" };
}

/** A response that says no, or grammY's error of one. */
export function isRefusal(failed: unknown): failed is ApiError {
  return typeof failed === "object" && failed !== null && "ok" in failed && "error_code" in failed;
}

/** Is it a failed call? The log was told why when it failed, so nobody has to tell it again. */
export function isFailedCall(error: unknown): boolean {
  return error instanceof GrammyError || error instanceof HttpError;
}

/** The result of a call, or why it failed; a bug is thrown on. */
export async function tryCall<T>(
  call: Promise<T>,
): Promise<{ readonly kind: "done"; readonly result: T } | Failure> {
  try {
    return { kind: "done", result: await call };
  } catch (error) {
    if (isFailedCall(error)) return failureOf(error);
    throw error;
  }
}

/** Words of the descriptions that Telegram gives; codes alone do not tell them apart. */
const DESCRIPTIONS = [
  [/query is too old|query id is invalid/i, "expired"],
  [/message is not modified/i, "unchanged"],
  [/message to (edit|delete|be replied) not found|message can't be (edited|deleted)|MESSAGE_ID_INV/i, "gone"],
  [/TOPIC_(CLOSED|DELETED)|message thread not found/i, "topic"],
  [/can't parse entities|too long|(?<!\w)(?:BUTTON_|ENTIT)\w+_INVALID|REPLY_MARKUP/i, "form"],
] as const;

function refusalOf({ error_code: code, description, parameters }: ApiError): Failure {
  if (code === 429) return { kind: "wait", seconds: secondsOf(parameters?.retry_after) };
  const to = parameters?.migrate_to_chat_id;
  if (to !== undefined) return { kind: "moved", to };
  if (code >= 500) return { kind: "server" };
  if (code === 401 || code === 404) return { kind: "token" };
  if (code === 409) return { kind: /webhook/i.test(description) ? "webhook" : "conflict" };
  const known = DESCRIPTIONS.find(([words]) => words.test(description));
  return { kind: known?.[1] ?? (code === 403 ? "forbidden" : "other") };
}

/** A day is waited for at most: a timer of more than 24.8 days would go off at once. */
const LONGEST_WAIT_S = 86_400;
/** Where the number of seconds cannot be read. */
const UNTOLD_WAIT_S = 5;

function secondsOf(retryAfter: unknown): number {
  if (typeof retryAfter !== "number" || !Number.isFinite(retryAfter)) return UNTOLD_WAIT_S;
  return Math.min(Math.max(1, retryAfter), LONGEST_WAIT_S);
}

const NOT_CONNECTED = new Set(["ECONNREFUSED", "ENOTFOUND", "EAI_AGAIN", "EHOSTUNREACH", "ENETUNREACH"]);

/** node-fetch's own errors say by `type` that a body is no JSON: a page of a proxy that could not reach the server. */
function brokenBy(error: unknown): "server" | "unreached" | "lost" {
  if (!(error instanceof Error)) return "lost";
  if ("type" in error && error.type === "invalid-json") return "server";
  return "code" in error && NOT_CONNECTED.has(String(error.code)) ? "unreached" : "lost";
}
