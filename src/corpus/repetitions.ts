import { type ContentLine, endsWithStop } from "./content-line.ts";
import { CopyFinder, wordsOf } from "./duplicates.ts";
import { sourceLineIn } from "./publication.ts";

const LEAST_WORDS = 5;
const LEAST_WORDS_OF_ITEM = 8;

/**
 * The lines whose text stands earlier in the same file, with the number of that line. A paragraph counts by itself; a
 * heading of a word or an item of a list («ملعقة ملح») may rightly come twice, so it counts only beside another copy
 * that stood beside it before.
 */
export function repetitionsIn(lines: readonly ContentLine[]): Map<number, number> {
  const finder = new CopyFinder<number>();
  const first = new Map<number, number>();
  const sure = new Set<number>();
  lines.forEach((line, index) => {
    const words = wordsOf(line.shown);
    const earlier = words.length === 0 ? undefined : finder.find(words);
    if (earlier === undefined) finder.add(words, index);
    else {
      first.set(index, earlier);
      if (countsByItself(line, words.length)) sure.add(index);
    }
  });
  for (const step of [1, -1])
    for (let at = step === 1 ? 0 : lines.length - 1; at >= 0 && at < lines.length; at += step) {
      const before = first.get(at - step);
      const here = first.get(at);
      if (here === undefined || before === undefined || !sure.has(at - step)) continue;
      if (Math.abs(here - before) <= 3) sure.add(at);
    }
  return new Map(
    [...sure].sort((a, b) => a - b).map((index) => [index, lines[first.get(index) ?? 0]?.number ?? 0]),
  );
}

function countsByItself(line: ContentLine, words: number): boolean {
  if (line.kind === "table-row") return false;
  if (line.bullet || line.kind === "list-item") return words >= LEAST_WORDS_OF_ITEM;
  return words >= LEAST_WORDS || (endsWithStop(line.shown) && words >= 3) || sourceLineIn(line) !== undefined;
}
