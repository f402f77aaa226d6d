import { z } from "zod";
import type { OpenSearchCluster } from "./cluster.ts";
import { OpenSearchError } from "./cluster-error.ts";
import type { ClusterNode } from "./cluster-node.ts";
import { countsOf } from "./index-contents.ts";
import { buildingAlias, type CorpusIndex, indicesOf, versionsOf } from "./indices.ts";
import { INDEX_FORMAT } from "./stored-documents.ts";

/** What was looked at, in one sentence; of what is wrong it says the cure. A fault keeps questions from being answered, or may soon. */
export interface Check {
  readonly level: "fine" | "warning" | "fault";
  readonly text: string;
}

/** Milliseconds of each question to the cluster. */
const PATIENCE = { deadline: 5000 };
/** Shares of a disk from which the engine puts no shard there, and from which indices can only be read. */
const HIGH_WATERMARK = 0.9;
const FLOOD_STAGE = 0.95;
/** The oldest release whose interfaces are used. */
const OLDEST_RELEASE = 2;

/** Looks at the nodes, the cluster and the index, in this order; what cannot be seen without the one before is left out. */
export async function checkCluster(
  cluster: OpenSearchCluster,
  prefix: string,
  folder?: { readonly articles: number },
): Promise<Check[]> {
  const nodes = await Promise.all(cluster.nodes.map(checkNode));
  if (!nodes.some(({ isUsable }) => isUsable)) return nodes.map(({ check }) => check);
  const parts = [checkHealth(cluster), checkDisks(cluster), checkIndex(cluster, prefix, folder)];
  const rest = await Promise.all(
    parts.map((part) =>
      part.catch((error: unknown): Check[] => [fault(`The cluster fails: ${messageOf(error)}.`)]),
    ),
  );
  return [...nodes.map(({ check }) => check), ...rest.flat()];
}

const greeting = z.object({
  version: z.object({ number: z.string(), distribution: z.string().optional() }),
});

async function checkNode(node: ClusterNode): Promise<{ check: Check; isUsable: boolean }> {
  const url = node.url;
  try {
    const answer = await node.send({ method: "GET", path: "/" }, AbortSignal.timeout(PATIENCE.deadline));
    const { data } = greeting.safeParse(answer);
    if (data === undefined || data.version.distribution !== "opensearch") {
      const text = `${url} is no OpenSearch: correct OPENSEARCH_URL.`;
      return { check: fault(text), isUsable: false };
    }
    const { number } = data.version;
    if (Number.parseInt(number, 10) < OLDEST_RELEASE)
      return { check: fault(`${url} is OpenSearch ${number}: update it to 2.0 or later.`), isUsable: false };
    return { check: fine(`${url} answers: OpenSearch ${number}.`), isUsable: true };
  } catch (error) {
    if (error instanceof OpenSearchError && error.fault === "denied") {
      const text = `${url} refuses the user or the password: correct OPENSEARCH_USERNAME and OPENSEARCH_PASSWORD.`;
      return { check: fault(text), isUsable: false };
    }
    const text = `${url} does not answer (${messageOf(error)}): start it, or correct OPENSEARCH_URL.`;
    return { check: fault(text), isUsable: false };
  }
}

const health = z.object({
  status: z.enum(["green", "yellow", "red"]),
  number_of_data_nodes: z.number(),
  unassigned_shards: z.number(),
  initializing_shards: z.number(),
  relocating_shards: z.number(),
});

async function checkHealth(cluster: OpenSearchCluster): Promise<Check[]> {
  const { data } = health.safeParse(await cluster.ask({ method: "GET", path: "/_cluster/health" }, PATIENCE));
  if (data === undefined) return [fault("The cluster does not tell its health: update it.")];
  const { number_of_data_nodes: nodes, unassigned_shards: unassigned, initializing_shards: coming } = data;
  const checks = [
    {
      green: () => fine(`The cluster is green: ${count(nodes, "node")} with data.`),
      yellow: () =>
        warning(
          `The cluster is yellow: ${count(unassigned + coming, "copy", "copies")} of shards missing${coming > 0 ? `, ${coming} on their way` : ": start the nodes that are down, or lower the number of copies"}.`,
        ),
      red: () =>
        fault(
          "The cluster is red: a shard has no copy left, so start the nodes that are down, or build again.",
        ),
    }[data.status](),
  ];
  if (nodes === 1)
    checks.push(
      warning("There is one node: when it fails nothing is answered. Three nodes go on when one fails."),
    );
  if (nodes === 2)
    checks.push(
      warning("There are two nodes: when one fails the other cannot elect a manager. Add a third."),
    );
  return checks;
}

