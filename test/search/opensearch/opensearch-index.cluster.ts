import { afterAll, afterEach, describe, inject } from "vitest";
import { connectCluster } from "../../../src/search/opensearch/cluster.ts";
import {
  documentId,
  INDEX_FORMAT,
  indexBody,
  type StoredPassage,
} from "../../../src/search/opensearch/stored-documents.ts";
import { createOpenSearchIndex } from "../../../src/search/opensearch.ts";
import type { CreateIndex } from "../../../src/search/search-index.ts";
import { searchIndexContract } from "../contract.ts";

const nodes = inject("opensearch");

describe.skipIf(nodes.length === 0)("an index on OpenSearch", () => {
  const cluster = connectCluster({ nodes });
  let made = 0;
  const names: string[] = [];
  afterEach(async () => {
    if (names.length > 0) await cluster.ask({ method: "DELETE", path: `/${names.splice(0).join(",")}` });
  });
  afterAll(() => cluster.close());

  const create: CreateIndex = async (documents) => {
    const index = `isnad-contract-${process.pid}-${made++}`;
    names.push(index);
    await cluster.ask({ method: "PUT", path: `/${index}`, body: indexBody(1, { format: INDEX_FORMAT }) });
    const lines = Array.from(documents, ({ light, deep, title }, place): string => {
      const passage: StoredPassage = {
        ...{ kind: "passage", place, key: "k", article: "a", words: "" },
        ...{ light: light.join(" "), deep: deep.join(" "), title: title.join(" ") },
      };
      const head = JSON.stringify({ index: { _id: documentId(passage) } });
      return `${head}\n${JSON.stringify(passage)}\n`;
    });
    if (lines.length > 0)
      await fetch(`${nodes[0]}/${index}/_bulk?refresh=true`, {
        method: "POST",
        headers: { "content-type": "application/x-ndjson" },
        body: lines.join(""),
      });
    return createOpenSearchIndex(cluster, index);
  };

  searchIndexContract(create, 10);
});
