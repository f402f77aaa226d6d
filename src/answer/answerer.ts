import type { SearchOperators } from "../arabic/search-operators.ts";
import type { Article, Corpus, Passage } from "../corpus/article.ts";
import type { OpenMeaning } from "../meaning/meaning.ts";
import type { Relevance } from "../meaning/relevance.ts";
import type { Collection } from "../search/collection.ts";
import { openCorpusStore } from "../search/corpus-store.ts";
import { listingKey } from "../search/listed-questions.ts";
import type { Candidates, PassageStore } from "../search/passage-store.ts";
import type { CreateIndex } from "../search/search-index.ts";
import type { Answer, Finding, Selection } from "./answer.ts";
import { searchTerms } from "./candidates.ts";
import { gatherFindings, withoutFar } from "./findings.ts";
import type { MeaningWeights } from "./model.ts";
import { hasFilter, type PassageFilter, readPassageFilter } from "./passage-filter.ts";
import { type Query, readQuery } from "./query.ts";
import { quoteSentences } from "./quote.ts";
import { createRankers, type RankedPassage } from "./rank.ts";
import { rerank } from "./reranked.ts";
import { adapt, slipsIn, withRescues } from "./rescue.ts";
import { scoreSentences } from "./sentences.ts";
import type { Found } from "./signals.ts";
import { passageLikeness, passageTexts, rankByLikeness, similarityTo, textsToEmbed } from "./similarity.ts";
import { firstOfArticle, nearEarlierAnswer, preferArticle, withSourceLines } from "./special-questions.ts";
import { lackingWords } from "./subject.ts";
import { createVariants } from "./variants.ts";
import { followUpVerdict, type Judgement, judge, toldFirst } from "./verdict.ts";
import { CANDIDATES, FINDINGS, MEANING, SENTENCES } from "./weights.ts";
import { weightsOf } from "./weights-of-model.ts";
import { createArticleAnswerers, heldBack } from "./within-article.ts";

/** How a question is to be answered. */
export interface AnswerOptions {
  /** A passage of the article that an earlier answer came from. */
  readonly context?: Passage;
  /** Which words of it that answer quoted and marked; left out, what stands in its middle counts as the answer. */
  readonly quoted?: Selection | undefined;
  /** It is still being typed: its last word may be growing, it is neither talk nor a follow-up yet, and what is near is given even so. */
  readonly prefix?: boolean;
  /** Findings, at most; `FINDINGS.most` when left out. */
  readonly limit?: number;
  /** By words alone, where an embedder would be asked too often. */
  readonly byWords?: boolean;
  /** Asked of this article alone. */
  readonly within?: Article;
  /** Called with what the outcome rests on, before findings are dropped: for fitting and measuring. */
  readonly onJudged?: (judgement: Judgement, findings: readonly Finding[]) => void;
}

export interface Answerer {
  /** Never fails, whatever the text. The same text gives the same answer. */
  answer(question: string, options?: AnswerOptions): Promise<Answer>;
}

/** What may help words; all of it may be absent. */
export interface AnswererHelp {
  /** Sentences are found by what they mean as well. */
  readonly openMeaning?: OpenMeaning | undefined;
  readonly weightsFor?: (model: string) => MeaningWeights;
  /** The first sentences are read again by a reranker. */
  readonly relevance?: Relevance | undefined;
}

/** Answers over a corpus in this process, with the candidates of the engine that `createIndex` makes. */
export async function openAnswerer(
  corpus: Corpus,
  createIndex: CreateIndex,
  help?: AnswererHelp,
): Promise<Answerer> {
  return createAnswerer(await openCorpusStore(corpus, createIndex), help);
}

/**
 * Answers over the passages of a store, with the help of the servers that the operator has. By meaning only where the passages stand in
 * this process: vectors need them all.
 */
