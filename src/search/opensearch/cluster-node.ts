import { setImmediate as turn } from "node:timers/promises";
import { Client, errors } from "@opensearch-project/opensearch";
import { z } from "zod";
import { errorOfStatus, OpenSearchError } from "./cluster-error.ts";

/** A request to a cluster. `lines`: the body of a bulk request, one JSON object a line. */
export interface ClusterRequest {
  readonly method: "GET" | "POST" | "PUT" | "DELETE";
  readonly path: string;
  readonly query?: Readonly<Record<string, string | number | boolean>>;
  readonly body?: Readonly<Record<string, unknown>>;
  readonly lines?: string;
}

/** How a node is reached. */
export interface NodeAccess {
  readonly username?: string | undefined;
  readonly password?: string | undefined;
  /** Certificates of authorities, in PEM; left out, those that Node.js knows. */
  readonly ca?: string | undefined;
}

/** One node of a cluster, and what is known of it. */
export interface ClusterNode {
  readonly url: string;
  /** Did it answer when it was last asked? */
  isUp: boolean;
  /** Its name within the cluster, by which searches are kept to some nodes; known once it was probed. */
  id: string | undefined;
  /**
   * Sends a request once.
   * @throws OpenSearchError, or the signal's reason
   */
  send(request: ClusterRequest, signal: AbortSignal): Promise<unknown>;
  /** Asks for nothing but whether it answers within so many milliseconds, sets `isUp` and `id`. Never throws. */
  probe(timeout: number): Promise<void>;
  /** Ends what is under way, and the connections. */
  close(): Promise<void>;
}

/** The client's own limit for one request; the signal of the caller ends it before. */
const LONGEST_REQUEST = 3_600_000;

const errorBody = z.object({
  error: z.object({ type: z.string(), root_cause: z.array(z.object({ type: z.string() })).optional() }),
});
const localNode = z.object({ nodes: z.record(z.string(), z.unknown()) });

/**
 * A client of the node at `url`. It tries once and judges nothing: what is tried where and when is up to the cluster, since the client's
 * own pool keeps a node that failed away for a minute and more.
 */
export function createClusterNode(url: string, { username, password, ca }: NodeAccess): ClusterNode {
  const client = new Client({
    node: url,
    maxRetries: 0,
    requestTimeout: LONGEST_REQUEST,
    resurrectStrategy: "none",
    ...(username !== undefined && password !== undefined && { auth: { username, password } }),
    ...(ca !== undefined && { ssl: { ca, rejectUnauthorized: true } }),
  });

  const sending = new Set<{ abort(): void }>();

  async function send(request: ClusterRequest, signal: AbortSignal): Promise<unknown> {
    signal.throwIfAborted();
    const { method, path, query, body, lines } = request;
    const sent = client.transport.request({
      method,
      path,
      ...(query && { querystring: query }),
      ...(body && { body }),
      ...(lines !== undefined && { bulkBody: lines }),
    });
    // A promise that a listener returns is listened to, and what ends it would be thrown.
    const abort = () => {
      sent.abort();
    };
    signal.addEventListener("abort", abort, { once: true });
    sending.add(sent);
    try {
      const { body: answer }: { body: unknown } = await sent;
      // A proxy in front of the cluster answers with a page of its own.
      if (typeof answer === "string")
        throw new OpenSearchError("unavailable", "the answer is not that of a cluster");
      return answer;
    } catch (error) {
      signal.throwIfAborted();
      throw asOpenSearchError(error);
    } finally {
      signal.removeEventListener("abort", abort);
      sending.delete(sent);
    }
  }

  const node: ClusterNode = {
    url,
    isUp: true,
    id: undefined,
    send,
    async probe(timeout) {
      try {
        const answer = await send(
          { method: "GET", path: "/_nodes/_local", query: { filter_path: "nodes.*.name" } },
          AbortSignal.timeout(timeout),
        );
        const { data } = localNode.safeParse(answer);
        node.id = data && Object.keys(data.nodes)[0];
        node.isUp = true;
      } catch (error) {
        // Who may not ask for nodes may search all the same.
        node.isUp = error instanceof OpenSearchError && error.fault !== "unreachable";
      }
    },
    async close() {
      for (const sent of sending) sent.abort();
      // The client looks once a second whether its requests have ended.
      await turn();
      await client.close();
    },
  };
  return node;
}

function asOpenSearchError(error: unknown): unknown {
  if (error instanceof errors.ResponseError) {
    const { data } = errorBody.safeParse(error.meta.body);
    const reason = data?.error.root_cause?.[0]?.type ?? data?.error.type;
    return errorOfStatus(error.meta.statusCode ?? 503, reason) ?? error;
  }
  if (error instanceof errors.DeserializationError)
    return new OpenSearchError("unavailable", "the answer is not that of a cluster");
  if (error instanceof errors.ConnectionError || error instanceof errors.TimeoutError)
    return new OpenSearchError("unreachable", `no connection (${error.message})`);
  if (error instanceof errors.RequestAbortedError)
    return new OpenSearchError("unreachable", "the connection was closed");
  // An answer that is longer than a string may be, among others.
  if (error instanceof errors.OpenSearchClientError) return new OpenSearchError("refused", error.message);
  return error;
}
