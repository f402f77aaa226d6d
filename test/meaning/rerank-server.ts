import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { z } from "zod";

const rerankBody = z.looseObject({ query: z.string(), documents: z.array(z.string()) });

export interface RerankServer {
  readonly url: string;
  readonly calls: {
    readonly path: string;
    readonly authorization: string | undefined;
    readonly body: z.infer<typeof rerankBody>;
  }[];
  /** What is answered in place of scores; `"hang"`: nothing. */
  fault: { readonly status?: number; readonly body?: string } | "hang" | undefined;
  kill(): Promise<void>;
}

/** A server on 127.0.0.1 that speaks the protocol for reranking; a text scores what `scoreOf` gives, by a rule. */
export async function startRerankServer(
  scoreOf: (query: string, text: string) => number,
): Promise<RerankServer> {
  const http = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const body = rerankBody.parse(JSON.parse(Buffer.concat(chunks).toString("utf8")));
    server.calls.push({ path: request.url ?? "", authorization: request.headers.authorization, body });
    const { fault } = server;
    if (fault === "hang") return;
    // The best first, as servers give them.
    const results = body.documents
      .map((text, index) => ({ index, relevance_score: scoreOf(body.query, text) }))
      .sort((a, b) => b.relevance_score - a.relevance_score);
    response
      .writeHead(fault?.status ?? 200, { "content-type": "application/json" })
      .end(fault?.body ?? JSON.stringify({ results }));
  });
  const server: RerankServer = {
    url: "",
    calls: [],
    fault: undefined,
    async kill() {
      http.close();
      http.closeAllConnections();
      await once(http, "close");
    },
  };
  http.listen(0, "127.0.0.1");
  await once(http, "listening");
  const { port } = http.address() as AddressInfo;
  return Object.assign(server, { url: `http://127.0.0.1:${port}` });
}
