import { once } from "node:events";
import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/** What a stub answers with: a status and a body, or something that goes wrong on the way. */
export type Answer =
  | { readonly status: number; readonly body: unknown }
  | "hang"
  | "reset"
  /** The beginning of an answer, and then nothing or the end of the connection. */
  | "stall"
  | "cut";

export interface StubNode {
  readonly url: string;
  /** Requests in their order, without those of probes. */
  readonly calls: {
    readonly path: string;
    readonly query: URLSearchParams;
    readonly authorization?: string;
    readonly body: string;
  }[];
  /** Answers to each request but probes; the last one stays. */
  answers: Answer[];
  /** Answers to requests to a path, before all others. */
  readonly routes: Record<string, Answer>;
  /** Answers nothing at all, probes neither. */
  isHung: boolean;
  close(): Promise<void>;
}

export const FULL = {
  status: 200,
  body: { timed_out: false, _shards: { total: 1, successful: 1, failed: 0 }, hits: { hits: [] } },
};
export const PARTIAL = {
  status: 200,
  body: { timed_out: false, _shards: { total: 2, successful: 1, failed: 0 }, hits: { hits: [] } },
};

export function failure(status: number, type: string): Answer {
  return { status, body: { error: { type, reason: "" }, status } };
}

/** A server on 127.0.0.1 that answers as a node may, well or ill. */
export async function startStubNode(id: string, ...answers: Answer[]): Promise<StubNode> {
  const http = createServer(async (request, response) => {
    let body = "";
    request.setEncoding("utf8");
    for await (const chunk of request) body += chunk;
    const { pathname, searchParams } = new URL(request.url ?? "/", "http://stub");
    if (node.isHung) return;
    const { [pathname]: routed } = node.routes;
    if (typeof routed === "object") return send(response, routed.status, routed.body);
    if (pathname === "/_nodes/_local") return send(response, 200, { nodes: { [id]: { name: id } } });
    const { authorization } = request.headers;
    node.calls.push({ path: pathname, query: searchParams, body, ...(authorization && { authorization }) });
    const answer = (node.answers.length > 1 ? node.answers.shift() : node.answers[0]) ?? FULL;
    if (answer === "hang") return;
    if (answer === "reset") return void request.socket.destroy();
    if (typeof answer === "object") return send(response, answer.status, answer.body);
    response.writeHead(200, { "content-type": "application/json" }).write('{"hits":');
    if (answer === "cut") setImmediate(() => request.socket.destroy());
  });
  const node: StubNode = {
    url: "",
    calls: [],
    answers,
    routes: {},
    isHung: false,
    async close() {
      http.close();
      http.closeAllConnections();
      await once(http, "close");
    },
  };
  http.listen(0, "127.0.0.1");
  await once(http, "listening");
  const { port } = http.address() as AddressInfo;
  return Object.assign(node, { url: `http://127.0.0.1:${port}` });
}

function send(response: ServerResponse, status: number, body: unknown): void {
  const isText = typeof body === "string";
  response.writeHead(status, { "content-type": isText ? "text/html" : "application/json" });
  response.end(isText ? body : JSON.stringify(body));
}
