import type { Quotation } from "../answer/answer.ts";
import type { Span } from "../corpus/article.ts";
import { shownText } from "../corpus/inline-marks.ts";
import { findingPlaces, type ShownFinding } from "./answer-state.ts";
import { citationOf, quotedCitation, quotedSource, shortCitation, sourceName } from "./citation.ts";
import { type AnswerState, encodePress, encodeReference } from "./codec.ts";
import { CARD_MAX, excerptOf } from "./excerpt.ts";
import type { Action, Block, Language } from "./reply.ts";
import { tableColumns } from "./table-columns.ts";
import { wordingOf } from "./wording/index.ts";

/** Blocks and buttons of a reply about one finding. */
export interface Card {
  readonly blocks: readonly Block[];
  readonly actions: readonly (readonly Action[])[];
}

/** A finding: its quotation and citation, the sources that say the same, those that say otherwise, and the buttons. */
export function answerCard(finding: ShownFinding, state: AnswerState, compact: boolean): Card {
  const { quotation, also, differs } = finding;
  const words = wordingOf(state.language);
  const short = compact && !state.full;
  const max = short ? Math.floor(CARD_MAX / (1 + differs.length)) : Number.POSITIVE_INFINITY;
  const main = citedQuotation(quotation, state.language, max);
  const others = differs.map((other) => citedQuotation(other, state.language, max));

  const blocks: Block[] = [...caveatOf(finding, state), ...main.blocks];
  const sources = also.map((one) => sourceName(one, state.language));
  if (sources.length > 0) blocks.push({ type: "text", text: words.alsoIn(sources) });
  if (others.length > 0) blocks.push({ type: "notice", text: words.differs(others.length) });
  blocks.push(...others.flatMap((other) => other.blocks));

  const wasCut = main.wasCut || others.some((other) => other.wasCut);
  return { blocks, actions: actionsOf(finding, state, wasCut, main.url) };
}

/** Only the first finding of a sure answer is claimed to answer. */
function caveatOf({ index, total }: ShownFinding, { uncertain, language }: AnswerState): Block[] {
  const words = wordingOf(language);
  if (uncertain) return [{ type: "notice", text: words.uncertain(index, total) }];
  return index === 1 ? [] : [{ type: "notice", text: words.further(index, total) }];
}

/** `span` of the quotation's article as it is shown, with the quotation's marks in it. */
export function quoteBlock(quotation: Quotation, span: Span): Block & { type: "quote" } {
  const shown = shownText(quotation.passage.article, span.start, span.end);
  const marks = quotation.highlights
    .map((mark) => ({ start: Math.max(mark.start, span.start), end: Math.min(mark.end, span.end) }))
    .filter((mark) => mark.start < mark.end)
    .map((mark) => shown.map(mark))
    .filter((mark) => mark.start < mark.end);
  return { type: "quote", text: shown.text, marks };
}

/** A quotation of at most `max` characters with its citation, and a notice where it is a part of a sentence. */
export function citedQuotation(
  quotation: Quotation,
  language: Language,
  max: number,
): { blocks: Block[]; url: string | undefined; wasCut: boolean } {
  const excerpt = excerptOf(quotation, max);
  const quote = quoteBlock(quotation, excerpt);
  const citation = citationOf(quotation, quote, language);
  const blocks: Block[] = [quote, citation];
  const columns = tableColumns(quotation);
  if (columns !== undefined)
    blocks.push({ type: "notice", text: wordingOf(language).columns(columns), about: "above" });
  if (excerpt.isPart) blocks.push({ type: "notice", text: wordingOf(language).part, about: "above" });
  return { blocks, url: citation.url, wasCut: excerpt.end - excerpt.start < quotation.end - quotation.start };
}

/** The buttons of a citation wherever it is shown: copy, share, and open where the article has an address. */
export function citationActions(
  quotation: Quotation,
  state: AnswerState,
  url: string | undefined,
): readonly Action[] {
  const { labels } = wordingOf(state.language);
  const { key } = quotation.passage;
  const entry = state.entries[state.at];
  const quote = quoteBlock(quotation, quotation);
  const marked = quote.marks.map((mark) => quote.text.slice(mark.start, mark.end).trim()).join(" … ");
  const reference = state.bare || entry === undefined ? key : encodeReference(entry);
  return [
    {
      type: "copy",
      label: labels.copy,
      text: quotedCitation(quotation, quote.text, state.language),
      key: reference,
      ...(marked !== "" && { answer: quotedSource(quotation, marked, state.language) }),
      short: { label: labels.copyCitation, text: shortCitation(quotation, state.language) },
    },
    { type: "share", label: labels.share, key: reference },
    ...(url === undefined ? [] : [{ type: "link" as const, label: labels.open, url }]),
  ];
}

function actionsOf(
  finding: ShownFinding,
  state: AnswerState,
  wasCut: boolean,
  url: string | undefined,
): (readonly Action[])[] {
  const { labels, position } = wordingOf(state.language);
  const { index, total } = finding;
  const findings = findingPlaces(state);
  const turn = (role: "previous" | "next", to: number): Action[] => {
    const at = findings[to - 1];
    if (at === undefined) return [];
    const data = encodePress({ show: "answer", state: { ...state, at } });
    return [{ type: "press", role, label: labels[role](position(to, total)), data }];
  };
  const further: Action[] = [];
  if (wasCut) further.push(pressAction("answer", labels.more, { ...state, full: true }));
  further.push(pressAction("context", labels.context, state));
  if (finding.also.length > 0)
    further.push(pressAction("sources", labels.sources(finding.also.length), state));
  const rows = [
    [...turn("previous", index - 1), ...turn("next", index + 1)],
    further,
    citationActions(finding.quotation, state, url),
  ];
  return rows.filter((row) => row.length > 0);
}

/** A button that shows the finding, its context or its other sources. */
export function pressAction(
  show: "answer" | "context" | "sources",
  label: string,
  state: AnswerState,
): Action {
  return { type: "press", role: show, label, data: encodePress({ show, state }) };
}
