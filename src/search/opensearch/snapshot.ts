import { z } from "zod";
import type { Library } from "../../corpus/library.ts";
import type { PassageStore } from "../passage-store.ts";
import { createArticleReader } from "./article-reader.ts";
import type { OpenSearchCluster } from "./cluster.ts";
import { createOpenSearchLibrary } from "./index-library.ts";
import { createOpenSearchStore, type IndexParts } from "./index-store.ts";
import { decodeLexicon } from "./stored-lexicon.ts";

/** One version of an index, whose contents never change: what is answered from it is of one corpus. */
export interface Snapshot {
  /** The name of the index. */
  readonly index: string;
  readonly store: PassageStore;
  readonly library: Library;
}

/** Milliseconds to read a part of the lexicon. */
const PATIENCE = 30_000;

const partsSchema = z.object({
  hits: z.object({ hits: z.array(z.object({ _source: z.object({ data: z.string() }) })) }),
});

const countSchema = z.object({ hits: z.object({ total: z.object({ value: z.number() }) }) });

/**
 * Opens a version of an index: reads its lexicon, which takes seconds for a large one.
 * @throws OpenSearchError where the cluster does not give it; OtherAnalysisError where another version of the program built it
 */
export async function openSnapshot(cluster: OpenSearchCluster, index: string): Promise<Snapshot> {
  const count = async (query: object): Promise<number> => {
    const answer = await cluster.search(index, { size: 0, track_total_hits: true, query });
    return countSchema.parse(answer).hits.total.value;
  };
  const [size, listing, copies, lexicon] = await Promise.all([
    count({ term: { kind: "article" } }),
    count({ exists: { field: "questions" } }),
    count({ exists: { field: "copyOf" } }),
    readParts(cluster, index).then(decodeLexicon),
  ]);
  const reader = createArticleReader(cluster, index, lexicon);
  const parts: IndexParts = {
    ...{ cluster, index, lexicon, reader },
    hasListings: listing > 0,
    hasCopies: copies > 0,
  };
  return { index, store: createOpenSearchStore(parts), library: createOpenSearchLibrary(parts, size) };
}

/** One after the other: together they may be more than a body may be. */
async function readParts(cluster: OpenSearchCluster, index: string): Promise<string[]> {
  const parts: string[] = [];
  for (;;) {
    const answer = await cluster.search(
      index,
      {
        size: 1,
        track_total_hits: false,
        _source: ["data"],
        query: { bool: { filter: [{ term: { kind: "lexicon" } }, { term: { part: parts.length } }] } },
      },
      { deadline: PATIENCE, isHedged: false },
    );
    const [hit] = partsSchema.parse(answer).hits.hits;
    if (hit === undefined) return parts;
    parts.push(hit._source.data);
  }
}
