import { afterAll, afterEach, describe, expect, inject, it } from "vitest";
import { type BuildOptions, buildIndex } from "../../../src/search/opensearch/build-index.ts";
import { connectCluster } from "../../../src/search/opensearch/cluster.ts";
import { buildingAlias, indicesOf, versionsOf } from "../../../src/search/opensearch/indices.ts";
import { type NewDocument, storedDocumentSchema } from "../../../src/search/opensearch/stored-documents.ts";
import { type SmallArticle, smallCorpus, smallDocuments } from "../../cluster/small-corpus.ts";

const nodes = inject("opensearch");
const PREFIX = `isnad-test-${process.pid}`;

describe.skipIf(nodes.length === 0)("building an index", () => {
  const cluster = connectCluster({ nodes });
  afterEach(async () => {
    const alias = `${PREFIX},${PREFIX}-*`;
    for (const { name } of await indicesOf(cluster, alias)) await remove(name);
  });
  afterAll(() => cluster.close());

  async function remove(name: string): Promise<void> {
    await cluster.ask({ method: "DELETE", path: `/${name}` });
  }

  function build(documents: Iterable<NewDocument>, options: Partial<BuildOptions> = {}) {
    const defaults = { prefix: PREFIX, shards: 1, replicas: 1, isIncremental: false, grace: 0, total: 0 };
    return buildIndex(cluster, documents, { ...defaults, ...options });
  }

  /** All that an index holds, by the names of its documents. */
  async function contents(index: string) {
    const answer = await cluster.ask({
      method: "POST",
      path: `/${index}/_search`,
      body: { size: 1000, query: { match_all: {} } },
    });
    const { hits } = (answer as { hits: { hits: { _id: string; _source: unknown }[] } }).hits;
    return new Map(hits.map(({ _id, _source }) => [_id, storedDocumentSchema.parse(_source)]));
  }

  it("puts all documents where the alias finds them, closed for writing", async () => {
    const corpus = smallCorpus(40);
    const built = await build(smallDocuments(corpus));
    expect(built.counts).toEqual({ passage: 100, article: 40, lexicon: 1 });
    const [live, ...others] = await indicesOf(cluster, PREFIX);
    expect(others).toEqual([]);
    expect(live?.name).toBe(built.index);
    expect(live?.description).toMatchObject({ format: 1, counts: built.counts });
    expect(live?.description?.builder).toBeUndefined();
    const all = await contents(PREFIX);
    expect(all.size).toBe(141);
    const { kind: _, ...first } = [...smallDocuments(corpus)][1] ?? { kind: "none" };
    expect(all.get("p0")).toMatchObject(first);
    expect(all.get("a2")).toMatchObject({ article: "article-2", firstPlace: 3, passages: 3 });
    await expect(
      cluster.ask({ method: "PUT", path: `/${built.index}/_doc/x`, body: { kind: "lexicon" } }),
    ).rejects.toMatchObject({ fault: "denied" });
  });

  it("replaces the live index at once, and deletes it when nobody asks it any more", async () => {
    const first = await build(smallDocuments(smallCorpus(3)));
    const seen: string[] = [];
    const second = await build(smallDocuments(smallCorpus(4)), {
      onStep: (step) => seen.push(step),
    });
    expect(second.index).not.toBe(first.index);
    expect((await versionsOf(cluster, PREFIX)).map(({ name }) => name)).toEqual([second.index]);
    expect(seen).toEqual(["sending", "merging", "replicating", "live", "done"]);
  });

  it("continues what was interrupted, and sends no article again that is there", async () => {
    const corpus = smallCorpus(200);
    const interrupted = build(breakOff(smallDocuments(corpus), 300));
    await expect(interrupted).rejects.toThrow("broken off");
    expect(await indicesOf(cluster, PREFIX)).toEqual([]);
    const [left] = await indicesOf(cluster, buildingAlias(PREFIX));
    const built = await build(smallDocuments(corpus));
    expect(built.index).toBe(left?.name);
    expect(built.counts.passage).toBe(500);
    // Three hundred documents are 86 articles and their passages, of the last of which one is missing.
    expect(built.known).toBeGreaterThan(200);
    expect(built.sent).toBe(500 - built.known);
    expect((await contents(PREFIX)).size).toBe(701);
  });

  it("leaves nothing of an interrupted build of other articles", async () => {
    await expect(build(breakOff(smallDocuments(smallCorpus(300)), 700))).rejects.toThrow("broken off");
    const corpus = smallCorpus(50).map((article, i) => (i === 7 ? { ...article, texts: ["عسل"] } : article));
    await build(smallDocuments(corpus));
    expect(comparable(await contents(PREFIX))).toEqual(comparable(await built(corpus)));
  });

  it("copies unchanged articles within the cluster, wherever they stand now", async () => {
    const before = smallCorpus(60);
    await build(smallDocuments(before));
    const after = before
      .toSpliced(50, 2)
      .map((article, i) => (i === 20 ? { ...article, texts: ["عسل"] } : article));
    after.unshift({ id: "new", texts: ["سدر", "ريح"] });
    after.push(...after.splice(5, 3));
    const built = await build(smallDocuments(after, "عسل"), { isIncremental: true });
    const passages = after.reduce((sum, { texts }) => sum + texts.length, 0);
    expect(built.sent).toBe(3);
    expect(built.copied).toBe(passages - 3);
    const copied = comparable(await contents(PREFIX));
    await build(smallDocuments(after, "عسل"));
    expect(copied).toEqual(comparable(await contents(PREFIX)));
  });

  it("keeps the live index where the new one cannot be built", async () => {
    const first = await build(smallDocuments(smallCorpus(3)));
    const [bad, ...rest] = [...smallDocuments(smallCorpus(2))];
    const refused = build([{ ...bad, another: "field" } as unknown as NewDocument, ...rest]);
    await expect(refused).rejects.toMatchObject({ fault: "refused" });
    expect((await indicesOf(cluster, PREFIX)).map(({ name }) => name)).toEqual([first.index]);
  });

  it("tells how far it is", async () => {
    const told: number[] = [];
    await build(smallDocuments(smallCorpus(40)), { total: 100, onProgress: ({ done }) => told.push(done) });
    expect(told.at(-1)).toBe(100);
  });

  it("does not take an index for an alias", async () => {
    await cluster.ask({ method: "PUT", path: `/${PREFIX}` });
    await expect(build(smallDocuments(smallCorpus(2)))).rejects.toMatchObject({ name: "OperatorError" });
  });

  it("fails at once on documents that are out of order", async () => {
    const documents = [...smallDocuments(smallCorpus(2))];
    await expect(build(documents.slice(1))).rejects.toThrow("another article");
  });

  /** What an index of a corpus holds that was built in one go. */
  async function built(corpus: readonly SmallArticle[]) {
    await build(smallDocuments(corpus));
    return contents(PREFIX);
  }
});

function comparable(documents: ReadonlyMap<string, unknown>) {
  return Object.fromEntries([...documents].sort(([a], [b]) => (a < b ? -1 : 1)));
}

function* breakOff(documents: Iterable<NewDocument>, after: number): Generator<NewDocument> {
  let count = 0;
  for (const document of documents) {
    if (count++ === after) throw new Error("broken off");
    yield document;
  }
}
