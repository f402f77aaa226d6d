import type { Answer } from "./answer/answer.ts";
import type { Answerer } from "./answer/answerer.ts";
import { isQuestionWord } from "./arabic/stop-words.ts";
import { tokenize } from "./arabic/tokens.ts";
import type { Library } from "./corpus/library.ts";
import { articleList, suggestedArticle } from "./reply/article-list.ts";
import { createArticleReplies } from "./reply/article-replies.ts";
import { isKeyAlone, isKeyNotQuestion, readCited, readStyle } from "./reply/cite.ts";
import { decodePress, decodeReference } from "./reply/codec.ts";
import { createExamples } from "./reply/examples.ts";
import { clean, insert } from "./reply/foreign-text.ts";
import { languageOf } from "./reply/language.ts";
import { noticeOf } from "./reply/notices.ts";
import { createPresenter, type Mismatch } from "./reply/present.ts";
import type { Language, Reply, Request } from "./reply/reply.ts";
import { suggestingOf } from "./reply/suggestion.ts";
import { talkReply } from "./reply/talk-reply.ts";
import { courtesy, failedReply, questionAction, textReply } from "./reply/text-replies.ts";
import { wordingOf } from "./reply/wording/index.ts";
import { LEAST_WORDS, LONGEST_TEXT, type Verification } from "./verify/verification.ts";
import type { Verifier } from "./verify/verifier.ts";

export interface AssistantOptions {
  readonly library: Library;
  readonly answerer: Answerer;
  /** Checks quotations. */
  readonly verifier: Verifier;
  /** The language of every reply; left out, it follows the person and the text. */
  readonly language?: Language | undefined;
  /** The answerer sends questions to a server of embeddings, which the privacy text then says. */
  readonly sendsQuestions?: boolean;
  /** Processes count people's questions together in a store, which the privacy text then says. */
  readonly sharesCounts?: boolean;
  /** Called when a quotation is not the text of its article, letter for letter; it was not sent. */
  readonly onMismatch?: (mismatch: Mismatch) => void;
}

/** The one object that adapters call. */
export interface Assistant {
  /**
   * The reply to a request. Every text and every button's data have a reply; where a request cannot be read or found, the reply
   * says so and has `failed` set. The same request gives the same reply.
   */
  handle(request: Request): Promise<Reply>;
  /** The language of every reply, where the operator chose one. */
  readonly language?: Language | undefined;
}

/** Example questions at a start or beside a hint, and in their own list. */
const FEW_EXAMPLES = 3;
const MOST_EXAMPLES = 6;

