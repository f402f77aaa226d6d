import { z } from "zod";
import type { OpenSearchCluster } from "./cluster.ts";
import { OpenSearchError } from "./cluster-error.ts";
import { ADMIN_PATIENCE } from "./indices.ts";
import type { IndexDescription, StoredArticle } from "./stored-documents.ts";

/** How many documents of each kind there are. */
export type IndexCounts = NonNullable<IndexDescription["counts"]>;

/** What tells whether an article must be sent again. */
export type KnownArticle = Pick<StoredArticle, "hash" | "order" | "firstPlace" | "passages">;

/** Articles of one page; the engine gives at most 10,000. */
const PAGE = 5000;

const articlePage = z.object({
  hits: z.object({
    hits: z.array(
      z.object({
        fields: z.object({
          article: z.tuple([z.string()]),
          hash: z.tuple([z.string()]),
          order: z.tuple([z.number()]),
          firstPlace: z.tuple([z.number()]),
          passages: z.tuple([z.number()]),
        }),
      }),
    ),
  }),
});

/** The articles of an index by their ids, with those that were sent a moment ago. */
export async function articlesOf(
  cluster: OpenSearchCluster,
  index: string,
): Promise<Map<string, KnownArticle>> {
  await refresh(cluster, index);
  const known = new Map<string, KnownArticle>();
  for (let after = -1; ; ) {
    const answer = await cluster.search(
      index,
      {
        size: PAGE,
        query: { term: { kind: "article" } },
        sort: [{ order: "asc" }],
        search_after: [after],
        track_total_hits: false,
        _source: false,
        // Sources hold whole articles.
        docvalue_fields: ["article", "hash", "order", "firstPlace", "passages"],
      },
      ADMIN_PATIENCE,
    );
    const { hits } = parsed(articlePage, answer).hits;
    for (const { fields } of hits) {
      const [order] = fields.order;
      const [firstPlace] = fields.firstPlace;
      known.set(fields.article[0], { hash: fields.hash[0], order, firstPlace, passages: fields.passages[0] });
      after = order;
    }
    if (hits.length < PAGE) return known;
  }
}

const kindCounts = z.object({
  aggregations: z.object({
    kinds: z.object({ buckets: z.array(z.object({ key: z.string(), doc_count: z.number() })) }),
  }),
});

/** Counts what an index holds. */
export async function countsOf(cluster: OpenSearchCluster, index: string): Promise<IndexCounts> {
  const answer = await cluster.search(
    index,
    { size: 0, track_total_hits: false, aggs: { kinds: { terms: { field: "kind" } } } },
    ADMIN_PATIENCE,
  );
  const { buckets } = parsed(kindCounts, answer).aggregations.kinds;
  const count = (kind: string) => buckets.find(({ key }) => key === kind)?.doc_count ?? 0;
  return { passage: count("passage"), article: count("article"), lexicon: count("lexicon") };
}

/** Makes searchable what was sent. */
export async function refresh(cluster: OpenSearchCluster, index: string): Promise<void> {
  await cluster.ask({ method: "POST", path: `/${index}/_refresh` }, ADMIN_PATIENCE);
}

function parsed<T>(schema: z.ZodType<T>, answer: unknown): T {
  const { data } = schema.safeParse(answer);
  if (data === undefined) throw new OpenSearchError("refused", "the cluster answers a search otherwise");
  return data;
}
