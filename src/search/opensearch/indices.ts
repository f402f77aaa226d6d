import { z } from "zod";
import type { OpenSearchCluster, Patience } from "./cluster.ts";
import { OpenSearchError } from "./cluster-error.ts";
import { type IndexDescription, indexDescriptionSchema } from "./stored-documents.ts";

/** An index that holds a corpus or is to hold one. */
export interface CorpusIndex {
  /** Its own name, `‹prefix›-‹version›`. */
  readonly name: string;
  /** What it says of itself; undefined for one that Isnad did not make. */
  readonly description: IndexDescription | undefined;
}

/** The alias of the index that is being built: without it nothing is written, so that no write can make an index by itself. */
export function buildingAlias(prefix: string): string {
  return `${prefix}-building`;
}

/** The name of a new index: `isnad-20261126t110203456`. */
export function versionedName(prefix: string, date: Date): string {
  return `${prefix}-${date
    .toISOString()
    .toLowerCase()
    .replace(/[^\dt]/g, "")}`;
}

const mappingsSchema = z.record(
  z.string(),
  z.object({ mappings: z.object({ _meta: z.unknown() }).partial().optional() }),
);

/**
 * The indices that an alias names: one for a corpus that was built, none before that.
 * @throws OpenSearchError
 */
export async function indicesOf(
  cluster: OpenSearchCluster,
  alias: string,
  patience?: Patience,
): Promise<CorpusIndex[]> {
  return described(cluster, alias, patience);
}

/** All indices that Isnad built under a prefix, live or not. */
export async function versionsOf(
  cluster: OpenSearchCluster,
  prefix: string,
  patience: Patience = ADMIN_PATIENCE,
): Promise<CorpusIndex[]> {
  const all = await described(cluster, `${prefix}-*`, patience);
  return all.filter(({ name, description }) => isVersion(prefix, name) && description !== undefined);
}

/** Another program's prefix may begin with this one. */
function isVersion(prefix: string, name: string): boolean {
  return name.startsWith(`${prefix}-`) && /^\d{8}t\d{9}$/.test(name.slice(prefix.length + 1));
}

async function described(cluster: OpenSearchCluster, names: string, patience?: Patience) {
  let answer: unknown;
  try {
    answer = await cluster.ask({ method: "GET", path: `/${encodeURIComponent(names)}/_mapping` }, patience);
  } catch (error) {
    if (error instanceof OpenSearchError && error.fault === "missing") return [];
    throw error;
  }
  const { data } = mappingsSchema.safeParse(answer);
  if (data === undefined) throw new OpenSearchError("refused", "the cluster describes its indices otherwise");
  return Object.entries(data).map(([name, { mappings }]): CorpusIndex => {
    const description = indexDescriptionSchema.safeParse(mappings?._meta).data;
    return { name, description };
  });
}

/** Replaces what an index says of itself. */
export async function writeDescription(
  cluster: OpenSearchCluster,
  index: string,
  description: IndexDescription,
): Promise<void> {
  await cluster.ask(
    { method: "PUT", path: `/${index}/_mapping`, body: { _meta: description } },
    ADMIN_PATIENCE,
  );
}

/** Of requests that change indices, and of those around them. */
export const ADMIN_PATIENCE: Patience = { isHedged: false, deadline: 60_000 };
