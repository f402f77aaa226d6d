import { AsyncLocalStorage } from "node:async_hooks";
import { subscribe } from "node:diagnostics_channel";
import { ClientRequest } from "node:http";
import type { Middleware } from "grammy";
import type { Claims } from "./claims.ts";

/** Messages, which a person sees twice; a press or a query has one answer on Telegram's side too. */
const SENDS = /^(send|forward|copy)/;

/**
 * Counts the answer to an update in the moment in which its request has been handed to the operating system, which sends it even if
 * the process is killed then. Counted before, an answer that never left would be taken for one; counted when Telegram has heard of it,
 * one that arrived would not. Node tells of that moment (`http.client.request.start` and `finish`), grammY does not.
 */
export function countingAnswers(claims: Claims): Middleware {
  const sending = new AsyncLocalStorage<() => void>();
  subscribe("http.client.request.start", (message) => {
    const onSent = sending.getStore();
    const request =
      typeof message === "object" && message !== null && "request" in message && message.request;
    if (onSent && request instanceof ClientRequest) request.once("finish", onSent);
  });
  return (ctx, next) => {
    const { update_id: update } = ctx.update;
    let isCounted = false;
    const count = () => {
      if (!isCounted) void claims.sent(update);
      isCounted = true;
    };
    ctx.api.config.use(async (call, method, payload, signal) => {
      if (!SENDS.test(method)) return call(method, payload, signal);
      if (!(await claims.mayAnswer(update))) return ANSWERED;
      return sending.run(count, () => call(method, payload, signal));
    });
    return next();
  };
}

const ANSWERED = {
  ok: false,
  error_code: 409,
  description: "Conflict: another replica has answered this update",
} as const;
