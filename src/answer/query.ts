import { isCommonWord } from "../arabic/common-words.ts";
import { standardWordsOf } from "../arabic/dialect-words.ts";
import { charGrams } from "../arabic/grams.ts";
import { type NumberMention, numbersIn, numberTerms } from "../arabic/numbers.ts";
import { type Question, readQuestion } from "../arabic/question.ts";
import { readOperators, type SearchOperators } from "../arabic/search-operators.ts";
import { spelledLetters, wordsWithLetters } from "../arabic/spelled-letters.ts";
import { deepStem, lightStem } from "../arabic/stems.ts";
import type { Span, Token } from "../arabic/token.ts";
import { zipfOf } from "../arabic/word-frequencies.ts";
import type { Lexicon } from "../search/lexicon.ts";
import { listAt } from "../search/lists.ts";
import { idf, type RankTerm, type RankTerms } from "./rank.ts";
import { type Matches, raise, type Variants } from "./variants.ts";
import { MATCH, QUERY } from "./weights.ts";
import { type WordMatches, wordMatches } from "./word-matches.ts";

/** A word or figure of the question, what in the collection matches it, and how much it tells. */
export interface QueryWord {
  /** As the person wrote it: «كَلَّفَ», «2.5 مليار دولار». */
  readonly written: string;
  /** Its folded form: «كلف», `n:2500000000`. */
  readonly term: string;
  readonly matches: Matches;
  /** Its idf. A word that the collection lacks tells most: it shows as not covered. */
  readonly weight: number;
  /** In how many passages its most frequent match stands. */
  readonly count: number;
}

/** A question, ready to be searched. */
export interface Query {
  readonly question: Question;
  /** In the order of the question, at most `QUERY.mostWords`. */
  readonly words: readonly QueryWord[];
  /** The sum of the words' weights; 1 where there is none. */
  readonly totalWeight: number;
  readonly rankTerms: RankTerms;
  readonly operators: SearchOperators;
  readonly wordMatches: WordMatches;
  /** Some word is a figure. */
  readonly asksFigures: boolean;
  /** The values that the question gives itself: a text that only repeats them does not answer. */
  readonly given: ReadonlySet<number>;
  /** The question had more than `QUERY.mostWords` words, and some were left out. */
  readonly cut: boolean;
}

/** The word is written in Latin letters, in the question or in the collection, as names are. */
export function isNameInLatin({ term, matches }: QueryWord, { vocabulary }: Lexicon): boolean {
  return (
    LATIN.test(term) || [...matches.words.keys()].some((word) => LATIN.test(vocabulary.words[word] ?? ""))
  );
}

const LATIN = /[a-z]/;

/** Reads a question and looks up what in the collection matches its words. `prefix`: the last word may still be growing. */
export function readQuery(asked: string, lexicon: Lexicon, variants: Variants, prefix = false): Query {
  const operators = readOperators(asked);
  const { text } = operators;
  const question = readQuestion(text);
  const last = question.tokens.at(-1);
  const mentions = numbersIn(text, question.tokens);
  const figures = figuresOf(mentions, lexicon);
  const spelled = spelledIn(question, lexicon);
  const content = [...question.content, ...spelled]
    .filter((token) => !figures.some((figure) => overlap(token, figure)))
    .filter((token) => spelled.includes(token) || !spelled.some((letters) => overlap(token, letters)))
    .sort((a, b) => a.start - b.start);
  const kept = rarest(content, lexicon);
  const matched = kept.map((token) => ({
    ...token,
    matches: operators.exact.has(token.term)
      ? variants.exactly(token.term)
      : variants.matchesOf(token.term, prefix && token.term === last?.term),
  }));
  if (question.isDialect) {
    for (const { term, matches } of matched) {
      for (const word of standardWordsOf(term))
        raise(matches.light, lexicon.vocabulary.findLight(lightStem(word)), MATCH.synonym);
    }
  }
  if (question.isArabizi) for (const { term, matches } of matched) variants.addArabizi(term, matches);
  matched.forEach((token, i) => {
    const next = matched[i + 1];
    if (next === undefined) return;
    for (const [word, strength] of variants.joined([token.term, next.term]).words) {
      raise(token.matches.words, word, strength);
      raise(next.matches.words, word, strength);
    }
  });
  for (const { start, end, term } of wordsWithLetters(
    text,
    question.tokens,
    spelledLetters(text, question.tokens),
  )) {
    const found = variants.joined([term]);
    for (const token of matched) {
      if (!overlap(token, { start, end })) continue;
      for (const [word, strength] of found.words) raise(token.matches.words, word, strength);
    }
  }
  const named = addAliases(question, matched, lexicon);
  const all = [...matched, ...named, ...figures]
    .sort((a, b) => a.start - b.start)
    .map(({ start, end, term, matches }) => queryWord(text.slice(start, end), term, matches, lexicon));
  const words = all.slice(0, QUERY.mostWords);
  return {
    question,
    operators,
    words,
    totalWeight: words.reduce((sum, word) => sum + word.weight, 0) || 1,
    rankTerms: rankTermsOf(words, lexicon),
    wordMatches: wordMatches(words, lexicon.vocabulary),
    asksFigures: words.some((word) => word.term.includes(":")),
    given: new Set(mentions.map((mention) => mention.value)),
    cut: kept.length < content.length || words.length < all.length,
  };
}