const diskStats = z.object({
  nodes: z.record(
    z.string(),
    z.object({
      name: z.string(),
      fs: z.object({ total: z.object({ total_in_bytes: z.number(), available_in_bytes: z.number() }) }),
    }),
  ),
});

async function checkDisks(cluster: OpenSearchCluster): Promise<Check[]> {
  const answer = await cluster.ask({ method: "GET", path: "/_nodes/stats/fs" }, PATIENCE);
  return Object.values(diskStats.safeParse(answer).data?.nodes ?? {}).flatMap(({ name, fs: { total } }) => {
    const share = 1 - total.available_in_bytes / total.total_in_bytes;
    const said = `The disk of node ${name} is ${Math.floor(100 * share)} % full`;
    if (share >= FLOOD_STAGE) return [fault(`${said}, and its indices can only be read: make room.`)];
    if (share >= HIGH_WATERMARK) return [warning(`${said}, so it takes no more shards: make room.`)];
    return [];
  });
}

async function checkIndex(
  cluster: OpenSearchCluster,
  prefix: string,
  folder: { readonly articles: number } | undefined,
): Promise<Check[]> {
  const [live, building, all] = await Promise.all([
    indicesOf(cluster, prefix, PATIENCE),
    indicesOf(cluster, buildingAlias(prefix), PATIENCE),
    versionsOf(cluster, prefix, PATIENCE),
  ]);
  const checks: Check[] = [];
  const names = new Set([...live, ...building].map(({ name }) => name));
  for (const { name, description } of building)
    checks.push(
      description?.builder === undefined
        ? warning(`${name} was not finished: isnad index goes on with it.`)
        : fine(`${name} is being built.`),
    );
  const left = all.filter(({ name }) => !names.has(name));
  if (left.length > 0)
    checks.push(
      warning(
        `${left.map(({ name }) => name).join(", ")} is not used any more: the next isnad index deletes it.`,
      ),
    );
  const [first, ...others] = live;
  if (first === undefined) checks.push(fault(`There is no index ${prefix}: run isnad index.`));
  else if (first.name === prefix)
    checks.push(
      fault(`${prefix} is an index and no alias: delete it, or set OPENSEARCH_INDEX, and run isnad index.`),
    );
  else if (others.length > 0)
    checks.push(
      fault(`The alias ${prefix} names ${live.length} indices: run isnad index, which leaves one.`),
    );
  else checks.push(...(await checkContents(cluster, first, folder)));
  return checks;
}

async function checkContents(
  cluster: OpenSearchCluster,
  { name, description }: CorpusIndex,
  folder: { readonly articles: number } | undefined,
): Promise<Check[]> {
  if (description === undefined || description.format < INDEX_FORMAT)
    return [fault(`${name} has an older form than this Isnad reads: run isnad index.`)];
  if (description.format > INDEX_FORMAT)
    return [fault(`${name} has a newer form than this Isnad reads: update Isnad.`)];
  const counts = await countsOf(cluster, name);
  const wanted = description.counts ?? { passage: 0, article: 0, lexicon: 0 };
  if (counts.lexicon === 0 || counts.lexicon !== wanted.lexicon)
    return [
      fault(`${name} has no whole lexicon (${counts.lexicon} of ${wanted.lexicon} parts): run isnad index.`),
    ];
  if (counts.passage !== wanted.passage || counts.article !== wanted.article)
    return [fault(`${name} has ${counts.passage} of ${wanted.passage} passages: run isnad index.`)];
  const said = `${name} is live: ${count(counts.article, "article")}, ${count(counts.passage, "passage")}, built ${description.builtAt ?? "once"}.`;
  if (folder === undefined || folder.articles === counts.article) return [fine(said)];
  return [
    fine(said),
    warning(`The folder has ${count(folder.articles, "article")}: run isnad index --incremental.`),
  ];
}

function count(number: number, one: string, more = `${one}s`): string {
  return `${number.toLocaleString("en")} ${number === 1 ? one : more}`;
}

function fine(text: string): Check {
  return { level: "fine", text };
}

function warning(text: string): Check {
  return { level: "warning", text };
}

function fault(text: string): Check {
  return { level: "fault", text };
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
