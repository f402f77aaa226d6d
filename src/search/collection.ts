import { type NumberMention, numbersIn, numberTerms } from "../arabic/numbers.ts";
import { spelledLetters, wordsWithLetters } from "../arabic/spelled-letters.ts";
import type { Token } from "../arabic/token.ts";
import { tokenize } from "../arabic/tokens.ts";
import type { Aliases } from "../corpus/aliases.ts";
import type { Passage } from "../corpus/article.ts";
import { legibleText } from "../corpus/inline-marks.ts";
import { type AliasReader, createAliasReader } from "./alias-reader.ts";
import type { Lexicon } from "./lexicon.ts";
import { NumberList } from "./number-list.ts";
import type { SearchDocument } from "./search-index.ts";
import { usualNeighbours } from "./usual-neighbours.ts";
import { createVocabularyBuilder, type Vocabulary } from "./vocabulary.ts";

/** Passages as ranking reads them: their words by number, sentence by sentence. Ranking over them is the same with every engine. */
export interface Texts {
  /**
   * The words of all sentences, one after the other. What stands for several words follows those of its sentence: a number as
   * `n:VALUE`, an alias by the term of its group, letters that are spelled out (جي بي يو) as what they read as.
   */
  readonly words: Int32Array;
  /** Sentence → its first word in `words`; one entry more than there are sentences. */
  readonly sentenceStart: Int32Array;
  /** Sentence → its passage. */
  readonly sentencePassage: Int32Array;
  /** Passage → its first sentence; one entry more than there are passages. */
  readonly passageStart: Int32Array;
  /** Passage → the words of its article's title. */
  readonly titles: readonly Int32Array[];
  /** Sentence → the words of the article's title and of the heading above the sentence. */
  readonly subjects: readonly Int32Array[];
  /** Sentence → its numbers, where it has any. */
  readonly figures: ReadonlyMap<number, readonly Figure[]>;
  /** Content words of each sentence and of each passage. */
  readonly sentenceLength: Int32Array;
  readonly passageLength: Int32Array;
}

/** Passages with what their words are known by: all that are searched, or those that a question needs. */
export interface Collection extends Lexicon, Texts {
  /** In the order of the corpus, without copies. */
  readonly passages: readonly Passage[];
}

/** A number of a text without its place. */
export type Figure = Omit<NumberMention, "start" | "end">;

const NO_WORDS = new Int32Array(0);

/** Reads passages into a collection. Linear in their length. `groups`: words that mean the same. */
export function collect(all: readonly Passage[], groups: readonly Aliases[] = []): Collection {
  const aliases = createAliasReader(groups);
  const passages = all.filter((passage) => passage.copyOf === undefined);
  const builder = createVocabularyBuilder();
  const words = new NumberList();
  const sentenceStart = new NumberList();
  const sentencePassage = new NumberList();
  const passageStart = new NumberList();
  const titles: Int32Array[] = [];
  const subjects: Int32Array[] = [];
  const figures = new Map<number, readonly Figure[]>();
  const wordsOf = createMemo((text: string) =>
    Int32Array.from(readTerms(text, aliases).terms, (term) => builder.intern(term)),
  );

  passages.forEach((passage, index) => {
    passageStart.push(sentenceStart.length);
    const { sentences } = passage.article;
    const text = legibleText(passage.article);
    const { title } = passage.article;
    /** Of the present paragraph, whose heading is that of all its sentences. */
    let paragraph = -1;
    let subject = NO_WORDS;
    for (let i = 0; i < passage.sentenceCount; i++) {
      const sentence = sentences[passage.firstSentence + i];
      if (sentence === undefined) break;
      const { terms, figures: own } = readTerms(text.slice(sentence.start, sentence.end), aliases);
      if (own.length > 0) figures.set(sentenceStart.length, own);
      sentenceStart.push(words.length);
      sentencePassage.push(index);
      for (const term of terms) words.push(builder.intern(term));
      if (sentence.paragraph !== paragraph) {
        paragraph = sentence.paragraph;
        const heading = passage.article.paragraphs[paragraph]?.heading;
        subject = wordsOf(heading === undefined ? title : `${title}\n${heading}`);
      }
      subjects.push(subject);
    }
    titles.push(wordsOf(title));
  });
  passageStart.push(sentenceStart.length);
  sentenceStart.push(words.length);

  const vocabulary = builder.finish();
  const layout = {
    vocabulary,
    passages,
    words: words.toArray(),
    sentenceStart: sentenceStart.toArray(),
    sentencePassage: sentencePassage.toArray(),
    passageStart: passageStart.toArray(),
    titles,
    subjects,
    figures,
  };
  return {
    ...layout,
    ...count(layout),
    passageCount: passages.length,
    hasTitles: titles.some((title) => title.length > 0),
    neighbours: usualNeighbours(layout),
    aliasGroups: groups,
    aliases,
  };
}

/** The terms of a text in order, then its numbers in one canonical form, then what stands for several words. */
export function termsOf(text: string, aliases: AliasReader = () => []): string[] {
  return readTerms(text, aliases).terms;
}

/** The terms of a text as `termsOf` gives them, and its numbers. */
export function readTerms(
  text: string,
  aliases: AliasReader,
): { terms: string[]; figures: readonly Figure[] } {
  const tokens = tokenize(text);
  const terms = tokens.map((token) => token.term);
  const mentions = numbersIn(text, tokens);
  for (const mention of mentions) terms.push(...numberTerms(mention));
  terms.push(...joinedTerms(text, tokens, aliases));
  return { terms, figures: mentions.map(figureOf) };
}

