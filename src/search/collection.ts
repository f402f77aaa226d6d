import { numbersIn, numberTerms } from "../arabic/numbers.ts";
import { tokenize } from "../arabic/tokens.ts";
import type { Article, Passage } from "../corpus/article.ts";
import { Lexicon } from "./lexicon.ts";
import type { SearchDocument } from "./search-index.ts";

/**
 * The searchable passages in the form that ranking reads: runs of word numbers by sentence, and in how many passages
 * each stem and 4-gram stands. Built once at load; ranking over it is the same whatever engine gives the candidates.
 */
export interface Collection {
  readonly lexicon: Lexicon;
  /** In the order of the corpus, copies left out: the documents of the engine. */
  readonly passages: readonly Passage[];
  /** Words of all sentences, one after the other. Numbers stand behind the words of their sentence as `n:VALUE`. */
  readonly words: Int32Array;
  /** Sentence → its first word in `words`; one entry more than there are sentences. */
  readonly sentenceStart: Int32Array;
  /** Sentence → its passage. */
  readonly sentencePassage: Int32Array;
  /** Passage → its first sentence; one entry more than there are passages. */
  readonly passageStart: Int32Array;
  /** Words of a passage's title, by passage. */
  readonly titles: readonly Int32Array[];
  /** In how many passages each light stem, deeper stem and 4-gram stands. */
  readonly frequency: Readonly<Record<"light" | "deep" | "gram", Int32Array>>;
  /** Mean number of content words, and of 4-grams, in a passage. */
  readonly meanWords: number;
  readonly meanGrams: number;
}

/** Reads passages into a collection. Linear in their length. */
export function collect(all: readonly Passage[]): Collection {
  const passages = all.filter((passage) => passage.copyOf === undefined);
  const lexicon = new Lexicon();
  const words: number[] = [];
  const sentenceStart: number[] = [];
  const sentencePassage: number[] = [];
  const passageStart: number[] = [];
  const titles: Int32Array[] = [];
  const titleOf = new Map<Article, Int32Array>();

  passages.forEach((passage, index) => {
    passageStart.push(sentenceStart.length);
    const { text, sentences } = passage.article;
    for (let i = 0; i < passage.sentenceCount; i++) {
      const sentence = sentences[passage.firstSentence + i];
      if (sentence === undefined) break;
      sentenceStart.push(words.length);
      sentencePassage.push(index);
      for (const term of termsOf(text.slice(sentence.start, sentence.end))) words.push(lexicon.intern(term));
    }
    let title = titleOf.get(passage.article);
    if (title === undefined) {
      title = Int32Array.from(termsOf(passage.article.title), (term) => lexicon.intern(term));
      titleOf.set(passage.article, title);
    }
    titles.push(title);
  });
  passageStart.push(sentenceStart.length);
  sentenceStart.push(words.length);

  const layout = {
    lexicon,
    passages,
    words: Int32Array.from(words),
    sentenceStart: Int32Array.from(sentenceStart),
    sentencePassage: Int32Array.from(sentencePassage),
    passageStart: Int32Array.from(passageStart),
    titles,
  };
  return { ...layout, ...count(layout) };
}

/** The terms of a text in order, and behind them its numbers in one canonical form. */
export function termsOf(text: string): string[] {
  const terms = tokenize(text).map((token) => token.term);
  for (const mention of numbersIn(text)) terms.push(...numberTerms(mention));
  return terms;
}

/** Where the words of a passage begin and end. */
export function wordRange(collection: Collection, passage: number): readonly [number, number] {
  const first = collection.passageStart[passage] ?? 0;
  const next = collection.passageStart[passage + 1] ?? first;
  return [collection.sentenceStart[first] ?? 0, collection.sentenceStart[next] ?? 0];
}

/** The documents that an engine is built from, in the order of `passages`. */
export function* documentsOf(collection: Collection): Generator<SearchDocument> {
  const { lexicon, words, titles } = collection;
  const stemsOf = (ids: Iterable<number>, of: readonly number[], stems: readonly string[]): string[] => {
    const terms: string[] = [];
    for (const id of ids) if (!lexicon.isStop[id]) terms.push(stems[of[id] ?? -1] ?? "");
    return terms;
  };
  for (let passage = 0; passage < collection.passages.length; passage++) {
    const [from, to] = wordRange(collection, passage);
    const ids = words.subarray(from, to);
    yield {
      light: stemsOf(ids, lexicon.lightOf, lexicon.lightStems),
      deep: stemsOf(ids, lexicon.deepOf, lexicon.deepStems),
      title: stemsOf(titles[passage] ?? [], lexicon.lightOf, lexicon.lightStems),
    };
  }
}

type Counts = Pick<Collection, "frequency" | "meanWords" | "meanGrams">;

function count(collection: Omit<Collection, keyof Counts>): Counts {
  const { lexicon, words, passages } = collection;
  const light = new Int32Array(lexicon.lightStems.length);
  const deep = new Int32Array(lexicon.deepStems.length);
  const gram = new Int32Array(lexicon.gramCount);
  const lightSeen = new Int32Array(light.length).fill(-1);
  const deepSeen = new Int32Array(deep.length).fill(-1);
  const gramSeen = new Int32Array(gram.length).fill(-1);
  const once = (counts: Int32Array, seen: Int32Array, term: number, passage: number): void => {
    if (seen[term] === passage) return;
    seen[term] = passage;
    counts[term] = (counts[term] ?? 0) + 1;
  };
  let contentWords = 0;
  let grams = 0;
  for (let passage = 0; passage < passages.length; passage++) {
    const first = collection.passageStart[passage] ?? 0;
    const next = collection.passageStart[passage + 1] ?? first;
    const to = collection.sentenceStart[next] ?? 0;
    for (let at = collection.sentenceStart[first] ?? 0; at < to; at++) {
      const word = words[at] ?? 0;
      if (lexicon.isStop[word]) continue;
      contentWords++;
      once(light, lightSeen, lexicon.lightOf[word] ?? 0, passage);
      once(deep, deepSeen, lexicon.deepOf[word] ?? 0, passage);
      const [gramFrom, gramTo] = lexicon.gramRange(word);
      grams += gramTo - gramFrom;
      for (let g = gramFrom; g < gramTo; g++) once(gram, gramSeen, lexicon.gramAt(g), passage);
    }
  }
  const total = Math.max(1, passages.length);
  return { frequency: { light, deep, gram }, meanWords: contentWords / total, meanGrams: grams / total };
}