/** «جي بي يو» as gpu, where the collection holds it. */
function spelledIn({ text, tokens }: Question, { vocabulary }: Lexicon): Token[] {
  const isHeld = (reading: string) => vocabulary.find(reading) !== undefined;
  return spelledLetters(text, tokens, isHeld).map(({ start, end, readings }) => ({
    start,
    end,
    term: readings[0] ?? "",
  }));
}

/** Adds what means the same to the matches of each word of an alias; gives the aliases that have no word among them. */
function addAliases(
  { tokens }: Question,
  matched: readonly MatchedToken[],
  { aliases, vocabulary }: Lexicon,
): MatchedToken[] {
  const added: MatchedToken[] = [];
  for (const mention of aliases(tokens)) {
    const word = vocabulary.find(mention.term);
    if (word === undefined) continue;
    const within = [...matched, ...added].filter((token) => overlap(token, mention));
    for (const { matches } of within) raise(matches.words, word, MATCH.name);
    if (within.length > 0) continue;
    const matches = { words: new Map([[word, MATCH.name]]), light: new Map(), deep: new Map() };
    added.push({ ...mention, matches });
  }
  return added;
}

type MatchedToken = Token & { readonly matches: Matches };

function overlap(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end;
}

/** The question's numbers that the collection holds, in whatever script, words or scale either side writes them. */
function figuresOf(mentions: readonly NumberMention[], { vocabulary }: Lexicon): MatchedToken[] {
  return mentions.slice(0, QUERY.mostWords).flatMap((mention) => {
    const words = new Map<number, number>();
    for (const term of numberTerms(mention)) {
      const word = vocabulary.find(term);
      if (word !== undefined) words.set(word, 1);
    }
    if (words.size === 0) return [];
    const term = numberTerms(mention)[0] ?? "";
    return [
      { start: mention.start, end: mention.end, term, matches: { words, light: new Map(), deep: new Map() } },
    ];
  });
}

function queryWord(written: string, term: string, matches: Matches, lexicon: Lexicon): QueryWord {
  const { vocabulary, frequency } = lexicon;
  let most = 0;
  for (const light of matches.light.keys()) most = Math.max(most, frequency.light[light] ?? 0);
  for (const word of matches.words.keys())
    most = Math.max(most, frequency.light[vocabulary.lightOf[word] ?? -1] ?? 0);
  if (most === 0) for (const deep of matches.deep.keys()) most = Math.max(most, frequency.deep[deep] ?? 0);
  const weight = smoothedIdf(most, term, lexicon) * (isCommonWord(term) ? QUERY.commonWord : 1);
  return { written, term, matches, weight, count: most };
}

/**
 * The idf of a word as if some passages of Arabic in general stood beside the collection's: in a few articles what is rare may be a word
 * that every text uses. In general texts words are taken to fall independently of one another.
 */
function smoothedIdf(count: number, term: string, { passageCount, meanWords }: Lexicon): number {
  const { generalPassages } = QUERY;
  const share = 1 - Math.exp(-meanWords * 10 ** (zipfOf(term) - 9));
  return idf(count + generalPassages * share, passageCount + generalPassages);
}

/**
 * The rarest words, in the order of the question: first those that the collection has, then those that it lacks. Rarity
 * is told by the light stem alone; spellings and synonyms are looked up for the words that are kept.
 */
function rarest(words: readonly Token[], { vocabulary, frequency }: Lexicon): readonly Token[] {
  if (words.length <= QUERY.mostWords) return words;
  const count = (word: Token): number => {
    const stem = vocabulary.findLight(lightStem(word.term));
    return stem === undefined ? Number.POSITIVE_INFINITY : (frequency.light[stem] ?? 0);
  };
  const counts = new Map(words.map((word) => [word, count(word)]));
  const kept = new Set(
    [...words].sort((a, b) => (counts.get(a) ?? 0) - (counts.get(b) ?? 0)).slice(0, QUERY.mostWords),
  );
  return words.filter((word) => kept.has(word));
}

/** One table for coverage and ranking: what matches a word covers it, and is ranked by, with the same strength. */
function rankTermsOf(words: readonly QueryWord[], { vocabulary }: Lexicon): RankTerms {
  const terms: Record<keyof RankTerms, RankTerm[]> = { light: [], deep: [], gram: [] };
  const grams = new Set<number>();
  words.forEach(({ term, matches }, word) => {
    const light = new Map<number, number>();
    const deep = new Map<number, number>();
    const own = vocabulary.findLight(lightStem(term));
    const add = (stem: number | undefined, strength: number, ofDeep: number | undefined): void => {
      raise(light, stem, stem === own ? 1 : strength);
      if (stem !== own) raise(deep, ofDeep, strength);
    };
    for (const [stem, strength] of matches.light) {
      const first = listAt(vocabulary.ofLight, stem)[0];
      add(stem, strength, first === undefined ? undefined : vocabulary.deepOf[first]);
    }
    for (const [id, strength] of matches.words) add(vocabulary.lightOf[id], strength, vocabulary.deepOf[id]);
    raise(deep, vocabulary.findDeep(deepStem(term)), 1);
    for (const [id, weight] of light) terms.light.push({ term: id, word, weight });
    for (const [id, weight] of deep) terms.deep.push({ term: id, word, weight });
    for (const gram of charGrams(term)) {
      const id = vocabulary.findGram(gram);
      if (id !== undefined) grams.add(id);
    }
  });
  for (const term of grams) terms.gram.push({ term, word: terms.gram.length, weight: 1 });
  return terms;
}
