import { Agent as HttpAgent, request as httpRequest, type IncomingMessage } from "node:http";
import { Agent as HttpsAgent, request as httpsRequest } from "node:https";

/** What grammY's client asks of a `fetch`: it sends JSON and reads JSON. */
export type Transport = (
  url: string | URL,
  init: {
    readonly method?: string;
    readonly headers?: Record<string, string>;
    readonly body?: string;
    readonly signal?: Signal;
  },
) => Promise<{ json(): Promise<unknown> }>;

/** The least of an abort signal: grammY's is not Node's own. */
interface Signal {
  readonly aborted: boolean;
  addEventListener(type: "abort", listener: () => void): void;
}

/**
 * Requests over connections that are kept, at a quarter of what a request by Node's `fetch` costs: each answer of a busy
 * bot is one. Errors carry the code of the system and no URL, and so no token. `onDate` is told the server's clock in seconds.
 */
export function createTransport(onDate: (seconds: number) => void): Transport {
  const agents = { http: new HttpAgent({ keepAlive: true }), https: new HttpsAgent({ keepAlive: true }) };
  return async (url, { method = "POST", headers = {}, body = "", signal }) => {
    const target = new URL(url);
    const options = { method, headers: { ...headers, "content-length": Buffer.byteLength(body) } };
    const text = await new Promise<string>((resolve, reject) => {
      const receive = (response: IncomingMessage) => {
        const date = Date.parse(response.headers.date ?? "");
        if (Number.isFinite(date)) onDate(date / 1000);
        read(response).then(resolve, reject);
      };
      const request =
        target.protocol === "http:"
          ? httpRequest(target, { ...options, agent: agents.http }, receive)
          : httpsRequest(target, { ...options, agent: agents.https }, receive);
      const abort = () => request.destroy(new Error("The request was broken off"));
      request.on("error", reject);
      if (signal?.aborted) abort();
      else signal?.addEventListener("abort", abort);
      request.end(body);
    });
    return { json: async () => JSON.parse(text) };
  };
}

async function read(response: IncomingMessage): Promise<string> {
  response.setEncoding("utf8");
  let text = "";
  for await (const chunk of response) text += chunk;
  return text;
}
