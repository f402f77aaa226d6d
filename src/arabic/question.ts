import { type ExpectedAnswer, expectedAnswer } from "./expected-answer.ts";
import { focusOf, type Range } from "./focus.ts";
import { greetedTerms, greetingOf, isAddressed } from "./greetings.ts";
import { leans } from "./leaning.ts";
import { isSourceWord, type SourceField, sourceFieldOf } from "./source-question.ts";
import type { Token } from "./token.ts";
import { tokenize } from "./tokens.ts";
import { isQuestionWord, isStopWord } from "./words.ts";

export type { ExpectedAnswer } from "./expected-answer.ts";

/** A question as it was asked and what can be told of what it wants. */
export interface Question {
  readonly text: string;
  /** All its words. */
  readonly tokens: readonly Token[];
  /** The words that name something: no stop, question or greeting word, each term once, in order. */
  readonly content: readonly Token[];
  readonly expected: ExpectedAnswer;
  /** What it is asked in: Latin names in an Arabic question change nothing. */
  readonly language: "ar" | "en";
  /** Set only when the text is nothing else. */
  readonly greeting?: "greeting" | "thanks";
  /** It asks how something stands today («بكم الذهب اليوم؟»), which no dated text can say. */
  readonly asksOfToday: boolean;
  /** It names nothing of its own: «ومتى كان ذلك؟». */
  readonly leans: boolean;
  /** It asks for a field of an article's citation. */
  readonly asksSource?: SourceField;
  /** The clause that asks; all of the text when there is but one. */
  readonly focus: Range;
}

/** Reads a question or a keyword query, in Arabic of any kind or in English. Never fails, linear. */
export function readQuestion(text: string): Question {
  const tokens = tokenize(text);
  const terms = tokens.map(({ term }) => term);
  const focus = focusOf(text, tokens);
  const asked = tokens
    .filter(({ start }) => start >= focus.start && start < focus.end)
    .map(({ term }) => term);
  const ofFocus = expectedAnswer(asked);
  const inText = ofFocus === "none" && asked.length < terms.length ? expectedAnswer(terms) : ofFocus;
  const asksSource = sourceFieldOf(terms);
  const content = contentOf(text, tokens, asksSource !== undefined);
  const greeting = greetingOf(terms);
  const expected = inText === "none" && asksForMeaning(terms, content) ? "definition" : inText;
  return {
    text,
    tokens,
    content,
    expected,
    language: languageOf(terms),
    ...(greeting === undefined ? {} : { greeting }),
    asksOfToday: terms.some((term) => TODAY.has(term)),
    leans: greeting === undefined && leans(text, tokens, content),
    ...(asksSource === undefined ? {} : { asksSource }),
    focus,
  };
}

/** Today and now, of the standard language, the dialects and English. Folded. */
const TODAY = new Set(["اليوم", "الان", "الحين", "هسه", "هلا", "هلق", "دلوقتي", "دلوقت", "توا", "today"]);

/** «ما وحدة القياس؟»: what, and nothing but a name of at most three words. */
function asksForMeaning(terms: readonly string[], content: readonly Token[]): boolean {
  const [first, ...rest] = terms;
  return WHAT.has(first ?? "") && content.length <= 3 && rest.length === content.length;
}

const WHAT = new Set(["ما", "ماهو", "ماهي", "شو", "ايش", "وش", "شنو"]);

function contentOf(text: string, tokens: readonly Token[], ofSource: boolean): Token[] {
  const content = new Map<string, Token>();
  const terms = tokens.map(({ term }) => term);
  const aside = unspoken(text);
  const gulf = terms.some((term) => GULF.has(term));
  for (let at = greetedTerms(terms); at < tokens.length; at++) {
    const token = tokens[at];
    if (token === undefined || isAskedMeasure(terms, at)) continue;
    while ((aside[0]?.end ?? Number.POSITIVE_INFINITY) <= token.start) aside.shift();
    if (aside[0] !== undefined && token.start >= aside[0].start) continue;
    if (says(token.term) && !isAbbreviation(text, token)) continue;
    if (terms[at - 1] === "يا" && isAddressed(token.term)) continue;
    if (gulf && token.term === "حق") continue;
    if (ofSource && isSourceWord(token.term)) continue;
    const term = withoutNegation(token.term, terms[at - 1]);
    if (!content.has(term)) content.set(term, { ...token, term });
  }
  return [...content.values()];
}

/** Where these ask, حق means "of"; elsewhere it is a right. */
const GULF = new Set(["وش", "وين", "شنو", "شكثر", "ليش", "ايش", "شلون", "منو"]);

function says(term: string): boolean {
  return isStopWord(term) || isQuestionWord(term);
}

/** Names in capitals that are function words in small letters. */
function isAbbreviation(text: string, { start, end }: Token): boolean {
  return /^(?:US|WHO|IT)$/.test(text.slice(start, end)) && /[a-z]/.test(text);
}

/** `@name` and a platform's `<@123>` address somebody; a link is no word. */
function unspoken(text: string): Range[] {
  const found = text.matchAll(/https?:\/\/\S+|<[@#][!&]?\d+>|(?<![\w.])@[\p{L}\p{N}_]+/gu);
  return [...found].map((match) => ({ start: match.index, end: match.index + match[0].length }));
}

/** The سنة of «في أي سنة» and of «سنة كام», and the "long" of "how long", name the kind of answer, not a subject. */
function isAskedMeasure(terms: readonly string[], at: number): boolean {
  const term = terms[at] ?? "";
  const before = terms[at - 1] ?? "";
  if (/^(?:long|big|large|old|far|tall|high|deep|fast|often|much|many)$/.test(term)) return before === "how";
  if (!/^(?:سنه|عام|يوم|شهر|تاريخ|year|date|month|day)$/.test(term)) return false;
  return (
    /^(?:[\u0648\u0641])?(?:اي|انهي|what|which)$/.test(before) || /^(?:كام|كم)$/.test(terms[at + 1] ?? "")
  );
}

/** The dialects' negation ما …ش: ما كتبوش is كتبو. */
function withoutNegation(term: string, previous: string | undefined): string {
  return previous === "ما" && /^(?!\u0627\u0644).{3,}\u0634$/.test(term) ? term.slice(0, -1) : term;
}

/** English when it has no Arabic word, or more English function words than Arabic ones: Latin names are no English. */
function languageOf(terms: readonly string[]): "ar" | "en" {
  const arabic = terms.filter((term) => /^[\u0621-\u064a]/.test(term));
  const latin = terms.filter((term) => /^[a-z]/.test(term));
  if (latin.length === 0) return "ar";
  return arabic.length === 0 || latin.filter(says).length > arabic.filter(says).length ? "en" : "ar";
}
