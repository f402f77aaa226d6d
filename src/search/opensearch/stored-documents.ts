import { z } from "zod";

/**
 * What OpenSearch keeps of a corpus: three kinds of documents in one index, so that any process answers without the folder. An index is
 * called `‹prefix›-‹version›` and never changed once the alias `‹prefix›` names it.
 */

const passageSchema = z.object({
  kind: z.literal("passage"),
  /** Number in the order of the corpus, from 0: what decides between equal scores. */
  place: z.number().int().nonnegative(),
  key: z.string(),
  /** Key of the passage that has the same text earlier. A copy is found by key alone: it has none of the three fields of terms. */
  copyOf: z.string().optional(),
  /** The article's id. */
  article: z.string(),
  /** Analysed terms with blanks between, one field for each of `SearchDocument`. */
  light: z.string().optional(),
  deep: z.string().optional(),
  title: z.string().optional(),
  /** The passage as ranking reads it. OpenSearch keeps it and looks at nothing in it. */
  words: z.string(),
});

const newArticleSchema = z.object({
  kind: z.literal("article"),
  article: z.string(),
  /** Place in the list of articles, from 0. */
  order: z.number().int().nonnegative(),
  /** By which buttons name it: see `articleKey`. */
  key: z.string(),
  /** Its path inside the corpus folder. */
  file: z.string(),
  /** The folded words of the title; those of the author and the publisher. */
  name: z.string(),
  about: z.string(),
  /** It brings questions that may be examples. */
  asks: z.boolean(),
  /** The questions that the article lists: see `listingKey`. */
  questions: z.array(z.string()),
  /** The article as JSON. OpenSearch keeps it and looks at nothing in it. */
  data: z.string(),
});

const articleSchema = newArticleSchema.extend({
  /** Of the article and its passages, whatever their places are: tells whether an article must be sent again. */
  hash: z.string(),
  /** Place of the article's first passage, and how many it has. */
  firstPlace: z.number().int().nonnegative(),
  passages: z.number().int().nonnegative(),
});

const lexiconPartSchema = z.object({
  kind: z.literal("lexicon"),
  /** From 0. */
  part: z.number().int().nonnegative(),
  data: z.string(),
});

export type StoredPassage = z.infer<typeof passageSchema>;
export type StoredArticle = z.infer<typeof articleSchema>;
export type LexiconPart = z.infer<typeof lexiconPartSchema>;

/** An article before its passages are seen. */
export type NewArticle = z.infer<typeof newArticleSchema>;

/**
 * What an index is built from. Each article comes before its passages, and all of these before the next article; parts of the lexicon come
 * last. Places, orders and parts each count from 0 without a gap.
 */
export type NewDocument = NewArticle | StoredPassage | LexiconPart;

/** What an index holds. */
export const storedDocumentSchema = z.discriminatedUnion("kind", [
  passageSchema,
  articleSchema,
  lexiconPartSchema,
]);

export type StoredDocument = z.infer<typeof storedDocumentSchema>;

/** What an index says of itself in the `_meta` of its mapping. */
export const indexDescriptionSchema = z.object({
  /** Which form of documents it holds: `INDEX_FORMAT` where this program can read it. */
  format: z.number().int(),
  /** Absent: it is still being built. */
  counts: z
    .object({
      passage: z.number().int().nonnegative(),
      article: z.number().int().nonnegative(),
      lexicon: z.number().int().nonnegative(),
    })
    .optional(),
  /** ISO 8601, when it became complete. */
  builtAt: z.string().optional(),
  /** While it is being built: changes every few seconds as long as somebody is at work. */
  builder: z.string().optional(),
});

export type IndexDescription = z.infer<typeof indexDescriptionSchema>;

/** Raised with every change of the documents, the mapping or what the lexicon holds. */
export const INDEX_FORMAT = 1;

/** Name of a document within its index: a document of the same name replaces it. */
export function documentId(document: StoredDocument | NewDocument): string {
  switch (document.kind) {
    case "passage":
      return `p${document.place}`;
    case "article":
      return `a${document.order}`;
    case "lexicon":
      return `l${document.part}`;
  }
}

/** MiniSearch's constants, as far as OpenSearch has them. */
const SIMILARITY = { type: "BM25", k1: 1.2, b: 0.7 };
/** Characters of a term. The engine's own limit is 32,766 bytes, and its analyser cuts at 255 if nothing else is said. */
export const LONGEST_TERM = 8000;

/** The body that creates an index. Replicas come when it is complete. */
export function indexBody(shards: number, description: IndexDescription) {
  const terms = {
    type: "text",
    analyzer: "terms",
    similarity: "terms",
    index_options: "freqs",
  };
  const kept = { type: "object", enabled: false };
  return {
    settings: {
      index: {
        number_of_shards: shards,
        number_of_replicas: 0,
        refresh_interval: "-1",
        similarity: { terms: SIMILARITY },
        analysis: {
          analyzer: { terms: { type: "custom", tokenizer: "terms" } },
          tokenizer: { terms: { type: "whitespace", max_token_length: LONGEST_TERM } },
        },
      },
    },
    mappings: {
      dynamic: "strict",
      _meta: description,
      properties: {
        kind: { type: "keyword" },
        place: { type: "long" },
        key: { type: "keyword" },
        copyOf: { type: "keyword" },
        article: { type: "keyword" },
        light: terms,
        deep: terms,
        title: terms,
        words: kept,
        order: { type: "long" },
        file: { type: "keyword", ignore_above: LONGEST_TERM },
        name: { type: "keyword", ignore_above: LONGEST_TERM },
        about: { type: "keyword", ignore_above: LONGEST_TERM },
        asks: { type: "boolean" },
        questions: { type: "keyword", ignore_above: LONGEST_TERM },
        hash: { type: "keyword" },
        firstPlace: { type: "long" },
        passages: { type: "long" },
        part: { type: "long" },
        data: kept,
      },
    },
  };
}
