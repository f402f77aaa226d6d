import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { connectEmbeddings, type EmbeddingsServer as Settings } from "../../src/meaning/embeddings-client.ts";
import { embedderContract, expectFault } from "./contract.ts";
import {
  type EmbeddingsServer,
  type ServerFault,
  seededVector,
  startEmbeddingsServer,
} from "./embeddings-server.ts";

let server: EmbeddingsServer;
beforeEach(async () => {
  server = await startEmbeddingsServer();
});
afterEach(() => server.kill());

const connect = (settings: Partial<Settings> = {}) => connectEmbeddings({ url: server.url, ...settings });
const embed = async (settings?: Partial<Settings>) =>
  (await connect(settings)).embed([{ text: "البحر", title: "المنارة" }], "passage");
/** Answers so from the first request for passages on: connecting goes well. */
const failLater = (fault: ServerFault) => {
  server.fault = ({ body }) => (body?.input.includes("البحر") ? fault : undefined);
};

embedderContract(() => connect());

describe("a server of embeddings", () => {
  it.each(["", "/", "/v1", "/v1/", "/v1/embeddings"])(
    "is found by its address with %j behind it",
    async (end) => {
      await embed({ url: server.url + end });
      expect(server.calls.map(({ path }) => path)).toEqual([
        "/v1/models",
        "/v1/embeddings",
        "/v1/embeddings",
      ]);
    },
  );

  it("keeps a path of its own", async () => {
    await embed({ url: `${server.url}/compatibility/v2`, model: "m" });
    expect(server.calls[0]?.path).toBe("/compatibility/v2/embeddings");
  });

  it("is asked for its model where none is named", async () => {
    expect((await connect()).model).toBe("seeded");
    expect((await connect({ model: "mine" })).model).toBe("mine");
    expect(server.calls.at(-1)?.body?.model).toBe("mine");
  });

  it("gets the key with every request", async () => {
    await embed({ key: "s3cret-key" });
    expect(server.calls.map(({ authorization }) => authorization)).toEqual(
      Array(3).fill("Bearer s3cret-key"),
    );
  });

  it("does not get the key sent on to another address", async () => {
    const other = await startEmbeddingsServer();
    server.fault = () => ({ status: 307, headers: { location: `${other.url}/v1/embeddings` }, body: "" });
    await expectFault(embed({ model: "m", key: "s3cret-key" }), "unreachable");
    expect(other.calls).toEqual([]);
    await other.kill();
  });

  it("may know numbers alone", async () => {
    server.fault = ({ body }) =>
      body?.encoding_format === "base64" ? { status: 400, body: "{}" } : undefined;
    const [vector] = await embed();
    expect(vector).toEqual(unit(seededVector("البحر")));
    expect(server.calls.at(-1)?.body?.encoding_format).toBe("float");
  });

  it("gives the same vectors in base64", async () => {
    const [vector] = await embed();
    expect(vector).toEqual(unit(seededVector("البحر")));
    expect(server.calls.at(-1)?.body?.encoding_format).toBe("base64");
  });

  it("may answer in another order", async () => {
    const embedder = await connect();
    const [one, two] = [seededVector("1"), seededVector("2")];
    server.fault = () => ({
      body: JSON.stringify({
        data: [
          { index: 1, embedding: [...two] },
          { index: 0, embedding: [...one] },
        ],
      }),
    });
    const vectors = await embedder.embed([{ text: "1" }, { text: "2" }], "passage");
    expect(vectors).toEqual([unit(one), unit(two)]);
  });

  it("has its vectors cut to the dimensions that are wanted, and scaled again", async () => {
    const embedder = await connect({ dimensions: 8 });
    expect(embedder.dimensions).toBe(8);
    const [vector] = await embedder.embed([{ text: "البحر" }], "passage");
    expect(vector).toEqual(unit(seededVector("البحر").slice(0, 8)));
  });
});

