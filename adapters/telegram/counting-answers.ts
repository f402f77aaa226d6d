import { AsyncLocalStorage } from "node:async_hooks";
import { subscribe } from "node:diagnostics_channel";
import { ClientRequest } from "node:http";
import type { Socket } from "node:net";
import { TLSSocket } from "node:tls";
import type { Middleware } from "grammy";
import type { Claims } from "./claims.ts";

/** Messages, which a person sees twice; a press or a query has one answer on Telegram's side too. */
const SENDS = /^(send|forward|copy)/;

/**
 * Counts the answer to an update when its request has been handed to the operating system, which sends it even if the process is
 * killed then, and in the same turn: counted earlier, an answer that never left would be taken for one; counted later, one that
 * arrived might not be. grammY tells nothing of its requests; Node does, behind the last write of each.
 */
export function countingAnswers(claims: Claims): Middleware {
  const sending = new AsyncLocalStorage<() => void>();
  subscribe("http.client.request.start", (message) => {
    const count = sending.getStore();
    const request =
      typeof message === "object" && message !== null && "request" in message && message.request;
    if (count && request instanceof ClientRequest && request.socket) whenWritten(request.socket, count);
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

/** What is written to a new connection waits in it until it is open. */
function whenWritten(socket: Socket, then: () => void): void {
  if (!socket.connecting) then();
  else socket.once(socket instanceof TLSSocket ? "secureConnect" : "connect", then);
}

const ANSWERED = {
  ok: false,
  error_code: 409,
  description: "Conflict: another replica has answered this update",
} as const;
