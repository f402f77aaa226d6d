import { createHash, timingSafeEqual } from "node:crypto";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { Update } from "grammy/types";
import { createDrain } from "../runtime/drain.ts";
import { createFirstTime } from "../runtime/first-time.ts";
import type { Logger } from "../runtime/logger.ts";
import { isUpdate } from "./updates.ts";

/** A message of 4,096 letters with all that it replies to is a fiftieth of this. */
const UPDATE_BYTES = 2 ** 20;
/** A request that has not come whole by then is broken off. */
const REQUEST_MS = 10_000;
/** Longer than a front keeps a connection that is idle (mostly a minute), so that it is the front that closes it. */
const KEEP_ALIVE_MS = 75_000;
/** The last responses of a process that stops get so long. */
const FLUSH_MS = 200;
/** As Node writes the names of headers. */
const SECRET_HEADER = "x-telegram-bot-api-secret-token";
/** One line an hour for each status that a stranger, or a front that is set up wrongly, gets. */
const REFUSALS = { max: 20, ttl: 3_600_000 };

export interface WebhookServerOptions {
  /** Of the address that Telegram calls. */
  readonly path: string;
  readonly secret: string;
  /** The status of an update. */
  receive(update: Update): Promise<number>;
  readonly log: Logger;
}

/** The HTTP server that Telegram, or a front before it, brings updates to. */
export interface WebhookServer {
  /** @throws the error of the system when the port cannot be had */
  listen(port: number): Promise<void>;
  /** Takes no new update, waits at most `ms` for those that are there, and answers the rest with 503. */
  close(ms: number): Promise<void>;
}

/**
 * Lets through to `receive` what is an update and carries the secret; all else ends in a status, and nothing in the end of the
 * process: 404 another path, 405 another method than POST, 401 another secret or none, 413 more than a megabyte, 400 no update, 500 a
 * bug, 503 while it closes.
 */
export function createWebhookServer({ path, secret, receive, log }: WebhookServerOptions): WebhookServer {
  const expected = digestOf(secret);
  const isFirst = createFirstTime(REFUSALS);
  const requests = createDrain();
  const open = new Set<ServerResponse>();
  let closing = false;

  const server = createServer(
    { requestTimeout: REQUEST_MS, headersTimeout: REQUEST_MS, keepAliveTimeout: KEEP_ALIVE_MS },
    (request, response) => {
      open.add(response);
      response.once("close", () => open.delete(response)).on("error", () => {});
      requests.track(() => answer(request, response)).catch(() => {});
    },
  );

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    try {
      end(response, await statusOf(request));
    } catch (error) {
      // Of a request that was broken off nobody reads the status.
      if (!request.destroyed || request.complete) log.error("telegram.webhook-failed", {}, error);
      end(response, 500);
    }
  }

  async function statusOf(request: IncomingMessage): Promise<number> {
    if (closing) return 503;
    if (request.url?.split("?")[0] !== path) return 404;
    if (request.method !== "POST") return 405;
    if (!timingSafeEqual(digestOf(String(request.headers[SECRET_HEADER] ?? "")), expected)) return 401;
    const body = await bodyOf(request);
    if (body === undefined) return 413;
    const update = parsed(body);
    return isUpdate(update) ? receive(update) : 400;
  }

  function end(response: ServerResponse, status: number): void {
    if (response.headersSent) return;
    const isRefused = status >= 400 && status < 500;
    if (isRefused && isFirst(String(status))) log.warn("telegram.webhook-refused", { status });
    // What is left of a refused body is not read.
    if (isRefused || closing) response.setHeader("connection", "close");
    if (status === 405) response.setHeader("allow", "POST");
    response.writeHead(status).end();
  }

  return {
    listen: (port) =>
      new Promise((resolve, reject) => {
        server.once("error", reject);
        server.listen(port, () => {
          server.off("error", reject);
          server.on("error", (error) => log.error("telegram.webhook-failed", {}, error));
          resolve();
        });
      }),
    async close(ms) {
      closing = true;
      server.close();
      await requests.drain(ms);
      const flushed = [...open].map((response) => new Promise((resolve) => response.once("close", resolve)));
      for (const response of open) end(response, 503);
      await Promise.race([Promise.all(flushed), new Promise((resolve) => setTimeout(resolve, FLUSH_MS))]);
      server.closeAllConnections();
    },
  };
}

/** Digests have one length, which comparing in constant time needs. */
function digestOf(text: string): Buffer {
  return createHash("sha256").update(text).digest();
}

/** The body as text; undefined when it is too long. */
async function bodyOf(request: IncomingMessage): Promise<string | undefined> {
  const chunks: Buffer[] = [];
  let bytes = Number(request.headers["content-length"] ?? 0);
  if (bytes > UPDATE_BYTES) return undefined;
  bytes = 0;
  for await (const chunk of request) {
    bytes += chunk.length;
    if (bytes > UPDATE_BYTES) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString("utf8");
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}