export function createAnswerer(
  store: PassageStore,
  { openMeaning, weightsFor = weightsOf, relevance }: AnswererHelp = {},
): Answerer {
  const { lexicon, whole } = store;
  const { rankerOf, read, rank } = createSearch(store);
  const meaning = whole && openMeaning?.(textsToEmbed(whole));
  const ofArticle = createArticleAnswerers(lexicon.aliasGroups, (own) => createAnswerer(own));

  const asked: Answerer = {
    async answer(question, { within, ...options } = {}) {
      if (within !== undefined) {
        const own = await (await ofArticle(within)).answer(question, options);
        return heldBack(own, await asked.answer(question));
      }
      const {
        context,
        quoted: earlierQuotation,
        prefix = false,
        byWords = prefix,
        limit = FINDINGS.most,
        onJudged,
      } = options;
      const query = read(question, prefix);
      const nothing: Answer = {
        verdict: "unanswered",
        findings: [],
        searched: query.words.map((word) => word.written),
        isUntold: false,
        lacking: lackingWords(query).map((word) => word.written),
        nearest: [],
        cut: query.cut,
      };
      const { talk, needsContext } = query.question;
      const earlier = context !== undefined && leansOn(query) ? context : undefined;
      if (talk !== undefined && !prefix && !(talk === "chat" && earlier !== undefined))
        return { ...nothing, nothing: talk };
      if (needsContext && context === undefined && !prefix) return { ...nothing, nothing: "needs-context" };
      if (query.words.length === 0 && context === undefined) return { ...nothing, nothing: "empty" };

      const similar =
        meaning && !byWords && hasMeaning(query)
          ? similarityTo(query.operators.text, meaning, whole)
          : undefined;
      const [{ candidates, filter, ranked: found }, listing] = await Promise.all([
        rank(query, query.operators),
        store.listing(listingKey(query.question.tokens)),
      ]);
      const articles = await candidates.read(
        found.slice(0, SENTENCES.passagesRead).map(({ passage }) => passage),
        context === undefined ? [] : [context.article],
      );
      const { collection } = articles;
      const ranker = rankerOf(collection);
      const ranked = found.flatMap(({ passage, score }): RankedPassage[] => {
        const place = articles.placeOf(passage);
        return place === undefined ? [] : [{ passage: place, score }];
      });
      const admits = filter?.admitting(collection);
      const similarity = await similar;
      const weights = similarity && weightsFor(similarity.model);
      const likeness = weights && { similarity, weight: weights.likeness };
      const scored = scoreSentences(
        ranked.slice(0, SENTENCES.passagesRead),
        query,
        collection,
        ranker,
        likeness,
      ).filter(({ evidence: { id } }) => admits?.(collection.sentencePassage[id] ?? -1) !== false);
      const sourced = withSourceLines(scored, query, collection, ranker);
      const chosen =
        earlier !== undefined
          ? nearEarlierAnswer(earlier, sourced, query, collection, ranker, earlierQuotation)
          : context !== undefined
            ? firstOfArticle(context.article, sourced, query, collection, ranker)
            : preferArticle(listing, sourced);
      const reranked =
        relevance && !byWords && hasMeaning(query)
          ? await rerank(query.operators.text, chosen, relevance, collection)
          : undefined;
      const sentences = reranked?.sentences ?? chosen;

      const inOrder = quoteSentences(
        sentences,
        query,
        collection,
        articles.passagesOf,
        limit,
        similarity && MEANING.rival,
      );
      const toJudge: Found = {
        ...{ query, collection, ranked, sentences, quoted: inOrder, agreeing: [] },
        ...(similarity && { similarity }),
        ...(reranked && { relevance: reranked.relevance }),
      };
      const quoted = earlier === undefined && !prefix ? toldFirst(toJudge, weights?.verdict) : inOrder;
      const findings = gatherFindings(quoted, query, collection, articles.copiesOf);
      const [first] = findings;
      const agreeing = first === undefined ? [] : [...first.alsoIn, ...first.differs];
      const judgement = judge({ ...toJudge, quoted, agreeing }, weights?.verdict);
      if (judgement !== undefined) onJudged?.(judgement, findings);
      const own = judgement?.verdict ?? "unanswered";
      const judged =
        earlier === undefined ? own : followUpVerdict(earlier, sentences, own, query, earlierQuotation);
      const verdict = prefix && judged === "unanswered" ? "uncertain" : judged;

      const nearest = judgement?.isNear === true ? nearestArticles(ranked, collection) : [];
      if (verdict === "unanswered" || first === undefined) return { ...nothing, nearest };
      const isUntold = verdict === "uncertain" && (earlier !== undefined || judgement?.isUntold === true);
      const slips = slipsIn(query, first.quotation, collection);
      const unheld = filter?.unheld ?? [];
      const shown =
        verdict === "answered" && earlier === undefined && similarity === undefined
          ? withoutFar(findings, quoted, query)
          : findings;
      return adapt({ ...nothing, verdict, findings: shown, nearest, isUntold }, { ...slips, unheld });
    },
  };
  const again: Answerer["answer"] = (question, options) =>
    asked.answer(question, { ...options, byWords: true });
  return { answer: withRescues(asked.answer, again, (question) => read(question, false)) };
}

