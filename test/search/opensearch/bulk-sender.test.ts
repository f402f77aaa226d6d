import { afterEach, describe, expect, it } from "vitest";
import { createBulkSender } from "../../../src/search/opensearch/bulk-sender.ts";
import { connectCluster } from "../../../src/search/opensearch/cluster.ts";
import type { StoredDocument } from "../../../src/search/opensearch/stored-documents.ts";
import { type Answer, failure, type StubNode, startStubNode } from "./stub-node.ts";

const TAKEN: Answer = { status: 200, body: { errors: false } };
const open: { close(): Promise<void> }[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((one) => one.close()));
});

async function start(...answers: Answer[]) {
  const node = await startStubNode("n1", ...answers);
  const cluster = connectCluster(
    { nodes: [node.url] },
    { slowAfter: 50, pause: 2, probeTimeout: 50, probeEvery: 50 },
  );
  open.push(cluster, node);
  const sent: number[] = [];
  const sender = createBulkSender(cluster, {
    alias: "isnad-building",
    onSent: (passages) => sent.push(passages),
    firstPause: 2,
  });
  return { node, sender, sent };
}

function passage(place: number, words = ""): StoredDocument {
  return { kind: "passage", place, key: `k${place}`, article: "a", words };
}

const article: StoredDocument = {
  ...{
    kind: "article",
    article: "a",
    order: 0,
    key: "cccccccc",
    file: "a.md",
    name: "a",
    questions: [],
    data: "",
  },
  ...{ about: "", asks: false },
  ...{ hash: "h", firstPlace: 0, passages: 2 },
};

/** The names of the documents of each batch. */
function batches({ calls }: StubNode): string[][] {
  return calls.map(({ body }) =>
    [...body.matchAll(/^\{"index":\{"_id":"(\w+)"\}\}$/gm)].map(([, id = ""]) => id),
  );
}

describe("createBulkSender", () => {
  it("sends to an alias alone, and an article after its passages", async () => {
    const { node, sender, sent } = await start(TAKEN);
    await sender.add(passage(0));
    await sender.add(passage(1));
    await sender.add(article);
    await sender.finish();
    expect(batches(node)).toEqual([["p0", "p1"], ["a0"]]);
    expect(node.calls[0]?.path).toBe("/isnad-building/_bulk");
    expect(node.calls[0]?.query.get("require_alias")).toBe("true");
    expect(sent).toEqual([2, 0]);
  });

  it("cuts batches by their length", async () => {
    const { node, sender } = await start(TAKEN);
    for (let i = 0; i < 6; i++) await sender.add(passage(i, "x".repeat(1_600_000)));
    await sender.finish();
    // Several are on their way at once.
    expect(batches(node).toSorted()).toEqual([
      ["p0", "p1"],
      ["p2", "p3"],
      ["p4", "p5"],
    ]);
  });

  it("sends again just what a busy cluster left out", async () => {
    const items = [200, 429, 200].map((status) => ({
      index: { status, ...(status === 429 && { error: { type: "rejected_execution_exception" } }) },
    }));
    const { node, sender, sent } = await start({ status: 200, body: { errors: true, items } }, TAKEN);
    for (let i = 0; i < 3; i++) await sender.add(passage(i));
    await sender.finish();
    expect(batches(node)).toEqual([["p0", "p1", "p2"], ["p1"]]);
    expect(sent).toEqual([3]);
  });

  it("waits for a cluster that takes nothing for the moment", async () => {
    const busy = failure(429, "rejected_execution_exception");
    const { sender, sent } = await start(busy, busy, busy, busy, failure(503, "x"), "reset", TAKEN);
    await sender.add(passage(0));
    await sender.finish();
    expect(sent).toEqual([1]);
  });

  it("fails on a document that is not taken, and names what is wrong with it", async () => {
    const items = [{ index: { status: 400, error: { type: "strict_dynamic_mapping_exception" } } }];
    const { sender } = await start({ status: 200, body: { errors: true, items } });
    await sender.add(passage(0));
    await expect(sender.finish()).rejects.toMatchObject({
      fault: "refused",
      message: expect.stringContaining("strict_dynamic_mapping_exception"),
    });
    await expect(sender.add(passage(1))).rejects.toMatchObject({ fault: "refused" });
  });
});
