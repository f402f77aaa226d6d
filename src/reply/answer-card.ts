import { referenceOf, type ShownFinding } from "./answer-state.ts";
import { cardActions, moreAction } from "./card-actions.ts";
import { sourceName } from "./citation.ts";
import type { AnswerState } from "./codec.ts";
import { answeringExcerpt, CARD_MAX, excerptOf } from "./excerpt.ts";
import { cited, citedInShort } from "./quoted.ts";
import type { Action, Block } from "./reply.ts";
import { wordingOf } from "./wording/index.ts";

/** Blocks and buttons of a reply about one finding. */
export interface Card {
  readonly blocks: readonly Block[];
  readonly actions: readonly (readonly Action[])[];
  /** The passage that it shows, as a key or a reference. */
  readonly reference?: string;
}

/** A finding: its quotation and citation, the sources that say the same, those that say otherwise, and the buttons. */
export function answerCard(finding: ShownFinding, state: AnswerState, compact: boolean): Card {
  if (compact && !state.full) return compactCard(finding, state);
  const { quotation, also, differs, index, total } = finding;
  const { language } = state;
  const words = wordingOf(language);
  const blocks: Block[] = [...caveatOf(index, total, state), ...cited(quotation, language)];
  const sources = also.map((one) => sourceName(one, language));
  if (sources.length > 0) blocks.push({ type: "text", text: words.alsoIn(sources) });
  if (differs.length > 0) blocks.push({ type: "notice", text: words.differs(differs.length) });
  blocks.push(...differs.flatMap((other) => cited(other, language)));
  return { blocks, actions: cardActions("answer", finding, state, compact), reference: referenceOf(state) };
}

/** The sentences that answer with their source on one line; everything else stands behind one button. A quotation in which others may answer as well stays whole. */
function compactCard({ quotation, differs, index, total }: ShownFinding, state: AnswerState): Card {
  const { language } = state;
  const isWhole = state.whole && index === 1;
  const excerpt = isWhole ? excerptOf(quotation, CARD_MAX) : answeringExcerpt(quotation);
  const blocks = citedInShort(quotation, excerpt, language);
  // Of the first place nobody need know how many there are.
  const caveat = caveatOf(index, index === 1 ? 1 : total, state);
  const said = differs.length > 0 ? [{ type: "text" as const, text: wordingOf(language).differsBehind }] : [];
  return {
    blocks: [...caveat, ...blocks, ...said],
    actions: [[moreAction(state)]],
    reference: referenceOf(state),
  };
}

/** Only the first finding of a sure answer is claimed to answer. */
function caveatOf(index: number, total: number, { uncertain, language }: AnswerState): Block[] {
  const words = wordingOf(language);
  if (uncertain) return [{ type: "notice", text: words.uncertain(index, total) }];
  return index === 1 ? [] : [{ type: "notice", text: words.further(index, total) }];
}