/** The question has no subject but one that was named before. */
function leansOn({ question: { needsContext, leans } }: Query): boolean {
  return needsContext || leans;
}

/**
 * Is there anything in the question for a model? «ومتى كان ذلك؟» means nothing by itself, «من كتب مقال كذا؟» is answered by a line of its own
 * kind, models do not read Arabizi, and +word asks for what is written.
 */
function hasMeaning({ question, operators }: Query): boolean {
  if (operators.exact.size > 0) return false;
  return !question.needsContext && !question.isArabizi && question.asksSource === undefined;
}

/** Ranks passages without choosing sentences: what ranking is measured by. */
export interface PassageSearch {
  /** The best passages for a question, at most `limit`; of copies the first alone. */
  search(question: string, limit: number): Promise<readonly Passage[]>;
}

/** Searches passages in this process, with the candidates of the engine that `createIndex` makes. */
export async function openPassageSearch(
  passages: readonly Passage[],
  createIndex: CreateIndex,
  openMeaning?: OpenMeaning,
): Promise<PassageSearch> {
  const store = await openCorpusStore({ articles: [], passages, aliases: [] }, createIndex);
  return createPassageSearch(store, openMeaning);
}

/** Searches passages, with `openMeaning` by what they mean as well as by their words. */
export function createPassageSearch(store: PassageStore, openMeaning?: OpenMeaning): PassageSearch {
  const { whole } = store;
  const { rankerOf, read, rank } = createSearch(store);
  const meaning = whole && openMeaning?.([passageTexts(whole.passages)]);
  return {
    async search(question, limit) {
      const comparing = meaning && passageLikeness(question, meaning);
      const query = read(question, false);
      const { candidates, ranked } = await rank(query);
      const likeness = await comparing;
      const ordered = likeness
        ? rankByLikeness(ranked, likeness, (others) =>
            rankerOf(candidates.texts).rank(query.rankTerms, others),
          )
        : ranked;
      const best = ordered.slice(0, limit).map(({ passage }) => passage);
      const { collection, placeOf } = await candidates.read(best, []);
      return best.flatMap((candidate) => collection.passages[placeOf(candidate) ?? -1] ?? []);
    },
  };
}

interface Ranked {
  readonly candidates: Candidates;
  /** By their numbers among the candidates' texts, best first. */
  readonly ranked: readonly RankedPassage[];
  readonly filter: PassageFilter | undefined;
}

/** What both ways of asking begin with: from a question to ranked passages. */
function createSearch(store: PassageStore) {
  const { lexicon } = store;
  const variants = createVariants(lexicon);
  const rankers = createRankers(lexicon);
  return {
    rankerOf: rankers,
    read: (question: string, prefix: boolean) => readQuery(question, lexicon, variants, prefix),
    /** `operators`: those that are obeyed. */
    async rank(query: Query, operators?: SearchOperators): Promise<Ranked> {
      const limit = operators && hasFilter(operators) ? CANDIDATES.mostFiltered : CANDIDATES.most;
      const candidates = await store.candidates(searchTerms(query.words, lexicon), limit);
      const { texts, places } = candidates;
      const filter = operators && readPassageFilter(operators, lexicon, texts);
      const admitted = filter === undefined ? places : places.filter(filter.admitting(texts));
      return { candidates, filter, ranked: rankers(texts).rank(query.rankTerms, admitted) };
    },
  };
}

function nearestArticles(ranked: readonly RankedPassage[], { passages }: Collection): Article[] {
  const articles = new Set<Article>();
  const least = (ranked[0]?.score ?? 0) * FINDINGS.nearestShare;
  for (const { passage, score } of ranked) {
    const article = passages[passage]?.article;
    if (score < least || articles.size === FINDINGS.nearestArticles) break;
    if (article !== undefined) articles.add(article);
  }
  return [...articles];
}
