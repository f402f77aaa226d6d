import { foldHamza } from "../arabic/folding.ts";
import type { Span } from "../corpus/article.ts";
import type { Alignment } from "./alignment.ts";
import { type GivenText, gapAfter, legibleWord, type WordRange } from "./given-text.ts";
import { comparedPunctuation, sameLetters } from "./letters.ts";
import { movedRuns, movedWords } from "./moves.ts";
import type { ShingleIndex } from "./shingles.ts";
import { sourceRange } from "./source-range.ts";
import { betweenAt, termAt, writtenAt } from "./source-text.ts";
import type { DiffStep, VerificationState } from "./verification.ts";

/** A step with what it means for the state: words that differ by their spelling alone, or by a sign behind them, are the same words. */
export interface ReadStep extends DiffStep {
  readonly isSpelling?: true;
}

/** The state that the steps of a segment come to. */
export function stateOf(steps: readonly ReadStep[]): Exclude<VerificationState, "stitched" | "not-found"> {
  if (steps.every(({ op }) => op === "same")) return "exact";
  return steps.every(({ op, isSpelling }) => op === "same" || isSpelling) ? "spelling" : "altered";
}

/**
 * What differs between words of a given text, from `from` on, and their source, word by word, in the order of the given
 * text. Words that both have at different places are moved.
 */
export function diffOf(
  index: ShingleIndex,
  given: GivenText,
  from: number,
  alignment: Alignment,
): ReadStep[] {
  const range = sourceRange(index, given, from, alignment);
  if (range === undefined) return [];
  const stretch = index.stretchAt(range.from);
  const article = stretch?.article.text ?? "";
  const moved = movedWords(index, given, from, alignment, range);

  const givenSpan = (first: number, last: number): Span => ({
    start: given.words[first]?.start ?? 0,
    end: given.words[last]?.end ?? 0,
  });
  const sourceSpan = (first: number, last: number): Span => ({
    start: index.starts[first] ?? 0,
    end: index.ends[last] ?? 0,
  });
  const ofGiven = (first: number, last: number) => {
    const at = givenSpan(first, last);
    return { given: given.text.slice(at.start, at.end), givenAt: at };
  };
  const ofSource = (first: number, last: number) => {
    const at = sourceSpan(first, last);
    return { source: article.slice(at.start, at.end), sourceAt: at };
  };

  const steps: ReadStep[] = [];
  /** The words that stand on one side alone between two that both have. */
  const between = (givenFrom: number, givenTo: number, sourceFrom: number, sourceTo: number): void => {
    const own = runsOf(givenFrom, givenTo, (at) => moved.toSource.has(at));
    const left = runsOf(sourceFrom, sourceTo, (at) => moved.toGiven.has(at));
    const [a, b] = [own.find((run) => !run.isMoved), left.find((run) => !run.isMoved)];
    const areJoined =
      a !== undefined &&
      b !== undefined &&
      own.length === 1 &&
      left.length === 1 &&
      sameJoined(index, given, a, b);
    for (const run of own) {
      if (run.isMoved) {
        for (const part of movedRuns(run, moved.toSource))
          steps.push({
            op: "move",
            ...ofGiven(part.from, part.to - 1),
            ...ofSource(part.source, part.source + part.to - part.from - 1),
          });
      } else if (run === a && b !== undefined && !areJoined && b.to - b.from === a.to - a.from) {
        for (let i = 0; i < a.to - a.from; i++)
          steps.push({
            op: "replace",
            ...ofGiven(a.from + i, a.from + i),
            ...ofSource(b.from + i, b.from + i),
            ...(isSameWord(index, given, a.from + i, b.from + i) && { isSpelling: true }),
          });
      } else if (run === a && b !== undefined)
        steps.push({
          op: "replace",
          ...ofGiven(a.from, a.to - 1),
          ...ofSource(b.from, b.to - 1),
          ...(areJoined && { isSpelling: true }),
        });
      else steps.push({ op: "insert", ...ofGiven(run.from, run.to - 1) });
    }
    for (const run of left)
      if (!run.isMoved && !(run === b && a !== undefined))
        steps.push({ op: "delete", ...ofSource(run.from, run.to - 1) });
  };

  let same: { from: number; to: number; source: number } | undefined;
  const flush = () => {
    if (same !== undefined)
      steps.push({
        op: "same",
        ...ofGiven(same.from, same.to - 1),
        ...ofSource(same.source, same.source + same.to - same.from - 1),
      });
    same = undefined;
  };
  let at = from;
  let source = range.from;
  for (const [i, position] of [...alignment, range.to].entries()) {
    const word = from + i;
    if (position < 0) continue;
    if (word > at || position > source) {
      flush();
      between(at, word, source, position);
    }
    if (i === alignment.length) break;
    const isNext = alignment[i + 1] === position + 1;
    const letters = sameLetters(legibleWord(given, word), writtenAt(index, position));
    const gap = isNext
      ? [gapAfter(given, word), betweenAt(index, position, position + 1)].map(comparedPunctuation)
      : [];
    if (letters && gap[0] === gap[1]) {
      same = { from: same?.from ?? word, to: word + 1, source: same?.source ?? position };
    } else {
      flush();
      const signs = letters
        ? {
            given: signsAfter(given.text, given.words[word]?.end ?? 0),
            source: signsAfter(article, index.ends[position] ?? 0),
          }
        : { given: 0, source: 0 };
      const spelled = isSpelledSame(index, given, word, position);
      steps.push({
        op: "replace",
        ...extended(ofGiven(word, word), given.text, signs.given),
        ...extendedSource(ofSource(position, position), article, signs.source),
        ...(spelled && { isSpelling: true }),
      });
    }
    at = word + 1;
    source = position + 1;
  }
  flush();
  return steps;
}

