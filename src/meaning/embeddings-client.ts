import { createHash } from "node:crypto";
import { z } from "zod";
import type { Embedder, TextKind, TitledText } from "./embedder.ts";
import { type ModelManner, mannerOf } from "./model-manners.ts";
import { baseOf, callModelServer, ModelServerError } from "./model-server.ts";

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
 * @throws ModelServerError as `Embedder.embed` does
 */
export async function connectEmbeddings(server: EmbeddingsServer, signal?: AbortSignal): Promise<Embedder> {
  const base = baseOf(server.url, "/embeddings");
  const model = server.model ?? (await firstModel(base, server, signal));
  const manner = mannerOf(model);
  const request = (texts: readonly TitledText[], kind: TextKind, encoding: Encoding, stop?: AbortSignal) =>
    requestVectors(base, { ...server, model }, manner, { texts, kind, encoding }, stop);
  let encoding: Encoding = "base64";
  const refusalOf = (error: unknown): ModelServerError | undefined =>
    error instanceof ModelServerError && error.fault === "refused" ? error : undefined;
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
      throw refused === undefined ? error : new ModelServerError("denied", refused.message);
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
      if (served !== probe.served)
        throw new ModelServerError("malformed", "the server has another model now");
      const other = vectors.find((vector) => vector.length !== dimensions);
      if (other !== undefined)
        throw new ModelServerError("malformed", `a vector has ${other.length} dimensions, not ${dimensions}`);
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

const modelList = z.object({ data: z.array(z.object({ id: z.string().min(1) })).min(1) });

async function firstModel(base: string, server: EmbeddingsServer, signal?: AbortSignal): Promise<string> {
  const body = await callModelServer(`${base}/models`, server.key, undefined, signal);
  const list = modelList.safeParse(body);
  const first = list.data?.data[0];
  if (first === undefined) throw new ModelServerError("denied", "the server does not name its model");
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
  const body = await callModelServer(
    `${base}/embeddings`,
    server.key,
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
  if (parsed === undefined) throw new ModelServerError("malformed", "the answer holds no vectors");
  const vectors: (Float32Array | undefined)[] = texts.map(() => undefined);
  parsed.data.forEach(({ index, embedding }, i) => {
    vectors[index ?? i] = unitVector(numbersOf(embedding), server.dimensions);
  });
  if (parsed.data.length !== texts.length || vectors.length !== texts.length)
    throw new ModelServerError("malformed", `${texts.length} texts got ${parsed.data.length} vectors`);
  return {
    served: parsed.model,
    vectors: vectors.map((vector) => {
      if (vector === undefined) throw new ModelServerError("malformed", "a text got no vector");
      return vector;
    }),
  };
}

function numbersOf(embedding: string | readonly number[]): Float32Array {
  if (typeof embedding !== "string") return Float32Array.from(embedding);
  const bytes = Buffer.from(embedding, "base64");
  if (bytes.length % 4 !== 0) throw new ModelServerError("malformed", "a vector is cut off");
  // Little-endian, as every machine that Node runs on.
  const copy = new Uint8Array(bytes);
  return new Float32Array(copy.buffer);
}

/** The first numbers of a vector, scaled to length 1. */
function unitVector(vector: Float32Array, dimensions = vector.length): Float32Array {
  const cut = vector.slice(0, dimensions);
  const length = Math.sqrt(cut.reduce((sum, x) => sum + x * x, 0));
  if (!(length > 0) || !Number.isFinite(length))
    throw new ModelServerError("malformed", "a vector points nowhere");
  return cut.map((x) => x / length);
}
