import { hasCue } from "../arabic/answer-cues.ts";
import { isCommonWord } from "../arabic/common-words.ts";
import type { NumberKind } from "../arabic/numbers.ts";
import type { ExpectedAnswer } from "../arabic/question.ts";
import { isStopWord } from "../arabic/stop-words.ts";
import type { Collection, Figure } from "../search/collection.ts";
import { strengthOf } from "./coverage.ts";
import type { Query } from "./query.ts";
import { FIT } from "./weights.ts";

/** A sentence or clause, read. */
export interface ReadText {
  /** Its folded words, in order. */
  readonly terms: readonly string[];
  readonly figures: readonly Figure[];
}

/** How far a text holds the kind of thing that the question asks for: 0 to 1. */
export type AnswerFit = (text: ReadText) => number;

/** Judges texts by one question: «متى…؟» is fitted by «عام 1874», unless the question gives that year itself. */
export function createAnswerFit(query: Query, { vocabulary }: Collection): AnswerFit {
  const { expected } = query.question;
  const wanted = WANTED[expected];
  const subjects = query.words.filter(({ term }) => !isCommonWord(term) && !hasCue("opener", term));
  const ofSubject = (subjects.length > 0 ? subjects : query.words).map((asked) => ({
    asked,
    weight: asked.weight,
  }));
  const subject: Subject = {
    total: ofSubject.reduce((sum, { weight }) => sum + weight, 0),
    weightOf(term) {
      const word = vocabulary.find(term);
      if (word === undefined) return 0;
      return ofSubject.reduce(
        (most, { asked, weight }) =>
          strengthOf(asked, word, vocabulary) >= FIT.named ? Math.max(most, weight) : most,
        0,
      );
    },
  };
  const question = query.question.tokens.map(({ term }) => term).join(" ");
  const holds = (figures: readonly Figure[]): boolean =>
    figures.some(({ kind, value }) => wanted?.includes(kind) === true && !query.given.has(value));

  switch (expected) {
    case "when":
      return ({ terms, figures }) =>
        holds(figures) ? 1 : hasCue("time", terms.join(" ")) ? FIT.timeWithoutDate : 0;
    case "why":
      return ({ terms }) => (hasCue("cause", terms.join(" ")) ? 1 : 0);
    case "definition":
      return ({ terms }) => openingFit(terms, subject);
    case "who":
      return ({ terms }) =>
        Math.max(FIT.opening * openingFit(terms, subject), hasCue("agent", terms.join(" ")) ? FIT.agent : 0);
    case "where":
      if (!hasCue("asks-place", question)) return () => 0;
      return ({ terms }) =>
        (hasCue("place", terms.join(" ")) ? FIT.place : 0) + FIT.placeOfSubject * openingFit(terms, subject);
    default:
      return wanted === undefined ? () => 0 : ({ figures }) => (holds(figures) ? 1 : 0);
  }
}

const WANTED: Partial<Record<ExpectedAnswer, readonly NumberKind[]>> = {
  when: ["year", "date"],
  "how-many": ["number", "measure", "money", "percent", "fraction", "duration", "ordinal"],
  "how-much": ["money", "number", "measure", "percent", "fraction"],
  percent: ["percent", "fraction"],
};

/** What the question is about: its words that tell much. */
interface Subject {
  readonly total: number;
  /** The weight of the word of the subject that a term stands for; 0 for none. */
  weightOf(term: string): number;
}

/**
 * «ومنصة كودا (CUDA) هي…»: how far a text opens with the subject and goes on to say what it is. A word that only introduces
 * (كلمة، مدينة) may stand before it; after another word, such as a verb, the text must say «هو».
 */
function openingFit(terms: readonly string[], subject: Subject): number {
  const at = terms.slice(0, FIT.openingWords).findIndex((term) => subject.weightOf(term) > 0);
  if (at < 0) return 0;
  let end = at;
  let covered = 0;
  for (let i = at; i < at + FIT.openingWords && i < terms.length; i++) {
    const weight = subject.weightOf(terms[i] ?? "");
    covered += weight;
    if (weight > 0) end = i + 1;
  }
  if (covered < FIT.subjectShare * subject.total) return 0;
  const next = terms.slice(end, end + FIT.toCopula);
  const saysWhatItIs = next.some((term) => hasCue("copula", term));
  const isFirst = at === 0 || (at === 1 && hasCue("opener", terms[0] ?? ""));
  if (!isFirst) return saysWhatItIs ? FIT.late : 0;
  return saysWhatItIs ? 1 : next[0] === undefined || isStopWord(next[0]) ? FIT.bare : FIT.nominal;
}
