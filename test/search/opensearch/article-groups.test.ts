import { describe, expect, it } from "vitest";
import { type DocumentGroup, groupsOf } from "../../../src/search/opensearch/article-groups.ts";
import type { NewDocument } from "../../../src/search/opensearch/stored-documents.ts";
import { smallCorpus, smallDocuments } from "../../cluster/small-corpus.ts";

async function groups(documents: Iterable<NewDocument>): Promise<DocumentGroup[]> {
  const all: DocumentGroup[] = [];
  for await (const group of groupsOf(documents)) all.push(group);
  return all;
}

function hashes(all: readonly DocumentGroup[]): Map<string, string> {
  return new Map(
    all.flatMap((one) => (one.kind === "article" ? [[one.article.article, one.article.hash]] : [])),
  );
}

describe("groupsOf", () => {
  it("puts each article together with its passages, of which there may be none", async () => {
    const corpus = [...smallCorpus(3), { id: "empty", texts: [] }, { id: "last", texts: ["سدر"] }];
    const all = await groups(smallDocuments(corpus));
    expect(
      all.map((one) =>
        one.kind === "article"
          ? [one.article.article, one.article.firstPlace, one.passages.length]
          : one.kind,
      ),
    ).toEqual([
      ["article-0", 0, 1],
      ["article-1", 1, 2],
      ["article-2", 3, 3],
      ["empty", 6, 0],
      ["last", 6, 1],
      "lexicon",
    ]);
  });

  it("gives an article the same hash wherever it stands, and another one when a word of it changes", async () => {
    const corpus = smallCorpus(6);
    const before = hashes(await groups(smallDocuments(corpus)));
    const moved = hashes(await groups(smallDocuments([...corpus.slice(3), ...corpus.slice(0, 3)])));
    expect(moved).toEqual(new Map([...moved.keys()].map((id) => [id, before.get(id)])));
    const changed = corpus.map((article, i) =>
      i === 2 ? { ...article, texts: [...article.texts, "ريح"] } : article,
    );
    const after = hashes(await groups(smallDocuments(changed)));
    expect([...after].filter(([id, hash]) => before.get(id) !== hash).map(([id]) => id)).toEqual([
      "article-2",
    ]);
    expect(new Set(before.values()).size).toBe(6);
  });

  it("refuses documents that are out of order", async () => {
    const documents = [...smallDocuments(smallCorpus(3))];
    await expect(groups(documents.slice(1))).rejects.toThrow("another article");
    await expect(groups(documents.toSpliced(0, 2))).rejects.toThrow("out of order");
    await expect(groups([...documents, ...documents])).rejects.toThrow("out of order");
  });
});
