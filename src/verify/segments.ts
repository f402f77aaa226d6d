import type { Article, Passage, Span } from "../corpus/article.ts";
import { paragraphCount, paragraphNumber } from "../corpus/paragraph-number.ts";
import type { Alignment } from "./alignment.ts";
import { type PlacedPiece, withBorders } from "./borders.ts";
import { changesOf } from "./changes.ts";
import { diffOf, stateOf } from "./diff.ts";
import type { GivenText } from "./given-text.ts";
import type { Piece } from "./pieces.ts";
import { placed } from "./placing.ts";
import { createRunFinder } from "./runs.ts";
import type { ShingleIndex } from "./shingles.ts";
import { sourceRange } from "./source-range.ts";
import { paragraphAt, sentencesBetween } from "./source-text.ts";
import type { LeftOutBefore, Segment, VerifiedMatch } from "./verification.ts";

/** The passage of an article that holds an offset. */
export type PassageFinder = (article: Article, offset: number) => Passage | undefined;

/** A piece with its state, and with what is left out before it. */
interface Labelled extends PlacedPiece {
  readonly state: Segment["state"];
  readonly gap?: LeftOutBefore;
}

/** What lies between a piece and the one behind it. */
type Seam =
  /** The one goes on where the other ends. */
  | { readonly kind: "none" }
  /** Only what is no text of the article stands between them in the file. */
  | { readonly kind: "no-text" }
  /** Words of a sentence are left out. */
  | { readonly kind: "words" }
  | { readonly kind: "sentences"; readonly gap: LeftOutBefore }
  /** Another place, or what is not found. */
  | { readonly kind: "apart" };

/** The segments of a text, and whether two of them that follow each other are found at places that do not. */
export function segmentsOf(
  index: ShingleIndex,
  given: GivenText,
  pieces: readonly Piece[],
  passageAt: PassageFinder,
): { readonly segments: readonly Segment[]; readonly areStitched: boolean } {
  const merged: Labelled[] = [];
  let areStitched = false;
  const chosen = placed(index, pieces);
  const whole = pieces.map(({ from, to, placements, isFound }, i) => ({
    from,
    to,
    alignment: chosen[i],
    others: isFound ? placements.filter((one) => one !== chosen[i]) : placements,
  }));
  for (const piece of withBorders(index, given.hashes, whole)) {
    const { from, alignment } = piece;
    const state = alignment === undefined ? "not-found" : stateOf(diffOf(index, given, from, alignment));
    const last = merged.at(-1);
    const seam: Seam = last === undefined ? { kind: "apart" } : seamBetween(index, last, piece);
    const areOne = seam.kind === "words" || (seam.kind === "none" && last?.state === state);
    if (last?.alignment && alignment && areOne) {
      merged[merged.length - 1] = {
        ...last,
        to: piece.to,
        alignment: Int32Array.from([...last.alignment, ...alignment]),
        others: [],
        state: seam.kind === "words" ? "altered" : state,
      };
      continue;
    }
    if (last?.alignment && alignment && (seam.kind === "sentences" || seam.kind === "apart"))
      areStitched = true;
    merged.push({ ...piece, state, ...(seam.kind === "sentences" && { gap: seam.gap }) });
  }
  return { areStitched, segments: merged.map((piece) => segmentOf(index, given, piece, passageAt)) };
}

function seamBetween(index: ShingleIndex, before: PlacedPiece, after: PlacedPiece): Seam {
  const end = before.alignment?.findLast((position) => position >= 0) ?? -1;
  const start = after.alignment?.find((position) => position >= 0) ?? -1;
  if (end < 0 || start < 0) return { kind: "apart" };
  const [left, right] = [index.stretchAt(end), index.stretchAt(start)];
  if (left === undefined || left.article !== right?.article || start <= end) return { kind: "apart" };
  if (start === end + 1) return { kind: left === right ? "none" : "no-text" };
  const sentences = sentencesBetween(left.article, index.ends[end] ?? 0, index.starts[start] ?? 0);
  return sentences > 0
    ? { kind: "sentences", gap: { sentences, words: start - end - 1 } }
    : { kind: "words" };
}

