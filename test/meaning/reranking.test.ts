import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createRelevance } from "../../src/meaning/relevance.ts";
import { connectReranker } from "../../src/meaning/rerank-client.ts";
import { type RerankServer, startRerankServer } from "./rerank-server.ts";

let server: RerankServer;
beforeEach(async () => {
  server = await startRerankServer((_, text) => text.length / 100);
});
afterEach(async () => {
  if (server.fault !== undefined) server.fault = undefined;
  await server.kill().catch(() => {});
});

describe("connectReranker", () => {
  it("gives the relevance of each text in its place, whatever the order of the server", async () => {
    const reranker = connectReranker({ url: server.url, model: "judge", key: "key-of-a-test" });
    expect([...(await reranker.rerank("سؤال", ["نص", "نص أطول", "أ"]))]).toEqual(
      [0.02, 0.07, 0.01].map(Math.fround),
    );
    expect(server.calls).toEqual([
      {
        path: "/v1/rerank",
        authorization: "Bearer key-of-a-test",
        body: { model: "judge", query: "سؤال", documents: ["نص", "نص أطول", "أ"], top_n: 3 },
      },
    ]);
  });

  it("asks nothing for no texts", async () => {
    expect(await connectReranker({ url: server.url }).rerank("سؤال", [])).toHaveLength(0);
    expect(server.calls).toEqual([]);
  });

  it.each(["", "/", "/v1", "/v1/", "/v1/rerank"])("takes an address that ends with «%s»", async (end) => {
    await connectReranker({ url: server.url + end }).rerank("سؤال", ["نص"]);
    expect(server.calls[0]?.path).toBe("/v1/rerank");
  });

  it("reads logits as shares", async () => {
    server.fault = {
      body: JSON.stringify([
        { index: 1, score: -3 },
        { index: 0, score: 0 },
      ]),
    };
    const [first, second] = await connectReranker({ url: server.url }).rerank("سؤال", ["أ", "ب"]);
    expect(first).toBeCloseTo(0.5);
    expect(second).toBeCloseTo(0.047, 3);
  });

  it.each([
    ["malformed", { body: "<html>" }],
    ["malformed", { body: '{"results":[]}' }],
    ["malformed", { body: '{"results":[{"index":5,"relevance_score":1}]}' }],
    ["malformed", { body: '{"results":[{"index":0}]}' }],
    ["denied", { status: 401 }],
    ["busy", { status: 503 }],
    ["refused", { status: 422 }],
  ])("tells what is wrong: %s for %j", async (fault, answer) => {
    server.fault = answer;
    await expect(connectReranker({ url: server.url }).rerank("سؤال", ["نص"])).rejects.toMatchObject({
      fault,
    });
  });
});

describe("createRelevance", () => {
  it("leaves a question alone where the server is late, gone or broken, and then lets it rest", async () => {
    const missed: unknown[] = [];
    const relevance = createRelevance(connectReranker({ url: server.url }), {
      deadline: 100,
      onMissed: (why) => missed.push(why),
    });
    expect(await relevance.of("سؤال", ["نص"])).toHaveLength(1);
    server.fault = "hang";
    expect(await relevance.of("سؤال", ["نص"])).toBeUndefined();
    server.fault = { status: 500 };
    expect(await relevance.of("سؤال", ["نص"])).toBeUndefined();
    await server.kill();
    expect(await relevance.of("سؤال", ["نص"])).toBeUndefined();
    expect(missed).toEqual([
      "late",
      expect.objectContaining({ fault: "refused" }),
      expect.objectContaining({ fault: "unreachable" }),
    ]);
    expect(await relevance.of("سؤال", ["نص"])).toBeUndefined();
    expect(missed).toHaveLength(3);
    expect(server.calls).toHaveLength(3);
  });
});
