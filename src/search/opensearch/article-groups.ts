import { createHash } from "node:crypto";
import type {
  LexiconPart,
  NewArticle,
  NewDocument,
  StoredArticle,
  StoredPassage,
} from "./stored-documents.ts";

/** An article with all its passages, or a part of the lexicon. */
export type DocumentGroup =
  | { readonly kind: "article"; readonly article: StoredArticle; readonly passages: readonly StoredPassage[] }
  | { readonly kind: "lexicon"; readonly part: LexiconPart };

/**
 * Puts each article together with the passages that follow it, and hashes them. Holds one article at a time.
 * @throws Error where the documents are not in the order that `NewDocument` asks for
 */
export async function* groupsOf(
  documents: Iterable<NewDocument> | AsyncIterable<NewDocument>,
): AsyncGenerator<DocumentGroup> {
  let article: NewArticle | undefined;
  let passages: StoredPassage[] = [];
  const next = { passage: 0, article: 0, lexicon: 0 };
  function* finished(): Generator<DocumentGroup> {
    if (article !== undefined) yield groupOf(article, passages, next.passage - passages.length);
    article = undefined;
    passages = [];
  }
  for await (const document of documents) {
    const place = placeOf(document);
    if (place !== next[document.kind]) throw new Error(`${document.kind} ${place} is out of order`);
    switch (document.kind) {
      case "passage":
        if (document.article !== article?.article)
          throw new Error(`passage ${place} follows another article than its own`);
        passages.push(document);
        break;
      case "article":
        yield* finished();
        article = document;
        break;
      case "lexicon":
        yield* finished();
        yield { kind: "lexicon", part: document };
    }
    next[document.kind]++;
  }
  yield* finished();
}

function placeOf(document: NewDocument): number {
  switch (document.kind) {
    case "passage":
      return document.place;
    case "article":
      return document.order;
    case "lexicon":
      return document.part;
  }
}

function groupOf(article: NewArticle, passages: readonly StoredPassage[], firstPlace: number): DocumentGroup {
  // Places shift with every article before this one, and change nothing in it.
  const { order: _, ...known } = article;
  const hash = createHash("sha256").update(JSON.stringify(known));
  for (const { place: _, ...passage } of passages) hash.update(JSON.stringify(passage));
  const added = { hash: hash.digest("hex").slice(0, 32), firstPlace, passages: passages.length };
  return { kind: "article", article: { ...article, ...added }, passages };
}
