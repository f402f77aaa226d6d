import { describe, expect, it } from "vitest";
import {
  documentId,
  INDEX_FORMAT,
  indexBody,
  type StoredArticle,
  type StoredDocument,
  storedDocumentSchema,
} from "../../../src/search/opensearch/stored-documents.ts";

const article: StoredArticle = {
  kind: "article",
  article: "bees",
  order: 0,
  key: "cccccccc",
  file: "bees.md",
  name: "نحل",
  about: "",
  asks: true,
  questions: ["ما النحل"],
  data: '{"title":"نحل"}',
  hash: "h",
  firstPlace: 0,
  passages: 2,
};
const documents: readonly StoredDocument[] = [
  article,
  {
    kind: "passage",
    place: 0,
    key: "aaaaaaaa",
    article: "bees",
    light: "نحل عسل",
    deep: "",
    title: "نحل",
    words: "0 1",
  },
  { kind: "passage", place: 1, key: "bbbbbbbb", copyOf: "aaaaaaaa", article: "bees", words: "" },
  { kind: "lexicon", part: 0, data: "نحل عسل" },
];

describe("the documents of an index", () => {
  it("are read back as they were written, each kind under names of its own", () => {
    for (const document of documents)
      expect(storedDocumentSchema.parse(JSON.parse(JSON.stringify(document)))).toEqual(document);
    expect(new Set(documents.map(documentId)).size).toBe(documents.length);
  });

  it("have no field that the mapping does not know, and the mapping takes no other", () => {
    const { dynamic, properties } = indexBody(1, { format: INDEX_FORMAT }).mappings;
    expect(dynamic).toBe("strict");
    const fields = documents.flatMap((document) => Object.keys(document));
    expect(new Set(fields)).toEqual(new Set(Object.keys(properties)));
  });

  it("refuses a document of another shape", () => {
    expect(storedDocumentSchema.safeParse({ kind: "passage", place: -1 }).success).toBe(false);
    expect(storedDocumentSchema.safeParse({ kind: "note" }).success).toBe(false);
  });
});
