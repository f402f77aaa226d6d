import { isCommonWord } from "../arabic/common-words.ts";
import { isStopWord } from "../arabic/stop-words.ts";
import { type Aligned, type Alignment, align, CLOSE, IN_ORDER } from "./alignment.ts";
import type { GivenText, WordRange } from "./given-text.ts";
import { createRegionFinder, type Region } from "./regions.ts";
import type { ShingleIndex } from "./shingles.ts";
import { paragraphAt } from "./source-text.ts";

/** Where a part of the given text stands: equally good ways to align it. Else to what it is nearest, if that shares enough. */
export interface Places {
  readonly found: readonly Alignment[];
  readonly nearest?: Alignment;
}

/** Of the words of a part, at least three fifths stand in one place in the same order. */
const isEnough = (matched: number, words: number) => matched * 5 >= words * 3;
/** Function words alone say nothing of a place, unless they are four fifths of a part. */
const isMost = (matched: number, words: number) => matched * 5 >= words * 4;
/** The nearest place of what is not found is offered where it shares two content words and a quarter of all. */
const isNear = (shared: number, content: number) => shared >= 2 && shared * 4 >= content;
/** Of regions that hold equally many of the words, so many are aligned. */
const MOST_ALIGNED = 4;
const MOST_IN_ORDER = 2;

/** Places parts of a given text; `after` is the position behind the part before it, where most texts go on. */
export function createPlacer(
  index: ShingleIndex,
  given: GivenText,
): (part: WordRange, after: number | undefined) => Places {
  const { hashes, words } = given;
  const regionsOf = createRegionFinder(index, hashes);
  const tellsSubject = words.map(({ term }) => !isStopWord(term) && !isCommonWord(term));

  /** The core with as many words around it as the part has, within its stretch. */
  const around = (core: Region, length: number): Region | undefined => {
    const stretch = index.stretchAt(core.from);
    if (stretch === undefined || core.from >= stretch.to) return undefined;
    return { from: Math.max(stretch.from, core.from - length), to: Math.min(stretch.to, core.to + length) };
  };

  /** How many words of a part, and how many content words, stand in a region in any order: no alignment can match more. */
  const sharedIn = ({ from, to }: Region, part: WordRange, numbers: ReadonlyMap<number, number>) => {
    const counts = new Uint16Array(numbers.size);
    for (let position = from; position < to; position++) {
      const number = numbers.get(index.words[position] ?? 0);
      if (number !== undefined) counts[number] = (counts[number] ?? 0) + 1;
    }
    let all = 0;
    let content = 0;
    for (let at = part.from; at < part.to; at++) {
      const number = numbers.get(hashes[at] ?? 0) ?? 0;
      const left = counts[number] ?? 0;
      if (left === 0) continue;
      counts[number] = left - 1;
      all += 1;
      if (tellsSubject[at]) content += 1;
    }
    return { all, content };
  };

  const contentOf = (part: WordRange, alignment?: Alignment): number => {
    let count = 0;
    for (let at = part.from; at < part.to; at++)
      if (tellsSubject[at] && (alignment === undefined || (alignment[at - part.from] ?? -1) >= 0)) count += 1;
    return count;
  };

  /** The most words of an alignment that stand in one paragraph. */
  const mostInParagraph = (alignment: Alignment): number => {
    const counts = new Map<number, number>();
    for (const position of alignment) {
      const article = position < 0 ? undefined : index.stretchAt(position)?.article;
      if (article === undefined) continue;
      const paragraph = paragraphAt(article, index.starts[position] ?? 0);
      counts.set(paragraph, (counts.get(paragraph) ?? 0) + 1);
    }
    return Math.max(0, ...counts.values());
  };

  return (part, after) => {
    const length = part.to - part.from;
    const different = new Set(hashes.subarray(part.from, part.to));
    const numbers = new Map([...different].map((hash, number) => [hash, number]));
    const cores = after === undefined ? [] : [{ from: after, to: after + length }];
    const regions = [...cores, ...regionsOf(part.from, part.to)]
      .flatMap((core) => around(core, length) ?? [])
      .map((region) => ({ ...region, shared: sharedIn(region, part, numbers) }))
      .sort((a, b) => b.shared.all - a.shared.all);

    const alignIn = (region: Region, costs: typeof CLOSE): Aligned =>
      align(hashes, part.from, part.to, index.words, region.from, region.to, costs);
    const stands = ({ alignment, matched }: Aligned) =>
      isEnough(matched, length) &&
      (isMost(matched, length) || contentOf(part, alignment) > 0) &&
      (isClose(alignment) || isEnough(mostInParagraph(alignment), length));

    const likely = regions.filter(({ shared }) => isEnough(shared.all, length)).slice(0, MOST_ALIGNED);
    const close = likely.map((region) => alignIn(region, CLOSE)).sort((a, b) => a.cost - b.cost);
    const [best] = close;
    if (best !== undefined && stands(best)) return { found: equallyGood(close, best) };
    const inOrder = likely
      .slice(0, MOST_IN_ORDER)
      .map((region) => alignIn(region, IN_ORDER))
      .find(stands);
    if (inOrder !== undefined) return { found: [inOrder.alignment] };
    const content = contentOf(part);
    const near = regions
      .filter(({ shared }) => isNear(shared.content, content))
      .sort((a, b) => b.shared.content - a.shared.content)[0];
    return near === undefined ? { found: [] } : { found: [], nearest: alignIn(near, CLOSE).alignment };
  };
}

/** Little is left out between its words, so that they stand together wherever paragraphs end. */
function isClose(alignment: Alignment): boolean {
  const first = alignment.find((position) => position >= 0) ?? 0;
  const last = alignment.findLast((position) => position >= 0) ?? 0;
  return (last - first + 1) * 2 <= alignment.length * 3;
}

function equallyGood(all: readonly Aligned[], best: Aligned): Alignment[] {
  const first = (one: Alignment) => one.find((position) => position >= 0);
  const good = all.filter(({ cost }) => cost === best.cost).map(({ alignment }) => alignment);
  return good.filter((one, i) => good.findIndex((other) => first(other) === first(one)) === i);
}
