// biome-ignore-all assist/source/organizeImports: the order is the table of contents
/** The only door for adapters: the table of contents of the core, from common to rare. */

// One object: a request in, a reply out
export { type Assistant, type AssistantOptions, createAssistant } from "./assistant.ts";
export type {
  Action,
  Block,
  CitationBlock,
  Language,
  Notice,
  QuoteBlock,
  Reply,
  Request,
  Result,
  Suggestion,
} from "./reply/reply.ts";

// What it is made of: a folder of articles, and what finds answers in them
export { type LoadedCorpus, loadCorpus } from "./corpus/load.ts";
export { holdsBytes } from "./corpus/files.ts";
export { type Answerer, createAnswerer, openAnswerer } from "./answer/answerer.ts";
export { libraryOf } from "./reply/corpus-library.ts";
export type { Library } from "./corpus/library.ts";
export { createSearchingVerifier, createVerifier, type Verifier } from "./verify/verifier.ts";
export { createMiniSearchIndex } from "./search/minisearch.ts";

// Over a cluster of OpenSearch: an index that holds the articles, and what is wrong with it
export { openCluster } from "./search/opensearch/open-cluster.ts";
export type { ClusterSettings, OpenSearchCluster } from "./search/opensearch/cluster.ts";
export { OpenSearchError } from "./search/opensearch/cluster-error.ts";
export { indexCorpus } from "./search/opensearch/index-corpus.ts";
export type { BuildStep } from "./search/opensearch/build-index.ts";
export type { BuildProgress } from "./search/opensearch/build-meter.ts";
export { type Check, checkCluster } from "./search/opensearch/cluster-checks.ts";
export { buildIndex } from "./search/opensearch/build-index.ts";
export { deleteIndex } from "./search/opensearch/index-publication.ts";
export { storedDocuments } from "./search/opensearch/stored-corpus.ts";
export { openLatestSnapshot } from "./search/opensearch/latest-snapshot.ts";
export { openSnapshot, type Snapshot } from "./search/opensearch/snapshot.ts";
export { OtherAnalysisError } from "./search/opensearch/stored-lexicon.ts";
export { articlesNear } from "./search/articles-near.ts";

// By meaning as well as by words: a server of embeddings, where the operator has one
export { createMeaning, type Meaning, type OpenMeaning, QUESTION_DEADLINE } from "./meaning/meaning.ts";
export { connectEmbeddings, type EmbeddingsServer } from "./meaning/embeddings-client.ts";
export type { Progress } from "./meaning/build-vectors.ts";
export { ModelServerError } from "./meaning/model-server.ts";
export { connectReranker, type RerankServer } from "./meaning/rerank-client.ts";
export { createRelevance, RERANK_DEADLINE, type Relevance } from "./meaning/relevance.ts";
export { OperatorError } from "./corpus/operator-error.ts";

// Laying a reply out: parts that fit a platform, and the sentences that adapters say themselves
export { type MessageLimits, splitReply } from "./reply/split.ts";
export { type Labels, type Wording, wordingOf } from "./reply/wording/index.ts";
export { CITATION_STYLES, type CitationStyle } from "./reply/citation-style.ts";
export { noticeOf } from "./reply/notices.ts";
export { withHint } from "./reply/article-card.ts";
export { articleOfCard, asksQuestion, contextKey } from "./reply/codec.ts";
export { closersOf, rightToLeftMark } from "./reply/direction.ts";
export { languageOf } from "./reply/language.ts";
export { clean, insert } from "./reply/foreign-text.ts";

// Data behind it, for tools that print it
export type { Answer, Finding, Quotation, Selection, Verdict } from "./answer/answer.ts";
export {
  LEAST_WORDS,
  LONGEST_TEXT,
  type MeaningChange,
  type Segment,
  type Unverifiable,
  type Verification,
  type VerificationState,
  type VerifiedMatch,
} from "./verify/verification.ts";
export type { Article, Corpus, Passage, Sentence, Span } from "./corpus/article.ts";
export { type CorpusReport, hasFaults } from "./corpus/report.ts";
export { describeReport } from "./corpus/describe-report.ts";
export { printable } from "./corpus/printable.ts";

// How near two spellings are
export { isWithinEdits } from "./arabic/edit-distance.ts";
export { fold } from "./arabic/folding.ts";

export { describeMissed, type MissedQuestion, missedQuestions } from "./answer/own-questions.ts";

// Ranking alone, for measuring
export { createPassageSearch, openPassageSearch, type PassageSearch } from "./answer/answerer.ts";
export { plainArticle, plainPassage } from "./corpus/plain-article.ts";
