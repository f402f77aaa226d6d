import { afterEach, describe, expect, it } from "vitest";
import { connectCluster } from "../../../src/search/opensearch/cluster.ts";
import { type Check, checkCluster } from "../../../src/search/opensearch/cluster-checks.ts";
import { type Answer, failure, startStubNode } from "./stub-node.ts";

const TIMING = { slowAfter: 50, pause: 2, probeTimeout: 50, probeEvery: 50 };
const COUNTS = { passage: 3, article: 1, lexicon: 1 };

const open: { close(): Promise<void> }[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((one) => one.close()));
});

/** A cluster of one node in which all is well, but for what is given. */
const WELL: Readonly<Record<string, unknown>> = {
  "/": { version: { number: "2.19.1", distribution: "opensearch" } },
  "/_cluster/health": health("green", 3, 0),
  "/_nodes/stats/fs": disks(0.5),
  "/isnad/_mapping": indices("isnad-20260101t000000000"),
  "/isnad-building/_mapping": {},
  "/isnad-*/_mapping": indices("isnad-20260101t000000000"),
  "/isnad-20260101t000000000/_search": found(COUNTS),
};

async function checks(otherwise: Record<string, unknown>, folder?: { articles: number }): Promise<Check[]> {
  const node = await startStubNode("n1");
  for (const [path, body] of Object.entries({ ...WELL, ...otherwise }))
    node.routes[path] = isAnswer(body) ? body : { status: 200, body };
  const cluster = connectCluster({ nodes: [node.url] }, TIMING);
  open.push(cluster, node);
  return checkCluster(cluster, "isnad", folder);
}

function isAnswer(body: unknown): body is Answer {
  return typeof body === "object" && body !== null && "status" in body && typeof body.status === "number";
}

function health(status: string, nodes: number, unassigned: number) {
  return {
    ...{ status, number_of_data_nodes: nodes, unassigned_shards: unassigned },
    ...{ initializing_shards: 0, relocating_shards: 0 },
  };
}

function disks(share: number) {
  const total = { total_in_bytes: 1000, available_in_bytes: Math.round(1000 * (1 - share)) };
  return { nodes: { x: { name: "n1", fs: { total } } } };
}

function indices(...names: string[]) {
  return Object.fromEntries(
    names.map((name) => [name, described({ format: 1, counts: COUNTS, builtAt: "today" })]),
  );
}

function described(_meta: unknown) {
  return { mappings: { _meta } };
}

function found(counts: Record<string, number>) {
  const buckets = Object.entries(counts).map(([key, doc_count]) => ({ key, doc_count }));
  return { timed_out: false, _shards: { total: 1, successful: 1 }, aggregations: { kinds: { buckets } } };
}

describe("checkCluster", () => {
  it("finds nothing wrong where all is well, and says what there is", async () => {
    const all = await checks({});
    expect(all.map(({ level }) => level)).toEqual(["fine", "fine", "fine"]);
    expect(all.at(-1)?.text).toBe("isnad-20260101t000000000 is live: 1 article, 3 passages, built today.");
  });

  it.each<[string, string, Record<string, unknown>]>([
    ["fault", "correct OPENSEARCH_USERNAME", { "/": failure(401, "security_exception") }],
    ["fault", "is no OpenSearch", { "/": { version: { number: "8.1.0" } } }],
    ["fault", "update it to 2.0", { "/": { version: { number: "1.3.0", distribution: "opensearch" } } }],
    ["fault", "The cluster is red", { "/_cluster/health": health("red", 3, 2) }],
    ["warning", "2 copies of shards missing: start", { "/_cluster/health": health("yellow", 3, 2) }],
    ["warning", "There is one node", { "/_cluster/health": health("green", 1, 0) }],
    ["warning", "There are two nodes", { "/_cluster/health": health("green", 2, 0) }],
    ["warning", "91 % full, so it takes no more", { "/_nodes/stats/fs": disks(0.91) }],
    ["fault", "96 % full, and its indices can only be read", { "/_nodes/stats/fs": disks(0.96) }],
    ["fault", "There is no index isnad", { "/isnad/_mapping": failure(404, "index_not_found_exception") }],
    ["fault", "names 2 indices", { "/isnad/_mapping": indices("isnad-20260101t000000000", "isnad-b") }],
    ["fault", "is an index and no alias", { "/isnad/_mapping": indices("isnad") }],
    ["fault", "an older form", { "/isnad/_mapping": { x: described(undefined) } }],
    ["fault", "update Isnad", { "/isnad/_mapping": { x: described({ format: 1000, counts: COUNTS }) } }],
    [
      "fault",
      "no whole lexicon (0 of 1",
      { "/isnad-20260101t000000000/_search": found({ ...COUNTS, lexicon: 0 }) },
    ],
    [
      "fault",
      "has 2 of 3 passages",
      { "/isnad-20260101t000000000/_search": found({ ...COUNTS, passage: 2 }) },
    ],
    ["warning", "was not finished", { "/isnad-building/_mapping": { y: described({ format: 1 }) } }],
    [
      "fine",
      "is being built",
      { "/isnad-building/_mapping": { y: described({ format: 1, builder: "b:1" }) } },
    ],
    [
      "warning",
      "isnad-20250101t000000000 is not used any more",
      {
        "/isnad-*/_mapping": indices("isnad-20260101t000000000", "isnad-20250101t000000000", "isnad-test-2"),
      },
    ],
    ["fault", "The cluster fails: the cluster is not available", { "/_cluster/health": failure(503, "x") }],
  ])("tells as a %s: %s", async (level, text, otherwise) => {
    const all = await checks(otherwise);
    expect(all).toContainEqual({ level, text: expect.stringContaining(text) });
  });

  it("compares the index with the folder, where there is one", async () => {
    expect((await checks({}, { articles: 1 })).at(-1)?.level).toBe("fine");
    expect((await checks({}, { articles: 2 })).at(-1)?.text).toContain("isnad index --incremental");
  });

  it("says of each node that does not answer that it does not", async () => {
    const cluster = connectCluster({ nodes: ["http://127.0.0.1:9", "http://127.0.0.1:19"] }, TIMING);
    open.push(cluster);
    const all = await checkCluster(cluster, "isnad");
    expect(all.map(({ level }) => level)).toEqual(["fault", "fault"]);
    expect(all[0]?.text).toContain("http://127.0.0.1:9 does not answer");
  });
});
