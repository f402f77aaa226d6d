import type { Answer } from "../answer/answer.ts";
import type { Article, Passage } from "../corpus/article.ts";
import { questionCode } from "../corpus/article-key.ts";
import type { Library } from "../corpus/library.ts";
import { stateOf } from "./answer-state.ts";
import { articleAction, articleCard } from "./article-card.ts";
import { pageAt } from "./article-list.ts";
import { questionsOf } from "./article-questions.ts";
import { type ArticlePress, decodeReference, encodePress } from "./codec.ts";
import type { Presenter } from "./present.ts";
import type { Action, Language, Reply } from "./reply.ts";
import { failedReply, textReply } from "./text-replies.ts";
import { wordingOf } from "./wording/index.ts";

/** Replies about one article: its card, its text, and what it alone answers. */
export interface ArticleReplies {
  /** Asks the article alone. What it does not answer may stand in others, which is told and offered. `context`: as of any question. */
  ask(
    article: Article,
    question: string,
    language: Language,
    options: { readonly context?: string; readonly compact?: boolean },
  ): Promise<Reply>;
  /** The reply to a press that leads to an article; a failed one where the article has changed or is gone. */
  press(press: ArticlePress, compact: boolean): Promise<Reply>;
}

export interface ArticleRepliesOptions {
  readonly library: Library;
  readonly answerer: {
    answer(
      question: string,
      options?: { readonly within?: Article; readonly context?: Passage },
    ): Promise<Answer>;
  };
  readonly present: Presenter;
  /** The reply where there was no search. */
  said(nothing: NonNullable<Answer["nothing"]>, language: Language, compact: boolean): Promise<Reply>;
}

/** Questions of an article that its card offers. */
const MOST_QUESTIONS = 8;

export function createArticleReplies(options: ArticleRepliesOptions): ArticleReplies {
  const { library, answerer, present, said } = options;

  const ask: ArticleReplies["ask"] = async (article, question, language, { context, compact = false }) => {
    // «متى كان ذلك؟» is about the passage that it replies to, and of an article as such about its beginning.
    const earlier = decodeReference(context ?? "");
    const own = await library.passagesOf(article);
    const replied = own.find((one) => one.key === earlier?.key);
    const passage = replied ?? own[0];
    const quoted = replied && earlier?.selection;
    const answer = await answerer.answer(question, {
      within: article,
      ...(passage && { context: passage, quoted }),
    });
    const { verdict, nothing } = answer;
    if (nothing !== undefined) return { ...(await said(nothing, language, compact)), verdict };
    const words = wordingOf(language);
    // In a group the card of the article stands above, and one row of buttons is enough.
    const back: Action[][] = compact ? [] : [[articleAction(article, language)]];
    // That only this article was asked is told below, in place of what is told of all.
    const shown = await present.answer({ ...answer, searched: [], isUntold: false }, language, compact);
    if (shown.failed) return shown;
    // A question on a button is asked of all articles.
    const reply: Reply = {
      ...shown,
      actions: shown.actions.filter((row) => row.every(({ type }) => type !== "ask")),
    };
    if (verdict === "answered") return { ...reply, actions: [...reply.actions, ...back] };

    const whole = await answerer.answer(question);
    const isElsewhere = whole.findings[0]?.quotation.passage.article !== article;
    const state = isElsewhere ? stateOf(whole, language) : undefined;
    const wayOn =
      state === undefined ? [] : [[toAll(words.labels.all, encodePress({ show: "answer", state }))]];
    const elsewhere = isElsewhere ? words.elsewhere[whole.verdict] : "";
    if (verdict === "unanswered") {
      const told = `${words.notInArticle(answer.lacking)} ${elsewhere}`.trim();
      return { ...textReply(language, [told]), actions: [...wayOn, ...back], verdict };
    }
    const text = `${words.onlyIn(article.title)} ${elsewhere}`.trim();
    const blocks = [...reply.blocks, { type: "text" as const, text }];
    if (compact) return { ...reply, blocks };
    return { ...reply, blocks, actions: [...wayOn, ...reply.actions, ...back] };
  };

  /** Of its questions the card offers those that the article does answer. */
  const card = async (article: Article, language: Language): Promise<Reply> => {
    const questions: string[] = [];
    for (const question of questionsOf(article).written.slice(0, MOST_QUESTIONS)) {
      const { verdict } = await answerer.answer(question, { within: article });
      if (verdict === "answered") questions.push(question);
    }
    const page = pageAt(await library.placeOf(article));
    return { language, ...articleCard(article, questions, page, language) };
  };

  return {
    ask,
    async press(press, compact) {
      const { language } = press;
      if (press.show === "reading") {
        const passage = (await library.passages([press.key])).get(press.key);
        return present.reading(passage?.article, press.key, language);
      }
      const article = await library.withKey(press.article);
      const gone = failedReply(language, wordingOf(language).unresolved);
      if (article === undefined) return gone;
      if (press.show === "beginning") return present.reading(article, undefined, language);
      if (press.show === "article") return card(article, language);
      const question = questionsOf(article).written.find((one) => questionCode(one) === press.code);
      return question === undefined ? gone : ask(article, question, language, { compact });
    },
  };
}

function toAll(label: string, data: string): Action {
  return { type: "press", role: "all", label, data };
}
