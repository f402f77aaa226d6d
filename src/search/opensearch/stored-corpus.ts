import { tokenize } from "../../arabic/tokens.ts";
import type { Aliases } from "../../corpus/aliases.ts";
import type { Article, Corpus, Passage } from "../../corpus/article.ts";
import { articleKey } from "../../corpus/article-key.ts";
import { groupBy } from "../../corpus/passage-groups.ts";
import { createAliasReader } from "../alias-reader.ts";
import { count } from "../collection.ts";
import type { Lexicon } from "../lexicon.ts";
import { listingKey } from "../listed-questions.ts";
import { NumberList } from "../number-list.ts";
import { usualNeighbours } from "../usual-neighbours.ts";
import { createVocabularyBuilder, type VocabularyBuilder } from "../vocabulary.ts";
import { type AnalysedArticle, analyse } from "./analysed-article.ts";
import { encodeNumbers } from "./number-code.ts";
import { encodeArticle } from "./stored-article.ts";
import type { NewArticle, NewDocument, StoredPassage } from "./stored-documents.ts";
import { encodeLexicon } from "./stored-lexicon.ts";

/** An article with its passages, copies too. */
export type ArticleWithPassages = Pick<AnalysedArticle, "article" | "passages">;

/** The articles of a corpus in their order, each with its passages. */
export function* articlesOf({ articles, passages }: Corpus): Generator<ArticleWithPassages> {
  const ofArticle = groupBy(passages, (passage) => passage.article);
  for (const article of articles) yield { article, passages: ofArticle.get(article) ?? [] };
}

/**
 * The documents of an index over articles: of each article, then of its passages; at the end the lexicon of all. Articles are taken one by one
 * and not kept, so that there may be more of them than memory holds; of each word four bytes are kept until the end. `known`: the words of an
 * index whose documents may be taken over, in their order: they keep their numbers.
 */
export function* storedDocuments(
  articles: Iterable<ArticleWithPassages>,
  groups: readonly Aliases[] = [],
  known: readonly string[] = [],
): Generator<NewDocument> {
  const aliases = createAliasReader(groups);
  const lexicon = createLexiconBuilder(known);
  let order = 0;
  let place = 0;
  for (const { article, passages } of articles) {
    const analysed = analyse(article, passages, aliases, lexicon.intern);
    yield articleDocument(analysed, order++);
    for (const passage of passages) {
      yield passageDocument(passage, analysed, place++, lexicon);
      if (passage.copyOf === undefined) lexicon.add(passage, analysed);
    }
  }
  const parts = encodeLexicon({ ...lexicon.finish(), aliasGroups: groups, aliases });
  for (const [part, data] of parts.entries()) yield { kind: "lexicon", part, data };
}

function articleDocument(analysed: AnalysedArticle, order: number): NewArticle {
  const { article } = analysed;
  const { title, author = "", source = "", questions } = article;
  return {
    kind: "article",
    article: article.id,
    order,
    key: articleKey(article),
    file: article.file,
    name: searchedName(title),
    about: searchedName(`${author} ${source}`),
    asks: bringsQuestions(article),
    questions: [...new Set(questions.map((question) => listingKey(tokenize(question))))],
    data: encodeArticle(analysed),
  };
}

/** What an article is looked for by, written otherwise than in its title or not: its folded words. */
export function searchedName(text: string): string {
  return listingKey(tokenize(text));
}

/** Its questions may be examples. */
function bringsQuestions({ questions, paragraphs }: Article): boolean {
  return questions.length > 0 || paragraphs.some(({ kind }) => kind === "question");
}

function passageDocument(
  passage: Passage,
  { article, sentences, title }: AnalysedArticle,
  place: number,
  { isStop, lightStem, deepStem }: Pick<VocabularyBuilder, "isStop" | "lightStem" | "deepStem">,
): StoredPassage {
  const { key, copyOf, firstSentence, sentenceCount } = passage;
  const own = { kind: "passage", place, key, article: article.id } as const;
  if (copyOf !== undefined) return { ...own, copyOf, words: "" };
  const words = sentences
    .slice(firstSentence, firstSentence + sentenceCount)
    .flatMap((one) => Array.from(one.words));
  const content = words.filter((word) => !isStop(word));
  const titled = Array.from(title).filter((word) => !isStop(word));
  return {
    ...own,
    light: content.map(lightStem).join(" "),
    deep: content.map(deepStem).join(" "),
    title: titled.map(lightStem).join(" "),
    words: `${encodeNumbers(title)} ${encodeNumbers(words)}`,
  };
}

interface LexiconBuilder extends Omit<VocabularyBuilder, "finish"> {
  /** Counts the words of a passage. */
  add(passage: Passage, article: AnalysedArticle): void;
  finish(): Omit<Lexicon, "aliasGroups" | "aliases">;
}

function createLexiconBuilder(known: readonly string[]): LexiconBuilder {
  const builder = createVocabularyBuilder();
  for (const word of known) builder.intern(word);
  const words = new NumberList();
  const sentenceStart = new NumberList();
  const passageStart = new NumberList();
  let hasTitles = false;
  return {
    ...builder,
    add({ firstSentence, sentenceCount }, { sentences, title }) {
      passageStart.push(sentenceStart.length);
      for (const sentence of sentences.slice(firstSentence, firstSentence + sentenceCount)) {
        sentenceStart.push(words.length);
        for (const word of sentence.words) words.push(word);
      }
      hasTitles ||= title.length > 0;
    },
    finish() {
      passageStart.push(sentenceStart.length);
      sentenceStart.push(words.length);
      const texts = {
        vocabulary: builder.finish(),
        words: words.toArray(),
        sentenceStart: sentenceStart.toArray(),
        passageStart: passageStart.toArray(),
      };
      const { frequency, meanWords } = count(texts);
      return {
        vocabulary: texts.vocabulary,
        passageCount: texts.passageStart.length - 1,
        neighbours: usualNeighbours(texts),
        ...{ frequency, meanWords, hasTitles },
      };
    },
  };
}
