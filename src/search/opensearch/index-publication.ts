import { setTimeout as pause } from "node:timers/promises";
import { z } from "zod";
import { OperatorError } from "../../corpus/operator-error.ts";
import type { OpenSearchCluster } from "./cluster.ts";
import { OpenSearchError } from "./cluster-error.ts";
import { countsOf, type IndexCounts, refresh } from "./index-contents.ts";
import { ADMIN_PATIENCE, buildingAlias, indicesOf, versionsOf } from "./indices.ts";

/** Milliseconds of a merge, and for which replicas may make no headway. */
const MERGE_DEADLINE = 3_600_000;
const REPLICAS_PATIENCE = 300_000;
const BETWEEN_LOOKS = 300;

/**
 * Checks that all documents are there, none twice and none of a build before.
 * @throws OpenSearchError where they are not; the index is gone then
 */
export async function verifyCounts(
  cluster: OpenSearchCluster,
  index: string,
  counts: IndexCounts,
): Promise<void> {
  await removeBeyond(cluster, index, counts);
  const found = await countsOf(cluster, index);
  const wrong = (["passage", "article", "lexicon"] as const).filter((kind) => found[kind] !== counts[kind]);
  if (wrong.length === 0) return;
  await deleteIndex(cluster, index);
  const said = wrong.map((kind) => `${found[kind]} of ${counts[kind]} documents of the kind ${kind}`);
  throw new OpenSearchError("refused", `the index holds ${said.join(", ")}`);
}

/** Removes what an interrupted build of more articles left. */
async function removeBeyond(
  cluster: OpenSearchCluster,
  index: string,
  { passage, article, lexicon }: IndexCounts,
): Promise<void> {
  await refresh(cluster, index);
  const beyond = [
    { range: { place: { gte: passage } } },
    { range: { order: { gte: article } } },
    { range: { part: { gte: lexicon } } },
  ];
  await cluster.ask(
    {
      method: "POST",
      path: `/${index}/_delete_by_query`,
      query: { refresh: true },
      body: { query: { bool: { should: beyond } } },
    },
    { isHedged: false, deadline: MERGE_DEADLINE },
  );
}

/** Makes one segment of each shard, which is searched in half of the time, and in which no document is left that was replaced. */
export async function mergeSegments(cluster: OpenSearchCluster, index: string): Promise<void> {
  await cluster.ask(
    { method: "POST", path: `/${index}/_forcemerge`, query: { max_num_segments: 1 } },
    { isHedged: false, deadline: MERGE_DEADLINE },
  );
}

const health = z.object({
  status: z.enum(["green", "yellow", "red"]),
  active_shards_percent_as_number: z.number(),
});

/**
 * Closes the index for writing, and makes the copies of its shards.
 * @throws OperatorError where they make no headway
 */
export async function addReplicas(
  cluster: OpenSearchCluster,
  index: string,
  replicas: number,
  signal: AbortSignal | undefined,
): Promise<void> {
  const settings = {
    // As many as there are further nodes.
    auto_expand_replicas: replicas > 0 ? `0-${replicas}` : "false",
    blocks: { write: true },
  };
  await cluster.ask(
    { method: "PUT", path: `/${index}/_settings`, body: { index: settings } },
    ADMIN_PATIENCE,
  );
  let best = -1;
  let until = 0;
  for (;;) {
    const answer = await cluster.ask({ method: "GET", path: `/_cluster/health/${index}` }, ADMIN_PATIENCE);
    const { data } = health.safeParse(answer);
    if (data?.status === "green") return;
    const share = data?.active_shards_percent_as_number ?? 0;
    if (share > best) until = performance.now() + REPLICAS_PATIENCE;
    best = Math.max(best, share);
    if (performance.now() > until)
      throw new OperatorError("The copies of the new index do not come: isnad doctor tells why.");
    await pause(BETWEEN_LOOKS, undefined, signal && { signal });
  }
}

/** Opens an index for writing again, without copies: what was interrupted may have been the last step. */
export async function reopen(cluster: OpenSearchCluster, index: string): Promise<void> {
  const settings = { auto_expand_replicas: "false", number_of_replicas: 0, blocks: { write: false } };
  await cluster.ask(
    { method: "PUT", path: `/${index}/_settings`, body: { index: settings } },
    ADMIN_PATIENCE,
  );
}

/** Puts an index in the place of those that the alias names now, all at once. */
export async function goLive(cluster: OpenSearchCluster, prefix: string, index: string): Promise<void> {
  const before = await indicesOf(cluster, prefix, ADMIN_PATIENCE);
  const actions = [
    ...before.map(({ name }) => ({ remove: { index: name, alias: prefix, must_exist: false } })),
    { remove: { index, alias: buildingAlias(prefix), must_exist: false } },
    { add: { index, alias: prefix } },
  ];
  await cluster.ask({ method: "POST", path: "/_aliases", body: { actions } }, ADMIN_PATIENCE);
}

/** Deletes what was built before, and neither the live index nor one that is being built. */
export async function deleteReplaced(cluster: OpenSearchCluster, prefix: string): Promise<void> {
  const kept = await Promise.all(
    [prefix, buildingAlias(prefix)].map((alias) => indicesOf(cluster, alias, ADMIN_PATIENCE)),
  );
  const names = new Set(kept.flat().map(({ name }) => name));
  for (const { name } of await versionsOf(cluster, prefix))
    if (!names.has(name)) await deleteIndex(cluster, name);
}

/** Deletes an index; one that is gone already is no fault. */
export async function deleteIndex(cluster: OpenSearchCluster, index: string): Promise<void> {
  try {
    await cluster.ask({ method: "DELETE", path: `/${index}` }, ADMIN_PATIENCE);
  } catch (error) {
    if (!(error instanceof OpenSearchError) || error.fault !== "missing") throw error;
  }
}
