import type { Answer, Quotation } from "../answer/answer.ts";
import type { Article } from "../corpus/article.ts";
import type { Library } from "../corpus/library.ts";
import type { Verification } from "../verify/verification.ts";
import { answerCard } from "./answer-card.ts";
import {
  findingShownBy,
  type Passages,
  passageState,
  referenceOf,
  type ShownFinding,
  stateOf,
} from "./answer-state.ts";
import { pageCard } from "./article-card.ts";
import { pagesOf, placeOf } from "./article-pages.ts";
import { quotedCitation } from "./citation.ts";
import type { CitationStyle } from "./citation-style.ts";
import type { AnswerState, PassageReference, Press } from "./codec.ts";
import { contextCard, sourcesCard } from "./context-card.ts";
import { quoteBlock } from "./quoted.ts";
import type { Action, Block, Language, Reply } from "./reply.ts";
import { resultsOf } from "./result-menu.ts";
import { retoldNotice } from "./retold.ts";
import { encodeSelection } from "./selection-code.ts";
import { failedReply } from "./text-replies.ts";
import { unansweredBlocks } from "./unanswered.ts";
import { isVerbatim } from "./verbatim.ts";
import { shownSegments, verificationCard } from "./verification-card.ts";
import { wordingOf } from "./wording/index.ts";
import { writtenCitation } from "./written-citation.ts";

/** A quotation that differed from its article. */
export interface Mismatch {
  readonly key: string;
  /** The article's id. */
  readonly article: string;
}

/** Turns findings into replies. Every quotation is compared with its article before it leaves. */
export interface Presenter {
  answer(answer: Answer, language: Language, compact: boolean): Promise<Reply>;
  /** The reply to a text that was checked. */
  verification(
    text: string,
    verification: Verification,
    language: Language,
    compact: boolean,
  ): Promise<Reply>;
  /** The reply to a text that stands in no article in these words: what `answer` found for it, with what differs. */
  retold(text: string, answer: Answer, language: Language, compact: boolean): Promise<Reply>;
  /** The reply to a press on a button of an answer; a failed one when its passage is gone. */
  press(press: Extract<Press, { state: AnswerState }>, compact: boolean): Promise<Reply>;
  /** The page of an article that holds the passage with this key, or its first one; a failed reply where there is none. */
  reading(article: Article | undefined, key: string | undefined, language: Language): Promise<Reply>;
  /** The source of a passage or of a quotation of it, written out to be copied; a failed reply for an unknown key. */
  citation(
    reference: PassageReference,
    style: CitationStyle,
    language: Language,
    permalinks: string | undefined,
  ): Promise<Reply>;
  /** The quotation of a reference with its source and `permalink`, to be copied; a failed reply for an unknown key. */
  copy(reference: PassageReference, permalink: string, language: Language): Promise<Reply>;
  /** A passage by its key, or a quotation of it by its reference, where `uncertain` with its caveat; a failed reply for an unknown key. */
  passage(
    reference: PassageReference,
    language: Language,
    compact: boolean,
    uncertain?: boolean,
  ): Promise<Reply>;
}

const CARDS = { answer: answerCard, context: contextCard, sources: sourcesCard };

