import { hasCue } from "../arabic/answer-cues.ts";
import { askedUnit, countedNoun } from "../arabic/asked-noun.ts";
import { isCommonWord } from "../arabic/common-words.ts";
import { isGenericNoun } from "../arabic/generic-nouns.ts";
import type { ExpectedAnswer } from "../arabic/question.ts";
import { lightStem } from "../arabic/stems.ts";
import { isQuestionWord } from "../arabic/stop-words.ts";
import type { Token } from "../arabic/token.ts";
import type { Span } from "../corpus/article.ts";
import { legibleText } from "../corpus/inline-marks.ts";
import type { Collection } from "../search/collection.ts";
import type { Coverage } from "./coverage.ts";
import { isLead } from "./leads.ts";
import { tellsOfOtherTimes } from "./other-times.ts";
import { tellsOfAnother } from "./others-fact.ts";
import type { Query, QueryWord } from "./query.ts";
import type { QuotedSentence } from "./quote.ts";
import { readText } from "./read-text.ts";
import type { SentenceEvidence } from "./sentence-evidence.ts";
import type { ScoredSentence } from "./sentences.ts";
import type { Found } from "./signals.ts";
import { foreignNames, isFigure, tellsSubject } from "./subject.ts";
import { FIT, RERANK, VERDICT } from "./weights.ts";

/**
 * Why nothing is claimed. `of-today`: it asks how much something is today, which a dated article cannot tell. `advice`: it asks
 * what to do. `no-figure`: it asks for a figure or a date, and the sentence has none. `no-definition`: it asks what one word is, and the sentence does not say so. `other-figure`: a figure of the question stands
 * nowhere in the window. `irrelevant`: a reranker finds that the sentence does not answer. `figures-alone`: it says nothing else (2+2). `other-name`: a name of it does not. `no-attribute`: it asks when, where or who did what the window does
 * not tell. `no-subject`: the window holds a name of the question in no way, nor any word that tells a subject: nothing is shown.
 */
export type Veto =
  | "of-today"
  | "advice"
  | "no-figure"
  | "no-definition"
  | "other-figure"
  | "figures-alone"
  | "other-name"
  | "no-attribute"
  | "irrelevant"
  | "no-subject";

/** What stands around the first quotation: see `windowOf`. */
interface Window {
  /** How far its sentence, and how far that or what is marked, holds the kind of thing asked for. */
  readonly own: number;
  readonly fit: number;
  readonly held: Coverage;
  readonly window: readonly string[];
}

/** Why nothing is claimed of the first quotation `first`, whose sentence is `best`; `undefined` where nothing forbids it. */
export function vetoOf(
  found: Found,
  best: ScoredSentence,
  first: QuotedSentence,
  around: Window,
): Veto | undefined {
  return ofQuestion(found, around) ?? othersFact(found, best, first) ?? irrelevance(found, first.evidence);
}

function ofQuestion({ query, collection }: Found, { own, fit, held, window }: Window): Veto | undefined {
  const { words, question } = query;
  const { expected, asksOfToday } = question;
  const names = foreignNames(query, collection, held, window);
  const isHeld = (at: number) => (held[at] ?? 0) >= VERDICT.sure;
  if (names.length > 0)
    return words.some((word, i) => isHeld(i) && tellsSubject(word)) ? "other-name" : "no-subject";
  if (question.asksAdvice) return "advice";
  if (asksOfToday && AMOUNTS.has(expected)) return "of-today";
  if ((AMOUNTS.has(expected) || expected === "when") && fit === 0) return "no-figure";
  if (expected === "how-many" && own <= FIT.otherFigure && countsThings(query, collection)) {
    // «هداف النادي رامي برصيد 120 هدفًا. أما عادل فقد خاض 300 مباراة»: what is counted stands beside, and is of another.
    const doing = words.findIndex(({ term }) => term === behindCounted(question.tokens)?.term);
    if (fit <= FIT.otherFigure || (doing >= 0 && !isHeld(doing))) return "no-figure";
  }
  const ofOneWord = words.filter(({ term }) => !isCommonWord(term)).length === 1;
  if (expected === "definition" && ofOneWord && fit === 0) return "no-definition";
  if (words.some((word, i) => isFigure(word.term) && held[i] === 0 && !isAskedScale(word)))
    return "other-figure";
  if (words.every(({ term }) => isFigure(term))) return "figures-alone";
  const [asking, told] = question.tokens.filter(({ term }, at) => at !== 1 || !COPULA.test(term));
  const attribute = words.findIndex(({ term }) => term === told?.term);
  const asksAttribute = ATTRIBUTED.has(expected) && isQuestionWord(asking?.term ?? "") && attribute >= 0;
  const isNamed =
    (expected === "why" && (hasCue("cause", told?.term ?? "") || hasCue("copula", told?.term ?? ""))) ||
    isCommonWord(told?.term ?? "") ||
    isGenericNoun(told?.term ?? "") ||
    LIES.test(told?.term ?? "");
  return asksAttribute && !isNamed && !isHeld(attribute) ? "no-attribute" : undefined;
}

