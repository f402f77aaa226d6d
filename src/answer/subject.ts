import { isCommonWord } from "../arabic/common-words.ts";
import { isWithinEdits } from "../arabic/edit-distance.ts";
import { isGenericNoun } from "../arabic/generic-nouns.ts";
import { isCue, isCueWithConjunction } from "../arabic/question-cues.ts";
import { deepStem, lightStem } from "../arabic/stems.ts";
import { isQuestionWord, isStopWord } from "../arabic/stop-words.ts";
import { hasOwnSynonyms, synonymsOf } from "../arabic/synonyms.ts";
import type { Token } from "../arabic/token.ts";
import { tokenize } from "../arabic/tokens.ts";
import { translationsOf } from "../arabic/translations.ts";
import type { Collection } from "../search/collection.ts";
import { type Coverage, strengthOf } from "./coverage.ts";
import { isNameInLatin, type Query, type QueryWord } from "./query.ts";
import { MATCH, VERDICT } from "./weights.ts";

/** A word of the question where it stands among the others. */
interface Asked {
  readonly word: QueryWord;
  readonly token: Token;
  /** The tokens before and behind it, where no function word parts them. */
  readonly before: Token | undefined;
  readonly after: Token | undefined;
  /** The token before `before`. */
  readonly earlier: Token | undefined;
}

/**
 * The names in the question that stand nowhere in the window: what it holds is told of something else. Arabic has no
 * capitals, so a name is told by its place: behind a generic noun (مدينة حلوان), behind the word that another word follows in
 * the text (سجل رونالدو, where the text says «سجل المهاجم»), behind a verb that متى or أين asks of, or as the last word, which no article
 * has; and by its letters: Latin ones, in the question or in the articles. `texts` are what the window shows.
 */
export function foreignNames(
  query: Query,
  collection: Collection,
  held: Coverage,
  texts: readonly string[],
): QueryWord[] {
  const { tokens } = query.question;
  const words = new Map(
    query.words.map((word, i) => [word.term, { word, isHeld: (held[i] ?? 0) >= leastFor(word) }]),
  );
  const isHeld = (token: Token | undefined) => token !== undefined && words.get(token.term)?.isHeld === true;
  const isHeldName = (token: Token | undefined) => {
    const known = token && words.get(token.term);
    return known?.isHeld === true && isNameInLatin(known.word, collection);
  };
  const isEnglish = !tokens.some(({ term }) => ARABIC.test(term));
  let read: readonly (readonly string[])[] | undefined;
  const shown = () => {
    read ??= texts.map((text) => tokenize(text).map(({ term }) => term));
    return read;
  };

  const isForeign = (asked: Asked): boolean => {
    const { word, before, after, earlier } = asked;
    if (isLatinName(word, query, collection) && (!isEnglish || isCapital(asked))) {
      // «جنسن هوانغ» is held by his family name, and «DeepSeek V2» is not by «DeepSeek».
      if (/\d/.test(word.term) || !(isHeldName(before) || isHeldName(after))) return true;
    }
    if (!ARABIC.test(word.term) || before === undefined || !mayBeName(asked, collection)) return false;
    if (!isDefinite(word.term) && after !== undefined && isHeld(after) && isFamilyName(after)) return false;
    const asksKind =
      isCueWithConjunction("which", earlier?.term ?? "") ||
      isCueWithConjunction("how many", earlier?.term ?? "");
    if (isGeneric(before.term) && !asksKind && !YA.test(word.term)) return true;
    if (ASKS_OF_VERB.test(earlier?.term ?? "") && !isCommonWord(before.term) && isHeld(before)) return true;
    if (after === undefined && isUnmatched(word)) return true;
    const name = words.get(before.term)?.word;
    return (
      isHeld(before) &&
      name !== undefined &&
      !VERB.test(word.term) &&
      isReplaced(name, word, shown(), query, collection)
    );
  };

  return tokens.flatMap((token, at) => {
    const known = words.get(token.term);
    if (known === undefined || known.isHeld || isCommonWord(token.term) || isFigure(token.term)) return [];
    const asked: Asked = {
      word: known.word,
      token,
      before: beside(tokens[at - 1]),
      after: beside(tokens[at + 1]),
      earlier: tokens[at - 2],
    };
    return isForeign(asked) ? [known.word] : [];
  });
}

/** What the articles hold as it is written is not held by what only its root means: the company مدار by رئيس, for مدير. */
function leastFor({ term, matches: { words } }: QueryWord): number {
  return Math.max(0, ...words.values()) >= MATCH.same && !hasOwnSynonyms(term) ? MATCH.typo : VERDICT.sure;
}

/** Something in the question tells what it is about: no common word, no verb of every subject (تأسست), no generic noun and no figure. */
export function tellsSubject({ term }: QueryWord): boolean {
  return !isCommonWord(term) && !isCue("general", term) && !isGeneric(term) && !isFigure(term);
}

