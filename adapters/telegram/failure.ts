import { GrammyError, HttpError } from "grammy";

/** Why a call of the Bot API brought nothing. Holds no text of a person, no payload and no token. */
export type Failure =
  /** 429: nothing more for this chat before so many seconds. */
  | { readonly kind: "wait"; readonly seconds: number }
  /** The server failed, or something before it that answers with a page: the call was not carried out. */
  | { readonly kind: "server" }
  /** No connection came about: the call was not carried out. */
  | { readonly kind: "unreached" }
  /** The connection broke or the time ran out: the call may have been carried out. */
  | { readonly kind: "unknown" }
  /** The token is refused. */
  | { readonly kind: "token" }
  /** Another getUpdates is running, or a webhook is set. */
  | { readonly kind: "conflict"; readonly webhook: boolean }
  /** The person blocked the bot, or the chat threw it out or does not let it write. */
  | { readonly kind: "forbidden" }
  /** The group has become a supergroup with another id. */
  | { readonly kind: "moved"; readonly to: number }
  /** The query is too old, or was answered before. */
  | { readonly kind: "expired" }
  /** An edit that changes nothing. */
  | { readonly kind: "unchanged" }
  /** The message to edit or to delete is not there, or is not ours. */
  | { readonly kind: "gone" }
  /** The topic is closed or deleted. */
  | { readonly kind: "topic" }
  /** Text, entities or buttons that Telegram does not take: a mistake of ours. */
  | { readonly kind: "form" }
  | { readonly kind: "other" };

/** Reads what a call of grammY's client threw; anything that is neither of its two errors is `unknown`. */
export function failureOf(error: unknown): Failure {
  if (error instanceof GrammyError) return refusal(error);
  if (error instanceof HttpError) return { kind: brokenBy(error.error) };
  return { kind: "unknown" };
}

/** Words of the descriptions that Telegram gives; codes alone do not tell them apart. */
const DESCRIPTIONS: readonly (readonly [RegExp, "expired" | "unchanged" | "gone" | "topic" | "form"])[] = [
  [/query is too old|query id is invalid/i, "expired"],
  [/message is not modified/i, "unchanged"],
  [
    /message to (edit|delete|be replied) not found|message can't be (edited|deleted)|MESSAGE_ID_INVALID/i,
    "gone",
  ],
  [/TOPIC_(CLOSED|DELETED)|message thread not found/i, "topic"],
  [/can't parse entities|too long|BUTTON_\w+_INVALID|ENTIT\w+_INVALID|REPLY_MARKUP/i, "form"],
];

function refusal(error: GrammyError): Failure {
  const { retry_after: seconds, migrate_to_chat_id: to } = error.parameters;
  if (error.error_code === 429) return { kind: "wait", seconds: Math.max(1, seconds ?? 1) };
  if (to !== undefined) return { kind: "moved", to };
  if (error.error_code >= 500) return { kind: "server" };
  if (error.error_code === 401 || error.error_code === 404) return { kind: "token" };
  if (error.error_code === 409) return { kind: "conflict", webhook: /webhook/i.test(error.description) };
  const known = DESCRIPTIONS.find(([words]) => words.test(error.description));
  if (known) return { kind: known[1] };
  return { kind: error.error_code === 403 ? "forbidden" : "other" };
}

const NOT_CONNECTED = new Set(["ECONNREFUSED", "ENOTFOUND", "EAI_AGAIN", "EHOSTUNREACH", "ENETUNREACH"]);

/** A body that is no JSON comes from a proxy that could not reach the server. */
function brokenBy(error: unknown): "server" | "unreached" | "unknown" {
  if (error instanceof SyntaxError) return "server";
  const code: unknown = error instanceof Error && "code" in error ? error.code : undefined;
  return typeof code === "string" && NOT_CONNECTED.has(code) ? "unreached" : "unknown";
}
