import type { Quotation } from "../answer/answer.ts";
import { findingPlaces, referenceOf, type ShownFinding } from "./answer-state.ts";
import { quotedCitation } from "./citation.ts";
import { type AnswerState, encodePress } from "./codec.ts";
import { linkTo } from "./link.ts";
import { quoteBlock } from "./quoted.ts";
import type { Action, Language } from "./reply.ts";
import { wordingOf } from "./wording/index.ts";

/** What a card shows of a finding. */
type Shown = "answer" | "context" | "sources";

/**
 * The buttons of a card, row by row: the way to the places before and after, its context and its other sources, what is done with the
 * citation, and in a group the way back to the compact card. A button keeps its place: what leads to the view that is shown has become
 * the way back to the answer, and at the first and the last place the button that would turn further stays.
 */
export function cardActions(
  shown: Shown,
  finding: ShownFinding,
  state: AnswerState,
  compact: boolean,
): readonly (readonly Action[])[] {
  const { labels } = wordingOf(state.language);
  const view = (to: Exclude<Shown, "answer">, label: string) =>
    to === shown ? pressAction("answer", labels.back, state) : pressAction(to, label, state);
  const views = [view("context", labels.context)];
  const others = finding.also.length;
  if (others > 0) views.push(view("sources", labels.sources(others)));
  const fold = compact ? [press("less", labels.less, "answer", { ...state, full: false })] : [];
  const rows = [findingTurns(finding, state), views, citationActions(finding.quotation, state), fold];
  return rows.filter((row) => row.length > 0);
}

/** The one button of a compact card: all the others stand behind it. */
export function moreAction(state: AnswerState): Action {
  return press("more", wordingOf(state.language).labels.more, "answer", { ...state, full: true });
}

/** To the findings before and after. */
function findingTurns({ index, total }: ShownFinding, state: AnswerState): readonly Action[] {
  const places = findingPlaces(state);
  return turnActions(state.language, index, total, (to) =>
    encodePress({ show: "answer", state: { ...state, at: places[to - 1] ?? state.at } }),
  );
}

/** To the places before and after place `index` of `total`, from 1; none where it is the only one. `dataOf` gives what leads to a place. */
export function turnActions(
  language: Language,
  index: number,
  total: number,
  dataOf: (to: number) => string,
): readonly Action[] {
  if (total < 2) return [];
  const { labels, position } = wordingOf(language);
  const turn = (role: "previous" | "next", to: number): Action =>
    to < 1 || to > total
      ? { type: "end", role, label: labels[role]() }
      : { type: "press", role, label: labels[role](position(to, total)), data: dataOf(to) };
  return [turn("previous", index - 1), turn("next", index + 1)];
}

/** The buttons of a citation wherever it is shown: copy, share, and open where the article has an address. */
export function citationActions(quotation: Quotation, state: AnswerState): readonly Action[] {
  const { labels } = wordingOf(state.language);
  const quote = quoteBlock(quotation, quotation);
  const url = linkTo(quotation.passage.article, quote.text, quote.marks);
  const key = referenceOf(state);
  return [
    { type: "copy", label: labels.copy, text: quotedCitation(quotation, quote.text, state.language), key },
    { type: "share", label: labels.share, key },
    ...(url === undefined ? [] : [{ type: "link" as const, label: labels.open, url }]),
  ];
}

/** A button that shows the finding, its context or its other sources. */
function pressAction(show: Shown, label: string, state: AnswerState): Action {
  return press(show, label, show, state);
}

type Press = Extract<Action, { type: "press" }>;

function press(role: Press["role"], label: string, show: Shown, state: AnswerState): Press {
  return { type: "press", role, label, data: encodePress({ show, state }) };
}
