import { isCommonWord } from "../arabic/common-words.ts";
import { isGenericNoun } from "../arabic/generic-nouns.ts";
import { numberWord } from "../arabic/number-words.ts";
import { lightStem, withoutArticle } from "../arabic/stems.ts";
import { isQuestionWord, isStopWord } from "../arabic/stop-words.ts";
import { tokenize } from "../arabic/tokens.ts";
import { legibleText } from "../corpus/inline-marks.ts";
import type { Query } from "./query.ts";
import type { SentenceEvidence } from "./sentence-evidence.ts";
import { isGeneric } from "./subject.ts";

/**
 * Does the other sentence tell of another thing of the kind, so that its figure contradicts nothing? «ارتفاع برج المطار» does, where برج الساعة
 * is asked for and the first tells of it: another word stands behind برج, and الساعة stands nowhere in the sentence.
 */
export function isOfAnother(
  first: SentenceEvidence,
  other: SentenceEvidence,
  { question: { tokens } }: Query,
): boolean {
  const [told, others] = [stemsOf(first), stemsOf(other)];
  return tokens.some((token, at) => {
    const [stem, name] = [stemOf(token.term), stemOf(tokens[at + 1]?.term ?? "")];
    if (stem === undefined || name === undefined || others.includes(name)) return false;
    const isTold = told.some((one, place) => one === stem && told[place + 1] === name);
    return isTold && others.some((one, place) => one === stem && others[place + 1] !== undefined);
  });
}

function stemsOf({ article, sentence }: SentenceEvidence): (string | undefined)[] {
  return tokenize(legibleText(article).slice(sentence.start, sentence.end)).map(({ term }) => stemOf(term));
}

/** The light stem of a word that names something; `undefined` for a figure and a function word. */
function stemOf(term: string): string | undefined {
  const names = !/\d|^$/.test(term) && !isStopWord(term) && !isQuestionWord(term);
  return names && numberWord(term) === undefined ? lightStem(term) : undefined;
}

/**
 * Something says that two sentences of different articles tell of one thing: a word of either title, a title of theirs in common, or a kind with the
 * same name behind it («برج الساعة»). «تبلغ غرامة المخالف …» alone is told by each law of its own.
 */
export function areAnchored(first: SentenceEvidence, other: SentenceEvidence): boolean {
  const titles = [first, other].map(({ article }) => titleStems(article.title));
  const [mine = new Set(), yours = new Set()] = titles;
  if ([...mine].some((stem) => yours.has(stem))) return true;
  const [told, others] = [stemsOf(first), stemsOf(other)];
  const names = (stem: string | undefined) => stem !== undefined && titles.some((title) => title.has(stem));
  if (told.some(names) || others.some(names)) return true;
  return told.some(
    (stem, at) =>
      stem !== undefined &&
      isGenericNoun(stem) &&
      told[at + 1] !== undefined &&
      others.some((one, place) => one === stem && others[place + 1] === told[at + 1]),
  );
}

/** The light stems of the words of a title that tell its subject. */
function titleStems(title: string): Set<string> {
  return new Set(
    tokenize(title).flatMap(({ term }) => {
      const stem = isCommonWord(term) || isGeneric(withoutArticle(term)) ? undefined : stemOf(term);
      return stem ?? [];
    }),
  );
}