export function createPresenter(library: Library, onMismatch?: (mismatch: Mismatch) => void): Presenter {
  const mismatched = ({ passage }: Quotation, language: Language): Reply => {
    onMismatch?.({ key: passage.key, article: passage.article.id });
    return failedReply(language, wordingOf(language).mismatch);
  };

  /** The passage of a reference as a finding: the quotation that it names, else the beginning of the passage. */
  const cited = async ({ key, selection }: PassageReference, language: Language) => {
    const passages = await library.passages([key]);
    const passage = passages.get(key);
    if (passage === undefined) return { passages, state: undefined, finding: undefined };
    const bare = passageState(passage, language);
    const marked: AnswerState = selection
      ? { ...bare, bare: false, whole: true, entries: [{ key, selection, role: "finding" }] }
      : bare;
    const finding = findingShownBy(marked, passages);
    return finding
      ? { passages, state: marked, finding }
      : { passages, state: bare, finding: findingShownBy(bare, passages) };
  };

  const show = (
    what: keyof typeof CARDS,
    state: AnswerState,
    finding: ShownFinding | undefined,
    passages: Passages,
    compact: boolean,
  ): Reply => {
    const { language } = state;
    if (finding === undefined) return failedReply(language, wordingOf(language).unresolved);
    const shown = [finding.quotation, ...finding.also, ...finding.differs];
    const wrong = shown.find((quotation) => !isVerbatim(quotation, passages));
    if (wrong !== undefined) return mismatched(wrong, language);
    const results = what === "answer" && !(compact && !state.full) ? resultsOf(state, passages) : [];
    return { language, ...CARDS[what](finding, state, compact), ...(results.length > 0 && { results }) };
  };

  const passagesOf = ({ entries }: AnswerState) => library.passages(entries.map(({ key }) => key));

  const presenter: Presenter = {
    async answer(answer, language, compact) {
      const { verdict, findings } = answer;
      const state = stateOf(answer, language);
      const [first] = findings;
      if (state === undefined || first === undefined) {
        const blocks = [
          ...unansweredBlocks(answer, language, compact),
          ...besides(answer, language, compact),
        ];
        return { language, blocks, actions: [], verdict };
      }
      const passages = await passagesOf(state);
      const finding = ownQuotations(answer, findingShownBy(state, passages));
      if (finding === undefined) return mismatched(first.quotation, language);
      const reply = show("answer", state, finding, passages, compact);
      if (reply.failed) return reply;
      const words = wordingOf(language);
      const card = compact && answer.isUntold ? ledOver(reply.blocks, words.untoldNear) : reply.blocks;
      const exactly = compact ? undefined : answer.adapted?.exactly;
      const asWritten: Action[] =
        exactly === undefined ? [] : [{ type: "ask", label: words.labels.exactly, text: exactly }];
      return {
        ...reply,
        blocks: [...card, ...besides(answer, language, compact)],
        actions: asWritten.length === 0 ? reply.actions : [...reply.actions, asWritten],
        verdict,
      };
    },

    async verification(text, verification, language, compact) {
      const matches = verification.segments.flatMap((segment) => segment.matches);
      const passages = await library.passages(matches.map(({ passage }) => passage.key));
      const segments = shownSegments(verification, passages, language);
      const shown = segments.flatMap(({ matches }) => matches.map(({ quotation }) => quotation));
      const wrong = shown.find((quotation) => !isVerbatim(quotation, passages));
      if (wrong !== undefined) return mismatched(wrong, language);
      const card = verificationCard(text, verification, segments, language, compact);
      return { language, ...card, verification: verification.state };
    },

    async retold(text, answer, language, compact) {
      const [first] = answer.findings;
      const reply = await presenter.answer({ ...answer, searched: [], isUntold: false }, language, compact);
      if (first === undefined || reply.failed) return reply;
      const isSure = answer.verdict === "answered";
      // It was no question: what is said of the text stands in place of the caveat.
      const blocks = isSure ? reply.blocks : reply.blocks.slice(1);
      return { ...reply, blocks: [retoldNotice(text, first.quotation, isSure, language), ...blocks] };
    },

    async press({ show: what, state }, compact) {
      const passages = await passagesOf(state);
      return show(what, state, findingShownBy(state, passages), passages, compact);
    },

    async reading(article, key, language) {
      const own = article === undefined ? [] : await library.passagesOf(article);
      const pages = article === undefined ? [] : pagesOf(article, own);
      const place = key === undefined ? 0 : placeOf(pages, key);
      const card = pageCard(pages, place, language);
      const quotation = pages[place]?.quotation;
      if (card === undefined || quotation === undefined)
        return failedReply(language, wordingOf(language).unresolved);
      const passages = await library.passages([quotation.passage.key]);
      if (!isVerbatim(quotation, passages)) return mismatched(quotation, language);
      return { language, ...card };
    },

    async citation(reference, style, language, permalinks) {
      const { state, finding, passages } = await cited(reference, language);
      const words = wordingOf(language);
      if (state === undefined || finding === undefined) return failedReply(language, words.unknownKey);
      if (!isVerbatim(finding.quotation, passages)) return mismatched(finding.quotation, language);
      const { text, missing } = writtenCitation(finding.quotation, style, language);
      const blocks: Block[] = [{ type: "text", text, isToCopy: true }];
      if (missing.length > 0) blocks.push({ type: "notice", text: words.missing(missing), about: "above" });
      if (permalinks !== undefined)
        blocks.push({ type: "text", text: `${words.permalink}\n${permalinks}${referenceOf(state)}` });
      return { language, blocks, actions: [] };
    },

    async copy(reference, permalink, language) {
      const { finding, passages } = await cited(reference, language);
      const words = wordingOf(language);
      if (finding === undefined) return failedReply(language, words.unknownKey);
      const { quotation } = finding;
      if (!isVerbatim(quotation, passages)) return mismatched(quotation, language);
      const quoted = quotedCitation(quotation, quoteBlock(quotation, quotation).text, language);
      const text = `${quoted}\n${permalink}`;
      return {
        language,
        blocks: [
          { type: "text", text: words.copyBelow },
          { type: "text", text, isToCopy: true },
        ],
        actions: [],
      };
    },

    async passage(reference, language, compact, uncertain = false) {
      const { state, finding, passages } = await cited(reference, language);
      if (state === undefined) return failedReply(language, wordingOf(language).unknownKey);
      return show("answer", { ...state, uncertain }, finding, passages, compact);
    },
  };
  return presenter;
}

