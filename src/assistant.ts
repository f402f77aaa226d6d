import type { Answer, Quotation } from "./answer/answer.ts";
import type { Corpus, Passage } from "./corpus/article.ts";
import { contextOf, sourcesOf } from "./reply/around.ts";
import { cardOf } from "./reply/card.ts";
import { readCited } from "./reply/cite.ts";
import { decodePress, decodeReference, type Press, type Trail } from "./reply/codec.ts";
import { clean } from "./reply/echo.ts";
import { type Example, findExamples } from "./reply/examples.ts";
import { languageOf } from "./reply/language.ts";
import { articlesOf } from "./reply/listing.ts";
import { failureOf, sayingOf, unansweredBlocks } from "./reply/plain.ts";
import type { Block, Language, Reply, Request } from "./reply/reply.ts";
import { resultsOf } from "./reply/results.ts";
import { encodeSelection } from "./reply/selection-code.ts";
import { suggestionOf } from "./reply/suggestion.ts";
import { bareTrail, trailOf, type View, viewOf } from "./reply/trail.ts";
import { verifyQuotation } from "./reply/verify.ts";
import { wordingOf } from "./reply/wording.ts";

/** What finds answers: the part of the core that the assistant asks. */
export interface Answerer {
  answer(
    question: string,
    options?: { readonly context?: Passage; readonly prefix?: boolean; readonly limit?: number },
  ): Promise<Answer>;
}

export interface AssistantOptions {
  readonly corpus: Corpus;
  readonly answerer: Answerer;
  /** Called when a quotation is not what the article holds; it was not sent. */
  readonly onMismatch?: (mismatch: { readonly key: string; readonly article: string }) => void;
}

/** The one object that adapters call. */
export interface Assistant {
  /** The reply to a request. Whatever the texts hold, it is a reply and never an exception; the same request gives the same reply. */
  handle(request: Request): Promise<Reply>;
}

/** Example questions that `start` and the hints show, and all that there are. */
const FEW_EXAMPLES = 3;
const MOST_EXAMPLES = 6;