/** A number that stands by itself: `n:500`, `500`, and no `h800`. */
export function isFigure(term: string): boolean {
  return /^(?:[a-z]:)?-?\d/.test(term) && !/\d[a-z]/.test(term);
}

const ARABIC = /^[\u0621-\u064a]/;
const YA = /^\u064a/;
/** Beginnings of the present tense, and the end of the past one with a feminine subject. */
export const VERB = /^[\u064a\u062a\u0646]|\u062a$/;
const PRONOUN = /.{3}(?:ها|هم|هما|كم|نا)$/;
const ASKS_OF_VERB = /^(?:متي|امتي|ايمتي|اين|وين|فين|بكم|بكام)$/;

function beside(token: Token | undefined): Token | undefined {
  return token === undefined || isStopWord(token.term) || isQuestionWord(token.term) ? undefined : token;
}

/** With a particle too: لشركة. */
export function isGeneric(term: string): boolean {
  return (
    isGenericNoun(term) || (/^[\u0648\u0641\u0628\u0644\u0643]/.test(term) && isGenericNoun(term.slice(1)))
  );
}

export function isDefinite(term: string): boolean {
  return /^(?:[\u0648\u0641\u0628\u0643]?\u0627\u0644|\u0644\u0644)/.test(term);
}

/** In a question of Latin letters alone capitals tell names, behind the first word. */
function isCapital({ word, before, earlier }: Asked): boolean {
  const isFirst = before === undefined && earlier === undefined;
  return /^[A-Z]/.test(word.written) && !isFirst && translationsOf(word.term).length === 0;
}

/**
 * Ordinary Arabic words sound like Latin names by chance: such a word is known, or has the article. And Arabizi is all Latin letters:
 * what the collection does not hold as it is written is a word there.
 */
function isLatinName(word: QueryWord, { question }: Query, collection: Collection): boolean {
  const { term } = word;
  if (ARABIC.test(term) && (isDefinite(term) || synonymsOf(term).length > 0)) return false;
  if (question.isArabizi && collection.vocabulary.find(term) === undefined) return false;
  return isNameInLatin(word, collection);
}

/** No adjective («الشركة الأمريكية»), no word with a particle («في الأمازون بحلول») or a pronoun, no adverb, no generic noun. */
function mayBeName({ word: { term, written }, before }: Asked, { vocabulary }: Collection): boolean {
  const bare = term.slice(1);
  const hasParticle =
    /^[\u0648\u0641\u0628\u0644\u0643]/.test(term) &&
    (isDefinite(before?.term ?? "") ||
      vocabulary.find(bare) !== undefined ||
      vocabulary.findLight(lightStem(bare)) !== undefined);
  const isInflected = /\u064b/.test(written) || PRONOUN.test(term);
  const isAdjective = isDefinite(before?.term ?? "") && isDefinite(term);
  return !hasParticle && !isInflected && !isAdjective && !isGeneric(term);
}

/** A first name or a kind stands before a name that is there: «جينسن هوانغ». */
function isFamilyName({ term }: Token): boolean {
  return !isDefinite(term) && !PRONOUN.test(term) && !isCommonWord(term) && !isGeneric(term);
}

/** The words that the collection has in no spelling, synonym or translation: what shares a root alone may be another word. */
export function lackingWords({ words }: Query): QueryWord[] {
  return words.filter(({ term, matches }) => {
    const best = Math.max(0, ...matches.words.values(), ...matches.light.values());
    return best < VERDICT.sure && !isCommonWord(term);
  });
}

function isUnmatched({ matches: { words, light, deep } }: QueryWord): boolean {
  return words.size + light.size + deep.size === 0;
}

/** In what is shown another word than the question's stands behind `name`, in the place of `word`. */
function isReplaced(
  name: QueryWord,
  word: QueryWord,
  shown: readonly (readonly string[])[],
  { words }: Query,
  { vocabulary }: Collection,
): boolean {
  const isAsked = (id: number) => words.some((one) => strengthOf(one, id, vocabulary) >= VERDICT.sure);
  return shown.some((terms) =>
    terms.some((term, at) => {
      const id = vocabulary.find(term);
      if (id === undefined || strengthOf(name, id, vocabulary) < VERDICT.sure) return false;
      const other = terms[at + 1] ?? "";
      const otherId = vocabulary.find(other);
      if (beside({ term: other, start: 0, end: 0 }) === undefined || isCommonWord(other)) return false;
      return otherId !== undefined && !isAsked(otherId) && !isLike(other, word.term);
    }),
  );
}

/** Another form or a slip of the same word, and no other model: «V2» is not «V3». */
function isLike(a: string, b: string): boolean {
  if (/\d/.test(a + b)) return false;
  return deepStem(a) === deepStem(b) || isWithinEdits(lightStem(a), lightStem(b), 2);
}
