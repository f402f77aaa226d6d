import type { Passage } from "../corpus/article.ts";
import type { Collection, Figure } from "../search/collection.ts";
import type { Finding, Quotation } from "./answer.ts";
import type { Evidence } from "./evidence.ts";
import type { Plan } from "./plan.ts";
import { quotationOf } from "./quotation.ts";

/** A fact is the same when the sentences share so much of their words, and no figure speaks against it. */
const SAME_FACT = 0.7;
/** Two figures are of the same thing when the sentences share so much of their other words. */
const SAME_THING = 0.34;
/** Figures nearer than this are roundings of one another. */
const ROUNDING = 0.02;

/** A quotation and the evidence that it was made of. */
export interface Quoted {
  readonly quotation: Quotation;
  readonly evidence: Evidence;
}

/**
 * Puts quotations together: the same fact of several articles comes once, with the others as further sources; another
 * figure or date for the same thing is set against it. The order of the quotations is kept.
 */
export function gather(
  quoted: readonly Quoted[],
  copies: (passage: Passage) => readonly Passage[],
  collection: Collection,
  plan: Plan,
): Finding[] {
  const gathered: {
    quotation: Quotation;
    alsoIn: Quotation[];
    differs: Quotation[];
    words: Set<number>;
    numbers: readonly Figure[];
  }[] = [];
  const figures = FIGURES.has(plan.expected);
  for (const { quotation, evidence } of quoted) {
    const words = contentOf(evidence, collection);
    const numbers = figures ? evidence.figures : [];
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

function copiesOf(quotation: Quotation, copies: (passage: Passage) => readonly Passage[]): Quotation[] {
  return copies(quotation.passage).flatMap((copy) => quotationOf(copy, quotation.selection) ?? []);
}

/** Deeper stems of the words that tell something; numbers apart. */
function contentOf({ id }: Evidence, { lexicon, words, sentenceStart }: Collection): Set<number> {
  const stems = new Set<number>();
  for (let at = sentenceStart[id] ?? 0; at < (sentenceStart[id + 1] ?? 0); at++) {
    const word = words[at] ?? 0;
    if (lexicon.isStop[word] === 0 && !/\d/.test(lexicon.words[word] ?? ""))
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
function contradict(a: readonly Figure[], b: readonly Figure[]): boolean {
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
