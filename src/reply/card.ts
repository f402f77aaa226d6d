import type { Quotation } from "../answer/answer.ts";
import type { Span } from "../corpus/article.ts";
import { shownText } from "../corpus/inline-marks.ts";
import { citationOf, shortCitation, sourceName } from "./citation.ts";
import { encodePress, encodeReference, type Trail } from "./codec.ts";
import { CARD_MAX, excerptOf } from "./excerpt.ts";
import type { Action, Block, Language } from "./reply.ts";
import { findingsOf, type View } from "./trail.ts";
import { wordingOf } from "./wording.ts";

/** What a card consists of, before a reply is made of it. */
export interface Card {
  readonly blocks: readonly Block[];
  readonly actions: readonly (readonly Action[])[];
}

/** The finding of a trail: quotation, citation, what else says so, what says otherwise, and the buttons. */
export function cardOf(view: View, trail: Trail, compact: boolean): Card {
  const { quotation, also, differs } = view;
  const words = wordingOf(trail.language);
  const short = compact && !trail.full;
  const max = short ? Math.floor(CARD_MAX / (1 + differs.length)) : Number.POSITIVE_INFINITY;
  const main = quoted(quotation, trail.language, max);
  const others = differs.map((other) => quoted(other, trail.language, max));

  const blocks: Block[] = trail.uncertain ? [{ type: "notice", text: words.uncertain(view.total) }] : [];
  blocks.push(...main.blocks);
  const sources = also.map((one) => sourceName(one, trail.language));
  if (sources.length > 0) blocks.push({ type: "text", text: words.alsoIn(sources) });
  if (others.length > 0) blocks.push({ type: "notice", text: words.differs(others.length) });
  blocks.push(...others.flatMap((other) => other.blocks));

  const wasCut = main.wasCut || others.some((other) => other.wasCut);
  return { blocks, actions: actionsOf(view, trail, wasCut, main.url) };
}

/** A slice of the quotation's article as it is shown, its marks mapped into it. */
export function quoteBlock(quotation: Quotation, span: Span): Block & { type: "quote" } {
  const shown = shownText(quotation.passage.article, span.start, span.end);
  const marks = quotation.highlights
    .map((mark) => ({ start: Math.max(mark.start, span.start), end: Math.min(mark.end, span.end) }))
    .filter((mark) => mark.start < mark.end)
    .map((mark) => shown.map(mark))
    .filter((mark) => mark.start < mark.end);
  return { type: "quote", text: shown.text, marks };
}

/** Quotation, citation, and the notice that it is a part, when it is one. */
export function quoted(
  quotation: Quotation,
  language: Language,
  max: number,
): { blocks: Block[]; url: string | undefined; wasCut: boolean } {
  const excerpt = excerptOf(quotation, max);
  const quote = quoteBlock(quotation, excerpt);
  const citation = citationOf(quotation, quote, language);
  const blocks: Block[] = [quote, citation];
  if (excerpt.isPart) blocks.push({ type: "notice", text: wordingOf(language).part, about: "above" });
  return { blocks, url: citation.url, wasCut: excerpt.end - excerpt.start < quotation.end - quotation.start };
}

/** Copy, share and link: what can be done with a citation wherever it is shown. */
export function citationActions(
  quotation: Quotation,
  trail: Trail,
  url: string | undefined,
): readonly Action[] {
  const { labels } = wordingOf(trail.language);
  const { key } = quotation.passage;
  const stop = trail.stops[trail.at];
  const reference = trail.bare || stop === undefined ? key : encodeReference(stop);
  return [
    { type: "copy", label: labels.copy, text: shortCitation(quotation, trail.language) },
    { type: "share", label: labels.share, key: reference },
    ...(url === undefined ? [] : [{ type: "link" as const, label: labels.open, url }]),
  ];
}

function actionsOf(
  view: View,
  trail: Trail,
  wasCut: boolean,
  url: string | undefined,
): (readonly Action[])[] {
  const { labels, position } = wordingOf(trail.language);
  const { index, total } = view;
  const findings = findingsOf(trail);
  const turn = (role: "previous" | "next", to: number): Action[] => {
    const at = findings[to - 1];
    if (at === undefined) return [];
    const data = encodePress({ show: "answer", trail: { ...trail, at } });
    return [{ type: "press", role, label: labels[role](position(to, total)), data }];
  };
  const further: Action[] = [];
  if (wasCut) further.push(press("answer", labels.more, { ...trail, full: true }));
  further.push(press("context", labels.context, trail));
  if (view.also.length > 0) further.push(press("sources", labels.sources(view.also.length), trail));
  const rows = [
    [...turn("previous", index - 1), ...turn("next", index + 1)],
    further,
    citationActions(view.quotation, trail, url),
  ];
  return rows.filter((row) => row.length > 0);
}

/** A button that shows the trail in another way. */
export function press(show: "answer" | "context" | "sources", label: string, trail: Trail): Action {
  return { type: "press", role: show, label, data: encodePress({ show, trail }) };
}