export function createAssistant({ corpus, answerer, onMismatch }: AssistantOptions): Assistant {
  let examples: Promise<Example[]> | undefined;
  const allExamples = () => {
    examples ??= findExamples(corpus, (question) => answerer.answer(question), MOST_EXAMPLES);
    return examples;
  };
  const questions = async (count: number) =>
    (await allExamples()).slice(0, count).map(({ question }) => question);

  const mismatched = (wrong: Quotation | undefined, language: Language): Reply => {
    if (wrong) onMismatch?.({ key: wrong.passage.key, article: wrong.passage.article.id });
    return failureOf(language, wordingOf(language).mismatch);
  };

  /** The last gate before a quotation leaves. */
  const verified = (view: View, language: Language, show: () => Reply): Reply => {
    const wrong = [view.quotation, ...view.also, ...view.differs].find(
      (one) => !verifyQuotation(one, corpus),
    );
    return wrong === undefined ? show() : mismatched(wrong, language);
  };

  const show = (
    trail: Trail,
    what: Exclude<Press["show"], "page">,
    compact: boolean,
    found?: View,
  ): Reply => {
    const { language } = trail;
    const view = found ?? viewOf(trail, corpus);
    if (view === undefined) return failureOf(language, wordingOf(language).unresolved);
    return verified(view, language, () => {
      const results = what === "answer" ? resultsOf(trail, corpus) : [];
      return {
        language,
        ...CARDS[what](view, trail, compact),
        ...(results.length > 0 && { results }),
      };
    });
  };

  const answered = (answer: Answer, language: Language, compact: boolean): Reply => {
    const trail = trailOf(answer, language);
    const words = wordingOf(language);
    const more: Block[] = answer.cut ? [{ type: "notice", text: words.cut }] : [];
    if (trail === undefined) {
      const blocks = [...unansweredBlocks(answer, language), ...more];
      return { language, blocks, actions: [], verdict: answer.verdict, answer };
    }
    if (answer.verdict === "uncertain" && answer.searched.length > 0)
      more.push({ type: "text", text: words.searched(answer.searched) });
    const view = quotationsOf(answer, trail, corpus);
    if (view === undefined) return mismatched(answer.findings[0]?.quotation, language);
    const reply = show(trail, "answer", compact, view);
    if (reply.failed) return reply;
    return { ...reply, blocks: [...reply.blocks, ...more], verdict: answer.verdict, answer };
  };

  const ask = async (
    text: string,
    language: Language,
    compact: boolean,
    context?: string,
  ): Promise<Reply> => {
    const passage = context === undefined ? undefined : corpus.byKey.get(decodeReference(context)?.key ?? "");
    const answer = await answerer.answer(text, passage && { context: passage });
    const words = wordingOf(language);
    const verdict = { verdict: answer.verdict, answer };
    switch (answer.nothing) {
      case "greeting":
        return { ...sayingOf(language, [words.greeting], await questions(FEW_EXAMPLES)), ...verdict };
      case "thanks":
        return { ...sayingOf(language, [words.thanks]), ...verdict };
      case "needs-context":
        return { ...sayingOf(language, [words.needsContext]), ...verdict };
      case "empty":
        return { ...sayingOf(language, [words.empty], await questions(FEW_EXAMPLES)), ...verdict };
      default:
        return answered(answer, language, compact);
    }
  };

  const passageCard = (
    reference: NonNullable<ReturnType<typeof decodeReference>>,
    language: Language,
  ): Reply => {
    const { key, selection } = reference;
    const passage = corpus.byKey.get(key);
    if (passage === undefined) return failureOf(language, wordingOf(language).unknownKey);
    const bare = bareTrail(passage, language);
    if (selection === undefined) return show(bare, "answer", true);
    const marked: Trail = { ...bare, bare: false, stops: [{ key, selection, role: "finding" }] };
    return show(viewOf(marked, corpus) === undefined ? bare : marked, "answer", true);
  };

  const cite = async (text: string, language: Language): Promise<Reply> => {
    const cited = readCited(text, (key) => corpus.byKey.has(key));
    if (cited.kind === "reference") return passageCard(cited.reference, language);
    if (clean(text) === "") return failureOf(language, wordingOf(language).nothingToCite);
    return ask(text, language, true);
  };

  const suggest = async (text: string, language: Language, limit: number): Promise<Reply> => {
    const cited = readCited(text, (key) => corpus.byKey.has(key));
    const cards: Reply[] = [];
    if (cited.kind === "reference") cards.push(passageCard(cited.reference, language));
    else if (clean(text) === "")
      for (const { answer } of await allExamples()) cards.push(answered(answer, language, true));
    else {
      const answer = await answerer.answer(text, { prefix: true, limit });
      for (const finding of answer.findings)
        cards.push(answered({ ...answer, findings: [finding], cut: false, searched: [] }, language, true));
    }
    const suggestions = cards.map(suggestionOf).filter((one) => one !== undefined);
    const unique = suggestions.filter(
      ({ key }, i) => suggestions.findIndex((other) => other.key === key) === i,
    );
    const blocks: Block[] =
      unique.length > 0 ? [] : [{ type: "text", text: wordingOf(language).noSuggestion }];
    return { language, blocks, actions: [], suggestions: unique.slice(0, Math.max(0, limit)) };
  };

  return {
    async handle(request) {
      const spoken =
        "text" in request ? languageOf(request.text, request.language) : (request.language ?? "ar");
      const words = wordingOf(spoken);
      switch (request.kind) {
        case "ask":
          return ask(request.text, spoken, request.compact ?? false, request.context);
        case "cite":
          return cite(request.text, request.language ?? spoken);
        case "suggest":
          return suggest(request.text, spoken, request.limit);
        case "action": {
          const press = decodePress(request.data);
          if (press === undefined) return failureOf(spoken, words.unresolved);
          if (press.show === "page")
            return { language: press.language, ...articlesOf(corpus, press.language, press.page) };
          return show(press.trail, press.show, request.compact ?? false);
        }
        case "sources":
          return { language: spoken, ...articlesOf(corpus, spoken, request.page ?? 1) };
        case "start": {
          const some = await questions(FEW_EXAMPLES);
          const texts = [
            words.start(corpus.articles.length),
            ...(some.length > 0 ? [words.startExamples] : []),
          ];
          return sayingOf(spoken, texts, some);
        }
        case "help":
          return sayingOf(spoken, [words.help], await questions(FEW_EXAMPLES));
        case "privacy":
          return sayingOf(spoken, [words.privacy]);
        case "examples": {
          const all = await questions(MOST_EXAMPLES);
          return sayingOf(spoken, [all.length > 0 ? words.examples : words.noExamples], all);
        }
      }
    },
  };
}

const CARDS = { answer: cardOf, context: contextOf, sources: sourcesOf };

/** What the trail shows first, in the answer's own quotations, so that the gate judges those and not fresh ones. */
function quotationsOf(answer: Answer, trail: Trail, corpus: Corpus): View | undefined {
  const view = viewOf(trail, corpus);
  if (view === undefined) return undefined;
  const all = answer.findings.flatMap(({ quotation, alsoIn, differs }) => [quotation, ...alsoIn, ...differs]);
  const nameOf = ({ passage, selection }: Quotation) => `${passage.key}${encodeSelection(selection)}`;
  const own = (fresh: Quotation) => all.find((one) => nameOf(one) === nameOf(fresh)) ?? fresh;
  return {
    ...view,
    quotation: own(view.quotation),
    also: view.also.map(own),
    differs: view.differs.map(own),
  };
}
