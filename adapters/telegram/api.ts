import { Api, type ApiClientOptions, type RawApi } from "grammy";
import type { Opts } from "grammy/types";
import { createTransport } from "./transport.ts";

export type Method = Extract<keyof RawApi, string>;
export type Payload<M extends Method> = Opts<M>;
export type Result<M extends Method> = Awaited<ReturnType<RawApi[M]>>;

/** A connection to the Bot API. */
export interface BotApi {
  /** One request; throws grammY's `GrammyError` for a refusal and `HttpError` for all that befalls a connection. */
  request<M extends Method>(method: M, payload: Payload<M>, signal: AbortSignal): Promise<Result<M>>;
  /** Telegram's clock in seconds, as its last response told it: message dates are measured against it, not against ours. */
  now(): number;
}

export interface BotApiOptions {
  readonly token: string;
  /** Root of a self-hosted Bot API server; Telegram's own when absent. */
  readonly apiRoot?: string | undefined;
}

/** No request may outlive this, whatever its caller forgot; every caller sets a shorter time of its own. */
const LONGEST_REQUEST_S = 60;

/**
 * grammY's client over a transport of our own. The `Date` header of each response keeps {@link BotApi.now} right on a
 * machine whose clock is not.
 */
export function createBotApi(options: BotApiOptions): BotApi {
  let ahead = 0;
  const client: ApiClientOptions = {
    timeoutSeconds: LONGEST_REQUEST_S,
    sensitiveLogs: false,
    fetch: createTransport((date) => {
      ahead = date - Date.now() / 1000;
    }),
    ...(options.apiRoot === undefined ? {} : { apiRoot: options.apiRoot }),
  };
  const { raw } = new Api(options.token, client);
  return {
    // grammY types each method by itself, and gives those without parameters no place for any; here they are one.
    request(method, payload, signal) {
      const send: (...args: unknown[]) => Promise<Result<typeof method>> = Reflect.get<object, string>(
        raw,
        method,
      );
      return method === "getMe" ? send(signal) : send(payload, signal);
    },
    now: () => Date.now() / 1000 + ahead,
  };
}
