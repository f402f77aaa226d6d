import { asksForAdvice } from "./advice.ts";
import { arabiziTokens } from "./arabizi.ts";
import { askingClauseOf } from "./asking-clause.ts";
import { type ExpectedAnswer, expectedAnswer } from "./expected-answer.ts";
import { greetedTerms, isAddressed } from "./greetings.ts";
import { hasPossessor, leansOnContext, needsContext } from "./needs-context.ts";
import { isPercent } from "./number-words.ts";
import { isCue, isCueWithConjunction } from "./question-cues.ts";
import { isSourceWord, type SourceField, sourceFieldOf } from "./source-question.ts";
import { isQuestionWord, isStopWord } from "./stop-words.ts";
import { isCourtesy, type Talk, talkOf } from "./talk.ts";
import type { Span, Token } from "./token.ts";
import { tokenize } from "./tokens.ts";

export type { ExpectedAnswer } from "./expected-answer.ts";
export type { Talk } from "./talk.ts";

/** A question as it was asked and what can be told of what it wants. */
export interface Question {
  readonly text: string;
  /** All its words, but those of courtesies around it. */
  readonly tokens: readonly Token[];
  /** The words that name something: no stop, question or greeting word, each term once, in order. */
  readonly content: readonly Token[];
  readonly expected: ExpectedAnswer;
  /** What is said to the bot; set only when the text is nothing else. */
  readonly talk?: Talk;
  /** It asks how something stands today («بكم الذهب اليوم؟»), which no dated text can say. */
  readonly asksOfToday: boolean;
  /** It is in a dialect, some of whose words mean something else in the standard language. */
  readonly isDialect: boolean;
  /** It is Arabic in Latin letters: its words are found by their consonants. */
  readonly isArabizi: boolean;
  /** It asks what the person who asks should do, which no report of others can say: «هل أشتري …؟». */
  readonly asksAdvice: boolean;
  /** It names nothing of its own and is understood after an earlier answer: «ومتى كان ذلك؟». */
  readonly needsContext: boolean;
  /** It has no subject but one that was named before: «ما مساحته؟», «متى يغلق؟». */
  readonly leans: boolean;
  /** It goes on from what was said: «ومتى دخلت السوق؟». */
  readonly carriesOn: boolean;
  /** It asks for a field of an article's citation. */
  readonly asksSource?: SourceField;
}

/** Reads a question or a keyword query, in Arabic of any kind or in English. Never fails, linear. */
export function readQuestion(text: string): Question {
  const arabizi = arabiziTokens(text);
  const tokens = withoutCourtesies(text, arabizi ?? tokenize(text));
  const terms = tokens.map(({ term }) => term);
  const clause = askingClauseOf(text, tokens);
  const asked = tokens
    .filter(({ start }) => start >= clause.start && start < clause.end)
    .map(({ term }) => term);
  const ofClause = expectedAnswer(asked);
  const inText = ofClause === "none" && asked.length < terms.length ? expectedAnswer(terms) : ofClause;
  const asksSource = sourceFieldOf(terms);
  const content = contentOf(text, tokens, asksSource !== undefined);
  const talk = asksSource === undefined ? talkOf(text, spokenTerms(text, tokens)) : undefined;
  const isOpen = inText === "none" || inText === "which";
  const leans = leansOnContext(text, tokens, content);
  const meant = isOpen && asksForMeaning(terms, content) ? "definition" : inText;
  // «ما مساحته؟» asks for the area of something, and not what an area is.
  const expected = meant === "definition" && leans && hasPossessor(text, content) ? "none" : meant;
  return {
    text,
    tokens,
    content,
    expected,
    ...(talk === undefined ? {} : { talk }),
    asksOfToday: terms.some((term) => isCue("today", term)),
    isDialect: terms.some((term) => isCue("dialect", term)),
    isArabizi: arabizi !== undefined,
    asksAdvice: asksForAdvice(text, tokens),
    leans,
    carriesOn: carriesOn(terms),
    needsContext: talk === undefined && needsContext(text, tokens, content),
    ...(asksSource === undefined ? {} : { asksSource }),
  };
}

/** Courtesies around a question that are left out, at most on each side. */
const MOST_COURTESIES = 4;

