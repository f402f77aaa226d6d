import { createHash } from "node:crypto";
import { z } from "zod";
import { type Embedder, EmbeddingError, type TextKind, type TitledText } from "./embedder.ts";
import { type ModelManner, mannerOf } from "./model-manners.ts";
import { readBounded } from "./read-bounded.ts";

/** A server that speaks OpenAI's protocol for embeddings. */
export interface EmbeddingsServer {
  /** Its address: of the server, of its `/v1`, or of `/v1/embeddings`. */
  readonly url: string;
  /** The model's name; left out, the server is asked for it. */
  readonly model?: string | undefined;
  readonly key?: string | undefined;
  /** Vectors are cut to so many numbers; left out, they are kept whole. */
  readonly dimensions?: number | undefined;
}

/**
 * Connects to the server: asks for its model where none is named, and embeds one word, which tells how long vectors are.
 * @throws EmbeddingError as `Embedder.embed` does
 */
export async function connectEmbeddings(server: EmbeddingsServer, signal?: AbortSignal): Promise<Embedder> {
  const base = baseOf(server.url);
  const model = server.model ?? (await firstModel(base, server, signal));
  const manner = mannerOf(model);
  const request = (texts: readonly TitledText[], kind: TextKind, encoding: Encoding, stop?: AbortSignal) =>
    requestVectors(base, { ...server, model }, manner, { texts, kind, encoding }, stop);
  let encoding: Encoding = "base64";
  const refusalOf = (error: unknown): EmbeddingError | undefined =>
    error instanceof EmbeddingError && error.fault === "refused" ? error : undefined;
  const probe = await request([{ text: PROBE }], "query", encoding, signal)
    .catch((error: unknown) => {
      // Older servers know numbers alone.
      if (refusalOf(error) === undefined) throw error;
      encoding = "float";
      return request([{ text: PROBE }], "query", encoding, signal);
    })
    .catch((error: unknown) => {
      // One word is neither too long nor too much.
      const refused = refusalOf(error);
      throw refused === undefined ? error : new EmbeddingError("denied", refused.message);
    });
  const dimensions = probe.vectors[0]?.length ?? 0;
  return {
    model,
    id: idOf(model, manner, dimensions),
    dimensions,
    takesTitles: manner.takesTitles,
    async embed(texts, kind, stop) {
      if (texts.length === 0) return [];
      const { vectors, served } = await request(texts, kind, encoding, stop);
      if (served !== probe.served) throw new EmbeddingError("malformed", "the server has another model now");
      const other = vectors.find((vector) => vector.length !== dimensions);
      if (other !== undefined)
        throw new EmbeddingError("malformed", `a vector has ${other.length} dimensions, not ${dimensions}`);
      return vectors;
    },
  };
}

/** A folder's name: readable, and another one when the model's texts are written in another way. */
function idOf(model: string, manner: ModelManner, dimensions: number): string {
  const written = [model, manner.write({ text: "text", title: "title" }, "passage"), manner.fields?.passage];
  const hash = createHash("sha256").update(JSON.stringify(written)).digest("hex").slice(0, 8);
  return `${model.replace(/[^a-z0-9.-]+/gi, "_").slice(0, 80)}-${dimensions}-${hash}`;
}

type Encoding = "base64" | "float";

/** A word that any model has a vector for. */
const PROBE = "\u0633\u0644\u0627\u0645";

/** Bytes of a response, at most: 128 vectors of 8,192 numbers, written out, are 20 MB. */
const RESPONSE_BYTES = 64_000_000;

/** `http://127.0.0.1:8080`, `https://api.example.com/v1/`, `…/v1/embeddings` → the address before `/embeddings`. */
function baseOf(url: string): string {
  const trimmed = url.replace(/\/+$/, "").replace(/\/embeddings$/, "");
  return new URL(trimmed).pathname === "/" ? `${trimmed}/v1` : trimmed;
}

const modelList = z.object({ data: z.array(z.object({ id: z.string().min(1) })).min(1) });

async function firstModel(base: string, server: EmbeddingsServer, signal?: AbortSignal): Promise<string> {
  const body = await call(`${base}/models`, server, undefined, signal);
  const list = modelList.safeParse(body);
  const first = list.data?.data[0];
  if (first === undefined) throw new EmbeddingError("denied", "the server does not name its model");
  return first.id;
}

