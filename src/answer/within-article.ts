import type { Aliases } from "../corpus/aliases.ts";
import type { Article } from "../corpus/article.ts";
import { corpusOf } from "../corpus/corpus.ts";
import { openCorpusStore } from "../search/corpus-store.ts";
import type { PassageStore } from "../search/passage-store.ts";
import type { CreateIndex } from "../search/search-index.ts";
import type { Answer } from "./answer.ts";

/** Articles whose own collections are kept: those that people are reading. */
const KEPT = 8;

/**
 * Gives answerers over one article each, as over a folder that holds nothing else: what an article lacks is not lent to it by the others, so that
 * the outcome is honest. `create` makes one.
 */
export function createArticleAnswerers<Answerer>(
  aliases: readonly Aliases[],
  create: (store: PassageStore) => Answerer,
): (article: Article) => Promise<Answerer> {
  const open = async (article: Article) =>
    create(await openCorpusStore(corpusOf([article], aliases), everyPassage));

  const kept = new Map<Article, Promise<Answerer>>();
  return (article) => {
    const answerer = kept.get(article) ?? open(article);
    // The last one is the one that was asked last.
    kept.delete(article);
    kept.set(article, answerer);
    const [oldest] = kept.keys();
    if (kept.size > KEPT && oldest !== undefined) kept.delete(oldest);
    return answerer;
  };
}

/**
 * The outcome for one article, `own`, beside that for all, `whole`: what all articles together claim of another one alone, no article claims for
 * itself. «كم خلية …؟» to an article with one number in it would else be answered by that number, since nothing rivals it.
 */
export function heldBack(own: Answer, whole: Answer): Answer {
  const [first] = own.findings;
  // A question without a subject of its own is asked of the article alone.
  if (own.verdict !== "answered" || first === undefined || whole.nothing !== undefined) return own;
  const { article } = first.quotation.passage;
  const told = whole.verdict === "answered" ? whole.findings.slice(0, 1) : whole.findings;
  const isTold = told
    .flatMap(({ quotation, alsoIn, differs }) => [quotation, ...alsoIn, ...differs])
    .some(({ passage }) => passage.article === article);
  return isTold ? own : { ...own, verdict: "uncertain" };
}

/** Of one article every passage is worth ranking: an engine that chooses would cost more than it saves. */
const everyPassage: CreateIndex = async (documents) => {
  const all = Array.from(documents, (_, place) => place);
  return { search: async () => all };
};