/**
 * Notices about the search: what was searched instead, that the question was cut and, unless `compact`, that the asked is not told,
 * and the words searched for where the answer is uncertain.
 */
function besides(
  { cut, verdict, searched, isUntold, adapted }: Answer,
  language: Language,
  compact: boolean,
): Block[] {
  const words = wordingOf(language);
  const { instead = [], leftOut = [], unheld = [] } = adapted ?? {};
  const blocks: Block[] = cut ? [{ type: "notice", text: words.cut }] : [];
  const changed = [
    ...instead.map((one) => words.instead(one.written, one.searched)),
    words.withoutWords(leftOut),
    ...unheld.map(words.unheld),
  ].filter((text) => text !== "");
  blocks.push(...changed.map((text): Block => ({ type: "notice", text, about: "above" })));
  const tried = verdict === "uncertain" && changed.length === 0 && !compact ? words.searched(searched) : "";
  if (isUntold && !compact) blocks.push({ type: "text", text: words.untold });
  if (tried !== "") blocks.push({ type: "text", text: tried });
  return blocks;
}

/** In a compact card that nothing tells what is asked is told above the quotation, in place of the caveat that stands there. */
function ledOver(blocks: readonly Block[], text: string): Block[] {
  return blocks.map((block) =>
    block.type === "notice" && block.about === undefined ? { ...block, text } : block,
  );
}

/** The finding with the answer's own quotations: `isVerbatim` must judge the quotation that was found, and not a fresh copy of it. */
function ownQuotations({ findings }: Answer, finding: ShownFinding | undefined): ShownFinding | undefined {
  const all = findings.flatMap(({ quotation, alsoIn, differs }) => [quotation, ...alsoIn, ...differs]);
  const nameOf = ({ passage, selection }: Quotation) => `${passage.key}${encodeSelection(selection)}`;
  const own = (fresh: Quotation) => all.find((one) => nameOf(one) === nameOf(fresh)) ?? fresh;
  return (
    finding && {
      ...finding,
      quotation: own(finding.quotation),
      also: finding.also.map(own),
      differs: finding.differs.map(own),
    }
  );
}
