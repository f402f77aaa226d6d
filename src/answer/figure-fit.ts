import { hasCue } from "../arabic/answer-cues.ts";
import { askedNoun, askedUnit } from "../arabic/asked-noun.ts";
import type { NumberKind } from "../arabic/numbers.ts";
import type { ExpectedAnswer } from "../arabic/question.ts";
import { withoutArticle } from "../arabic/stems.ts";
import type { Figure } from "../search/collection.ts";
import type { Vocabulary } from "../search/vocabulary.ts";
import { strengthOf } from "./coverage.ts";
import type { Query } from "./query.ts";
import type { AnswerFit } from "./read-text.ts";
import { FIT } from "./weights.ts";

/** The kinds of figures that answer a question, by what it asks for. */
const WANTED = {
  when: ["year", "date"],
  "how-many": ["number", "measure", "money", "percent", "fraction", "duration", "ordinal"],
  "how-much": ["money", "number", "measure", "percent", "fraction"],
  percent: ["percent", "fraction"],
} as const satisfies Partial<Record<ExpectedAnswer, readonly NumberKind[]>>;

/** Judges texts by a question for a figure or a time; a value that the question gives itself does not count. */
export function createFigureFit(
  expected: keyof typeof WANTED,
  query: Query,
  vocabulary: Vocabulary,
): AnswerFit {
  const wanted: readonly NumberKind[] = WANTED[expected];
  const wantedIn = (figures: readonly Figure[]) =>
    figures.filter(({ kind, value }) => wanted.includes(kind) && !query.given.has(value));
  if (expected === "when") return timeFit(query, vocabulary, wantedIn);
  const unit = expected === "how-many" ? askedUnit(query.question.tokens) : undefined;
  if (unit !== undefined) return measureFit(unit, wantedIn);
  const asked = expected === "how-many" ? askedTerm(query, vocabulary) : undefined;
  return asked === undefined
    ? ({ figures }) => (wantedIn(figures).length > 0 ? 1 : 0)
    : numberFit(asked, wantedIn);
}

type Wanted = (figures: readonly Figure[]) => readonly Figure[];

/** The word behind the question word, and which words of a text stand for it. */
interface AskedTerm {
  isIn(terms: readonly string[]): boolean;
  /** قمران for «كم قمرًا …؟». */
  isDual(term: string): boolean;
}

function askedTerm({ question, words }: Query, vocabulary: Vocabulary): AskedTerm | undefined {
  const term = askedNoun(question.tokens, question.content)?.term;
  const asked = words.find((word) => word.term === term);
  if (term === undefined || asked === undefined) return undefined;
  // The same words stand in most of the sentences that are read for a question.
  const known = new Map<string, boolean>();
  const isAsked = (one: string): boolean => {
    const before = known.get(one);
    if (before !== undefined) return before;
    const word = vocabulary.find(one);
    const is = word !== undefined && strengthOf(asked, word, vocabulary) >= FIT.named;
    known.set(one, is);
    return is;
  };
  const dual = `${term.replace(/\u0627$/, "")}\u0627\u0646`;
  return { isIn: (terms) => terms.some(isAsked), isDual: (one) => withoutArticle(one) === dual };
}

/**
 * «متى تأسست …؟» is fitted by a date in a text that says تأسست, less by another date, still less by a time without one. «متى ولد …؟»
 * is also fitted by the dates in brackets behind a name.
 */
function timeFit(query: Query, vocabulary: Vocabulary, wantedIn: Wanted): AnswerFit {
  const event = askedTerm(query, vocabulary);
  const ofLife = hasCue("life", query.question.tokens.map(({ term }) => term).join(" "));
  return ({ text, terms, figures }) => {
    const joined = terms.join(" ");
    if (wantedIn(figures).length === 0 && !hasCue("era", joined))
      return hasCue("time", joined) ? FIT.timeWithoutDate : 0;
    const tells = event === undefined || event.isIn(terms) || (ofLife && holdsLifeDates(text));
    return tells ? 1 : FIT.otherDate;
  };
}

/** «(11 ديسمبر 1911 - 30 أغسطس 2006)», «(1332 – 1406م)»: in brackets a year, and behind it a dash. */
function holdsLifeDates(text: string): boolean {
  return text.match(BRACKETED)?.some((inside) => YEAR_AND_DASH.test(inside)) === true;
}

const BRACKETED = /\([^()]{5,150}\)/gu;
const YEAR_AND_DASH = /\p{Nd}{3}[^()\u2013\u2014-]{0,20}[\u2013\u2014-]/u;

/** «كم عمر …؟» is fitted by «مئة سنة», less by a figure without a unit; not by kilometres. */
function measureFit(unit: string, wantedIn: Wanted): AnswerFit {
  return ({ figures }) => {
    const found = wantedIn(figures);
    if (found.some((figure) => figure.unit?.startsWith(unit) === true)) return 1;
    return found.some((figure) => figure.unit === undefined) ? FIT.otherFigure : 0;
  };
}

/** «كم دولة …؟» is fitted by «تسع دول» and by «دولتان», less by a figure in a text that names the noun, still less by another figure. */
function numberFit(asked: AskedTerm, wantedIn: Wanted): AnswerFit {
  const isDual = (term: string) => (FEMININE_DUAL.test(term) || asked.isDual(term)) && asked.isIn([term]);
  const isCounted = ({ counted }: Figure) => counted !== undefined && asked.isIn([counted]);
  return ({ terms, figures }) => {
    const found = wantedIn(figures);
    if (found.some(isCounted) || terms.some(isDual)) return 1;
    if (found.length === 0) return 0;
    const countsOthers = found.every(({ counted }) => counted !== undefined && /.{2}\u0627$/.test(counted));
    return asked.isIn(terms) && !countsOthers ? FIT.figureBeside : FIT.otherFigure;
  };
}

/** جامعتان، جامعتين. */
const FEMININE_DUAL = /^.{2,}\u062a[\u0627\u064a]\u0646$/;
