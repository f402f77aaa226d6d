import { isCommonStem } from "../arabic/common-words.ts";
import { numberWord } from "../arabic/number-words.ts";
import type { NumberKind } from "../arabic/numbers.ts";
import type { ExpectedAnswer } from "../arabic/question.ts";
import { deepStem } from "../arabic/stems.ts";
import { unitOf } from "../arabic/units.ts";
import type { Passage } from "../corpus/article.ts";
import type { Collection, Figure } from "../search/collection.ts";
import type { Vocabulary } from "../search/vocabulary.ts";
import type { Finding, Quotation, Selection } from "./answer.ts";
import { cover, weigh } from "./coverage.ts";
import type { Query } from "./query.ts";
import { quotationOf } from "./quotation.ts";
import type { QuotedSentence } from "./quote.ts";
import type { SentenceEvidence } from "./sentence-evidence.ts";
import { areAnchored, isOfAnother } from "./set-apart.ts";
import { FINDINGS } from "./weights.ts";

/**
 * Puts quotations of several articles together, in their order. The same fact becomes one finding with further sources;
 * another figure or date for the same thing is a finding of its own, and set against the first. `copies`: the passages that
 * repeat a passage, by its key.
 */
export function gatherFindings(
  quoted: readonly QuotedSentence[],
  query: Query,
  collection: Collection,
  copies: ReadonlyMap<string, readonly Passage[]>,
): Finding[] {
  const findings: (Statement & { readonly alsoIn: Quotation[]; readonly differs: Quotation[] })[] = [];
  const asked = contentOfQuestion(query, collection);
  const kinds = FIGURES[query.question.expected] ?? [];
  for (const one of quoted) {
    const statement: Statement = {
      ...one,
      words: contentOf(one.evidence, collection),
      answers: one.evidence.figures.filter(({ kind }) => kinds.includes(kind)),
    };
    const elsewhere = findings.filter(
      (finding) => finding.quotation.passage.article !== one.quotation.passage.article,
    );
    const same = elsewhere.find((finding) => tellTheSame(finding, statement));
    if (same !== undefined) {
      same.alsoIn.push(one.quotation);
      continue;
    }
    elsewhere
      .find(
        (finding) =>
          disagree(finding, statement, asked) && !isOfAnother(finding.evidence, statement.evidence, query),
      )
      ?.differs.push(one.quotation);
    findings.push({ ...statement, alsoIn: [], differs: [] });
  }
  return findings.map(({ alsoIn, differs, ...finding }) => ({
    quotation: finding.quotation,
    alsoIn: [...alsoIn, ...copiesOf(finding, collection, copies)],
    differs,
    ...(finding.isClose && { isClose: true as const }),
  }));
}

/** A quoted sentence as it is compared with others. */
interface Statement extends QuotedSentence {
  /** Deeper stems of the words that tell something. */
  readonly words: ReadonlySet<number>;
  /** The figures that could be the answer. */
  readonly answers: readonly Figure[];
}

/** The kinds of figures that can contradict one another in the answer to a question. */
const FIGURES: Partial<Record<ExpectedAnswer, readonly NumberKind[]>> = {
  when: ["year", "date"],
  "how-many": ["number", "measure", "duration"],
  "how-much": ["money"],
  percent: ["percent"],
};

function tellTheSame(a: Statement, b: Statement): boolean {
  const isTelling = Math.min(a.words.size, b.words.size) >= FINDINGS.fewWords;
  return (
    (isTelling || agree(a.evidence.figures, b.evidence.figures)) &&
    likeness(a.words, b.words) >= FINDINGS.sameFact &&
    haveSameFigures(a.evidence.figures, b.evidence.figures)
  );
}

/** «… افتتح عام 1874» and «… افتتح عام 1878». `asked`: the words of the question, which prove no kinship. */
function disagree(first: Statement, other: Statement, asked: ReadonlySet<number>): boolean {
  if (!contradict(first.answers, other.answers) || !namesTheSame(first.evidence, other.evidence))
    return false;
  if (!areOfOneTime(first, other)) return false;
  const isTelling = shared(first.words, other.words) >= FINDINGS.wordsAlone;
  if (!isTelling && !areAnchored(first.evidence, other.evidence)) return false;
  const like = likeness(first.words, other.words);
  if (like >= FINDINGS.sameFact) return true;
  return like >= FINDINGS.sameThing && shared(first.words, other.words, asked) >= FINDINGS.wordsBeside;
}

/**
 * Two figures differ only where they are of one time: 400 tons in 2021 and 650 in 2022 are both right, and so are losses of two days
 * and of three. A price or a share that is dated says nothing of one that is not. Of years that are the answers themselves, all are.
 */
function areOfOneTime(first: Statement, other: Statement): boolean {
  const [a, b] = [first.evidence.figures, other.evidence.figures];
  const answers = [...first.answers, ...other.answers];
  if (answers.some(({ kind }) => kind === "year" || kind === "date")) return true;
  const [years, others] = [yearsOf(a), yearsOf(b)];
  if (years.size > 0 && others.size > 0) return [...years].some((year) => others.has(year));
  const changes = answers.some(({ kind }) => kind === "money" || kind === "percent");
  if (changes && years.size + others.size > 0) return false;
  const [spans, otherSpans] = [durationsOf(a), durationsOf(b)];
  const areAmounts = first.answers.some(
    (x) => x.kind !== "duration" && other.answers.some((y) => isAlike(x, y)),
  );
  return !areAmounts || spans.length === 0 || otherSpans.length === 0 || agree(spans, otherSpans);
}

