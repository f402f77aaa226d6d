import { Api, type ApiClientOptions, type RawApi } from "grammy";
import type { Opts } from "grammy/types";

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
 * grammY's client over Node's own fetch. Errors of that fetch hold no URL, and so no token; and the `Date` header of
 * each response keeps {@link BotApi.now} right on a machine whose clock is not.
 */
export function createBotApi(options: BotApiOptions): BotApi {
  let ahead = 0;
  const client: ApiClientOptions = {
    timeoutSeconds: LONGEST_REQUEST_S,
    sensitiveLogs: false,
    fetch: nodeFetch((date) => {
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

/** grammY hands over an abort signal that is none of Node's, and options of another fetch: only what is known is passed on. */
function nodeFetch(onDate: (seconds: number) => void) {
  return async (url: string | URL, init: RequestOptions): Promise<Response> => {
    const abort = new AbortController();
    if (init.signal?.aborted) abort.abort();
    init.signal?.addEventListener("abort", () => abort.abort());
    const response = await fetch(url, {
      method: init.method ?? "POST",
      signal: abort.signal,
      ...(init.headers ? { headers: init.headers } : {}),
      ...(init.body === undefined ? {} : { body: init.body }),
    });
    const date = Date.parse(response.headers.get("date") ?? "");
    if (Number.isFinite(date)) onDate(date / 1000);
    return response;
  };
}

interface RequestOptions {
  readonly method?: string;
  readonly headers?: Record<string, string>;
  readonly body?: string;
  readonly signal?: {
    readonly aborted: boolean;
    addEventListener(type: "abort", listener: () => void): void;
  };
}
