import type { ClusterSettings, OpenSearchCluster } from "./cluster.ts";

/** Connects to a cluster. Its library takes a quarter of the start of a command that needs none, so that it is loaded here only. */
export async function openCluster(settings: ClusterSettings): Promise<OpenSearchCluster> {
  const { connectCluster } = await import("./cluster.ts");
  return connectCluster(settings);
}
