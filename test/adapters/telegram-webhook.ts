import type { Update } from "grammy/types";

/** An update whose request gets no 2xx is repeated after pauses that double from the first to the longest (milliseconds). */
const FIRST_PAUSE_MS = 50;
const LONGEST_PAUSE_MS = 1_000;
/** "We will repeat the request and give up after a reasonable amount of attempts", in Telegram's words. */
const MOST_ATTEMPTS = 60;

export interface WebhookSide {
  /** Brings an update; resolves with the statuses that its requests got, 0 for a connection that broke. */
  bring(update: Update): Promise<number[]>;
  /** Updates that are not confirmed. */
  readonly pending: number;
  /** Updates that were given up. */
  readonly givenUp: number;
}

export interface WebhookSideOptions {
  /** Replicas, which get requests in turn. */
  readonly urls: readonly string[];
  readonly secret: string;
  /** Requests at once; the others wait. */
  readonly connections?: number;
}

/** Telegram's side of a webhook, and a front that gives each request to the next replica: what gets no 2xx is repeated. */
export function webhookSide({ urls, secret, connections = 100 }: WebhookSideOptions): WebhookSide {
  let turn = 0;
  let open = 0;
  let pending = 0;
  let givenUp = 0;
  const waiting: (() => void)[] = [];

  async function request(update: Update): Promise<number> {
    if (open >= connections) await new Promise<void>((resolve) => waiting.push(resolve));
    open++;
    try {
      let status = 0;
      // A front passes a request on from a replica that is not there, or breaks off.
      for (let tries = 0; tries < urls.length && status === 0; tries++)
        status = await post(urls[turn++ % urls.length] ?? "", JSON.stringify(update), secret);
      return status;
    } finally {
      open--;
      waiting.shift()?.();
    }
  }

  return {
    async bring(update) {
      const statuses: number[] = [];
      let pause = FIRST_PAUSE_MS;
      pending++;
      while (statuses.length < MOST_ATTEMPTS) {
        const status = await request(update);
        statuses.push(status);
        if (status >= 200 && status < 300) break;
        await new Promise((resolve) => setTimeout(resolve, pause));
        pause = Math.min(LONGEST_PAUSE_MS, 2 * pause);
      }
      pending--;
      if ((statuses.at(-1) ?? 0) >= 300 || statuses.at(-1) === 0) givenUp++;
      return statuses;
    },
    get pending() {
      return pending;
    },
    get givenUp() {
      return givenUp;
    },
  };
}

/** The status of one request, 0 for a connection that broke. */
export async function post(url: string, body: string, secret?: string): Promise<number> {
  const signed = secret === undefined ? {} : { "x-telegram-bot-api-secret-token": secret };
  const headers = { "content-type": "application/json", ...signed };
  const signal = AbortSignal.timeout(60_000);
  try {
    const response = await fetch(url, { method: "POST", headers, body, signal });
    await response.arrayBuffer();
    return response.status;
  } catch {
    return 0;
  }
}
