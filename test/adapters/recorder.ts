import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/** A request as it came in. */
export interface Recorded {
  readonly verb: string;
  readonly path: string;
  /** The JSON of the body; an empty object where there is none. */
  readonly body: Readonly<Record<string, unknown>>;
  readonly headers: IncomingMessage["headers"];
  /** Milliseconds since the recorder began. */
  readonly at: number;
}

/** What the recorder does with a request. */
export type Answer =
  | {
      readonly status?: number;
      readonly json: unknown;
      readonly headers?: Readonly<Record<string, string>>;
    }
  | { readonly status?: number; readonly page: string }
  /** Breaks the connection off without an answer. */
  | { readonly drop: true }
  /** Says that more is coming than comes, and breaks off. */
  | { readonly half: string };

export interface Recorder {
  /** `http://127.0.0.1:PORT`, without a slash at its end. */
  readonly root: string;
  /** All requests so far, in order. */
  readonly requests: readonly Recorded[];
  /** The first request, of all so far and to come, that fits. @throws after `ms`, with the paths that came. */
  until(fits: (request: Recorded) => boolean, ms?: number): Promise<Recorded>;
  close(): Promise<void>;
}

/** The least HTTP server: it keeps what comes and answers as it is told. It knows no rule of any platform. */
export async function startRecorder(
  answer: (request: Recorded) => Answer | Promise<Answer>,
): Promise<Recorder> {
  const requests: Recorded[] = [];
  const waiting = new Set<() => void>();
  const began = performance.now();

  const server = createServer(async (incoming, response) => {
    const chunks: Buffer[] = [];
    try {
      for await (const chunk of incoming) chunks.push(chunk);
    } catch {
      return;
    }
    const request = {
      verb: incoming.method ?? "",
      path: incoming.url ?? "",
      body: bodyOf(Buffer.concat(chunks).toString("utf8")),
      headers: incoming.headers,
      at: performance.now() - began,
    };
    requests.push(request);
    for (const look of waiting) look();
    give(response, await answer(request));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));

  return {
    root: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests,
    until(fits, ms = 5_000) {
      return new Promise((resolve, reject) => {
        const look = () => {
          const found = requests.find(fits);
          if (!found) return;
          end();
          resolve(found);
        };
        const timer = setTimeout(() => {
          end();
          reject(
            new Error(
              `No such request in ${ms} ms; there were ${requests.map(({ path }) => path).join(" ")}`,
            ),
          );
        }, ms);
        const end = () => {
          clearTimeout(timer);
          waiting.delete(look);
        };
        waiting.add(look);
        look();
      });
    },
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function bodyOf(text: string): Record<string, unknown> {
  try {
    const body: unknown = JSON.parse(text);
    return typeof body === "object" && body !== null ? { ...body } : {};
  } catch {
    return {};
  }
}

function give(response: ServerResponse, answer: Answer): void {
  if (response.destroyed) return;
  if ("drop" in answer) {
    response.socket?.destroy();
  } else if ("half" in answer) {
    response.writeHead(200, { "content-type": "application/json", "content-length": answer.half.length * 2 });
    response.write(answer.half, () => response.socket?.destroy());
  } else if ("page" in answer) {
    response.writeHead(answer.status ?? 200, { "content-type": "text/html" }).end(answer.page);
  } else {
    response
      .writeHead(answer.status ?? 200, { "content-type": "application/json", ...answer.headers })
      .end(JSON.stringify(answer.json));
  }
}
