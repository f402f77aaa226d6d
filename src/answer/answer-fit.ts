import { hasCue } from "../arabic/answer-cues.ts";
import { isCommonWord } from "../arabic/common-words.ts";
import { isStopWord } from "../arabic/stop-words.ts";
import { tokenize } from "../arabic/tokens.ts";
import type { Collection } from "../search/collection.ts";
import { strengthOf } from "./coverage.ts";
import { createFigureFit } from "./figure-fit.ts";
import type { Query } from "./query.ts";
import type { AnswerFit, ReadText } from "./read-text.ts";
import { FIT } from "./weights.ts";

/**
 * Judges texts by one question: «متى…؟» is fitted by «عام 1874», unless the question gives that year itself; «ما منطقته؟» by
 * «المنطقة: البصرة».
 */
export function createAnswerFit(query: Query, collection: Collection): AnswerFit {
  const ofKind = createKindFit(query, collection);
  // «ما تعريف الخبر؟» is fitted by «الخبر: …».
  const named = query.words.find(({ term }) => !isCommonWord(term));
  const asked = query.question.expected === "definition" ? (named ?? query.words[0]) : query.words[0];
  return (read) => {
    const fit = ofKind(read);
    if (fit >= 1 || asked === undefined) return fit;
    const head = read.text.slice(0, FIT.longestLabel);
    const label = head.includes(":") ? LABEL.exec(head)?.[0] : undefined;
    if (label === undefined) return fit;
    const isAsked = tokenize(label).some(({ term }) => {
      const word = collection.vocabulary.find(term);
      return word !== undefined && strengthOf(asked, word, collection.vocabulary) >= FIT.named;
    });
    return isAsked ? 1 : fit;
  };
}

/** «المنطقة: …»: up to three words before a colon. */
const LABEL = /^[^\s:]+(?:\s[^\s:]+){0,2}\s?:(?=\s*\S)/u;

function createKindFit(query: Query, { vocabulary }: Collection): AnswerFit {
  const { expected } = query.question;
  const subjects = query.words.filter(({ term }) => !isCommonWord(term) && !hasCue("opener", term));
  const ofSubject = subjects.length > 0 ? subjects : query.words;
  const weights = new Map<string, number>();
  const subject: Subject = {
    total: ofSubject.reduce((sum, { weight }) => sum + weight, 0),
    weightOf(term) {
      const known = weights.get(term);
      if (known !== undefined) return known;
      const word = vocabulary.find(term);
      const weight = ofSubject.reduce(
        (most, asked) =>
          word !== undefined && strengthOf(asked, word, vocabulary) >= FIT.named
            ? Math.max(most, asked.weight)
            : most,
        0,
      );
      weights.set(term, weight);
      return weight;
    },
  };
  const question = query.question.tokens.map(({ term }) => term).join(" ");
  if (hasCue("asks-difference", question))
    return ({ terms }) => (hasCue("difference", terms.join(" ")) ? FIT.difference : 0);
  switch (expected) {
    case "when":
    case "how-many":
    case "how-much":
    case "percent":
      return createFigureFit(expected, query, vocabulary);
    case "why":
      return ({ terms }) => (hasCue("cause", terms.join(" ")) ? 1 : 0);
    case "yes-no":
      return ({ terms }) => {
        const text = terms.join(" ");
        if (hasCue("stand", text)) return 1;
        return hasCue("reported", text) ? 0 : FIT.noStand;
      };
    case "definition":
      return (read) => openingFit(read, subject);
    case "who":
      return (read) =>
        Math.max(openingFit(read, subject), hasCue("agent", read.terms.join(" ")) ? FIT.agent : 0);
    case "where":
      if (!hasCue("asks-place", question)) return () => 0;
      return (read) =>
        (hasCue("place", read.terms.join(" ")) ? FIT.place : 0) +
        FIT.placeOfSubject * openingFit(read, subject);
    default:
      return () => 0;
  }
}

/** What the question is about: its words that tell much. */
interface Subject {
  readonly total: number;
  /** The weight of the word of the subject that a term stands for; 0 for none. */
  weightOf(term: string): number;
}

/**
 * «ومنصة كودا (CUDA) هي…»: how far a text opens with the subject and goes on to say what it is. A word that only introduces
 * (كلمة، مدينة) may stand before it; after another word, such as a verb, the text must say «هو» or «الذي».
 */
function openingFit({ text, terms }: ReadText, subject: Subject): number {
  const at = terms.slice(0, FIT.openingWords).findIndex((term) => subject.weightOf(term) > 0);
  if (at < 0) return saysWho(terms, subject);
  let end = at;
  let covered = 0;
  for (let i = at; i < at + FIT.openingWords && i < terms.length; i++) {
    const weight = subject.weightOf(terms[i] ?? "");
    covered += weight;
    if (weight > 0) end = i + 1;
  }
  const share = Math.min(1, covered / subject.total);
  if (share < FIT.subjectShare) return 0;
  const next = terms.slice(end, end + FIT.toCopula);
  const saysWhatItIs = next.some((term) => hasCue("copula", term));
  const isFirst = at === 0 || (at === 1 && hasCue("opener", terms[0] ?? ""));
  if (!isFirst) return saysWhatItIs ? FIT.opens * share : saysWho(terms, subject);
  if (saysWhatItIs) return share;
  const isAside = ASIDE.test(text);
  return share * (!isAside && (next[0] === undefined || isStopWord(next[0])) ? FIT.bare : FIT.opens);
}

/** «العقد المرن، في أشيع معانيه، …»: what stands behind the subject is parted from it. */
const ASIDE = /^[^\s،(]+(?:\s[^\s،(]+){0,3}\s?[،(]/u;

/** «نعمان الخطيب، الذي صنع …»: the subject, and at once what is said of it. */
function saysWho(terms: readonly string[], subject: Subject): number {
  const said = terms.some((term, i) => RELATIVES.has(term) && subject.weightOf(terms[i - 1] ?? "") > 0);
  return said ? FIT.apposition : 0;
}

const RELATIVES: ReadonlySet<string> = new Set(["الذي", "التي", "وهو", "وهي"]);