/** The same hash is the same folded word, but for one chance in four thousand million. */
function isSpelledSame(index: ShingleIndex, given: GivenText, at: number, position: number): boolean {
  return given.words[at]?.term === termAt(index, position);
}

/** مسئول and مسؤول, which folding keeps apart: both have a hamza, and nothing else differs. */
function isSameWord(index: ShingleIndex, given: GivenText, at: number, position: number): boolean {
  const [a, b] = [given.words[at]?.term ?? "", termAt(index, position)];
  return SEATED.test(a) && SEATED.test(b) && foldHamza(a) === foldHamza(b);
}

const SEATED = /[\u0621\u0624\u0626]/;

/** «لا سيما» and «لاسيما»: the same letters, parted otherwise. */
function sameJoined(index: ShingleIndex, given: GivenText, a: WordRange, b: WordRange): boolean {
  if (a.to - a.from === b.to - b.from) return false;
  const own = given.words.slice(a.from, a.to).map(({ term }) => term);
  const source = Array.from({ length: b.to - b.from }, (_, i) => termAt(index, b.from + i));
  return own.join("") === source.join("");
}

interface WordRun extends WordRange {
  readonly isMoved: boolean;
}

function runsOf(from: number, to: number, isMoved: (at: number) => boolean): WordRun[] {
  const runs: WordRun[] = [];
  for (let at = from; at < to; at++) {
    const last = runs.at(-1);
    const own = isMoved(at);
    if (last?.isMoved === own) runs[runs.length - 1] = { ...last, to: at + 1 };
    else runs.push({ from: at, to: at + 1, isMoved: own });
  }
  return runs;
}

/** The signs that follow a word without a space, but for quotation marks. */
function signsAfter(text: string, end: number): number {
  return /^[^\s\p{L}\p{N}"'\u00ab\u00bb\u2018-\u201f]*/u.exec(text.slice(end, end + 8))?.[0].length ?? 0;
}

function extended(words: { given: string; givenAt: Span }, text: string, more: number) {
  const at = { start: words.givenAt.start, end: words.givenAt.end + more };
  return { given: text.slice(at.start, at.end), givenAt: at };
}

function extendedSource(words: { source: string; sourceAt: Span }, text: string, more: number) {
  const at = { start: words.sourceAt.start, end: words.sourceAt.end + more };
  return { source: text.slice(at.start, at.end), sourceAt: at };
}
