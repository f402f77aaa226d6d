import { type ContentLine, endsWithStop, isProse } from "./content-line.ts";
import { ComparedText, CopyFinder, wordsOf } from "./duplicates.ts";
import { sourceLineIn } from "./publication.ts";

/** A copy of fewer words, or of fewer lines, may have its meaning from its place: the same answer below two questions. */
const LEAST_OF_RUN = { lines: 4, words: 60 };
/** Within a run so many lines may be new on either side (another advertisement), or come in another order. */
const MOST_BETWEEN = 3;
const LEAST_WORDS = 3;

interface Copy {
  readonly index: number;
  readonly earlier: number;
  readonly words: number;
}

/**
 * The lines of copies in the same file, with the number of the line that each repeats: long runs (a page that stands
 * twice in its file), a line that repeats the one above it, and a title above the text that stands at the top already.
 * Any other line that comes again is the article's: a note of repeal under each article of a law.
 */
export function repetitionsIn(lines: readonly ContentLine[]): Map<number, number> {
  const finder = new CopyFinder<number>();
  const copies: Copy[] = [];
  lines.forEach((line, index) => {
    const text = new ComparedText(wordsOf(line.shown));
    const earlier = text.words.length === 0 ? undefined : finder.find(text);
    if (earlier === undefined) finder.add(text, index);
    else copies.push({ index, earlier, words: text.words.length });
  });
  const found = runsOf(copies)
    .filter(
      (run) =>
        run.length >= LEAST_OF_RUN.lines &&
        run.reduce((sum, { words }) => sum + words, 0) >= LEAST_OF_RUN.words,
    )
    .flat();
  const text = lines.findIndex((line) => isProse(line) || endsWithStop(line.shown));
  const top = text < 0 ? lines.length : text;
  for (const copy of copies) if (isByMistake(copy, lines, top)) found.push(copy);
  return new Map(
    found.sort((a, b) => a.index - b.index).map(({ index, earlier }) => [index, lines[earlier]?.number ?? 0]),
  );
}

/** Copies that follow each other as their originals do. */
function runsOf(copies: readonly Copy[]): Copy[][] {
  const runs: Copy[][] = [];
  for (const copy of copies) {
    const run = runs.at(-1);
    const last = run?.at(-1);
    const follows =
      last !== undefined &&
      copy.index - last.index <= MOST_BETWEEN + 1 &&
      copy.earlier > last.earlier - MOST_BETWEEN &&
      copy.earlier <= last.earlier + MOST_BETWEEN + 1 &&
      copy.earlier !== last.earlier;
    if (follows) run?.push(copy);
    else runs.push([copy]);
  }
  return runs;
}

function isByMistake({ index, earlier, words }: Copy, lines: readonly ContentLine[], top: number): boolean {
  const line = lines[index];
  if (line === undefined || line.bullet || line.kind === "list-item" || line.kind === "table-row")
    return false;
  if (sourceLineIn(line) !== undefined) return true;
  if (words < LEAST_WORDS) return false;
  // What a page says twice in a row it says by mistake, and its title once more above its text.
  return index - earlier === 1 || (earlier === 0 && index < top);
}
