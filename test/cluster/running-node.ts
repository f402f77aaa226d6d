import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { missingTool, startCluster, stopNodes } from "../../bench/opensearch-cluster.ts";

declare module "vitest" {
  export interface ProvidedContext {
    /** Addresses of a cluster's nodes; none where no node can be run here. */
    opensearch: readonly string[];
  }
}

/** Starts a node for all tests, or takes the nodes that `OPENSEARCH_URL` names. */
export async function setup(project: TestProject): Promise<(() => Promise<void>) | undefined> {
  const given = process.env.OPENSEARCH_URL?.split(",") ?? [];
  const missing = given.length > 0 ? undefined : missingTool();
  if (missing !== undefined) console.log(missing);
  if (given.length > 0 || missing !== undefined) {
    project.provide("opensearch", given);
    return undefined;
  }
  const dir = mkdtempSync(join(tmpdir(), "isnad-opensearch-"));
  const nodes = await startCluster(1, { dir });
  project.provide(
    "opensearch",
    nodes.map(({ url }) => url),
  );
  return async () => {
    await stopNodes(nodes.map(({ pid }) => pid));
    rmSync(dir, { recursive: true, force: true });
  };
}