const NO_TERMS: readonly string[] = [];

/** One term for several words: letters that are spelled out, and aliases. */
export function joinedTerms(text: string, tokens: readonly Token[], aliases: AliasReader): readonly string[] {
  const letters = spelledLetters(text, tokens);
  const others = aliases(tokens);
  if (letters.length + others.length === 0) return NO_TERMS;
  return [
    ...letters.flatMap(({ readings }) => readings),
    ...wordsWithLetters(text, tokens, letters).map(({ term }) => term),
    ...others.map(({ term }) => term),
  ];
}

function figureOf({ start: _start, end: _end, ...figure }: NumberMention): Figure {
  return figure;
}

function createMemo<T>(of: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    let value = known.get(text);
    if (value === undefined) {
      value = of(text);
      known.set(text, value);
    }
    return value;
  };
}

/** Where the words of a passage begin and end. */
export function wordRange(
  texts: Pick<Texts, "passageStart" | "sentenceStart">,
  passage: number,
): readonly [number, number] {
  const first = texts.passageStart[passage] ?? 0;
  const next = texts.passageStart[passage + 1] ?? first;
  return [texts.sentenceStart[first] ?? 0, texts.sentenceStart[next] ?? 0];
}

/**
 * The documents that an engine is built from, in the order of `passages`. A deeper stem of one light stem alone is left
 * out: it finds nothing that the light stem does not.
 */
export function* documentsOf(collection: Collection): Generator<SearchDocument> {
  const { vocabulary, words, titles } = collection;
  const joins = joiningStems(vocabulary);
  for (let passage = 0; passage < collection.passages.length; passage++) {
    const [from, to] = wordRange(collection, passage);
    const light: string[] = [];
    const deep: string[] = [];
    for (const word of words.subarray(from, to)) {
      if (vocabulary.isStop[word] === 1) continue;
      light.push(vocabulary.lightStems[vocabulary.lightOf[word] ?? -1] ?? "");
      const stem = vocabulary.deepOf[word] ?? -1;
      if (joins[stem] === 1) deep.push(vocabulary.deepStems[stem] ?? "");
    }
    const title: string[] = [];
    for (const word of titles[passage] ?? []) {
      if (vocabulary.isStop[word] === 0)
        title.push(vocabulary.lightStems[vocabulary.lightOf[word] ?? -1] ?? "");
    }
    yield { light, deep, title };
  }
}

/** Deeper stem → 1 when words of more than one light stem have it. */
function joiningStems({ lightOf, deepOf, deepStems }: Vocabulary): Uint8Array {
  const first = new Int32Array(deepStems.length).fill(-1);
  const joins = new Uint8Array(deepStems.length);
  deepOf.forEach((deep, word) => {
    const light = lightOf[word] ?? -1;
    if (first[deep] === -1) first[deep] = light;
    else if (first[deep] !== light) joins[deep] = 1;
  });
  return joins;
}

type Counts = Pick<Collection, "frequency" | "sentenceLength" | "passageLength" | "meanWords">;

type Counted = Pick<Collection, "vocabulary" | "words" | "sentenceStart" | "passageStart">;

/** Counts the content words of texts, and the passages that hold each term. Linear. */
export function count({ vocabulary, words, sentenceStart, passageStart }: Counted): Counts {
  const passages = passageStart.length - 1;
  const sentenceLength = new Int32Array(sentenceStart.length - 1);
  const passageLength = new Int32Array(passages);
  const light = createPassageCounter(vocabulary.lightStems.length);
  const deep = createPassageCounter(vocabulary.deepStems.length);
  const gram = createPassageCounter(vocabulary.ofGram.start.length - 1);
  const word = createPassageCounter(vocabulary.words.length);
  const { start: gramStart, items: grams } = vocabulary.grams;
  for (let passage = 0; passage < passages; passage++) {
    for (let sentence = passageStart[passage] ?? 0; sentence < (passageStart[passage + 1] ?? 0); sentence++) {
      for (let at = sentenceStart[sentence] ?? 0; at < (sentenceStart[sentence + 1] ?? 0); at++) {
        const id = words[at] ?? 0;
        if (vocabulary.isStop[id]) continue;
        sentenceLength[sentence] = (sentenceLength[sentence] ?? 0) + 1;
        // The stems and 4-grams of a repeated word are counted already.
        if (!word.see(id, passage)) continue;
        light.see(vocabulary.lightOf[id] ?? 0, passage);
        deep.see(vocabulary.deepOf[id] ?? 0, passage);
        for (let own = gramStart[id] ?? 0; own < (gramStart[id + 1] ?? 0); own++)
          gram.see(grams[own] ?? 0, passage);
      }
      passageLength[passage] = (passageLength[passage] ?? 0) + (sentenceLength[sentence] ?? 0);
    }
  }
  const total = passageLength.reduce((sum, length) => sum + length, 0);
  return {
    frequency: { light: light.counts, deep: deep.counts, gram: gram.counts },
    sentenceLength,
    passageLength,
    meanWords: total / Math.max(1, passages),
  };
}

/** Counts the passages in which a term is seen. `see` is true for the term's first place in a passage; passages come in order. */
function createPassageCounter(terms: number) {
  const counts = new Int32Array(terms);
  const last = new Int32Array(terms).fill(-1);
  return {
    counts,
    see(term: number, passage: number): boolean {
      if (last[term] === passage) return false;
      last[term] = passage;
      counts[term] = (counts[term] ?? 0) + 1;
      return true;
    },
  };
}