/** «أحد الأنهار», «كم مليارا»: a one, and a scale without digits before it, give no figure. */
function isAskedScale({ term, written }: QueryWord): boolean {
  return /^n:1(?:00|000|000000|000000000|000000000000)?$/.test(term) && !/\p{Nd}/u.test(written);
}

/** What changes from day to day: an article tells how much it was on its own day. */
const AMOUNTS: ReadonlySet<ExpectedAnswer> = new Set(["how-many", "how-much", "percent"]);

/** Only a question for such a thing may find it wanting: `no-figure`, `no-attribute`. */
export function asksOneThing(expected: ExpectedAnswer): boolean {
  return AMOUNTS.has(expected) || ATTRIBUTED.has(expected);
}

/** «متى ولد …؟», «أين دفن …؟»: the verb behind the question word is what is asked. */
const ATTRIBUTED: ReadonlySet<ExpectedAnswer> = new Set(["when", "where", "who", "why"]);

/** «كم هدفًا …؟»: what is counted stands behind كم in its form for that; the articles know it, and it is no unit. */
function countsThings({ question: { tokens } }: Query, { vocabulary }: Collection): boolean {
  const counted = countedNoun(tokens)?.term;
  return (
    counted !== undefined &&
    askedUnit(tokens) === undefined &&
    vocabulary.findLight(lightStem(counted)) !== undefined
  );
}

function behindCounted(tokens: readonly Token[]): Token | undefined {
  const counted = countedNoun(tokens);
  return counted && tokens[tokens.indexOf(counted) + 1];
}

/** «من هو عمدة …؟»: what is asked stands behind it. */
const COPULA = /^(?:\u0647\u0648|\u0647\u064a|\u0643\u0627\u0646\u062a?)$/;

/** «أين تقع …؟» is told by a text without that verb. */
const LIES = /^[\u064a\u062a](?:قع|وجد|كمن|كون)$/;

/** Do the sentences that answer tell of another? They are read with their lead, the sentence before them, heading and title. */
function othersFact(
  { query, collection }: Found,
  { lead }: ScoredSentence,
  { quotation, evidence }: QuotedSentence,
): Veto | undefined {
  const { article, sentence, index } = evidence;
  const isMarked = (span: Span) =>
    quotation.highlights.some((mark) => span.start < mark.end && mark.start < span.end);
  const before = article.sentences[index - 1];
  const texts = article.sentences.filter(
    (one) =>
      one === sentence ||
      isMarked(one) ||
      one === article.sentences[lead?.index ?? -1] ||
      (one === before && (one.paragraph === sentence.paragraph || isLead(article, index - 1))),
  );
  const read = [
    ...texts.map(({ start, end }) => legibleText(article).slice(start, end)),
    article.paragraphs[sentence.paragraph]?.heading ?? "",
    article.title,
  ].map(readText);
  if (tellsOfAnother(query, collection, read)) return "other-name";
  return tellsOfOtherTimes(query, read) ? "other-figure" : undefined;
}

function irrelevance({ relevance }: Found, { id }: SentenceEvidence): Veto | undefined {
  return (relevance?.get(id) ?? 1) < RERANK.least ? "irrelevant" : undefined;
}