const vectorList = z.object({
  model: z.string().optional(),
  data: z.array(
    z.object({
      index: z.number().int().nonnegative().optional(),
      embedding: z.union([z.string(), z.array(z.number())]),
    }),
  ),
});

interface VectorRequest {
  readonly texts: readonly TitledText[];
  readonly kind: TextKind;
  readonly encoding: Encoding;
}

interface ServedVectors {
  readonly vectors: readonly Float32Array[];
  /** The model's name in the answer. */
  readonly served: string | undefined;
}

async function requestVectors(
  base: string,
  server: EmbeddingsServer & { readonly model: string },
  manner: ModelManner,
  { texts, kind, encoding }: VectorRequest,
  signal?: AbortSignal,
): Promise<ServedVectors> {
  const body = await call(
    `${base}/embeddings`,
    server,
    {
      model: server.model,
      input: texts.map((text) => manner.write(text, kind)),
      encoding_format: encoding,
      ...(manner.shortens && server.dimensions !== undefined && { dimensions: server.dimensions }),
      ...manner.fields?.[kind],
    },
    signal,
  );
  const { data: parsed } = vectorList.safeParse(body);
  if (parsed === undefined) throw new EmbeddingError("malformed", "the answer holds no vectors");
  const vectors: (Float32Array | undefined)[] = texts.map(() => undefined);
  parsed.data.forEach(({ index, embedding }, i) => {
    vectors[index ?? i] = unitVector(numbersOf(embedding), server.dimensions);
  });
  if (parsed.data.length !== texts.length || vectors.length !== texts.length)
    throw new EmbeddingError("malformed", `${texts.length} texts got ${parsed.data.length} vectors`);
  return {
    served: parsed.model,
    vectors: vectors.map((vector) => {
      if (vector === undefined) throw new EmbeddingError("malformed", "a text got no vector");
      return vector;
    }),
  };
}

function numbersOf(embedding: string | readonly number[]): Float32Array {
  if (typeof embedding !== "string") return Float32Array.from(embedding);
  const bytes = Buffer.from(embedding, "base64");
  if (bytes.length % 4 !== 0) throw new EmbeddingError("malformed", "a vector is cut off");
  // Little-endian, as every machine that Node runs on.
  const copy = new Uint8Array(bytes);
  return new Float32Array(copy.buffer);
}

/** The first numbers of a vector, scaled to length 1. */
function unitVector(vector: Float32Array, dimensions = vector.length): Float32Array {
  const cut = vector.slice(0, dimensions);
  const length = Math.sqrt(cut.reduce((sum, x) => sum + x * x, 0));
  if (!(length > 0) || !Number.isFinite(length))
    throw new EmbeddingError("malformed", "a vector points nowhere");
  return cut.map((x) => x / length);
}

/** The body of a response; a POST where there is one to send. */
async function call(
  url: string,
  { key }: EmbeddingsServer,
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
    throw new EmbeddingError("unreachable", `the server cannot be reached (${codeOf(error)})`);
  }
  if (!response.ok) throw refusal(response);
  if (text === undefined) throw new EmbeddingError("malformed", "the answer is too long");
  try {
    return JSON.parse(text);
  } catch {
    throw new EmbeddingError("malformed", "the answer is not JSON");
  }
}

/** Statuses that tell of a server that may serve later. */
const LATER: ReadonlySet<number> = new Set([408, 425, 429, 502, 503, 504, 529]);
/** Statuses that tell of these texts. llama.cpp says 500 of a text that is too long. */
const OF_TEXTS: ReadonlySet<number> = new Set([400, 413, 422, 500]);

function refusal({ status, headers }: Response): EmbeddingError {
  if (OF_TEXTS.has(status))
    return new EmbeddingError("refused", `the server refuses the texts (HTTP ${status})`);
  if (!LATER.has(status)) return new EmbeddingError("denied", `the server refuses (HTTP ${status})`);
  const seconds = Number(headers.get("retry-after") ?? "");
  return new EmbeddingError(
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
