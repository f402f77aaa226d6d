/** The only door for adapters: the table of contents of the core, from common to rare. */

// What was found, as data
export type { Answer, Finding, Quotation, Selection, Verdict } from "./answer/answer.ts";
export { openAnswerer } from "./answer/answerer.ts";
// Requests in, replies out
export {
  type Answerer,
  type Assistant,
  type AssistantOptions,
  createAssistant,
} from "./assistant.ts";
export type { Article, Corpus, Passage, Span } from "./corpus/article.ts";
// Articles
export { type LoadedCorpus, loadCorpus } from "./corpus/load.ts";
export { OperatorError } from "./corpus/operator-error.ts";
export type { CorpusReport } from "./corpus/report.ts";
export { contextKey } from "./reply/codec.ts";
export { clean, insert } from "./reply/echo.ts";
export { languageOf } from "./reply/language.ts";
export type { Action, Block, Language, Reply, Request, Result, Suggestion } from "./reply/reply.ts";
// Laying a reply out: parts that fit a platform, and the sentences that the adapters say themselves
export { type Limits, splitReply } from "./reply/split.ts";
export { type Labels, type Wording, wordingOf } from "./reply/wording.ts";
