import { isCommonWord } from "../arabic/common-words.ts";
import { charGrams } from "../arabic/grams.ts";
import { type NumberMention, numbersIn, numberTerms } from "../arabic/numbers.ts";
import { type ExpectedAnswer, type Question, readQuestion } from "../arabic/question.ts";
import { deepStem, lightStem } from "../arabic/stems.ts";
import type { Token } from "../arabic/token.ts";
import type { Collection } from "../search/collection.ts";
import type { Lexicon } from "../search/lexicon.ts";
import type { SearchTerm } from "../search/search-index.ts";
import { engineTerms } from "./engine-terms.ts";
import { idf, type Weights } from "./ranking.ts";
import type { Matches, Variants } from "./variants.ts";

/** At most so many words of a question are searched, the rarest: a question may stand at the end of a long message. */
export const MOST_WORDS = 24;

/** A word of the question, what in the collection counts as a match of it, and how much it tells. */
export interface Probe {
  /** As the person wrote it. */
  readonly written: string;
  /** Its folded form. */
  readonly term: string;
  /** Its idf: a word that the collection lacks tells most, and shows as not covered. */
  readonly weight: number;
  /** Word number → how well it matches, above 0 to 1. Stems match by class. */
  readonly words: ReadonlyMap<number, number>;
  readonly light: ReadonlyMap<number, number>;
  readonly deep: ReadonlyMap<number, number>;
  /** In how many passages its most frequent match stands. */
  readonly count: number;
  /** Nothing in the collection matches it. */
  readonly unknown: boolean;
}

/** A question, ready to be searched. */
export interface Plan {
  readonly question: Question;
  readonly expected: ExpectedAnswer;
  readonly probes: readonly Probe[];
  readonly weights: Weights;
  readonly terms: readonly SearchTerm[];
  /** Some probe is a figure. */
  readonly asksFigures: boolean;
  /** The values that the question itself gives: a text that only repeats them does not answer. */
  readonly given: ReadonlySet<number>;
  /** Words were left out because there were more than `MOST_WORDS`. */
  readonly cut: boolean;
}

/** What a common word of questions weighs against its frequency. */
export const COMMON_SHARE = 0.5;

/** How much the passages that hold only a variant of a word count against those that hold the word. */
const VARIANT_SHARE = 0.6;

/** Reads a question and looks up what in the collection matches its words. `prefix`: its last word may still be growing. */
export function planOf(text: string, collection: Collection, variants: Variants, prefix = false): Plan {
  const question = readQuestion(text);
  const last = question.tokens.at(-1);
  const mentions = numbersIn(text, question.tokens);
  const figures = figuresOf(mentions, collection);
  const content = question.content.filter(
    (token) => !figures.some((figure) => token.start < figure.end && figure.start < token.end),
  );
  const words = rarest(content, collection);
  const asked = words.map((token) => ({
    ...token,
    matches: variants.matchesOf(token.term, prefix && token.term === last?.term),
  }));
  asked.forEach((token, i) => {
    const next = asked[i + 1];
    if (next === undefined) return;
    for (const [word, strength] of variants.joined([token.term, next.term]).words) {
      raise(token.matches.words, word, strength);
      raise(next.matches.words, word, strength);
    }
  });
  const all = [...asked, ...figures]
    .sort((a, b) => a.start - b.start)
    .map(({ start, end, term, matches }) => probeOf(text.slice(start, end), term, matches, collection));
  const probes = all.slice(0, MOST_WORDS);
  return {
    question,
    expected: question.expected,
    probes,
    weights: weightsOf(probes, collection),
    terms: engineTerms(probes, collection),
    asksFigures: probes.some((probe) => probe.term.includes(":")),
    given: new Set(mentions.map((mention) => mention.value)),
    cut: words.length < content.length || probes.length < all.length,
  };
}

/** Numbers of the question that stand in the collection, whatever script, words or scale either side uses. */
function figuresOf(
  mentions: readonly NumberMention[],
  { lexicon }: Collection,
): (Token & { readonly matches: Matches })[] {
  return mentions.slice(0, MOST_WORDS).flatMap((mention) => {
    const words = new Map<number, number>();
    for (const term of numberTerms(mention)) {
      const word = lexicon.find(term);
      if (word !== undefined) words.set(word, 1);
    }
    if (words.size === 0) return [];
    const term = numberTerms(mention)[0] ?? "";
    return [
      { start: mention.start, end: mention.end, term, matches: { words, light: new Map(), deep: new Map() } },
    ];
  });
}

/** How well a word of the collection matches a probe, 0 to 1. */
export function strengthOf(probe: Probe, word: number, lexicon: Lexicon): number {
  return Math.max(
    probe.words.get(word) ?? 0,
    probe.light.get(lexicon.lightOf[word] ?? -1) ?? 0,
    probe.deep.get(lexicon.deepOf[word] ?? -1) ?? 0,
  );
}

function probeOf(written: string, term: string, matches: Matches, collection: Collection): Probe {
  const { lexicon, frequency, passages } = collection;
  let most = 0;
  for (const light of matches.light.keys()) most = Math.max(most, frequency.light[light] ?? 0);
  for (const word of matches.words.keys())
    most = Math.max(most, frequency.light[lexicon.lightOf[word] ?? -1] ?? 0);
  if (most === 0) for (const deep of matches.deep.keys()) most = Math.max(most, frequency.deep[deep] ?? 0);
  const unknown = matches.words.size + matches.light.size + matches.deep.size === 0;
  const weight = idf(most, passages.length) * (isCommonWord(term) ? COMMON_SHARE : 1);
  return { written, term, weight, ...matches, count: most, unknown };
}

/**
 * The rarest words that the collection has, in the order of the question, and what room is left for words that it lacks.
 * Told by the stem's frequency alone: spellings and synonyms are looked up for the words that are kept.
 */
function rarest(words: readonly Token[], { lexicon, frequency }: Collection): readonly Token[] {
  if (words.length <= MOST_WORDS) return words;
  const count = (word: Token): number => {
    const stem = lexicon.findLight(lightStem(word.term));
    return stem === undefined ? Number.POSITIVE_INFINITY : (frequency.light[stem] ?? 0);
  };
  const counts = new Map(words.map((word) => [word, count(word)]));
  const kept = new Set(
    [...words].sort((a, b) => (counts.get(a) ?? 0) - (counts.get(b) ?? 0)).slice(0, MOST_WORDS),
  );
  return words.filter((word) => kept.has(word));
}

function weightsOf(probes: readonly Probe[], collection: Collection): Weights {
  const { lexicon } = collection;
  const weights = {
    light: new Map<number, number>(),
    deep: new Map<number, number>(),
    gram: new Map<number, number>(),
  };
  for (const probe of probes) {
    const own = {
      light: lexicon.findLight(lightStem(probe.term)),
      deep: lexicon.findDeep(deepStem(probe.term)),
    };
    for (const [light, strength] of probe.light) {
      raise(weights.light, light, light === own.light ? 1 : strength * VARIANT_SHARE);
    }
    for (const [word, strength] of probe.words) {
      const light = lexicon.lightOf[word];
      if (light !== undefined)
        raise(weights.light, light, light === own.light ? 1 : strength * VARIANT_SHARE);
    }
    if (own.deep !== undefined) raise(weights.deep, own.deep, 1);
    for (const gram of charGrams(probe.term)) {
      const id = lexicon.findGram(gram);
      if (id !== undefined) raise(weights.gram, id, 1);
    }
  }
  return weights;
}

function raise(weights: Map<number, number>, id: number, weight: number): void {
  if ((weights.get(id) ?? 0) < weight) weights.set(id, weight);
}
