import { isCommonWord } from "../arabic/common-words.ts";
import { readingsByLayout } from "../arabic/keyboard-layout.ts";
import { isCue } from "../arabic/question-cues.ts";
import { lightStem } from "../arabic/stems.ts";
import { isQuestionWord, isStopWord } from "../arabic/stop-words.ts";
import type { Token } from "../arabic/token.ts";
import { tokenize } from "../arabic/tokens.ts";
import { legibleText } from "../corpus/inline-marks.ts";
import type { Collection } from "../search/collection.ts";
import type { Vocabulary } from "../search/vocabulary.ts";
import type { Adaptation, Answer, Quotation } from "./answer.ts";
import type { Query, QueryWord } from "./query.ts";
import { isFigure, tellsSubject } from "./subject.ts";
import { RESCUE, VERDICT } from "./weights.ts";

/** Asks a question; the options are those of every answer. */
type Ask<Options> = (question: string, options?: Options) => Promise<Answer>;

/** Only a question that stands for itself is asked again. */
interface Standing {
  readonly prefix?: boolean;
  readonly context?: unknown;
  readonly within?: unknown;
}

/**
 * Asks once more where nothing was found: what the keys of the question would have written with the other keyboard layout, then
 * the question without the words that the collection lacks, where these tell least. The answer says what was searched,
 * and claims nothing for a question without one of its words. `again` asks by words, so that nobody waits for an embedder twice.
 * Operators are left as they are: they ask for nothing else.
 */
export function withRescues<Options extends Standing>(
  ask: Ask<Options>,
  again: Ask<Options>,
  read: (question: string) => Query,
): Ask<Options> {
  /** The first reading whose words are known, at least half of them, where none of the words as typed is. */
  const byLayout = async (question: string, query: Query, options?: Options): Promise<Answer | undefined> => {
    // «كيف حاله؟» is written in the layout of its language.
    if (query.words.some(isKnown) || query.question.tokens.some(isFunctionWord)) return undefined;
    for (const searched of readingsByLayout(question)) {
      const { words } = read(searched);
      // Single letters and figures («²») are known by chance.
      const known = words.filter(
        (word) => isKnown(word) && word.term.length > 1 && !isFigure(word.term),
      ).length;
      if (known === 0 || known < RESCUE.known * words.length) continue;
      const answer = await again(searched, options);
      if (answer.verdict === "unanswered") continue;
      const written = question.trim();
      return adapt(answer, { instead: [{ written, searched: searched.trim() }], exactly: `+${written}` });
    }
    return undefined;
  };

  const withoutGeneral = async (question: string, query: Query, options?: Options) => {
    const lacking = query.words.filter((word) => !isKnown(word));
    const held = query.words.filter(isKnown);
    if (lacking.length === 0 || !lacking.every(tellsLeast) || !held.some(tellsSubject)) return undefined;
    const searched = withEach(question, lacking, () => "");
    const answer = await again(searched, options);
    if (answer.verdict === "unanswered") return undefined;
    const leftOut = lacking.map(({ written }) => written);
    const exactly = withEach(question, lacking, (word) => `+${word}`);
    return { ...adapt(answer, { leftOut, exactly }), verdict: "uncertain" as const };
  };

  return async (question, options) => {
    const own = await ask(question, options);
    const { prefix = false, context, within } = options ?? {};
    if (own.verdict !== "unanswered" || own.nothing !== undefined) return own;
    const isPlain = !prefix && context === undefined && within === undefined;
    if (!isPlain || question.length > RESCUE.longest) return own;
    const query = read(question);
    if (query.operators.text !== question) return own;
    return (
      (await byLayout(question, query, options)) ?? (await withoutGeneral(question, query, options)) ?? own
    );
  };
}

/** The words that the collection lacks and that a quotation holds in another spelling alone, each with how the quotation writes it. */
export function slipsIn(
  { question, words }: Query,
  { passage, start, end }: Quotation,
  { vocabulary }: Collection,
): Partial<Adaptation> {
  const unknown = words.filter((word) => tellsSubject(word) && isRespelled(word, vocabulary));
  if (unknown.length === 0) return {};
  const text = legibleText(passage.article).slice(start, end);
  const tokens = tokenize(text);
  const slips = unknown.flatMap((word) => {
    const found = tokens.find(({ term }) => stands(term, word, vocabulary));
    return found === undefined || isInflected(found.term, word.term)
      ? []
      : [{ word, searched: text.slice(found.start, found.end) }];
  });
  if (slips.length === 0) return {};
  const instead = slips.map(({ word, searched }) => ({ written: word.written, searched }));
  const respelled = slips.map(({ word }) => word);
  return { instead, exactly: withEach(question.text, respelled, (word) => `+${word}`) };
}