function segmentOf(
  index: ShingleIndex,
  given: GivenText,
  { from, to, alignment, others, gap }: Labelled,
  passageAt: PassageFinder,
): Segment {
  const span = { start: given.words[from]?.start ?? 0, end: given.words[to - 1]?.end ?? 0 };
  if (alignment === undefined) {
    const near = others.flatMap((one) => matchOf(index, given, from, one, passageAt)?.match ?? []);
    return { ...span, state: "not-found", matches: near.slice(0, 1) };
  }
  const isRun = alignment.every((position, i) => position >= 0 && position === (alignment[0] ?? 0) + i);
  const elsewhere = isRun ? runsElsewhere(index, given, from, alignment) : others;
  const matches = [alignment, ...elsewhere].flatMap(
    (one) => matchOf(index, given, from, one, passageAt) ?? [],
  );
  const rank = { exact: 0, spelling: 1, altered: 2 };
  const sorted = matches.toSorted((a, b) => rank[a.state] - rank[b.state]);
  const state = sorted[0]?.state ?? "altered";
  return {
    ...extendedOver(given, span, sorted[0]?.match),
    state,
    matches: sorted.map(({ match }) => match),
    ...(gap !== undefined && { gap }),
  };
}

/** The other places of words that stand in a row. */
function runsElsewhere(
  index: ShingleIndex,
  given: GivenText,
  from: number,
  alignment: Alignment,
): Alignment[] {
  const places = createRunFinder(index, given.hashes).whole(from, from + alignment.length);
  return places
    .filter((place) => place !== alignment[0])
    .map((place) => Int32Array.from(alignment, (_, i) => place + i));
}

function matchOf(
  index: ShingleIndex,
  given: GivenText,
  from: number,
  alignment: Alignment,
  passageAt: PassageFinder,
): { match: VerifiedMatch; state: "exact" | "spelling" | "altered" } | undefined {
  const range = sourceRange(index, given, from, alignment);
  const article = range && index.stretchAt(range.from)?.article;
  if (range === undefined || article === undefined) return undefined;
  const start = index.starts[range.from] ?? 0;
  const end = index.ends[range.to - 1] ?? start;
  const passage = passageAt(article, start);
  if (passage === undefined) return undefined;
  const steps = diffOf(index, given, from, alignment);
  const signs = commonSigns(
    given.text,
    given.words[from + alignment.length - 1]?.end ?? 0,
    article.text,
    end,
  );
  return {
    state: stateOf(steps),
    match: {
      passage,
      start,
      end: end + signs,
      quote: article.text.slice(start, end + signs),
      paragraph: paragraphNumber(article, paragraphAt(article, start)),
      paragraphTo: paragraphNumber(article, paragraphAt(article, end - 1)),
      paragraphs: paragraphCount(article),
      diff: steps.map(({ isSpelling: _, ...step }) => step),
      changes: changesOf(given, article, { start, end }, steps),
    },
  };
}

/** The segment with the signs behind it that its source has too. */
function extendedOver(given: GivenText, span: Span, match: VerifiedMatch | undefined): Span {
  if (match === undefined) return span;
  let last = match.quote.length;
  while (last > 0 && !/[\p{L}\p{N}\p{M}]/u.test(match.quote.charAt(last - 1))) last--;
  const signs = match.quote.slice(last);
  return given.text.startsWith(signs, span.end) ? { start: span.start, end: span.end + signs.length } : span;
}

/** How many signs without a space stand behind both. */
function commonSigns(a: string, endA: number, b: string, endB: number): number {
  let length = 0;
  while (/[^\s\p{L}\p{N}]/u.test(a.charAt(endA + length)) && a[endA + length] === b[endB + length])
    length += 1;
  return length;
}