function yearsOf(figures: readonly Figure[]): ReadonlySet<number> {
  return new Set(
    figures.flatMap(({ kind, value, date }) => {
      if (kind === "year") return [value];
      const year = kind === "date" ? /^\d{4}/.exec(date ?? "")?.[0] : undefined;
      return year === undefined ? [] : [Number(year)];
    }),
  );
}

function durationsOf(figures: readonly Figure[]): readonly Figure[] {
  return figures.filter(({ kind }) => kind === "duration");
}

/** The passages that repeat the passage of the sentence, each quoted by that sentence alone: around it they may differ. */
function copiesOf(
  { quotation, evidence }: QuotedSentence,
  { passages }: Collection,
  copies: ReadonlyMap<string, readonly Passage[]>,
): Quotation[] {
  const passage = passages[evidence.passage];
  if (passage === undefined) return [];
  const { first, part, mark } = quotation.selection;
  const before = evidence.article.sentences
    .slice(quotation.passage.firstSentence + first, evidence.index)
    .reduce((sum, { clauses }) => sum + clauses.length, 0);
  const from = mark.from - before;
  const most = (part?.count ?? evidence.sentence.clauses.length) - from;
  const selection: Selection = {
    first: evidence.index - passage.firstSentence,
    count: 1,
    ...(part && { part }),
    // A mark may stand in a neighbour or run on into it: of the copy that sentence alone is quoted.
    mark: from < 0 || most <= 0 ? { from: 0, count: 0 } : { from, count: Math.min(mark.count, most) },
  };
  return (copies.get(passage.key) ?? []).flatMap((copy) => quotationOf(copy, selection) ?? []);
}

function contentOf({ id }: SentenceEvidence, { vocabulary, words, sentenceStart }: Collection): Set<number> {
  const stems = new Set<number>();
  for (const word of words.subarray(sentenceStart[id] ?? 0, sentenceStart[id + 1] ?? 0)) {
    if (vocabulary.isStop[word] === 0 && tells(word, vocabulary)) stems.add(vocabulary.deepOf[word] ?? -1);
  }
  return stems;
}

/** Numbers, number words, units and words of every subject stand in sentences about unlike things. */
function tells(id: number, { words, lightOf, lightStems }: Vocabulary): boolean {
  const word = words[id] ?? "";
  return (
    !isCommonStem(lightStems[lightOf[id] ?? -1] ?? "") &&
    numberWord(word) === undefined &&
    unitOf(word) === undefined &&
    !/\d/.test(word)
  );
}

function contentOfQuestion({ words }: Query, { vocabulary }: Collection): Set<number> {
  return new Set(words.flatMap(({ term }) => vocabulary.findDeep(deepStem(term)) ?? []));
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

/** Each word of the question that the first sentence names, the other names too, itself or beside it. */
function namesTheSame(first: SentenceEvidence, other: SentenceEvidence): boolean {
  return first.own.every(
    (strength, i) => strength < FINDINGS.named || (other.near[i] ?? 0) >= FINDINGS.named,
  );
}

/** Both give figures of one kind and unit, and share no figure. */
function contradict(a: readonly Figure[], b: readonly Figure[]): boolean {
  return a.some((x) => b.some((y) => isAlike(x, y))) && !agree(a, b);
}

/** Where both give figures they share one, and contradict each other in no kind and unit. */
function haveSameFigures(a: readonly Figure[], b: readonly Figure[]): boolean {
  if (a.length === 0 || b.length === 0) return true;
  const contradicted = a.some((figure) => {
    const alike = (other: Figure) => isAlike(figure, other);
    return contradict(a.filter(alike), b.filter(alike));
  });
  return agree(a, b) && !contradicted;
}

/** Some figure of the one is a figure of the other. */
function agree(a: readonly Figure[], b: readonly Figure[]): boolean {
  return a.some((x) => b.some((y) => isAlike(x, y) && isSame(x, y)));
}

function isAlike(x: Figure, y: Figure): boolean {
  return x.kind === y.kind && x.unit === y.unit;
}

/** Dates are compared as far as both are known, amounts up to rounding. */
function isSame(x: Figure, y: Figure): boolean {
  if (x.date !== undefined && y.date !== undefined)
    return x.date.startsWith(y.date) || y.date.startsWith(x.date);
  if (x.kind === "year" || x.kind === "date") return x.value === y.value;
  return Math.abs(x.value - y.value) <= FINDINGS.rounding * Math.max(Math.abs(x.value), Math.abs(y.value));
}

/**
 * The findings behind an answer, without those that speak of little of what is asked: «التالي» leads to no other subject. Words
 * tell that; what was found by meaning may share none.
 */
export function withoutFar(
  findings: readonly Finding[],
  quoted: readonly QuotedSentence[],
  query: Query,
): readonly Finding[] {
  const evidence = new Map(quoted.map((one) => [one.quotation, one.evidence]));
  return findings.filter(({ quotation }, place) => {
    const found = evidence.get(quotation);
    if (place === 0 || found === undefined) return true;
    const covered = found.near.slice();
    cover(covered, found.about);
    return weigh(query, covered) >= FINDINGS.near * query.totalWeight;
  });
}
