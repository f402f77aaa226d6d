import { once } from "node:events";
import { createServer, type Server, request as send } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { type IndexedAssistant, openIndex } from "../../adapters/runtime/open-index.ts";
import { wordingOf } from "../../src/index.ts";
import { buildIndex } from "../../src/search/opensearch/build-index.ts";
import { connectCluster } from "../../src/search/opensearch/cluster.ts";
import { articlesOf, storedDocuments } from "../../src/search/opensearch/stored-corpus.ts";
import { corpusFrom, LIBRARY } from "../answer/library.ts";

const nodes = inject("opensearch");
const PREFIX = `isnad-adapters-${process.pid}`;
const BRIDGE = "كم كلف بناء جسر السلسلة؟";

describe.skipIf(nodes.length === 0)("an assistant over an index", () => {
  const cluster = connectCluster({ nodes });
  const events: string[] = [];
  const log = {
    info: (event: string) => void events.push(event),
    warn: (event: string) => void events.push(event),
    error: (event: string) => void events.push(event),
  };
  let way: Server;
  let opened: IndexedAssistant;

  const build = (files: Readonly<Record<string, string>>) => {
    const corpus = corpusFrom(files);
    return buildIndex(cluster, storedDocuments(articlesOf(corpus)), {
      ...{ prefix: PREFIX, shards: 1, replicas: 0, isIncremental: false, grace: 0, total: 1 },
    });
  };

  beforeAll(async () => {
    await build(LIBRARY);
    way = await startWay(nodes[0] ?? "");
    const { port } = way.address() as AddressInfo;
    const settings = { nodes: [`http://127.0.0.1:${port}`], prefix: PREFIX, shards: 1, replicas: 0 };
    opened = await openIndex(settings, log);
  });
  afterAll(async () => {
    await opened.close();
    way.closeAllConnections();
    way.close();
    await cluster.ask({ method: "DELETE", path: `/${PREFIX}-*` });
    await cluster.close();
  });

  it("answers with the articles of the index", async () => {
    const reply = await opened.assistant.handle({ kind: "ask", text: BRIDGE });
    expect(reply.verdict).toBe("answered");
    expect(reply.blocks.find(({ type }) => type === "quote")).toMatchObject({
      text: expect.stringContaining("40 ألف ليرة ذهبية"),
    });
  });

  it("goes over to a new version when the one that it knows is gone", async () => {
    await build({ "market.md": "---\ntitle: سوق الجمعة\n---\n\nتباع الطيور في سوق الجمعة كل أسبوع.\n" });
    const reply = await opened.assistant.handle({ kind: "ask", text: "أين تباع الطيور؟" });
    expect(JSON.stringify(reply.blocks)).toContain("سوق الجمعة");
    expect(events).toContain("index.renewed");
  });

  it("tells people that the articles cannot be searched where no node answers", async () => {
    way.closeAllConnections();
    way.close();
    const reply = await opened.assistant.handle({ kind: "ask", text: "من يبيع الطيور في السوق؟" });
    expect(reply.failed).toBe(true);
    expect(reply.blocks).toEqual([{ type: "text", text: wordingOf("ar").unavailable }]);
    expect(events).toContain("index.unreachable");
  });
});

/** A way to a node that can be closed while the node goes on. */
async function startWay(node: string): Promise<Server> {
  const { hostname, port } = new URL(node);
  const server = createServer((incoming, outgoing) => {
    const { url: path, method, headers } = incoming;
    const onward = send({ hostname, port, path, method, headers }, (answer) => {
      outgoing.writeHead(answer.statusCode ?? 500, answer.headers);
      answer.pipe(outgoing);
    });
    onward.on("error", () => outgoing.destroy());
    incoming.pipe(onward);
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return server;
}
