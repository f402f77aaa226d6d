import { afterEach, describe, expect, it, vi } from "vitest";
import { connectCluster, type OpenSearchCluster } from "../../../src/search/opensearch/cluster.ts";
import { type Answer, FULL, failure, PARTIAL, type StubNode, startStubNode } from "./stub-node.ts";

const TIMING = { slowAfter: 60, pause: 5, probeTimeout: 250, probeEvery: 30 };
/** Milliseconds of all tries. */
const DEADLINE = 3000;

const open: { close(): Promise<void> }[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((one) => one.close()));
});

/** A cluster with one stub for each list of answers. */
async function start(...answers: Answer[][]): Promise<{ nodes: StubNode[]; cluster: OpenSearchCluster }> {
  const nodes = await Promise.all(answers.map((own, i) => startStubNode(`n${i + 1}`, ...own)));
  const cluster = connectCluster({ nodes: nodes.map(({ url }) => url) }, TIMING);
  open.push(cluster, ...nodes);
  return { nodes, cluster };
}

function search(cluster: OpenSearchCluster, deadline = DEADLINE): Promise<unknown> {
  return cluster.search("isnad-1", { query: { match_all: {} } }, { deadline });
}

describe("searching a cluster", () => {
  it("gives the body of the answer, and asks for no part of it", async () => {
    const { cluster, nodes } = await start([FULL]);
    expect(await search(cluster)).toEqual(FULL.body);
    expect(nodes[0]?.calls[0]?.path).toBe("/isnad-1/_search");
    expect(nodes[0]?.calls[0]?.query.get("allow_partial_search_results")).toBe("false");
  });

  it("asks the nodes in turn", async () => {
    const { cluster, nodes } = await start([FULL], [FULL], [FULL]);
    for (let i = 0; i < 6; i++) await search(cluster);
    expect(nodes.map(({ calls }) => calls.length)).toEqual([2, 2, 2]);
  });

  it.each<[string, Answer]>([
    ["refuses for the moment", failure(503, "no_shard_available_action_exception")],
    ["is busy", failure(429, "rejected_execution_exception")],
    ["gives a part of the answer", PARTIAL],
    ["resets the connection", "reset"],
    ["breaks off in the middle", "cut"],
    ["hangs", "hang"],
    ["hangs in the middle", "stall"],
    ["does not know the index, having been cut off", failure(404, "index_not_found_exception")],
    ["answers with another server's page", { status: 200, body: "<html>" }],
  ])("asks another node where one %s", async (_, fault) => {
    const written = vi.spyOn(console, "log");
    const { cluster, nodes } = await start([fault], [FULL]);
    expect(await search(cluster)).toEqual(FULL.body);
    expect(nodes[1]?.calls).toHaveLength(1);
    expect(written).not.toHaveBeenCalled();
  });

  it.each<[string, string, Answer]>([
    ["unavailable", "refuses", failure(503, "cluster_manager_not_discovered_exception")],
    ["unavailable", "gives parts", PARTIAL],
    ["unavailable", "hangs", "hang"],
    ["unavailable", "hangs in the middle", "stall"],
    ["unreachable", "resets", "reset"],
    ["busy", "is busy", failure(429, "rejected_execution_exception")],
    ["missing", "has no index", failure(404, "index_not_found_exception")],
    ["denied", "knows another password", failure(401, "security_exception")],
    ["refused", "takes no such request", failure(400, "parsing_exception")],
  ])("fails as %s where every node %s, and within the deadline", async (fault, _, answer) => {
    const { cluster } = await start([answer], [answer]);
    // All tries of nodes that answer at once, with the pauses between, take some 200 ms on an idle machine.
    const deadline = answer === "hang" || answer === "stall" ? 250 : 2500;
    const began = performance.now();
    await expect(search(cluster, deadline)).rejects.toMatchObject({ name: "OpenSearchError", fault });
    expect(performance.now() - began).toBeLessThan(deadline + 500);
  });

  it("asks one node again that fails for a moment", async () => {
    const { cluster, nodes } = await start([failure(503, "x"), "reset", FULL]);
    expect(await search(cluster)).toEqual(FULL.body);
    expect(nodes[0]?.calls).toHaveLength(3);
  });

  it("does not ask for ever", async () => {
    const { cluster, nodes } = await start([failure(503, "x")]);
    await expect(search(cluster)).rejects.toMatchObject({ fault: "unavailable" });
    expect(nodes[0]?.calls).toHaveLength(10);
  });

  it("sends no request that a node does not take a second time", async () => {
    const { cluster, nodes } = await start([failure(400, "parsing_exception")], [FULL]);
    await expect(search(cluster)).rejects.toMatchObject({ fault: "refused" });
    expect(nodes[1]?.calls).toHaveLength(0);
  });

  it("keeps away from a node that hangs, and its shards, until it answers again", async () => {
    const { cluster, nodes } = await start([FULL], [FULL], [FULL]);
    const [hung, second, third] = nodes;
    if (!hung || !second || !third) throw new Error("three nodes were started");
    hung.isHung = true;
    for (let i = 0; i < 3; i++) await search(cluster);
    second.calls.length = 0;
    third.calls.length = 0;
    const began = performance.now();
    for (let i = 0; i < 6; i++) await search(cluster);
    expect(performance.now() - began).toBeLessThan(6 * TIMING.slowAfter);
    expect(second.calls.length + third.calls.length).toBe(6);
    for (const { query } of [...second.calls, ...third.calls])
      expect(query.get("preference")).toMatch(/^_prefer_nodes:n[23],n[23]$/);

    hung.isHung = false;
    await vi.waitUntil(() => cluster.nodes.every(({ isUp }) => isUp), { interval: 5 });
    for (let i = 0; i < 3; i++) await search(cluster);
    expect(hung.calls).toHaveLength(1);
    expect(hung.calls[0]?.query.get("preference")).toBeNull();
  });

  it("ends where its caller ends it", async () => {
    const { cluster } = await start(["hang"]);
    const caller = new AbortController();
    const asked = cluster.search("isnad-1", {}, { signal: caller.signal, deadline: 5000 });
    setTimeout(() => caller.abort(new Error("nobody waits")), 20);
    await expect(asked).rejects.toThrow("nobody waits");
  });

  it("does not send a slow request to a second node where it may not", async () => {
    const { cluster, nodes } = await start(["hang"], [FULL]);
    const asked = cluster.ask({ method: "POST", path: "/_aliases" }, { isHedged: false, deadline: 150 });
    await expect(asked).rejects.toMatchObject({ fault: "unavailable" });
    expect(nodes[1]?.calls).toHaveLength(0);
  });

  it("tells who it is", async () => {
    const node = await startStubNode("n1", FULL);
    const cluster = connectCluster({ nodes: [node.url], username: "isnad", password: "p:w" }, TIMING);
    open.push(cluster, node);
    await search(cluster);
    expect(node.calls[0]?.authorization).toBe(`Basic ${Buffer.from("isnad:p:w").toString("base64")}`);
  });

  it("reaches no node where nothing listens, and says so without a word of the request", async () => {
    const cluster = connectCluster({ nodes: ["http://127.0.0.1:9"] }, TIMING);
    open.push(cluster);
    const asked = cluster.search("isnad-1", { query: { term: { light: "نحل" } } });
    await expect(asked).rejects.toMatchObject({
      fault: "unreachable",
      message: expect.not.stringContaining("نحل"),
    });
  });
});
