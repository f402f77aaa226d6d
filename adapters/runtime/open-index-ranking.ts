import {
  buildIndex,
  createPassageSearch,
  deleteIndex,
  openCluster,
  openSnapshot,
  type Passage,
  type PassageSearch,
  storedDocuments,
} from "../../src/index.ts";
import type { OpenSearchSettings } from "./opensearch-settings.ts";

/** Ranking over passages on a cluster, for measuring: an index of their own is built, and deleted when `close` is called. */
export async function openIndexRanking(
  settings: OpenSearchSettings,
  passages: readonly Passage[],
): Promise<PassageSearch & { close(): Promise<void> }> {
  const cluster = await openCluster(settings);
  const articles = passages.map((passage) => ({ article: passage.article, passages: [passage] }));
  const { index } = await buildIndex(cluster, storedDocuments(articles), {
    prefix: `${settings.prefix}-rank-${process.pid}`,
    shards: settings.shards,
    ...{ replicas: 0, isIncremental: false, grace: 0, total: passages.length },
  });
  const { store } = await openSnapshot(cluster, index);
  const byKey = new Map(passages.map((passage) => [passage.key, passage]));
  const own = createPassageSearch(store);
  return {
    async search(question, limit) {
      const found = await own.search(question, limit);
      return found.flatMap(({ key }) => byKey.get(key) ?? []);
    },
    async close() {
      await deleteIndex(cluster, index);
      await cluster.close();
    },
  };
}
