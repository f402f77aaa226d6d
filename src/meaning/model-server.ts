import { readBounded } from "./read-bounded.ts";

/**
 * Why a server of models gave nothing. `unreachable`: no answer came. `busy`: the server asks to come again later. `denied`: it takes no such
 * request, whatever the texts are (key, address, model). `refused`: it does not take these texts: they are too long or too many.
 * `malformed`: its answer is none, or not of its model.
 */
export type ModelServerFault = "unreachable" | "busy" | "denied" | "refused" | "malformed";

/** The message is one clause, and holds nothing of a text or a key. */
export class ModelServerError extends Error {
  override readonly name = "ModelServerError";
  readonly fault: ModelServerFault;
  /** Milliseconds after which the server asks to come again. */
  readonly retryAfter: number | undefined;

  constructor(fault: ModelServerFault, message: string, retryAfter?: number) {
    super(message);
    this.fault = fault;
    this.retryAfter = retryAfter;
  }
}

/** Bytes of a response, at most: 128 vectors of 8,192 numbers, written out, are 20 MB. */
const RESPONSE_BYTES = 64_000_000;

/** `http://127.0.0.1:8080`, `https://api.example.com/v1/`, `…/v1/rerank` → the address before `/rerank`. */
export function baseOf(url: string, endpoint: string): string {
  const trimmed = url.replace(/(?<!\/)\/+$/, "");
  const base = trimmed.endsWith(endpoint) ? trimmed.slice(0, -endpoint.length) : trimmed;
  return new URL(base).pathname === "/" ? `${base}/v1` : base;
}

/** The body of a response; a POST where there is one to send. */
export async function callModelServer(
  url: string,
  key: string | undefined,
  body: unknown,
  signal?: AbortSignal,
): Promise<unknown> {
  let response: Response;
  let text: string | undefined;
  try {
    response = await fetch(url, {
      method: body === undefined ? "GET" : "POST",
      headers: {
        ...(body !== undefined && { "content-type": "application/json" }),
        ...(key !== undefined && { authorization: `Bearer ${key}` }),
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
      // A key must not follow to another address.
      redirect: "error",
      ...(signal && { signal }),
    });
    text = await readBounded(response, RESPONSE_BYTES);
  } catch (error) {
    if (signal?.aborted) throw signal.reason;
    throw new ModelServerError("unreachable", `the server cannot be reached (${codeOf(error)})`);
  }
  if (!response.ok) throw refusal(response);
  if (text === undefined) throw new ModelServerError("malformed", "the answer is too long");
  try {
    return JSON.parse(text);
  } catch {
    throw new ModelServerError("malformed", "the answer is not JSON");
  }
}

/** Statuses that tell of a server that may serve later. */
const LATER: ReadonlySet<number> = new Set([408, 425, 429, 502, 503, 504, 529]);
/** Statuses that tell of these texts. llama.cpp says 500 of a text that is too long. */
const OF_TEXTS: ReadonlySet<number> = new Set([400, 413, 422, 500]);

function refusal({ status, headers }: Response): ModelServerError {
  if (OF_TEXTS.has(status))
    return new ModelServerError("refused", `the server refuses the texts (HTTP ${status})`);
  if (!LATER.has(status)) return new ModelServerError("denied", `the server refuses (HTTP ${status})`);
  const seconds = Number(headers.get("retry-after") ?? "");
  return new ModelServerError(
    "busy",
    `the server is busy (HTTP ${status})`,
    seconds > 0 ? seconds * 1000 : undefined,
  );
}

function codeOf(error: unknown): string {
  const cause = error instanceof Error ? (error.cause ?? error) : undefined;
  if (cause instanceof Error) return "code" in cause ? String(cause.code) : cause.name;
  return "unknown";
}
