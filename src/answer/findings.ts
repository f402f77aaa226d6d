import { isCommonWord } from "../arabic/common-words.ts";
import { numberWord } from "../arabic/number-words.ts";
import type { NumberKind } from "../arabic/numbers.ts";
import { deepStem } from "../arabic/stems.ts";
import { unitOf } from "../arabic/units.ts";
import type { Passage } from "../corpus/article.ts";
import type { Collection, Figure } from "../search/collection.ts";
import type { Finding, Quotation, Selection } from "./answer.ts";
import type { Evidence } from "./evidence.ts";
import type { Plan } from "./plan.ts";
import { quotationOf } from "./quotation.ts";

/** Sentences that share so much of their words say the same, unless figures speak against it. */
const SAME_FACT = 0.6;
/** Sentences that share less may speak of the same thing when they share words that the question does not give. */
const SAME_THING = 0.3;
const WORDS_BESIDE = 3;
/** So few words tell nothing unless a figure is shared too. */
const FEW_WORDS = 5;
/** A match of this strength names the thing itself. */
const NAMED = 0.5;
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
    evidence: Evidence;
    alsoIn: Quotation[];
    differs: Quotation[];
    words: Set<number>;
    numbers: readonly Figure[];
  }[] = [];
  const asked = contentOfQuestion(plan, collection);
  const figures = new Set(FIGURES[plan.expected] ?? []);
  for (const { quotation, evidence } of quoted) {
    const words = contentOf(evidence, collection);
    const numbers = evidence.figures.filter(({ kind }) => figures.has(kind));
    const elsewhere = gathered.filter(
      (other) => other.quotation.passage.article !== quotation.passage.article,
    );
    const host = elsewhere.find((other) => {
      const enough =
        Math.min(words.size, other.words.size) >= FEW_WORDS ||
        agree(evidence.figures, other.evidence.figures);
      return (
        enough &&
        likeness(words, other.words) >= SAME_FACT &&
        sameFigures(evidence.figures, other.evidence.figures)
      );
    });
    if (host !== undefined) {
      host.alsoIn.push(quotation);
      continue;
    }
    const rival = elsewhere.find((other) => {
      if (!contradict(numbers, other.numbers) || !namesTheSame(other.evidence, evidence)) return false;
      const like = likeness(words, other.words);
      return like >= SAME_FACT || (like >= SAME_THING && shared(words, other.words, asked) >= WORDS_BESIDE);
    });
    if (rival !== undefined) rival.differs.push(quotation);
    gathered.push({ quotation, evidence, alsoIn: [], differs: [], words, numbers });
  }
  return gathered.map(({ quotation, evidence, alsoIn, differs }) => ({
    quotation,
    alsoIn: [...alsoIn, ...copiesOf({ quotation, evidence }, collection, copies)],
    differs,
  }));
}

/** The kinds of figures that can contradict one another in the answer to a question. */
const FIGURES: Partial<Record<Plan["expected"], readonly NumberKind[]>> = {
  when: ["year", "date"],
  "how-many": ["number", "measure", "duration"],
  "how-much": ["money"],
  percent: ["percent"],
};

/** The answering sentence alone, in the passages that copy the one it stands in: what is quoted around it may differ there. */
function copiesOf(
  { quotation, evidence }: Quoted,
  { passages }: Collection,
  copies: (passage: Passage) => readonly Passage[],
): Quotation[] {
  const passage = passages[evidence.passage];
  if (passage === undefined) return [];
  const { first, part, mark } = quotation.selection;
  const before = evidence.article.sentences
    .slice(quotation.passage.firstSentence + first, evidence.index)
    .reduce((sum, { clauses }) => sum + clauses.length, 0);
  const selection: Selection = {
    first: evidence.index - passage.firstSentence,
    count: 1,
    ...(part && { part }),
    mark: { from: mark.from - before, count: mark.count },
  };
  return copies(passage).flatMap((copy) => quotationOf(copy, selection) ?? []);
}

/** Deeper stems of the words that tell something; numbers apart. */
function contentOf({ id }: Evidence, { lexicon, words, sentenceStart }: Collection): Set<number> {
  const stems = new Set<number>();
  for (let at = sentenceStart[id] ?? 0; at < (sentenceStart[id + 1] ?? 0); at++) {
    const word = words[at] ?? 0;
    if (lexicon.isStop[word] === 0 && tells(lexicon.words[word] ?? "")) stems.add(lexicon.deepOf[word] ?? -1);
  }
  return stems;
}

/** Numbers, their words and units, and words of every subject stand in sentences of unlike things. */
function tells(word: string): boolean {
  return (
    !/\d/.test(word) && !isCommonWord(word) && numberWord(word) === undefined && unitOf(word) === undefined
  );
}

function contentOfQuestion({ probes }: Plan, { lexicon }: Collection): Set<number> {
  return new Set(probes.flatMap(({ term }) => lexicon.findDeep(deepStem(term)) ?? []));
}

/** Dice's coefficient: shared words against the mean of both sides, so that a short sentence is not within every long one. */
function likeness(a: ReadonlySet<number>, b: ReadonlySet<number>): number {
  return a.size + b.size === 0 ? 0 : (2 * shared(a, b)) / (a.size + b.size);
}

function shared(a: ReadonlySet<number>, b: ReadonlySet<number>, except?: ReadonlySet<number>): number {
  let count = 0;
  for (const word of a) if (b.has(word) && !except?.has(word)) count++;
  return count;
}

/** What the one holds of the question, the other holds too: it speaks of the same thing, not of something like it. */
function namesTheSame(host: Evidence, rival: Evidence): boolean {
  return host.own.every((strength, p) => strength < NAMED || (rival.near[p] ?? 0) >= NAMED);
}

/** Both give figures of one kind and unit, and no figure of the one is a figure of the other. */
function contradict(a: readonly Figure[], b: readonly Figure[]): boolean {
  const comparable = a.some((x) => b.some((y) => x.kind === y.kind && x.unit === y.unit));
  return comparable && !agree(a, b);
}

/** Where both give figures, they share one, and one of each kind and unit that both have. */
function sameFigures(a: readonly Figure[], b: readonly Figure[]): boolean {
  if (a.length === 0 || b.length === 0) return true;
  const contradicted = a.some(({ kind, unit }) => {
    const alike = (figure: Figure) => figure.kind === kind && figure.unit === unit;
    return contradict(a.filter(alike), b.filter(alike));
  });
  return agree(a, b) && !contradicted;
}

/** Some figure of the one is a figure of the other. */
function agree(a: readonly Figure[], b: readonly Figure[]): boolean {
  return a.some((x) => b.some((y) => x.kind === y.kind && x.unit === y.unit && same(x, y)));
}

/** Dates are the same to the day, as far as both are known; amounts up to rounding. */
function same(x: Figure, y: Figure): boolean {
  if (x.date !== undefined && y.date !== undefined)
    return x.date.startsWith(y.date) || y.date.startsWith(x.date);
  if (x.kind === "year" || x.kind === "date") return x.value === y.value;
  return Math.abs(x.value - y.value) <= ROUNDING * Math.max(Math.abs(x.value), Math.abs(y.value));
}