/** The collection has the word neither as it is written nor by its stem, but with a slip mended or as the same name otherwise spelled. */
function isRespelled({ term, matches }: QueryWord, vocabulary: Vocabulary): boolean {
  if (matches.bySlip === true) return true;
  return (
    vocabulary.find(term) === undefined &&
    vocabulary.findLight(lightStem(term)) === undefined &&
    matches.words.size > 0
  );
}

/** A word of a text, in the same script, stands for one of the question by its spelling. */
function stands(term: string, { term: asked, matches }: QueryWord, vocabulary: Vocabulary): boolean {
  const word = vocabulary.find(term);
  if (word === undefined || /^[a-z]/.test(term) !== /^[a-z]/.test(asked)) return false;
  return matches.bySlip === true
    ? matches.light.has(vocabulary.lightOf[word] ?? -1)
    : matches.words.has(word);
}

/** The answer with what was searched for it; unchanged where that is what was written. */
export function adapt(
  answer: Answer,
  { instead = [], leftOut = [], unheld = [], exactly }: Partial<Adaptation>,
): Answer {
  if (instead.length + leftOut.length + unheld.length === 0) return answer;
  return { ...answer, adapted: { instead, leftOut, unheld, ...(exactly !== undefined && { exactly }) } };
}

/** A word of the language, and long enough not to come about by chance. */
function isFunctionWord({ term }: Token): boolean {
  return term.length >= SHORTEST_STEM && (isQuestionWord(term) || isStopWord(term));
}

/** The collection holds the word, or another spelling of it. */
function isKnown({ matches }: QueryWord): boolean {
  return Math.max(0, ...matches.words.values(), ...matches.light.values()) >= VERDICT.sure;
}

/** «ميزتا» and «ميزتين», «بمحمية» and «محمية», «بيتكلم» and «يتكلمها»: the same word with another ending or particle, which nobody wrote by mistake. */
function isInflected(term: string, other: string): boolean {
  return formsOf(term).some((one) => formsOf(other).some((another) => differInEnding(one, another)));
}

/** The word, and what it may be without a particle, the article, or what the dialects put before a verb («بيتكلم», «هيكتب»). */
function formsOf(term: string): string[] {
  const bare = term.replace(BEFORE_WORD, "");
  return bare === term || bare.length < SHORTEST_STEM ? [term] : [term, bare];
}

const BEFORE_WORD =
  /^(?:[\u0648\u0641]?(?:[\u0628\u0643\u0644]?\u0627\u0644|\u0644\u0644|[\u0628\u0643\u0644\u0647\u062d])|[\u0648\u0641])/;

function differInEnding(term: string, other: string): boolean {
  let same = 0;
  while (same < term.length && term[same] === other[same]) same++;
  return same >= SHORTEST_STEM && ENDING.test(term.slice(same)) && ENDING.test(other.slice(same));
}

const SHORTEST_STEM = 3;
const ENDING =
  /^\u062a?(?:\u0627|\u064a|\u0647|\u064a\u0646|\u0627\u0646|\u0648\u0646|\u0627\u062a|\u0648\u0627|\u0647\u0627|\u0647\u0645)?$/;

/** «تفاصيل», «مزيد»: a word of any subject, which is no kind of thing that may be asked for either (مدينة). */
function tellsLeast({ term }: QueryWord): boolean {
  return isCommonWord(term) || isCue("general", term);
}

/** The question with each of some words replaced. */
function withEach(question: string, words: readonly QueryWord[], replaced: (word: string) => string): string {
  const terms = new Set(words.map(({ term }) => term));
  return tokenize(question)
    .filter(({ term }: Token) => terms.has(term))
    .reduceRight(
      (text, { start, end }) => text.slice(0, start) + replaced(text.slice(start, end)) + text.slice(end),
      question,
    )
    .replace(/ {2,}/g, " ")
    .trim();
}
