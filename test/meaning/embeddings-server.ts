import { createHash } from "node:crypto";
import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { z } from "zod";

const embeddingsBody = z.looseObject({
  model: z.string(),
  input: z.array(z.string()),
  encoding_format: z.enum(["base64", "float"]).optional(),
});

export type EmbeddingsBody = z.infer<typeof embeddingsBody>;

/** A request that the server got. */
export interface ServerCall {
  readonly path: string;
  readonly authorization: string | undefined;
  /** Of a request for vectors. */
  readonly body?: EmbeddingsBody;
}

/** What a server answers in place of vectors. */
export interface ServerFault {
  readonly status?: number;
  readonly body?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface EmbeddingsServer {
  readonly url: string;
  readonly calls: ServerCall[];
  /** The texts of all requests for vectors, in their order. */
  readonly texts: string[];
  /** Milliseconds before each answer. */
  delay: number;
  /** Asked before each answer; a fault is answered in place of vectors, `"hang"` not at all. */
  fault: (call: ServerCall) => ServerFault | "hang" | undefined;
  /** Ends it at once, with all connections. */
  kill(): Promise<void>;
}

/** A server on 127.0.0.1 that speaks OpenAI's protocol for embeddings, with vectors that `vectorOf` gives. */
export async function startEmbeddingsServer({
  vectorOf = seededVector,
  port = 0,
}: {
  vectorOf?: (text: string) => ArrayLike<number>;
  port?: number;
} = {}): Promise<EmbeddingsServer> {
  const http = createServer((request, response) => void handle(request, response));
  const server: EmbeddingsServer = {
    url: "",
    calls: [],
    texts: [],
    delay: 0,
    fault: () => undefined,
    async kill() {
      if (!http.listening) return;
      http.close();
      http.closeAllConnections();
      await once(http, "close");
    },
  };
  const handle = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const text = Buffer.concat(chunks).toString("utf8");
    const call: ServerCall = {
      path: request.url ?? "",
      authorization: request.headers.authorization,
      ...(text !== "" && { body: embeddingsBody.parse(JSON.parse(text)) }),
    };
    server.calls.push(call);
    server.texts.push(...(call.body?.input ?? []));
    if (server.delay > 0) await new Promise((resolve) => setTimeout(resolve, server.delay));
    const fault = server.fault(call);
    if (fault === "hang") return;
    const { status = 200, headers = {}, body = answerTo(call, vectorOf) } = fault ?? {};
    response.writeHead(status, { "content-type": "application/json", ...headers }).end(body);
  };
  http.listen(port, "127.0.0.1");
  await once(http, "listening");
  const { port: own } = http.address() as AddressInfo;
  return Object.assign(server, { url: `http://127.0.0.1:${own}` });
}

function answerTo({ path, body }: ServerCall, vectorOf: (text: string) => ArrayLike<number>): string {
  if (path.endsWith("/models")) return JSON.stringify({ data: [{ id: "seeded" }] });
  const data = (body?.input ?? []).map((text, index) => {
    const vector = Float32Array.from(vectorOf(text));
    const bytes = Buffer.from(vector.buffer);
    return { index, embedding: body?.encoding_format === "base64" ? bytes.toString("base64") : [...vector] };
  });
  return JSON.stringify({ data });
}

/** A vector that is drawn by lot and always the same for a text. */
export function seededVector(text: string, dimensions = 32): Float32Array {
  const vector = new Float32Array(dimensions);
  for (let i = 0; i < dimensions; i += 8) {
    const bytes = createHash("sha256").update(`${i}${text}`).digest();
    for (let j = 0; j < 8 && i + j < dimensions; j++) vector[i + j] = bytes.readInt32LE(4 * j) / 2 ** 31;
  }
  return vector;
}
