import { hasCue } from "../arabic/answer-cues.ts";
import { isCommonWord } from "../arabic/common-words.ts";
import { isWithinEdits } from "../arabic/edit-distance.ts";
import type { ExpectedAnswer } from "../arabic/question.ts";
import { isCue, isCueWithConjunction } from "../arabic/question-cues.ts";
import { deepStem, lightStem } from "../arabic/stems.ts";
import { isQuestionWord, isStopWord } from "../arabic/stop-words.ts";
import type { Token } from "../arabic/token.ts";
import type { Collection } from "../search/collection.ts";
import { strengthOf } from "./coverage.ts";
import type { Query, QueryWord } from "./query.ts";
import type { TokenizedText } from "./read-text.ts";
import { isDefinite, isFigure, isGeneric, VERB } from "./subject.ts";
import { VERDICT } from "./weights.ts";

/** Two words of the question, the second of which tells of whom or of what the first is: «شركة مدار», «إجازة مرضية», «يعمل في سحاب». */
interface Pair {
  readonly anchor: QueryWord;
  readonly name: QueryWord;
  readonly preposition?: string;
  /** In the question بن stands before the name. */
  readonly isFather: boolean;
}

/**
 * Does the answer tell of another? «متى تأسست شركة مدار؟» is asked, and «تأسست شركة سحاب» says شركة of another name, however near مدار
 * stands; so do «إجازة سنوية» for «الإجازة المرضية» and «يعمل في مدار» for «يعمل في سحاب». `sentences` are those that answer, and the
 * heading and the sentence that they lean on.
 */
export function tellsOfAnother(
  query: Query,
  collection: Collection,
  sentences: readonly TokenizedText[],
): boolean {
  const { vocabulary } = collection;
  const isWord = (word: QueryWord, { term }: Token, least: number): boolean => {
    const id = vocabulary.find(term);
    return id !== undefined && strengthOf(word, id, vocabulary) >= least;
  };
  const isAsked = (token: Token) => query.words.some((word) => isWord(word, token, VERDICT.sure));
  const holds = ({ tokens }: TokenizedText, { name, isFather }: Pair): boolean =>
    tokens.some((token, at) => {
      const least = isRelational(name.term) ? VERDICT.sure : VERDICT.exact;
      return isWord(name, token, least) && (isFather || !isSon(tokens[at - 1]));
    });
  const isOther = (other: Token | undefined, { figures }: TokenizedText, { name }: Pair): boolean =>
    other !== undefined &&
    !isAsked(other) &&
    !isSpelledNear(other.term, name.term) &&
    !figures.some(({ start, end }) => other.start < end && start < other.end);

  return pairsOf(query).some((pair) => {
    if (sentences.some((sentence) => holds(sentence, pair))) return false;
    return sentences.some((sentence) =>
      sentence.tokens.some((token, at) => {
        const isAnchor =
          pair.preposition === undefined
            ? isWord(pair.anchor, token, VERDICT.exact)
            : sentence.tokens[at + 1]?.term === pair.preposition && isAsked(token);
        const other = isAnchor ? inPlaceOf(pair, sentence.tokens, at) : undefined;
        return isOther(other, sentence, pair);
      }),
    );
  });
}

function pairsOf({ words, question: { tokens, expected } }: Query): Pair[] {
  const isPrecise = PRECISE.has(expected);
  const byTerm = new Map(words.map((word) => [word.term, word]));
  return tokens.flatMap((token, at): Pair[] => {
    const name = byTerm.get(token.term);
    if (name === undefined || isCommonWord(name.term) || isFigure(name.term)) return [];
    const between = tokens[at - 1];
    const preposition =
      between !== undefined && isCue("prepositions", between.term) ? between.term : undefined;
    const place = preposition === undefined ? at - 1 : at - 2;
    const anchor = byTerm.get(tokens[place]?.term ?? "");
    if (anchor === undefined || isFigure(anchor.term)) return [];
    const asking = tokens[place - 1]?.term ?? "";
    const asksKind = isCueWithConjunction("which", asking) || isCueWithConjunction("how many", asking);
    const pair = {
      anchor,
      name,
      isFather: isSon(between),
      ...(preposition !== undefined && { preposition }),
    };
    if (preposition !== undefined) return isPrecise || isRelational(name.term) ? [pair] : [];
    const isKind = isGeneric(anchor.term) && !isDefinite(anchor.term) && !VERB.test(name.term);
    const isSort = isDefinite(anchor.term) && isDefinite(name.term) && isRelational(name.term);
    const isVerb = (isCue("general", anchor.term) && !isGeneric(anchor.term)) || hasCue("life", anchor.term);
    return !asksKind && (isKind || isSort || isVerb) ? [pair] : [];
  });
}

/** What the text says in the place of the name: behind the word, kinds and titles that stand between left out. */
function inPlaceOf(
  { anchor, name, preposition }: Pair,
  tokens: readonly Token[],
  at: number,
): Token | undefined {
  const token = tokens[at];
  let place = at + 1;
  if (preposition !== undefined) {
    if (tokens[place]?.term !== preposition) return undefined;
    place++;
  }
  while (!isRelational(name.term) && isGeneric(tokens[place]?.term ?? "")) place++;
  const other = tokens[place];
  if (token === undefined || other === undefined) return undefined;
  if (isStopWord(other.term) || isQuestionWord(other.term)) return undefined;
  // «إلى الفرنسية» is said in the place of «إلى الإنجليزية».
  if (preposition !== undefined && isRelational(name.term))
    return isRelational(other.term) ? other : undefined;
  // «الجرعة المعتادة» is no «جرعة الباراسيتامول»: behind an article stands what kind it is.
  if (isRelational(name.term) && isDefinite(name.term) === isDefinite(anchor.term))
    return isRelational(other.term) && isDefinite(other.term) === isDefinite(token.term) ? other : undefined;
  if (isCommonWord(other.term)) return undefined;
  const isSame =
    preposition !== undefined ||
    (isDefinite(token.term) === isDefinite(anchor.term) && !/.\u0627$/.test(token.term));
  return isSame && isDefinite(other.term) === isDefinite(name.term) ? other : undefined;
}

/** Another form of the same word, or a slip in a long one: «دولي» is two letters from «محلي». */
function isSpelledNear(a: string, b: string): boolean {
  if (deepStem(a) === deepStem(b)) return true;
  return Math.min(a.length, b.length) >= LONG && isWithinEdits(lightStem(a), lightStem(b), 1);
}

const LONG = 7;

function isSon(token: Token | undefined): boolean {
  return token !== undefined && /^(?:\u0627?\u0628\u0646|\u0628\u0646\u062a)$/.test(token.term);
}

/** سنوية، رياضي: an adjective of relation sorts what stands before it; باقية is none. */
function isRelational(term: string): boolean {
  return /^(?!.\u0627.\u064a\u0647?$).{3,}\u064a\u0647?$/.test(isDefinite(term) ? term.slice(2) : term);
}

/** Kinds of answers that are told of one thing: what is said of it behind a preposition tells which. */
const PRECISE: ReadonlySet<ExpectedAnswer> = new Set(["when", "how-many", "how-much", "percent"]);
