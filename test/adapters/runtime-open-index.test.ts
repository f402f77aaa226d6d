import { afterEach, describe, expect, it } from "vitest";
import { openIndex } from "../../adapters/runtime/open-index.ts";
import { OperatorError } from "../../src/index.ts";
import { failure, type StubNode, startStubNode } from "../search/opensearch/stub-node.ts";

const log = { info: () => {}, warn: () => {}, error: () => {} };
const open: StubNode[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((node) => node.close()));
});

async function openedOn(node: StubNode): Promise<unknown> {
  open.push(node);
  const settings = { nodes: [node.url], prefix: "isnad", shards: 1, replicas: 0 };
  return openIndex(settings, log).catch((error: unknown) => error);
}

describe("openIndex", () => {
  it("has an operator build an index where there is none", async () => {
    const error = await openedOn(await startStubNode("n1", failure(404, "index_not_found_exception")));
    expect(error).toBeInstanceOf(OperatorError);
    expect(error).toMatchObject({ message: "OpenSearch has no index isnad: build it first (isnad index)." });
  });

  it("has an operator build an index again that another version of the program built", async () => {
    const node = await startStubNode("n1");
    node.routes["/isnad/_mapping"] = {
      status: 200,
      body: { "isnad-20200101t000000000": { mappings: { _meta: { format: 0 } } } },
    };
    const error = await openedOn(node);
    expect(error).toBeInstanceOf(OperatorError);
    expect(error).toMatchObject({ message: expect.stringContaining("build it again (isnad index)") });
  });

  it("tells an operator that the cluster takes no user, and what tells more", async () => {
    const error = await openedOn(await startStubNode("n1", failure(401, "security_exception")));
    expect(error).toBeInstanceOf(OperatorError);
    expect(error).toMatchObject({ message: expect.stringMatching(/refuses .*isnad doctor tells more\.$/) });
  });
});