/** «كيف حالك اليوم؟ متى بنيت القلعة؟ شكرا لكم»: without the clauses that are said to the bot, where something else stands beside them. */
function withoutCourtesies(text: string, tokens: readonly Token[]): readonly Token[] {
  const clauses: Token[][] = [];
  tokens.forEach((token, at) => {
    const before = tokens[at - 1];
    const clause = clauses.at(-1);
    if (before === undefined || clause === undefined || CLAUSE_END.test(text.slice(before.end, token.start)))
      clauses.push([token]);
    else clause.push(token);
  });
  let [from, to] = [0, clauses.length];
  const isSaid = (clause: readonly Token[] = []) =>
    isCourtesy(talkOf(text.slice(clause[0]?.start, clause.at(-1)?.end), spokenTerms(text, clause)));
  while (from < MOST_COURTESIES && from < to && isSaid(clauses[from])) from++;
  while (clauses.length - to < MOST_COURTESIES && to > from && isSaid(clauses[to - 1])) to--;
  return from === to ? tokens : clauses.slice(from, to).flat();
}

const CLAUSE_END = /[،,.!؟?؛;\n…]/;

/** A question word with و or ف attached: «ومتى», «فكم». */
function carriesOn([first = ""]: readonly string[]): boolean {
  return /^[\u0648\u0641]/.test(first) && isQuestionWord(first) && isQuestionWord(first.slice(1));
}

/** «ما وحدة القياس؟»: what, and nothing but a name of at most three words. */
function asksForMeaning(terms: readonly string[], content: readonly Token[]): boolean {
  const [first, ...rest] = terms;
  return isCue("what", first ?? "") && content.length <= 3 && rest.length === content.length;
}

function contentOf(text: string, tokens: readonly Token[], ofSource: boolean): Token[] {
  const content = new Map<string, Token>();
  const terms = tokens.map(({ term }) => term);
  const aside = unspoken(text);
  // Where Gulf question words ask, حق is "of"; elsewhere it is a right.
  const gulf = terms.some((term) => isCue("gulf", term));
  for (let at = greetedTerms(terms); at < tokens.length; at++) {
    const token = tokens[at];
    if (token === undefined || isAskedMeasure(terms, at)) continue;
    while ((aside[0]?.end ?? Number.POSITIVE_INFINITY) <= token.start) aside.shift();
    if (aside[0] !== undefined && token.start >= aside[0].start) continue;
    if (isFunctionWord(token.term) && !isAbbreviation(text, token)) continue;
    if (terms[at - 1] === "يا" && isAddressed(token.term)) continue;
    if (gulf && token.term === "حق") continue;
    if (ofSource && isSourceWord(token.term)) continue;
    const term = withoutNegation(token.term, terms[at - 1]);
    if (!content.has(term)) content.set(term, { ...token, term });
  }
  return [...content.values()];
}

/** All terms but those of names that are addressed and of links. */
function spokenTerms(text: string, tokens: readonly Token[]): string[] {
  const aside = unspoken(text);
  return tokens
    .filter(({ start, end }) => !aside.some((span) => start < span.end && span.start < end))
    .map(({ term }) => term);
}

function isFunctionWord(term: string): boolean {
  return isStopWord(term) || isQuestionWord(term);
}

/** Names in capitals that are function words in small letters. */
function isAbbreviation(text: string, { start, end }: Token): boolean {
  return /^(?:US|WHO|IT)$/.test(text.slice(start, end)) && /[a-z]/.test(text);
}

/** `@name` and a platform's `<@123>` address somebody; a link is no word. */
function unspoken(text: string): Span[] {
  const found = text.matchAll(/https?:\/\/\S+|<[@#][!&]?\d+>|(?<![\w.])@[\p{L}\p{N}_]+/gu);
  return [...found].map((match) => ({ start: match.index, end: match.index + match[0].length }));
}

/** The سنة of «في أي سنة» and of «سنة كام», the المئة of «كم في المئة», and the "long" of "how long", name the kind of answer, not a subject. */
function isAskedMeasure(terms: readonly string[], at: number): boolean {
  const term = terms[at] ?? "";
  const before = terms[at - 1] ?? "";
  if (isPercent(term) || isPercent(`${before} ${term}`)) return true;
  if (isCue("measures after how", term)) return before === "how";
  if (isCue("events", term) && isCueWithConjunction("asked events", before)) return true;
  if (!isCue("measures of time", term)) return false;
  return isCueWithConjunction("which", before) || isCue("how many", terms[at + 1] ?? "");
}

/** The dialects' negation ما …ش: ما كتبوش is كتبو. */
function withoutNegation(term: string, previous: string | undefined): string {
  return previous === "ما" && /^(?!\u0627\u0644).{3,}\u0634$/.test(term) ? term.slice(0, -1) : term;
}
