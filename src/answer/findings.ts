import { type NumberMention, numbersIn } from "../arabic/numbers.ts";
import { tokenize } from "../arabic/tokens.ts";
import type { Passage } from "../corpus/article.ts";
import type { Collection } from "../search/collection.ts";
import type { Finding, Quotation } from "./answer.ts";
import type { Plan } from "./plan.ts";
import { quotationOf } from "./quotation.ts";

/** A fact is the same when the marks share so much of their words, and no figure speaks against it. */
const SAME_FACT = 0.7;
/** Two figures are of the same thing when the marks share so much of their other words. */
const SAME_THING = 0.34;
/** Figures nearer than this are roundings of one another. */
const ROUNDING = 0.02;

/**
 * Puts quotations together: the same fact of several articles comes once, with the others as further sources; another
 * figure or date for the same thing is set against it. The order of the quotations is kept.
 */
export function gather(
  quotations: readonly Quotation[],
  copies: (passage: Passage) => readonly Passage[],
  collection: Collection,
  plan: Plan,
): Finding[] {
  const gathered: {
    quotation: Quotation;
    alsoIn: Quotation[];
    differs: Quotation[];
    words: Set<number>;
    numbers: readonly NumberMention[];
  }[] = [];
  const figures = FIGURES.has(plan.expected);
  for (const quotation of quotations) {
    const marked = markedText(quotation);
    const words = contentOf(marked, collection);
    const numbers = figures ? numbersIn(marked) : [];
    const host = gathered.find((other) => {
      if (other.quotation.passage.article === quotation.passage.article) return false;
      return overlap(words, other.words) >= SAME_FACT && !contradict(numbers, other.numbers);
    });
    if (host !== undefined) {
      host.alsoIn.push(quotation);
      continue;
    }
    const rival = figures
      ? gathered.find(
          (other) =>
            other.quotation.passage.article !== quotation.passage.article &&
            overlap(words, other.words) >= SAME_THING &&
            contradict(numbers, other.numbers),
        )
      : undefined;
    if (rival !== undefined) rival.differs.push(quotation);
    gathered.push({ quotation, alsoIn: [], differs: [], words, numbers });
  }
  return gathered.map(({ quotation, alsoIn, differs }) => ({
    quotation,
    alsoIn: [...alsoIn, ...copiesOf(quotation, copies)],
    differs,
  }));
}

const FIGURES: ReadonlySet<Plan["expected"]> = new Set(["when", "how-many", "how-much", "percent"]);

export function markedText({ passage, highlights }: Quotation): string {
  return highlights.map(({ start, end }) => passage.article.text.slice(start, end)).join(" ");
}

function copiesOf(quotation: Quotation, copies: (passage: Passage) => readonly Passage[]): Quotation[] {
  return copies(quotation.passage).flatMap((copy) => quotationOf(copy, quotation.selection) ?? []);
}

/** Deeper stems of the words that tell something; numbers apart. */
function contentOf(text: string, { lexicon }: Collection): Set<number> {
  const stems = new Set<number>();
  for (const { term } of tokenize(text)) {
    const word = lexicon.find(term);
    if (word === undefined || lexicon.isStop[word] || /\d/.test(term)) continue;
    stems.add(lexicon.deepOf[word] ?? -1);
  }
  return stems;
}

/** Shared words against those of the shorter side; none when a side has too few to tell. */
function overlap(a: ReadonlySet<number>, b: ReadonlySet<number>): number {
  const least = Math.min(a.size, b.size);
  if (least < 5) return 0;
  let shared = 0;
  for (const word of a) if (b.has(word)) shared++;
  return shared / least;
}

/** Both give figures of one kind and unit, and no figure of the one is a figure of the other. */
function contradict(a: readonly NumberMention[], b: readonly NumberMention[]): boolean {
  const comparable = a.flatMap((x) =>
    b.filter((y) => x.kind === y.kind && x.unit === y.unit).map((y) => [x, y] as const),
  );
  return (
    comparable.length > 0 &&
    !comparable.some(
      ([x, y]) => Math.abs(x.value - y.value) <= ROUNDING * Math.max(Math.abs(x.value), Math.abs(y.value)),
    )
  );
}
