import { z } from "zod";
import { OpenSearchError } from "./cluster-error.ts";
import { type ClusterNode, type ClusterRequest, createClusterNode, type NodeAccess } from "./cluster-node.ts";
import { TIMING, type Timing } from "./cluster-timing.ts";
import { tryNodes } from "./node-tries.ts";
import { createNodeWatch } from "./node-watch.ts";

export type { ClusterRequest } from "./cluster-node.ts";

/** Where a cluster is, and how it is entered. */
export interface ClusterSettings extends NodeAccess {
  /** Addresses of one or more of its nodes, without user and password. */
  readonly nodes: readonly string[];
}

/** How long a request may take. */
export interface Patience {
  /** Milliseconds for all tries together. */
  readonly deadline?: number;
  /** Ends the request before. */
  readonly signal?: AbortSignal | undefined;
  /** Another node is asked as well where one is slow; if nothing else is said, it is. */
  readonly isHedged?: boolean;
}

/** A cluster that is asked at the node that answers. */
export interface OpenSearchCluster {
  readonly nodes: readonly ClusterNode[];
  /**
   * Sends a request that may be sent twice without harm, to other nodes where one fails or is slow, and gives the answer's body.
   * @throws OpenSearchError, or the reason of the signal that was given
   */
  ask(request: ClusterRequest, patience?: Patience): Promise<unknown>;
  /**
   * Searches an index. An answer in which a shard is missing is none: another node is asked, and in the end the search fails.
   * With `isScored` the frequencies that scores rest on are those of all shards.
   */
  search(
    index: string,
    body: SearchBody,
    options?: Patience & { readonly isScored?: boolean },
  ): Promise<unknown>;
  /** Ends the connections. */
  close(): Promise<void>;
}

type SearchBody = Readonly<Record<string, unknown>>;

/** Milliseconds of a question's search. */
export const SEARCH_DEADLINE = 4000;

const shardsSchema = z.object({
  timed_out: z.boolean().optional(),
  _shards: z.object({ total: z.number(), successful: z.number() }),
});

/** Connects to a cluster; nothing is sent before the first request. */
export function connectCluster(
  { nodes: urls, ...access }: ClusterSettings,
  timing: Timing = TIMING,
): OpenSearchCluster {
  const nodes = urls.map((url) => createClusterNode(url, access));
  const watch = createNodeWatch(nodes, timing);
  let turn = 0;

  /** The next node that answers and was not tried, else one that was not tried, else the next. */
  function pick(tried: ReadonlySet<ClusterNode>): ClusterNode {
    const inTurn = nodes.map((_, i) => nodes[(turn + i) % nodes.length]).filter((node) => node !== undefined);
    turn = (turn + 1) % nodes.length;
    const fresh = inTurn.filter((node) => !tried.has(node));
    const node = fresh.find(({ isUp }) => isUp) ?? inTurn.find(({ isUp }) => isUp) ?? fresh[0] ?? inTurn[0];
    if (node === undefined) throw new OpenSearchError("unavailable", "no node is named");
    return node;
  }

  /** Keeps a search away from nodes that do not answer: a node at work would wait for their shards. */
  function preference(): { preference?: string } {
    if (nodes.every(({ isUp }) => isUp)) return {};
    const ids = nodes.flatMap(({ isUp, id }) => (isUp && id !== undefined ? [id] : []));
    return ids.length === 0 ? {} : { preference: `_prefer_nodes:${ids.join(",")}` };
  }

  function tried(request: (node: ClusterNode, signal: AbortSignal) => Promise<unknown>, patience: Patience) {
    const { deadline = SEARCH_DEADLINE, signal, isHedged = true } = patience;
    const hasOthers = nodes.length > 1;
    return tryNodes({ request, pick, watch, hasOthers, isHedged, timing, deadline, signal });
  }

  return {
    nodes,
    ask: (request, patience = {}) => tried((node, signal) => node.send(request, signal), patience),
    search(index, body, { isScored = false, ...patience } = {}) {
      const once = async (node: ClusterNode, signal: AbortSignal): Promise<unknown> => {
        const answer = await node.send(
          {
            method: "POST",
            path: `/${encodeURIComponent(index)}/_search`,
            query: {
              allow_partial_search_results: false,
              ...(isScored && { search_type: "dfs_query_then_fetch" }),
              ...preference(),
            },
            body,
          },
          signal,
        );
        refusePartial(answer);
        return answer;
      };
      return tried(once, patience);
    },
    async close() {
      watch.close();
      await Promise.all(nodes.map((node) => node.close()));
    },
  };
}

function refusePartial(answer: unknown): void {
  const { data } = shardsSchema.safeParse(answer);
  // `failed` may be 0 where a shard has no copy at all.
  if (data === undefined || data.timed_out === true || data._shards.successful < data._shards.total)
    throw new OpenSearchError("unavailable", "the answer is not complete");
}