describe("a server that fails", () => {
  it("cannot be reached", async () => {
    await server.kill();
    await expectFault(connect(), "unreachable");
  });

  it("ends the connection in the middle of its answer", async () => {
    const embedder = await connect();
    server.fault = () => ({ headers: { "content-length": "1000" }, body: '{"data":' });
    setTimeout(() => void server.kill(), 50);
    await expectFault(embedder.embed([{ text: "البحر" }], "passage"), "unreachable");
  });

  it.each([429, 503])("says with %i when to come again", async (status) => {
    failLater({ status, headers: { "retry-after": "7" }, body: "" });
    await expect(embed()).rejects.toMatchObject({ fault: "busy", retryAfter: 7000 });
  });

  it.each([401, 403, 404])("takes no such request at all with %i", async (status) => {
    failLater({ status, body: "" });
    await expectFault(embed(), "denied");
  });

  it.each([400, 413, 422, 500])("does not take these texts with %i", async (status) => {
    failLater({ status, body: "" });
    await expectFault(embed(), "refused");
  });

  it("refuses even one word: then no text is at fault", async () => {
    server.fault = () => ({ status: 400, body: "" });
    await expectFault(embed({ model: "m" }), "denied");
  });

  it.each<[string, string]>([
    ["no JSON", "<html>"],
    ["no vectors", "{}"],
    ["too few vectors", '{"data":[]}'],
    ["vectors of words", '{"data":[{"embedding":["a"]}]}'],
    ["a vector of other dimensions", '{"data":[{"embedding":[1,2,3]}]}'],
    ["a vector that points nowhere", JSON.stringify({ data: [{ embedding: Array(32).fill(0) }] })],
    ["a vector that is cut off", '{"data":[{"embedding":"AAAA"}]}'],
    [
      "a place that is not there",
      JSON.stringify({ data: [{ index: 7, embedding: [...seededVector("a")] }] }),
    ],
    ["a vector beyond all numbers", JSON.stringify({ data: [{ embedding: Array(32).fill(1e300) }] })],
  ])("answers with %s", async (_, body) => {
    failLater({ body });
    await expectFault(embed(), "malformed");
  });

  it("answers with the vectors of another model", async () => {
    failLater({ body: JSON.stringify({ model: "other", data: [{ embedding: [...seededVector("a")] }] }) });
    await expectFault(embed(), "malformed");
  });

  it("never has a text or its key in the message of an error", async () => {
    failLater({ status: 400, body: "البحر s3cret-key" });
    const message = await embed({ key: "s3cret-key" }).catch((error: Error) => error.message);
    expect(message).toBe("the server refuses the texts (HTTP 400)");
  });

  it("takes longer than the signal allows", async () => {
    const embedder = await connect();
    server.fault = () => "hang";
    const late = embedder.embed([{ text: "البحر" }], "query", AbortSignal.timeout(50));
    await expect(late).rejects.toMatchObject({ name: "TimeoutError" });
  });
});

describe("a model by its name", () => {
  const sent = async (model: string) => {
    const embedder = await connect({ model, dimensions: 8 });
    server.calls.length = 0;
    await embedder.embed([{ text: "متى؟" }], "query");
    await embedder.embed([{ text: "نص", title: "عنوان" }], "passage");
    return server.calls.map(
      ({ body: { input, encoding_format: _, model: __, ...rest } = { input: [], model: "" } }) => ({
        ...rest,
        input: input[0],
      }),
    );
  };
  const INSTRUCTED =
    "Instruct: Given a web search query, retrieve relevant passages that answer the query\nQuery: متى؟";
  it.each<[string, object, object]>([
    ["intfloat/multilingual-e5-small", { input: "query: متى؟" }, { input: "passage: نص" }],
    ["multilingual-e5-large", { input: "query: متى؟" }, { input: "passage: نص" }],
    ["intfloat/multilingual-e5-large-instruct", { input: INSTRUCTED }, { input: "نص" }],
    [
      "multilingual-e5-small-q4",
      { input: "متى؟", input_type: "query" },
      { input: "نص", input_type: "passage" },
    ],
    ["BAAI/bge-m3", { input: "متى؟" }, { input: "نص" }],
    [
      "embeddinggemma:300m",
      { input: "task: search result | query: متى؟" },
      { input: "title: عنوان | text: نص" },
    ],
    ["Qwen/Qwen3-Embedding-0.6B", { input: INSTRUCTED }, { input: "نص" }],
    ["nomic-embed-text:v2", { input: "search_query: متى؟" }, { input: "search_document: نص" }],
    ["snowflake-arctic-embed2", { input: "query: متى؟" }, { input: "نص" }],
    ["text-embedding-3-small", { input: "متى؟", dimensions: 8 }, { input: "نص", dimensions: 8 }],
    [
      "embed-v4.0",
      { input: "متى؟", input_type: "search_query" },
      { input: "نص", input_type: "search_document" },
    ],
    [
      "jina-embeddings-v3",
      { input: "متى؟", task: "retrieval.query", dimensions: 8 },
      { input: "نص", task: "retrieval.passage", dimensions: 8 },
    ],
    ["voyage-3.5", { input: "متى؟", input_type: "query" }, { input: "نص", input_type: "document" }],
    ["a-model-of-tomorrow", { input: "متى؟" }, { input: "نص" }],
  ])("%s gets its texts as it wants them", async (model, query, passage) => {
    expect(await sent(model)).toEqual([query, passage]);
  });

  it("has another id when its texts are written in another way", async () => {
    const ids = await Promise.all(
      ["e5-small", "e5/small"].map(async (model) => (await connect({ model })).id),
    );
    expect(new Set(ids).size).toBe(2);
  });
});

function unit(vector: Float32Array): Float32Array {
  const length = Math.sqrt(vector.reduce((sum, x) => sum + x * x, 0));
  return vector.map((x) => x / length);
}
