import type { Quotation } from "../answer/answer.ts";
import { quotationOf } from "../answer/quotation.ts";
import type { Span } from "../corpus/article.ts";
import type {
  DiffStep,
  MeaningChange,
  Segment,
  Verification,
  VerifiedMatch,
} from "../verify/verification.ts";
import type { Card } from "./answer-card.ts";
import { findingShownBy, type Passages, passageState, referenceOf } from "./answer-state.ts";
import { citationActions } from "./card-actions.ts";
import { sourceName } from "./citation.ts";
import type { AnswerState } from "./codec.ts";
import { CARD_MAX, excerptOf } from "./excerpt.ts";
import { clean } from "./foreign-text.ts";
import { cited, citedInShort } from "./quoted.ts";
import type { Action, Block, Language } from "./reply.ts";
import { encodeSelection } from "./selection-code.ts";
import { wordingOf } from "./wording/index.ts";

/** Parts of a text that are shown, differences that are named, and articles that have the same. */
const MOST = { parts: 4, partsCompact: 2, differences: 8, sources: 4 };
/** Characters of a part by which it is recognised. */
const WORDS_MAX = 50;

/** Where a segment stands, as a quotation of whole sentences with the words that differ as its marks. */
export interface ShownMatch {
  readonly quotation: Quotation;
  /** What its buttons carry. */
  readonly state: AnswerState;
  readonly match: VerifiedMatch;
}

/** A segment with all its places. */
export interface ShownSegment {
  readonly segment: Segment;
  readonly matches: readonly ShownMatch[];
}

/** The segments of a verification with what is quoted of each. */
export function shownSegments(
  { segments }: Verification,
  passages: Passages,
  language: Language,
): ShownSegment[] {
  return segments.map((segment) => ({
    segment,
    matches: segment.matches
      .slice(0, 1 + MOST.sources)
      .flatMap((match) => shownMatch(match, passages, language) ?? []),
  }));
}

/** The state, and for each segment what differs, the articles' own text and its source. */
export function verificationCard(
  text: string,
  { state, attribution }: Verification,
  segments: readonly ShownSegment[],
  language: Language,
  compact: boolean,
): Card {
  const words = wordingOf(language);
  const [only, ...more] = segments;
  const isNear = more.length === 0 && state === "not-found" && (only?.matches.length ?? 0) > 0;
  const blocks: Block[] = [
    { type: "text", text: words.verified[state] + (isNear ? ` ${words.nearestText}` : "") },
  ];
  if (attribution?.holds === false)
    blocks.push({ type: "notice", text: words.misattributed(attribution.name) });
  const shown = segments.slice(0, compact ? MOST.partsCompact : MOST.parts);
  const max = compact ? Math.floor(CARD_MAX / shown.length) : undefined;
  for (const [i, { segment, matches }] of shown.entries()) {
    if (segments.length > 1) {
      const first = clean(text.slice(segment.start, segment.end), WORDS_MAX);
      const said = [words.verifiedPart(i + 1, segment.state, first)];
      if (segment.gap !== undefined) said.push(words.leftOut(segment.gap.sentences, segment.gap.words));
      blocks.push({ type: "text", text: said.join("\n") });
      if (segment.state === "not-found") continue;
    }
    blocks.push(...segmentBlocks(segment, matches, language, max));
  }
  if (segments.length > shown.length)
    blocks.push({ type: "text", text: words.furtherParts(segments.length - shown.length) });
  const first = segments.find(({ segment }) => segment.state !== "not-found") ?? only;
  const [match] = first?.matches ?? [];
  if (match === undefined) return { blocks, actions: [] };
  const actions = citationActions(match.quotation, match.state);
  return {
    blocks,
    actions: [compact ? actions.toSorted(sharedFirst) : actions],
    reference: referenceOf(match.state),
  };
}

/** A group has room for a button or two of a checked text: it is shared more often than copied. */
function sharedFirst(a: Action, b: Action): number {
  return Number(b.type === "share") - Number(a.type === "share");
}

function segmentBlocks(
  { state }: Segment,
  [best, ...others]: readonly ShownMatch[],
  language: Language,
  max: number | undefined,
): Block[] {
  if (best === undefined) return [];
  const words = wordingOf(language);
  const blocks: Block[] = [];
  const said = state === "not-found" ? [] : differencesOf(state, best.match, language);
  if (said.length > 0) blocks.push({ type: "notice", text: said.join("\n") });
  const { quotation } = best;
  blocks.push(
    ...(max === undefined
      ? cited(quotation, language)
      : citedInShort(quotation, excerptOf(quotation, max), language)),
  );
  const sources = others
    .filter((other) => other.quotation.passage.article !== quotation.passage.article)
    .map((other) => sourceName(other.quotation, language));
  if (sources.length > 0) blocks.push({ type: "text", text: words.alsoIn([...new Set(sources)]) });
  return blocks;
}

/** What changes the meaning first, a line each; then everything else in one line. */
function differencesOf(
  state: Segment["state"],
  { diff, changes }: VerifiedMatch,
  language: Language,
): string[] {
  const words = wordingOf(language);
  const named = changes.slice(0, MOST.differences).map((change) => words.meaningChange(change));
  const rest = diff.filter((step) => step.op !== "same" && !changes.some((change) => isSaidBy(step, change)));
  if (rest.length === 0) return named;
  const pieces = rest.slice(0, MOST.differences).map((step) => words.difference(step));
  const others = rest.length - pieces.length;
  const line =
    state === "spelling" ? words.spellingDifferences(pieces, others) : words.differences(pieces, others);
  return [...named, line];
}

/** Is a step named already, alone or as a part of a number of several words? */
function isSaidBy(step: DiffStep, { given, source }: MeaningChange): boolean {
  const holds = (whole: string | undefined, part: string | undefined) =>
    part === undefined || (whole?.includes(part) ?? false);
  return holds(given, step.given) && holds(source, step.source);
}

/**
 * The whole sentences that hold a match, as far as a button can name them; of more and of longer ones the whole passage that
 * the match begins in.
 */
function shownMatch(match: VerifiedMatch, passages: Passages, language: Language): ShownMatch | undefined {
  const { passage, start, end } = match;
  const { article } = passage;
  const highlights = marksOf(match);
  const own = article.sentences.slice(passage.firstSentence);
  const first = own.findIndex((sentence) => sentence.end > start);
  const count = own.findLastIndex((sentence) => sentence.start < end) - first + 1;
  const selection = { first, count, mark: { from: 0, count: 0 } };
  const named =
    count > 0 && encodeSelection(selection) !== undefined ? quotationOf(passage, selection) : undefined;
  const bare = passageState(passage, language);
  const quotation = named ?? findingShownBy(bare, passages)?.quotation;
  if (quotation === undefined) return undefined;
  const state: AnswerState =
    named === undefined
      ? bare
      : { ...bare, bare: false, entries: [{ key: passage.key, selection, role: "finding" }] };
  const within = highlights.filter((mark) => mark.start >= quotation.start && mark.end <= quotation.end);
  return { quotation: { ...quotation, highlights: within }, state, match };
}

/** The words of the article that the given text has otherwise, or not at all. */
function marksOf({ diff }: VerifiedMatch): Span[] {
  const marks: Span[] = [];
  for (const { op, sourceAt } of diff) if (op !== "same" && sourceAt !== undefined) marks.push(sourceAt);
  return marks.sort((a, b) => a.start - b.start);
}