export function createAssistant({
  library,
  answerer,
  verifier,
  language: chosen,
  sendsQuestions = false,
  sharesCounts = false,
  onMismatch,
}: AssistantOptions): Assistant {
  const present = createPresenter(library, onMismatch);
  const examples = createExamples(library, (question) => answerer.answer(question));
  const questions = async (count: number) => (await examples.some(count)).map(({ question }) => question);
  const passageWith = async (key: string) => (await library.passages([key])).get(key);
  const isKnown = async (key: string) => (await passageWith(key)) !== undefined;
  const stands = (word: string) => library.holdsWord(word);

  const ask = async (text: string, language: Language, options: AskOptions = {}): Promise<Reply> => {
    const { context, compact = false } = options;
    if (options.article !== undefined) {
      const article = await library.named(options.article);
      if (article === undefined)
        return failedReply(language, wordingOf(language).whichArticle(options.article));
      return articles.ask(article, text, language, options);
    }
    const earlier = decodeReference(context ?? "");
    const passage = earlier && (await passageWith(earlier.key));
    const answer = await answerer.answer(text, passage && { context: passage, quoted: earlier?.selection });
    if (answer.nothing === "origin" && passage !== undefined && earlier !== undefined)
      return present.passage(earlier, language, compact);
    if (answer.nothing !== undefined)
      return { ...(await said(answer.nothing, language, compact)), verdict: answer.verdict };
    // Typed with the wrong keyboard layout, it was in another language than its letters say.
    const reread = answer.adapted?.instead.find(({ written }) => written === text.trim());
    const meant = reread && chosen === undefined ? languageOf(reread.searched, language) : language;
    const reply = await present.answer(answer, meant, compact);
    if (answer.findings.length > 0 || compact) return reply;
    const wayOn = await examples.about(answer.nearest);
    return { ...reply, actions: wayOn.map(({ question }) => [questionAction(question)]) };
  };

  const said = async (
    nothing: NonNullable<Answer["nothing"]>,
    language: Language,
    compact: boolean,
  ): Promise<Reply> => {
    const words = wordingOf(language);
    const some = async () => (compact ? [] : questions(FEW_EXAMPLES));
    switch (nothing) {
      case "needs-context":
        return courtesy(language, words.needsContext);
      case "empty":
        return courtesy(language, words.empty, await some());
      default:
        return talkReply(nothing, language, library, some, compact);
    }
  };

  const articles = createArticleReplies({ library, answerer, present, said });

  const suggest = async (text: string, language: Language, limit: number): Promise<Reply> => {
    const begun = await answerer.answer(text, { prefix: true, limit });
    if (begun.nothing !== undefined) {
      const cards = (await examples.some(MOST_EXAMPLES)).map(({ answer }) => answer);
      return suggestingOf(
        await Promise.all(cards.map((answer) => present.answer(answer, language, true))),
        language,
        limit,
      );
    }
    // Words that are still being typed are nothing to tell of: «بحثتُ عن: تأسست، شر».
    const near: Answer = { ...begun, searched: [], isUntold: false, cut: false };
    // Each stands for itself, and no card says that it is one of several. Only the first may be claimed to answer.
    const cards = await Promise.all(
      near.findings.map((finding, i) => {
        const verdict = i === 0 ? near.verdict : "uncertain";
        return present.answer({ ...near, verdict, findings: [finding] }, language, true);
      }),
    );
    const asked = await answerer.answer(text, { byWords: true });
    const whole: Answer = asked.findings.length > 0 ? asked : { ...near, verdict: "uncertain" };
    const card = near.findings.length > 0 ? await present.answer(whole, language, true) : undefined;
    return suggestingOf(cards, language, limit, { text, card });
  };

  return {
    language: chosen,
    async handle(request) {
      const person = chosen ?? request.language ?? "ar";
      const spoken = chosen ?? ("text" in request ? languageOf(request.text, request.language) : person);
      const words = wordingOf(person);
      switch (request.kind) {
        case "ask": {
          const { compact = false } = request;
          const cited = await readCited(request.text, isKnown);
          // A permalink or a key sent as a message; a word that only looks like a key is a question.
          if (cited !== undefined && (await isKnown(cited.key)))
            return present.passage(cited, person, compact);
          if (await isKeyNotQuestion(request.text, stands)) return failedReply(person, words.unknownKey);
          return ask(request.text, spoken, request);
        }
        case "cite": {
          const { text, style } = readStyle(request.text);
          const cited = await readCited(text, isKnown);
          const wanted = request.style ?? style;
          if (cited !== undefined && wanted !== undefined)
            return present.citation(cited, wanted, person, request.permalinks);
          const { compact = false, uncertain } = request;
          if (cited !== undefined) return present.passage(cited, person, compact, uncertain);
          if (clean(request.text) === "") return failedReply(person, words.nothingToCite);
          if (request.keyOnly || (await isKeyAlone(text, stands)))
            return failedReply(person, words.unknownKey);
          return ask(request.text, spoken, { compact });
        }
        case "copy": {
          const reference = decodeReference(request.reference);
          return reference === undefined
            ? failedReply(person, words.unknownKey)
            : present.copy(reference, request.permalink, person);
        }
        case "verify": {
          const { text, compact = false, orAsk = false } = request;
          if (clean(text) === "") return failedReply(person, words.nothingToVerify);
          const outcome = orAsk && isQuestion(text) ? "too-short" : await verifier.verify(text);
          if (typeof outcome !== "string") return present.verification(text, outcome, person, compact);
          if (orAsk) return ask(text, spoken, { compact });
          return failedReply(person, words.verifiable(LEAST_WORDS, LONGEST_TEXT));
        }
        case "find-source": {
          const { text, compact = false } = request;
          const outcome = isQuestion(text) ? "too-short" : await verifier.verify(text);
          if (typeof outcome === "string") return ask(text, spoken, { compact });
          if (isFound(outcome, text)) return present.verification(text, outcome, person, compact);
          const answer = await answerer.answer(text);
          return answer.findings.length > 0
            ? present.retold(text, answer, spoken, compact)
            : present.verification(text, outcome, person, compact);
        }
        case "suggest": {
          const cited = await readCited(request.text, isKnown);
          if (cited === undefined) return suggest(request.text, spoken, request.limit);
          return suggestingOf([await present.passage(cited, person, true)], person, request.limit);
        }
        case "action": {
          const press = decodePress(request.data);
          if (press === undefined) return failedReply(person, words.unresolved);
          if (press.show === "page") return articleList(library, chosen ?? press.language, press.page);
          if (!("state" in press))
            return articles.press({ ...press, language: chosen ?? press.language }, request.compact ?? false);
          const state = { ...press.state, language: chosen ?? press.state.language };
          return present.press({ ...press, state }, request.compact ?? false);
        }
        case "suggest-articles": {
          const found = await library.holding(request.text, request.limit);
          return {
            language: person,
            blocks: [],
            actions: [],
            suggestions: found.map(suggestedArticle(person)),
          };
        }
        case "sources":
          return articleList(library, person, request.page ?? 1);
        case "start": {
          const some = await questions(FEW_EXAMPLES);
          const welcome = words.start(library.size);
          return textReply(person, some.length > 0 ? [welcome, words.startExamples] : [welcome], some);
        }
        case "help":
          return textReply(
            person,
            [words.help, ...(request.ways ? [request.ways[person]] : [])],
            await questions(FEW_EXAMPLES),
          );
        case "privacy":
          return textReply(person, [
            words.privacy,
            ...(sendsQuestions ? [words.privacyOfMeaning] : []),
            ...(sharesCounts ? [words.privacyOfReplicas] : []),
          ]);
        case "examples": {
          const all = await questions(MOST_EXAMPLES);
          return textReply(person, [all.length > 0 ? words.examples : words.noExamples], all);
        }
        case "welcome": {
          const [example] = await questions(1);
          const how = example === undefined ? [] : [`${insert(request.command, person)} ${example}`];
          const seen = request.seesAll ? words.groupPrivacyOff : words.groupPrivacyOn;
          return { ...textReply(person, [words.groupHello, seen, ...how]), courtesy: true };
        }
        default:
          return noticeOf(request, person);
      }
    },
  };
}

/** At least half of the text stands in the articles: a name or an amount in it says nothing of what the text says. */
function isFound({ segments }: Verification, text: string): boolean {
  const found = segments.filter(({ state }) => state !== "not-found");
  return found.reduce((sum, { start, end }) => sum + end - start, 0) * 2 >= text.trim().length;
}

/** The text asks: its last sign or its first word says so. */
function isQuestion(text: string): boolean {
  const [first] = tokenize(text.slice(0, 100));
  return /[?\u061f]\s*$/u.test(text) || (first !== undefined && isQuestionWord(first.term));
}

interface AskOptions {
  readonly context?: string;
  readonly article?: string;
  readonly compact?: boolean;
}
